"""Where forces are and whose: what moves, what leaves, what is only talked of, and what is taken as given."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

MEANT = {
    "Lorries with fuel for NATO forces operating in Kosovo were stopped.": (
        "NATO | deploysForcesTo | Kosovo",
    ),
    "The first contingent of 300 Danish soldiers is due to arrive in Mali.": (
        "Denmark | deploysForcesTo | Mali",
    ),
    "The Security Council voted in favor of sending 3,000 soldiers to Haiti.": (
        "United Nations Security Council | deploysForcesTo | Haiti",
    ),
    "India and Iran have put ships on patrol in the Gulf of Aden.": (
        "India | deploysForcesTo | Gulf of Aden",
        "Iran | deploysForcesTo | Gulf of Aden",
    ),
    "The European Union extended the mandate for the peacekeeping troops in Bosnia.": (
        "European Union | deploysForcesTo | Bosnia and Herzegovina",
    ),
    "New Caledonia became an important base for Allied troops in 1942.": (
        "Allied Powers | deploysForcesTo | New Caledonia",
    ),
    "The Israeli pullout of the Gaza Strip ended in September 2005.": (
        "Israel | deploysForcesTo | Gaza Strip",
    ),
    "Senators called for the redeployment of U.S. troops from Iraq.": (
        "United States | deploysForcesTo | Iraq",
    ),
    "Order holds in Mali, but French troops will withdraw.": ("France | deploysForcesTo | Mali",),
    "Houses were built in the Gaza Strip after Israel pulled out in September.": (
        "Israel | deploysForcesTo | Gaza Strip",
    ),
    "Uganda has 6,000 soldiers in Somalia as part of the African Union force.": (
        "African Union | deploysForcesTo | Somalia",
        "Uganda | deploysForcesTo | Somalia",
    ),
    "Farms of settlers in Gaza were handed to Palestinians when Israel pulled out of the territory.": (
        "Israel | deploysForcesTo | Gaza Strip",
    ),
    "Roughly 200 Italian military personnel are in Niger.": ("Italy | deploysForcesTo | Niger",),
}
NOTHING = {
    "The influx of American weapons into Mexico worries the police.": "deploysForcesTo",
    "Iran's movement of weapons to Lebanon worries the neighbours.": "deploysForcesTo",
    "Afghan soldiers removed the wreckage of a lorry from the road in Kandahar.": "deploysForcesTo",
    "The Israeli pullback was agreed to at a summit in Egypt.": "deploysForcesTo",
    "Belgium and Italy approved the deployment of the missiles on their territories.": "deploysForcesTo",
    "Indonesian personnel of the embassy in Ottawa went home.": "deploysForcesTo",
    "Talks in Geneva failed after Russian troops withdrew.": "deploysForcesTo",
    "The president said in Paris that French troops would withdraw.": "deploysForcesTo",
    "Palestinians were wounded after troops entered a village near Khan Younis.": "deploysForcesTo",
    "Jordan trained Iraqi soldiers in Jordan.": "deploysForcesTo",
    "Russian troops have remained on Moldovan territory since 1992.": "partOf",
    "Somalia's government moved home from its base in Kenya.": "deploysForcesTo",
}
QUALIFIED = {
    "Russia plans to upgrade its airbase at Hmeimim.": ("positive", "actual"),
    "The attack would not derail the African Union's peacekeeping mission in Somalia.": (
        "positive",
        "actual",
    ),
    "The peace left North Vietnamese forces in South Vietnam.": ("positive", "actual"),
    "Sudan's government refused to allow U.N. peacekeepers into the country.": ("negative", "possible"),
}


def test_it_is_told_whose_forces_are_where(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


def test_what_is_no_presence_gives_none(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []


@pytest.mark.parametrize(("text", "qualifiers"), QUALIFIED.items())
def test_what_is_there_stays_so_whatever_is_said_of_it(
    extractor: Extractor, text: str, qualifiers: tuple[str, str]
) -> None:
    (reading,) = extractor.read([Document(id="forces", text=text)])
    found = {
        (a.polarity.value, a.modality.value) for a in reading.assertions if a.predicate == "deploysForcesTo"
    }
    assert found == {qualifiers}
