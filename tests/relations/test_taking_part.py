"""Who has a part in a war or a dispute, told by a clause beside it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "The war over Badme, in which Eritrea and Ethiopia lost thousands of men, lasted two years.": (
        "Eritrea | clashesWith | Ethiopia",
    ),
    "The dispute over Hans Island, in which Canada and Denmark were engaged, is over.": (
        "Canada | disputesWith | Denmark",
    ),
    "Thailand, whose troops clashed with Cambodian forces in 2011, closed the road.": (
        "Thailand | clashesWith | Cambodia",
    ),
    "Amid a row with Turkey over Imia, Greece closed the port.": ("Greece | disputesWith | Turkey",),
}
NOTHING = {
    "The war, in which Britain and France supported Turkey, lasted two years.": "clashesWith",
    "Kenya has a war museum, in which Mali and Niger lost a painting.": "clashesWith",
    "Eritrea and Ethiopia fought side by side in Korea.": "clashesWith",
    "Amid a row with Turkey over tariffs, Greece closed the port.": "disputesWith",
}


@pytest.mark.model
def test_clauses_beside_tell_who_takes_part(extractor: Extractor) -> None:
    assert amiss(extractor, MEANT, NOTHING) == ([], [])
