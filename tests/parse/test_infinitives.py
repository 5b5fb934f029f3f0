"""Infinitives that complete a verb, though a phrase that says when or where stands between the two."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "infinitive", "place"),
    [
        ("The Union has been pressing Kenya for weeks to withdraw its forces.", "withdraw", "xcomp pressing"),
        (
            "France persuaded Togo during talks in Paris to recognise the republic.",
            "recognise",
            "xcomp persuaded",
        ),
        ("Beijing warned Hanoi in a statement on Monday not to occupy reefs.", "occupy", "xcomp warned"),
        ("It underscored efforts at the time to restart peace talks.", "restart", "acl efforts"),
        ("Vietnam has been trying since 1988 to prevent the works.", "prevent", "xcomp trying"),
        ("Chad, however, asked the main organ, the Court, to rule on it.", "rule", "xcomp asked"),
        ("Peru wants a place to live in.", "live", "relcl place"),
        ("Iraq offered oil to settle the row.", "settle", "advcl offered"),
        ("Kabul fell in the U.S.-led invasion to oust the Taliban.", "oust", "acl invasion"),
        ("Kabul fell during the war to please the Taliban.", "please", "advcl fell"),
        ("The minister spoke at a meeting about the need to leave Abyei.", "leave", "acl need"),
        ("The union criticised Togo's threat to accede to the treaty.", "accede", "acl threat"),
        ("The union criticised the threat by Togo to accede to the treaty.", "accede", "acl threat"),
        ("Togo took the decision to sanction Benin.", "sanction", "acl decision"),
        ("Togo used its influence to press Benin.", "press", "xcomp used"),
        ("Togo used Benin's defeat in the war to assert control.", "assert", "xcomp used"),
        ("Togo took advantage of Benin's crisis to claim the isle.", "claim", "xcomp took"),
        ("Morocco seized on Spain's withdrawal to occupy Ifni.", "occupy", "xcomp seized"),
        ("Togo used Benin's refusal to leave the isle.", "leave", "acl refusal"),
        ("Togo was asked about a plan to recognise the republic.", "recognise", "acl plan"),
        ("Russia helped the Syrian government fight rebels.", "fight", "ccomp helped"),
        # A list goes on in the form of the first.
        (
            "Under the plan, Togo would recognize Chad, withdraw from Faya and pay.",
            "withdraw",
            "conj recognize",
        ),
        ("Togo ignored calls to leave the isle, recognize Chad and pay.", "recognize", "conj leave"),
        (
            "Russia denied shelling Gori, occupying Akhalgori or annexing Abkhazia.",
            "occupying",
            "conj shelling",
        ),
        ("Chad kept shelling Faya, killing two and wounding ten.", "killing", "advcl shelling"),
        ("Chad agreed to open the road, recognize Togo and withdraw its troops.", "recognize", "conj open"),
        ("Togo refused to sign the treaty, recognize Chad or leave the isle.", "recognize", "conj sign"),
        ("Chad sent troops to seize Faya, occupy Fada and clear the road.", "occupy", "conj seize"),
    ],
)
def test_infinitive_completes_the_verb(extractor: Extractor, text: str, infinitive: str, place: str) -> None:
    assert tree(extractor, text)[infinitive] == place
