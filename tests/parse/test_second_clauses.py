"""Two clauses that "and" joins without a comma, with a name on either side of it."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "subject", "place"),
    [
        ("Germany annexed Austria, and Italy, in April, occupied Albania.", "Italy", "nsubj occupied"),
        ("Germany annexed Austria, and Italy, in April, occupied Albania.", "annexed", "ROOT annexed"),
        ("Spain ceded Cuba, Guam, and Puerto Rico, in May, to Peru.", "Guam", "conj Cuba"),
        ("Peru has ceded the port to Bolivia and Chile is protesting.", "Chile", "nsubj protesting"),
        ("Armenia took the hills from Azerbaijan and Russia has sent peacekeepers.", "Russia", "nsubj sent"),
        ("Eritrea withdrew from Badme and Ethiopia has occupied the town.", "Ethiopia", "nsubj occupied"),
        ("Sudan claims Halaib and Egypt administers it.", "Egypt", "nsubj administers"),
        ("Britain leased the hills from China and Portugal was given Macau.", "Portugal", "nsubjpass given"),
        ("Kenya sent soldiers to Somalia and Ethiopia was asked to leave.", "Ethiopia", "nsubjpass asked"),
        ("The island is small, but both Kenya and Uganda claim it.", "Kenya", "nsubj claim"),
        (
            "The islands lie off Mozambique and both France and Madagascar hold some.",
            "Madagascar",
            "conj France",
        ),
        ("The Senkakus are held by Japan, and Taiwan and China claim them.", "Taiwan", "nsubj claim"),
        ("The Comoros claim Mayotte but its people voted to stay.", "Mayotte", "dobj claim"),
        # one subject after all
        ("Talks failed; the envoys of Peru and Chile met again in Lima.", "envoys", "nsubj met"),
        ("Ireland has no claim of its own; Denmark and Iceland dispute the bank.", "Iceland", "conj Denmark"),
        ("Japan says trade with China and Russia is growing.", "Russia", "conj China"),
        ("The border between India and Pakistan is closed.", "Pakistan", "conj India"),
        ("Officials say China and Russia signed the treaty.", "Russia", "conj China"),
        ("The president said Georgia and Ukraine have asked for help.", "Ukraine", "conj Georgia"),
        ("Peru met envoys whom Chile and Bolivia had sent.", "Bolivia", "conj Chile"),
        ("Peru lost the islands that Chile and Bolivia claim.", "Bolivia", "conj Chile"),
        ("Peru honours the treaty by which Chile and Bolivia ended the war.", "Bolivia", "conj Chile"),
    ],
)
def test_each_clause_has_its_subject(extractor: Extractor, text: str, subject: str, place: str) -> None:
    assert tree(extractor, text)[subject] == place


def test_the_first_verb_keeps_its_object_and_the_second_goes_on_with_it(extractor: Extractor) -> None:
    found = tree(extractor, "Turkey has troops in Syria and Iran is supporting the government.")
    assert (found["troops"], found["Iran"], found["supporting"], found["and"]) == (
        "dobj has",
        "nsubj supporting",
        "conj has",
        "cc has",
    )


@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        (
            "Syria remained at odds with Israel, Turkey sent troops, and Iran held Palmyra.",
            "remained",
            "advcl sent",
        ),
        ("Syria remains at odds with Israel, Turkey says.", "remains", "ccomp says"),
        (
            "Memel was seized by Lithuania, ceded to Germany in 1939 and taken by the Red Army.",
            "ceded",
            "conj seized",
        ),
        ("Memel was seized by Lithuania, supported by nobody.", "supported", "advcl seized"),
    ],
    ids=["spliced", "what is said", "series", "no series"],
)
def test_clauses_in_a_row(extractor: Extractor, text: str, verb: str, place: str) -> None:
    assert tree(extractor, text)[verb] == place
