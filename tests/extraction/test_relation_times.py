"""When what a sentence says came about or was so, by the time beside whichever of its words."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

_WHEN = {
    # what somebody made something, got or confirmed
    "France made Tunisia a protectorate in 1881.": "France | administers | Tunisia | 1881",
    "Tunisia was declared a French protectorate in 1881.": "France | administers | Tunisia | 1881/",
    "The League of Nations granted Britain a mandate over Iraq in 1920.": (
        "United Kingdom | administers | Iraq | 1920/"
    ),
    "The League of Nations confirmed the British mandate for Iraq in 1922.": (
        "United Kingdom | administers | Iraq | 1922"
    ),
    # how it was, and how long
    "Olivenza remained in the possession of Spain in 1993.": "Spain | administers | Olivenza | 1993",
    "As a British colony, Malta had no army of its own in 1938.": "United Kingdom | administers | Malta | 1938",
    "He regretted Italy's rule of Libya from 1911 to 1943.": "Italy | administers | Libya | 1911/1943",
    "The dispute between Guyana and Venezuela over the Essequibo simmered throughout the 1970s.": (
        "Guyana | disputesWith | Venezuela | 197X"
    ),
    # what else was done then
    "In 1999 two Indian soldiers were killed when Pakistani troops fired across the Line of Control.": (
        "India | clashesWith | Pakistan | 1999"
    ),
    "In 2007 the United States carried out airstrikes targeting Al-Qaeda fighters in Somalia.": (
        "Al-Qaeda | clashesWith | United States | 2007"
    ),
    "Spain sent legionnaires to drive the settlers from Perejil in July 2002.": (
        "Spain | deploysForcesTo | Perejil Island | 2002-07"
    ),
    "Greek officials met with Turkish officials in May 1993 for talks on the continental shelf.": (
        "Greece | negotiatesWith | Turkey | 1993-05"
    ),
    # what is done by saying so
    "In 1993 Dominica conceded that Aves Island is Venezuelan.": "Dominica | recognizes | Venezuela | 1993",
    "In 1961 Jordan said that it did not recognise Kuwait.": "Jordan | recognizes | Kuwait | 1961",
    # what was done again
    "Thai and Cambodian troops clashed in October 2008 and again in April 2009.": (
        "Cambodia | clashesWith | Thailand | 2009-04"
    ),
    "Belgrade was occupied by Austria from 1688 to 1690 and again from 1717 to 1739.": (
        "Austria | occupies | Belgrade | 1717/1739"
    ),
    # what others learned, and a day on which somebody only set out
    "In 1993 officials learned that Greece does not recognise Turkey's claim to Imia.": (
        "Greece | rejectsClaimOf | Turkey | None"
    ),
    "The Indian foreign secretary arrived in Dhaka in May 2009 for talks on the boundary with Bangladesh.": (
        "Bangladesh | negotiatesWith | India | None"
    ),
}


@pytest.mark.model
def test_a_relation_has_the_time_beside_the_word_that_tells_when(extractor: Extractor) -> None:
    readings = extractor.read(Document(id=str(n), text=text) for n, text in enumerate(_WHEN))
    said = {
        reading.document.text: [
            f"{a.subject.label} | {a.predicate} | {a.object.label} | {a.time}" for a in reading.assertions
        ]
        for reading in readings
    }
    differing = {text: said[text] for text, when in _WHEN.items() if when not in said[text]}
    assert not differing


_AGAIN = {
    "Israel invaded Lebanon in 1978 and again in 1982.": ["1978", "1982"],
    "India and Pakistan fought a war in 1965, another in 1971 and a third in 1999.": ["1965", "1971", "1999"],
    "Israel attacked Egypt in 1956 and another country in 1981.": ["1956"],
    "India and Pakistan fought in 1947, 1965 and 1971.": ["1947", "1965", "1971"],
    "In May 1999 and once more in July 2002 Indian and Pakistani troops clashed at Kargil.": [
        "1999-05",
        "2002-07",
    ],
    # a time of another clause, and days of one meeting
    "Egypt attacked Israel in 1948, and in 1973 Syria followed.": ["1948"],
    "The presidents of Peru and Ecuador met on 3 May 1998 and 4 May 1998 in Brasilia.": ["1998-05-03"],
}


@pytest.mark.model
def test_a_meeting_or_fight_has_each_time_at_which_it_took_place(extractor: Extractor) -> None:
    readings = extractor.read(Document(id=text, text=text) for text in _AGAIN)
    said = {reading.document.text: sorted(str(a.time) for a in reading.assertions) for reading in readings}
    assert said == _AGAIN
