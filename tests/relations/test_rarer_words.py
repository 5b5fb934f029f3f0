"""Rarer words for holding, giving, claiming and naming land are read like common ones; with near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

pytestmark = pytest.mark.model

_SAYS = {
    # who gives land away, and who comes by it
    "Peru was dispossessed of Arica by Chile.": ["Arica transferredFrom Peru"],
    "Russia relieved Syria of its chemical weapons.": [],
    "Bangladesh was carved out of Pakistan in 1971.": ["Bangladesh transferredFrom Pakistan"],
    "New Zealand granted the Cook Islands self-government status.": [],
    "Germany conceded a goal to Ukraine in Crimea.": [],
    "India presented Kashmir as a success story.": [],
    "Israel emerged from the talks with Gaza unresolved.": [],
    # who holds it
    "India's stewardship of Jammu and Kashmir is praised.": ["India administers Jammu and Kashmir"],
    "Abkhazia has been beyond Tbilisi's writ since 1993.": ["not Georgia administers Abkhazia"],
    "Crimea remains in Moscow's grasp.": ["Russia administers Crimea"],
    "Moscow kept Crimea supplied.": [],
    "Spain clung to a one-goal lead over Gibraltar.": [],
    "The Taliban installed a governor in Kandahar.": [],
    "Britain presides over the Security Council.": [],
    # who claims it
    "Manila revived its pretensions to Sabah.": ["Philippines claims Sabah"],
    "China brands Taiwan a breakaway province.": ["China claims Taiwan"],
    "China calls Taiwan a risky destination.": [],
    "The company lists Hong Kong among its territories.": [],
    "Japan asked for Okinawa's patience.": [],
    # who is at odds over it
    "Belize and Guatemala fell out over the Sapodilla Cayes.": ["Belize disputesWith Guatemala"],
    "Spain and Britain crossed swords over Gibraltar's football team.": [],
    "North Korea strains ties between China and the United States.": [],
    # what it is called
    "The Liancourt Rocks are designated Takeshima in Japan.": ["Liancourt Rocks knownAs Takeshima"],
    "Syria labels Hatay as Syrian territory.": ["Syria claims Hatay"],
    "The Liancourt Rocks are designated a reserve in Japan.": [],
}


def test_rarer_word_says_what_the_common_one_does(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_SAYS)]
    found = [
        sorted(
            f"{'not ' * (a.polarity is Polarity.NEGATIVE)}{a.subject.label} {a.predicate} {a.object.label}"
            for a in reading.assertions
        )
        for reading in extractor.read(documents)
    ]
    assert dict(zip(_SAYS, found, strict=True)) == _SAYS
