"""Force that is threatened, allowed, feared or kept to, and forces that are brought in and ordered out."""

import pytest
from told import amiss

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

MEANT = {
    "China regards Taiwan as its province and has threatened to use force if necessary to unite the two sides.": (
        "China | clashesWith | Taiwan",
    ),
    "Beijing has not ruled out the use of force to bring Taiwan under its control.": (
        "China | clashesWith | Taiwan",
    ),
    "Guyana said it was preparing for the possibility that Venezuela might stage a raid near their border.": (
        "Guyana | clashesWith | Venezuela",
    ),
    "Ethiopia reserves the right to use force against Eritrea.": ("Ethiopia | clashesWith | Eritrea",),
    "Hezbollah refuses to give up its armed struggle against Israel.": ("Hezbollah | clashesWith | Israel",),
    "In 1964 mutinies broke out in Tanganyika, and Britain flew in marines to put them down.": (
        "United Kingdom | deploysForcesTo | Tanganyika",
    ),
    "Violence broke out in the Congo in July 1960. The Belgians brought in troops to restore order.": (
        "Belgium | deploysForcesTo | Democratic Republic of the Congo",
    ),
    "Uganda ordered its forces home from the Congo in 2002.": (
        "Uganda | deploysForcesTo | Democratic Republic of the Congo",
    ),
    "Serb police left Kosovo in June 1999 as NATO troops moved in.": ("NATO | deploysForcesTo | Kosovo",),
    "Turkey has stationed additional gendarmes along Turkey's border with Iraq.": (
        "Turkey | deploysForcesTo | Turkey's border with Iraq",
    ),
    "Sierra Leone's government appealed to Nigeria to supply troops.": (
        "Nigeria | deploysForcesTo | Sierra Leone",
    ),
}
NOTHING = {
    "New tenants moved in as the British troops left Cyprus.": "tenants",
    "The law authorises the use of force if protesters block the road.": "clashesWith",
    "The United Nations fears that Eritrea may start a war.": "United Nations",
    "Washington fears that Serbia could provoke an incident in Kosovo.": "clashesWith",
    "Turkey has threatened war on litter if shops do not help.": "clashesWith",
    "Riots broke out in Bahrain. Saudi Arabia sent in doctors.": "deploysForcesTo",
    "The ministry ordered the diplomats out of Kuwait.": "deploysForcesTo",
}
QUALIFIED = {
    "Tehran will shoot down any American drone that enters its airspace.": ("positive", "possible"),
    "Hamas will not renounce violence against Israel.": ("positive", "possible"),
    "In 1988 the PLO renounced violence against Israel.": ("negative", "actual"),
    "China's law of 2005 authorizes the use of force if Taiwan declares independence.": (
        "positive",
        "possible",
    ),
    "Chinese troops arrived to occupy northern Vietnam in 1945.": ("positive", "actual"),
    "Chinese troops prepared to occupy northern Vietnam in 1945.": ("positive", "possible"),
    "President Nasser ordered the United Nations force out of the Sinai in May 1967.": ("negative", "actual"),
}


def test_threats_and_arrivals_are_read(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


def test_what_threatens_nobody_and_brings_no_forces_gives_none(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []


@pytest.mark.parametrize(("text", "qualifiers"), QUALIFIED.items())
def test_it_is_told_what_is_only_threatened(
    extractor: Extractor, text: str, qualifiers: tuple[str, str]
) -> None:
    (reading,) = extractor.read([Document(id="force", text=text)])
    of_force = {"clashesWith", "deploysForcesTo", "occupies"}
    found = {(a.polarity.value, a.modality.value) for a in reading.assertions if a.predicate in of_force}
    assert found == {qualifiers}


def test_in_view_of_something_is_nobodys_word(extractor: Extractor) -> None:
    text = "In view of Argentina's claim, Britain stationed troops on the Falkland Islands."
    (reading,) = extractor.read([Document(id="view", text=text)])
    assert [a.attribution for a in reading.assertions if a.predicate == "deploysForcesTo"] == [None]
