"""Passives that a remark parts, or that go on behind "then"."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Alaska was, to the surprise of many, sold by Russia to the United States.", "sold", "ROOT sold"),
        (
            "Alaska was, to the surprise of many, sold by Russia to the United States.",
            "Alaska",
            "nsubjpass sold",
        ),
        ("Mayotte was, after long hesitation, annexed by France.", "was", "auxpass annexed"),
        ("The enclave is, in the view of diplomats, claimed by Pakistan.", "claimed", "ROOT claimed"),
        # the remark is followed by what the subject is
        ("Mayotte was, like others, a colony ruled by France.", "was", "ROOT was"),
        ("Alaska was sold by Russia, then claimed by Canada.", "claimed", "conj sold"),
        ("The port was mined, then shelled by Japan.", "shelled", "conj mined"),
        # no passive before
        ("Spain left the port, then claimed by Morocco.", "left", "ROOT left"),
    ],
)
def test_passive_has_its_participle(extractor: Extractor, text: str, word: str, place: str) -> None:
    assert tree(extractor, text)[word] == place
