"""Whose forces, lands and people are meant where no name stands beside them; with near misses."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_SAYS = {
    # forces that are struck are those of which somebody fell
    "Officials in Iraq say a U.S. soldier was killed and two hurt when Kurdish rebels attacked a patrol in Baghdad.": [
        "Kurdish rebels clashesWith United States"
    ],
    "Two British soldiers died when Taliban fighters attacked a patrol in Kabul.": [
        "Taliban clashesWith United Kingdom"
    ],
    "A Turkish soldier was killed after PKK rebels attacked an Iraqi army patrol near Mosul.": [
        "Iraq clashesWith Kurdistan Workers' Party",
        "Kurdistan Workers' Party clashesWith Turkey",
    ],
    # "they" are people who act for nobody
    "Cargo for Aruba reached Curacao. The Jansen family led the port and they ruled Curacao until 1800.": [],
    "A French law angered the Corsican elite, since most of the land they claimed was sold.": [],
    "The emir pardoned several exiles, and they returned to Qatar.": [],
    "The British took Malta and they held it until 1964.": ["United Kingdom administers Malta"],
    # land by waters is no sea, and the state that somebody rules is his own
    "Iraq occupied the Persian Gulf emirate in 1990.": [],
    "Turkey ruled the Black Sea region.": ["Turkey administers Black Sea"],
    "President Alexander Lukashenko has ruled the former Soviet republic since 1994.": [],
    "Russia ruled the mountain republic for decades.": ["Russia administers mountain republic"],
    # a land by the state that it became
    "The territory that became the state of Bangladesh was the eastern part of Pakistan.": [
        "Bangladesh partOf Pakistan"
    ],
    # "it" said again is the same
    "Kerry met Fabius of France. They want to ensure Turkey knows what it would lose if it were to invade Cyprus.": [
        "Cyprus clashesWith Turkey",
    ],
    # to whom land is given does not belong to its name, and a road leads where it does
    "Armenia returned lands around Shusha and some parts of Lachin to Azerbaijan.": [
        "lands around Shusha and some parts of Lachin transferredFrom Armenia",
        "lands around Shusha and some parts of Lachin transferredTo Azerbaijan",
    ],
    "Georgia gave up control of the road to Sukhumi.": [],
    # those that follow are named behind a colon
    "The following nations have troops in Mali: France and Chad.": [
        "Chad deploysForcesTo Mali",
        "France deploysForcesTo Mali",
    ],
    "In the following years two states claimed Snake Island: Romania said so.": [],
    # of which state a land is a part its adjective tells before what was told of old
    "Bosnia was ruled by Austria-Hungary. In 1991 the Yugoslav republic of Bosnia declared itself sovereign.": [
        "Austria-Hungary administers Bosnia and Herzegovina",
        "Bosnia and Herzegovina declaredIndependenceFrom Yugoslavia",
    ],
    # what is terrorist is nobody's who was told of, a group that is to halt operations claims nothing
    "Israel fears Hamas. The terrorist attacks of 2001 on the United States shocked Egypt.": [],
    "Hamas is a rebel group. Spain wants the group to halt armed operations.": [],
    # what was part of a colony was its power's
    "Laos was once ruled by Siam. Laos became part of French Indochina. It declared independence in 1945.": [
        "Laos declaredIndependenceFrom France",
        "Laos partOf French Indochina",
        "Thailand administers Laos",
    ],
}
# Where something is said or judged is not what it is about.
_ABOUT = {
    "He told reporters in the West Bank that Israeli-Palestinian talks go on.": None,
    "Speaking in Kashmir, he said there were Indian-Pakistani talks.": None,
    "Bolivia and Chile will bring the dispute to the court at The Hague.": None,
    "Tensions rose in Kashmir. India and Pakistan held talks.": "Kashmir",
}


def test_whose_they_are_is_told_around_them(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_SAYS)]
    found = [
        sorted(
            f"{a.subject.label} {a.predicate} {a.object.label}"
            for a in reading.assertions
            if a.predicate != "represents"
        )
        for reading in extractor.read(documents)
    ]
    assert dict(zip(_SAYS, found, strict=True)) == _SAYS


def test_place_of_saying_is_not_the_matter(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_ABOUT)]
    found = [
        next(a.about for a in reading.assertions if a.predicate in {"negotiatesWith", "disputesWith"})
        for reading in extractor.read(documents)
    ]
    labels = [about.label if about is not None else None for about in found]
    assert dict(zip(_ABOUT, labels, strict=True)) == _ABOUT
