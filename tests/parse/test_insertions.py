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
        (
            "Beijing, however, does not recognise Tokyo's claim.",
            {"Beijing": "nsubj recognise"},
        ),
        (
            "Norway, he said, annexed Peter I Island in 1931.",
            {"Norway": "nsubj annexed", "annexed": "ROOT annexed", "Island": "dobj annexed"},
        ),
        (
            "Britain, he said, guaranteed Belgian independence in 1839.",
            {"Britain": "nsubj guaranteed", "independence": "dobj guaranteed"},
        ),
        (
            "Syria, as expected, called on Israel to leave the plateau.",
            {"Syria": "nsubj called", "called": "ROOT called"},
        ),
        (
            "Spitsbergen and Bear Island, citing their needs, were placed under its rule.",
            {"Spitsbergen": "nsubjpass placed"},
        ),
        (
            "Georgia, he told reporters on Friday, would never recognise it.",
            {"Georgia": "nsubj recognise"},
        ),
        # who does it is told, and what opens the sentence is a day
        (
            "Hans Island, a rock in the strait, claimed by Denmark since 1973.",
            {"Island": "ROOT Island", "claimed": "acl Island"},
        ),
        (
            "Pratas Island, an atoll, located in the north of the sea.",
            {"Island": "ROOT Island", "located": "acl atoll"},
        ),
        ("On Monday, a holiday, Japan protested.", {"Japan": "nsubj protested"}),
    ],
)
def test_a_remark_does_not_part_a_subject_from_its_verb(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
