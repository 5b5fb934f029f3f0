"""What is told in the present tense of days to come is to come, and no other present is."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Modality

pytestmark = pytest.mark.model

_TO_COME = (
    "Mahmoud Abbas meets George Bush next week.",
    "Mahmoud Abbas is meeting George Bush tomorrow.",
    "Mahmoud Abbas meets this week with George Bush.",
    "Talks between Serbia and Kosovo, set for Monday, were welcomed.",
    "Aid came ahead of an Indian-Pakistani summit scheduled for Tuesday.",
    "Next month Spain pulls its troops out of Iraq.",
    "India and Pakistan hold talks in the coming days.",
    "Vladimir Putin visits Japan at the invitation of Shinzo Abe later this week.",
    "Kashmir will be the main topic when Manmohan Singh meets Pervez Musharraf.",
    "Aid will flow once Russia recognises Abkhazia.",
)
_SO = (
    "The next day Japan attacks China.",
    "This week Turkey is attacking Syria.",
    "The talks between Japan and Russia held on Monday failed.",
    "Turkey attacks Syria as next week's elections approach.",
    "China claims the islands next to Palawan.",
    "Vladimir Putin has met Shinzo Abe and returns to Moscow next week.",
    "Japan recognised Kosovo and opens an embassy there next week.",
    "Vladimir Putin meets Shinzo Abe every year.",
    "Fishermen will suffer while China controls Scarborough Shoal.",
)


def test_a_time_to_come_beside_a_present_tense_makes_a_plan_of_it(extractor: Extractor) -> None:
    texts = {text: text in _TO_COME for text in (*_TO_COME, *_SO)}
    readings = list(extractor.read(Document(id=text, text=text) for text in texts))
    told = {
        reading.document.id: {
            a.modality is Modality.POSSIBLE for a in reading.assertions if a.predicate != "represents"
        }
        for reading in readings
    }
    assert told == {text: {is_to_come} for text, is_to_come in texts.items()}
