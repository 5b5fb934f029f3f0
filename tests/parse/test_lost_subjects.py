"""Subjects that stand behind a phrase or clause in front, and what ends such a one where no comma does."""

import pytest
from plans import read_as, tree

from kgraph.extraction import Extractor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject", "place"),
    [
        (
            "With the defeat of Napoleon, the Congress of Vienna awarded Genoa to Sardinia.",
            "Congress",
            "nsubj awarded",
        ),
        (
            "Under the mediation of the Czar of Russia, Great Britain and the United States came together.",
            "Great Britain",
            "nsubj came",
        ),
        (
            "At the close of World War I, the Czechs and Slovaks of the former empire merged into one state.",
            "Czechs",
            "nsubj merged",
        ),
        (
            "Following World War II, the Federated States of Micronesia, along with Palau, were part of the trust.",
            "Federated States of Micronesia",
            "nsubj were",
        ),
        (
            "Since the talks ended no rows over sales to Taiwan, U.S. and Chinese officials were at odds.",
            "Taiwan",
            "pobj to",
        ),
        (
            "Markets fell as Portugal, which held it, never recognised the takeover.",
            "Portugal",
            "nsubj recognised",
        ),
        ("Prices have risen since the war pitted Chile against Peru.", "war", "nsubj pitted"),
        ("Prices rose and a Russian patrol fired on a boat.", "patrol", "nsubj fired"),
        # none is lost
        ("Ethiopia, after the war, withdrew its troops from Eritrea.", "war", "pobj after"),
        ("Markets fell after the treaty signed by Peru.", "treaty", "pobj after"),
        ("Markets fell after the war and rose again in May.", "war", "pobj after"),
        ("At the root of the war, wrote Kissinger, was the treaty.", "treaty", "attr was"),
        ("Turkey took the port, the island and the hills.", "hills", "conj island"),
        (
            "After the war Poland annexed Danzig, a port, and East Prussia was divided.",
            "port",
            "appos Danzig",
        ),
    ],
)
def test_subject_behind_a_comma_is_the_verbs(
    extractor: Extractor, text: str, subject: str, place: str
) -> None:
    assert tree(extractor, text)[subject] == place


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Since Ethiopia took Badme Eritrea has kept the border shut.",
            "Since Ethiopia took Badme , Eritrea has kept the border shut .",
        ),
        (
            "The paper says that under the Treaty of Shimonoseki China ceded it.",
            "The paper says that under the Treaty of Shimonoseki , China ceded it .",
        ),
        ("By the accord of Algiers Iraq gave in.", "By the accord of Algiers , Iraq gave in ."),
        # no end: nothing stands in front, a people, a comma that is there
        ("Peru lost Arica Chile.", "Peru lost Arica Chile ."),
        (
            "As Crimea Russian schools opened, Kyiv protested.",
            "As Crimea Russian schools opened , Kyiv protested .",
        ),
        (
            "After Iraq left Kuwait, Iran Iraq talks began.",
            "After Iraq left Kuwait , Iran Iraq talks began .",
        ),
    ],
)
def test_front_that_ends_between_two_names_gets_a_comma(text: str, read: str) -> None:
    assert read_as(text) == read


@pytest.mark.model
def test_comma_that_was_added_stands_nowhere_in_the_parse(extractor: Extractor) -> None:
    text = "Although Japan claims Takeshima South Korea has stationed police there."
    found = tree(extractor, text)
    assert " ".join(found) == text.replace("there.", "there .")
    assert found["South Korea"] == "nsubj stationed"
    assert found["Takeshima"] == "dobj claims"
