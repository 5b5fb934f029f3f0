"""Where those are of whom a sentence tells, whose deed is judged, whose ally and whose army somebody is."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

THERE = {
    "India has spoken. Activists in Nepal say the country's claim to Kalapani is old.": (
        "Nepal | claims | Kalapani",
    ),
    "Indian officials in Nepal say the country's claim to Kalapani is old.": ("Nepal | claims | Kalapani",),
    "The U.S. Embassy at Kabul was closed following the departure of Soviet forces from the country.": (
        "Soviet Union | deploysForcesTo | Afghanistan",
    ),
    "Talks in Norway between Sudan and rebels failed after the country's army attacked Chad.": (
        "Chad | clashesWith | Sudan",
    ),
}
JUDGED = {
    "The EU imposed sanctions on Russia for its annexation of Crimea.": ("Russia | annexed | Crimea",),
    "Iraq was condemned by Iran for its invasion of Kuwait.": ("Iraq | clashesWith | Kuwait",),
    "Ukraine demanded reparations from Russia for its occupation of Crimea.": ("Russia | occupies | Crimea",),
    "Ukraine and Canada agreed on the imposition of sanctions on the Putin regime for its annexation of Crimea.": (
        "Russia | annexed | Crimea",
    ),
    "Georgia thanked Poland for its condemnation of Russia over its occupation of Abkhazia.": (
        "Russia | occupies | Abkhazia",
    ),
    # who is denied something as long as he does not give way
    "Armenia will not recognize Azerbaijan unless it leaves Lachin.": (
        "Azerbaijan | deploysForcesTo | Lachin",
    ),
    "Damascus says it will not negotiate with Israel until it withdraws from the Golan Heights.": (
        "Israel | deploysForcesTo | Golan Heights",
    ),
    "Turkey faces sanctions for its occupation of Northern Cyprus.": ("Turkey | occupies | Northern Cyprus",),
}
ALLIES = {
    "A failed Spanish invasion of British ally Portugal ended the war.": ("Portugal | clashesWith | Spain",),
    "Israel fired at Iranian ally Hezbollah in 2006.": ("Hezbollah | clashesWith | Israel",),
    "Azerbaijan clashed with Russian ally Armenia.": ("Armenia | clashesWith | Azerbaijan",),
    "Japan attacked America's Soviet ally.": ("Japan | clashesWith | Soviet Union",),
}
AGAIN = {
    "Cyprus has been divided since 1974, when Turkey invaded.": ("Cyprus | clashesWith | Turkey",),
    "Russia backed the Assad regime. The regime occupies Palmyra.": ("Syria | occupies | Palmyra",),
    "Iran supported the government of Syria. The government recaptured Palmyra.": (
        "Syria | occupies | Palmyra",
    ),
    "The United States trained the Afghan army. The army attacked the Taliban in Helmand.": (
        "Afghanistan | clashesWith | Taliban",
    ),
    "Washington urged the Cuban government to leave Angola. The government kept its troops in Angola.": (
        "Cuba | deploysForcesTo | Angola",
    ),
    "The Lebanese army met Israeli officers. In Syria, the army attacked the Islamic State.": (
        "Islamic State | clashesWith | Syria",
    ),
}
LED = {
    "Galtieri's invasion of the Falkland Islands failed.": ("Argentina | clashesWith | Falkland Islands",),
    "The ministers discussed Putin's unprovoked war on Ukraine.": ("Russia | clashesWith | Ukraine",),
    "Saddam Hussein's occupation of Kuwait ended in 1991.": ("Iraq | occupies | Kuwait",),
}
NOT_MEANT = {
    "Walker's invasion of Nicaragua failed.": "clashesWith",
    "The United States hosted King Hussein in Washington.": "Hussein | represents | United States",
    "Iran shot down a Global Hawk drone over the Strait of Hormuz.": "Global Hawk",
    "Israeli Education Minister Yuli Tamir said the textbooks must show the Green Line.": "claims",
    "Washington urged the Cuban government to leave Angola. The government kept its troops in Angola.": (
        "United States | deploysForcesTo"
    ),
    "The Lebanese army met Israeli officers. In Syria, the army attacked the Islamic State.": "Lebanon | clashesWith",
    "The United States held talks. Insurgents in Niger attacked the country's army.": "United States | clashesWith",
    "Talks in Norway between Sudan and rebels failed after the country's army attacked Chad.": "Norway",
    "The EU imposed sanctions on Russia for its annexation of Crimea.": "European Union | annexed",
    "Iraq was condemned by Iran for its invasion of Kuwait.": "Iran | clashesWith",
    "A failed Spanish invasion of British ally Portugal ended the war.": "United Kingdom",
    "Turkey attacked a Russian ally.": "clashesWith",
    "Turkish forces fired on U.S. allies in Syria.": "United States",
    "Spain and Britain continue to spar over Gibraltar.": "clashesWith",
}


@pytest.mark.model
@pytest.mark.parametrize(
    "meant",
    [THERE, JUDGED, ALLIES, AGAIN, LED],
    ids=[
        "those there",
        "who is judged",
        "whose ally somebody is",
        "the institution told of",
        "who leads a state",
    ],
)
def test_who_is_meant(extractor: Extractor, meant: dict[str, tuple[str, ...]]) -> None:
    assert amiss(extractor, meant, {}) == ([], [])


@pytest.mark.model
def test_nobody_else_is_meant(extractor: Extractor) -> None:
    assert amiss(extractor, {}, NOT_MEANT) == ([], [])
