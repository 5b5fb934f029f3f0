"""Forces of three: the model takes "Afghan, NATO and U.S. forces" for several nouns."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "The shelling went on as Afghan, NATO and U.S. forces battled Taliban fighters.": (
        "Afghanistan | clashesWith | Taliban",
        "NATO | clashesWith | Taliban",
        "Taliban | clashesWith | United States",
    ),
    "Fighting went on after Ethiopian, Somali and Kenyan troops entered Kismayo.": (
        "Ethiopia | deploysForcesTo | Kismayo",
        "Somalia | deploysForcesTo | Kismayo",
        "Kenya | deploysForcesTo | Kismayo",
    ),
    # what officials see to, the model takes for one beside them
    "It follows negotiations between senior Israeli and Palestinian security and military officials on the border.": (
        "Israel | negotiatesWith | Palestinians",
    ),
    "The Khartoum-based government attacked Chad.": ("Chad | clashesWith | Sudan",),
}
NOTHING = {
    "A Khartoum-based firm attacked Chad.": "Sudan | clashesWith",
    "Afghan security and stability matter to Iran.": "negotiatesWith",
    "In Iran, Chinese and U.S. officials met.": "Iran | metWith",
}


@pytest.mark.model
def test_forces_of_three_are_those_of_each(extractor: Extractor) -> None:
    missing, wrong = amiss(extractor, MEANT, NOTHING)
    assert missing == []
    assert wrong == []
