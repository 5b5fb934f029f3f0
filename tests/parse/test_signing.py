"""Treaties by which somebody does something, and who signs them, in their places in the parse."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # the treaty, and not who acts, is what was signed
        (
            "In the Treaty of Lausanne, signed on 24 July 1923, Turkey renounced Cyprus.",
            {"In": "prep renounced", "signed": "acl Treaty", "Turkey": "nsubj renounced"},
        ),
        (
            "In the Treaty of Portsmouth, concluded in 1905, Russia gave up Port Arthur.",
            {"In": "prep gave", "concluded": "acl Treaty"},
        ),
        (
            "In the war, beaten by Japan, Russia lost Port Arthur.",
            {"lost": "ROOT lost", "Russia": "nsubj lost"},
        ),
        # whoever signs with another signs what stands behind him
        (
            "In Oslo the minister signed with his Russian colleague, Sergei Lavrov, a treaty that draws a boundary.",
            {"minister": "nsubj signed", "signed": "ROOT signed", "treaty": "dobj signed"},
        ),
        # how it is done, and not who does it
        (
            "Spain agreed by the Treaty of Paris to the cession of Guam.",
            {"by": "prep agreed", "Spain": "nsubj agreed"},
        ),
        ("Guam was ceded by Spain in the Treaty of Paris.", {"by": "agent ceded"}),
        # without a comma the state behind it is no part of the treaty's name
        (
            "By the Treaty of Kiel Denmark ceded Norway to Sweden.",
            {"Kiel": "pobj of", "Denmark": "nsubj ceded"},
        ),
        # who signed a paper signed it, and not its kind
        (
            "Under a memorandum of understanding signed by Kuwait and Iraq, boats may pass.",
            {"signed": "acl memorandum"},
        ),
        # what is done to a paper, and not who does it, is of the paper
        (
            "The summit closed with the conclusion by Iran and Iraq of the Algiers Agreement.",
            {"by": "prep conclusion", "of": "prep conclusion", "Iraq": "conj Iran"},
        ),
        ("The line was drawn by the commissioners of the treaty.", {"of": "prep commissioners"}),
        # what somebody takes something to be
        (
            "Argentina acknowledged all three islands to be Chilean.",
            {"islands": "nsubj be", "be": "ccomp acknowledged"},
        ),
    ],
)
def test_treaty_and_who_acts_by_it_stand_where_they_belong(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
