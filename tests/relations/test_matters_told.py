"""What a relation is about where its sentence does not tell, and where it tells in another way."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def _about(extractor: Extractor, text: str, predicate: str) -> list[str | None]:
    (reading,) = extractor.read([Document(id="x", text=text)])
    return [a.about.label if a.about else None for a in reading.assertions if a.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        pytest.param(
            "Greece and Turkey both claim Imia. Diplomats of the two countries held talks in Geneva.",
            "negotiatesWith",
            "Imia",
            id="both claim it",
        ),
        pytest.param(
            "India and Pakistan held talks on the Kashmir issue.",
            "negotiatesWith",
            "Kashmir",
            id="the issue of a land",
        ),
        pytest.param(
            "Armenia and Azerbaijan held talks on the settlement of the Nagorno-Karabakh conflict.",
            "negotiatesWith",
            "Nagorno-Karabakh",
            id="a conflict of a land that is to be settled",
        ),
        pytest.param(
            "India and Pakistan held talks on the Kashmir bus service.",
            "negotiatesWith",
            "Kashmir bus service",
            id="what else is called by a land",
        ),
        pytest.param(
            "Kenya and Somalia have quarrelled over Grim Rock since 1979. Kenya held talks with Somalia in Geneva.",
            "negotiatesWith",
            "Grim Rock",
            id="a land that nobody knows",
        ),
        pytest.param(
            "Malaysia and Singapore quarrelled over Pedra Branca. The court found in Singapore's favour in 2008.",
            "ruledFor",
            "Pedra Branca",
            id="a ruling",
        ),
        pytest.param(
            "Peru took Chile to the International Court of Justice over their maritime boundary. In 2014 the court "
            "ruled in Peru's favour.",
            "ruledFor",
            "maritime boundary",
            id="a line brought before the court",
        ),
        pytest.param(
            "China built a runway on Fiery Cross Reef. Vietnam called the construction illegal.",
            "rejectsClaimOf",
            "Fiery Cross Reef",
            id="what was done is rejected",
        ),
        pytest.param(
            "Iraq annexed Kuwait in August 1990, a move that Turkey condemned.",
            "rejectsClaimOf",
            "Kuwait",
            id="the land of a third party",
        ),
        pytest.param(
            "Israel approved 500 homes in East Jerusalem. Norway condemned the move.",
            "rejectsClaimOf",
            "East Jerusalem",
            id="a land that was just named",
        ),
        pytest.param(
            "Ukraine and Romania quarrelled over Snake Island. Ukraine and Russia held talks in Minsk.",
            "negotiatesWith",
            None,
            id="of others",
        ),
        pytest.param(
            "Cyprus and Kashmir were on the agenda of the summit. Greece and Turkey held talks beside it.",
            "negotiatesWith",
            None,
            id="what the two do not claim",
        ),
        pytest.param(
            "Argentina and Britain both claim the Falkland Islands. Argentina attacked Britain in 1982.",
            "clashesWith",
            None,
            id="a war, of which it is not told",
        ),
    ],
)
def test_what_was_told_before_is_the_matter(
    text: str, predicate: str, expected: str | None, extractor: Extractor
) -> None:
    assert _about(extractor, text, predicate) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Georgia and Russia focused on Abkhazia.", "Abkhazia"),
        ("Talks between Georgia and Russia, which centred on South Ossetia, broke up.", "South Ossetia"),
        ("Georgia and Russia held talks that dealt with Abkhazia.", "Abkhazia"),
        ("Georgia and Russia held talks dominated by South Ossetia.", "South Ossetia"),
        ("Talks between Spain and Britain covered Gibraltar.", "Gibraltar"),
        ("Talks between Spain and Britain were held in Gibraltar.", None),
        ("Spain and Britain held talks regarding Gibraltar.", "Gibraltar"),
        ("Spain and Britain held talks on the question of Gibraltar.", "Gibraltar"),
        ("The Kashmir peace process between India and Pakistan has stalled.", "Kashmir"),
    ],
)
def test_what_talks_deal_with_is_the_matter(text: str, expected: str | None, extractor: Extractor) -> None:
    assert _about(extractor, text, "negotiatesWith") == [expected]


@pytest.mark.parametrize(
    ("text", "predicate", "expected"),
    [
        (
            "Armenia and Azerbaijan agreed to end six weeks of fighting over Karabakh.",
            "clashesWith",
            "Nagorno-Karabakh",
        ),
        ("Thai gunners fired over the Dangrek ridge at Cambodian troops.", "clashesWith", None),
        (
            "Argentina fought Britain concerning the Falkland Islands in 1982.",
            "clashesWith",
            "Falkland Islands",
        ),
        ("Wars between India and Pakistan were fought over Kashmir.", "clashesWith", "Kashmir"),
        (
            "The commission ruled in favour of Eritrea regarding Badme.",
            "ruledFor",
            "Badme",
        ),
        (
            "Spain disputes British sovereignty over Gibraltar, home to some 30,000 people.",
            "rejectsClaimOf",
            "Gibraltar",
        ),
        (
            "Soviets took Iturup and Kunashir in 1945. Japan must recognise Russian sovereignty over the islands.",
            "recognizes",
            "Iturup and Kunashir",
        ),
    ],
)
def test_the_matter_in_the_sentence(
    text: str, predicate: str, expected: str | None, extractor: Extractor
) -> None:
    assert _about(extractor, text, predicate) == [expected]
