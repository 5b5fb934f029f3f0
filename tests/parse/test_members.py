"""Lists of whom those are who act: the model makes a second subject of all but the first."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "Soldiers from Chad, Niger and Nigeria fought Boko Haram near Diffa.": (
        "Chad | clashesWith | Boko Haram",
        "Niger | clashesWith | Boko Haram",
        "Nigeria | clashesWith | Boko Haram",
    ),
    "Envoys from the United States, Norway and Japan met with Sri Lankan President Mahinda Rajapakse.": (
        "United States | metWith | Mahinda Rajapakse",
        "Norway | metWith | Mahinda Rajapakse",
        "Japan | metWith | Mahinda Rajapakse",
    ),
}
NOTHING = {
    "Days after troops left Peru, Chile and Bolivia signed the treaty.": "Peru | partyTo",
}


@pytest.mark.model
def test_all_of_whom_they_are_act(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_who_acts_without_the_first_acts_alone(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
