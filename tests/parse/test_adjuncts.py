"""What opens a sentence or stands beside its clause."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (
            "When Saddam Hussein invaded Kuwait, the United States and the Soviet leadership worked together.",
            "United States",
            "nsubj worked",
        ),
        (
            "While claiming the whole of Bolshoi Ussuriysky Island, Beijing in the end settled for half of it.",
            "Beijing",
            "nsubj settled",
        ),
        ("With Dokdo under Seoul's control since 1952, Tokyo has few means.", "under", "prep Dokdo"),
        (
            "After losing Alsace and part of Lorraine to Germany in 1871, France rearmed.",
            "part",
            "conj Alsace",
        ),
        ("Vanuatu, a chain of islands in the Pacific, claims Matthew Island.", "Island", "dobj claims"),
        ("Analysts say the Comoros controls most of Mohéli.", "most", "dobj controls"),
        # what is said of the verb, and who stands beside another
        ("The army left with its tanks in May.", "in", "prep left"),
        ("Germany ceded to Poland the corridor and Posen.", "corridor", "dobj ceded"),
        ("Germany ceded land to Poland, the largest claimant.", "claimant", "appos Poland"),
        ("Croatia and Slovenia had each occupied villages in Istria.", "occupied", "ROOT occupied"),
        ("Under the treaty of 1860, land ceded by Qing China went to Russia.", "land", "nsubj went"),
    ],
)
def test_a_clause_begins_where_its_opening_ends(
    extractor: Extractor, text: str, word: str, place: str
) -> None:
    assert tree(extractor, text)[word] == place
