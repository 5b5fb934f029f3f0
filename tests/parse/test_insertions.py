"""A remark between a subject and its verb."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Malaysia, a member of the United Nations since 1957, protested to Singapore over the lighthouse.",
            {"Malaysia": "nsubj protested", "protested": "ROOT protested"},
        ),
        (
            "Georgia and Russia, hit hard by the crisis, never signed a peace treaty.",
            {"Georgia": "nsubj signed", "signed": "ROOT signed", "hit": "acl Georgia"},
        ),
        (
            "Tonga, citing security concerns, entered into an agreement with the United Kingdom in 1900.",
            {"Tonga": "nsubj entered"},
        ),
        # who does it is told, and what opens the sentence is a day
        (
            "Hans Island, a rock in the strait, claimed by Denmark since 1973.",
            {"Island": "ROOT Island", "claimed": "acl Island"},
        ),
        ("On Monday, a holiday, Japan protested.", {"Japan": "nsubj protested"}),
    ],
)
def test_a_remark_does_not_part_a_subject_from_its_verb(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
