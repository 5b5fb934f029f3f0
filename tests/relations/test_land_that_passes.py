"""Who becomes a party to a treaty, and whose land passes to whom, in frames of texts; and what only looks like it."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model

PASSES = {
    "The Treaty of Frankfurt gave Germany Alsace.": ["Alsace-Lorraine | transferredTo | Germany"],
    "The war cost Spain Cuba and Guam.": ["Guam | transferredFrom | Spain"],
    "By the Treaty of Kiel Denmark ceded Heligoland to Britain.": [
        "Heligoland | transferredTo | United Kingdom",
        "Heligoland | transferredFrom | Denmark",
    ],
    "Queen Pomare ceded Tahiti and its possessions to France in 1847.": ["Tahiti | transferredTo | France"],
    # to whom control passes stands before the control
    "Israel handed to the Palestinians control of Jericho.": ["Jericho | transferredTo | Palestinians"],
    "Israel transferred to the new Palestinian Authority security and civilian responsibility for Jericho.": [
        "Jericho | transferredTo | Palestine"
    ],
    # so much of somebody's own land is no whole state
    "Bolivia lost much of its territory in two wars.": ["much of its territory | transferredFrom | Bolivia"],
    "Heligoland came into the hands of Britain in 1807.": ["Heligoland | transferredTo | United Kingdom"],
    "In the treaty of 1951 Japan renounced all right, title and claim to the Pescadores.": [
        "Japan | renounces | Penghu"
    ],
    # a state of today, before it was one
    "Grenada was long a French base. France ceded the territory to Britain in 1763.": [
        "Grenada | transferredTo | United Kingdom",
        "Grenada | transferredFrom | France",
    ],
    "The islanders fought on Saint Vincent. The island was ceded to Britain in 1763.": [
        "Saint Vincent and the Grenadines | transferredTo | United Kingdom"
    ],
    "Britain inherited Cyprus from the Ottoman Empire.": [
        "Cyprus | transferredTo | United Kingdom",
        "Cyprus | transferredFrom | Ottoman Empire",
    ],
}
PASSES_NOT = {
    "The museum returned a rock from Aksai Chin to China.": "transferred",
    "Norway gave water and light to Latvia.": "transferred",
    "The firm transferred its Kazakh holdings to a Chinese company.": "transferred",
    "The king gave to the French company authority over its mines.": "transferred",
    "The decree gave Aceh the status of a special region.": "transferred",
    "The general handed over command in Kosovo to a German officer.": "transferred",
    "Russia sold part of gas giant Gazprom to Libya.": "transferred",
    "Portugal surrendered its shares in the bank to Angola.": "renounces",
    "He said that it was all right, and that titles on Guam were dear.": "renounces",
    "Germany lost the war. It ceded the territory to France.": "Germany | transferred",
    "China sought the purchase of 40 planes for Tibet.": "transferred",
}
JOINS = {
    "An agreement between Argentina and Britain in 1995 was on oil off the isles.": [
        "Argentina | partyTo | agreement",
        "United Kingdom | partyTo | agreement",
    ],
    "Under a memorandum of understanding signed by Kuwait and Iraq in 2012, boats may pass.": [
        "Iraq | partyTo | memorandum of understanding",
        "Kuwait | partyTo | memorandum of understanding",
    ],
    "Poland and Germany signed a non-aggression pact in Berlin.": ["Germany | partyTo | non-aggression pact"],
    "India, as a party to the Simla Agreement, rejects any mediation.": ["India | partyTo | Simla Agreement"],
    # who they are, another clause says
    "The states that signed the Antarctic Treaty were Chile and Norway.": [
        "Chile | partyTo | Antarctic Treaty",
        "Norway | partyTo | Antarctic Treaty",
    ],
    "He met envoys from the states that had signed the Antarctic Treaty: Chile and Norway.": [
        "Chile | partyTo | Antarctic Treaty",
        "Norway | partyTo | Antarctic Treaty",
    ],
    "The first state that ratified the Antarctic Treaty was Britain.": [
        "United Kingdom | partyTo | Antarctic Treaty"
    ],
    "The Antarctic Treaty was signed in 1959. The twelve signatories included Chile and Norway.": [
        "Chile | partyTo | Antarctic Treaty",
        "Norway | partyTo | Antarctic Treaty",
    ],
    "The Antarctic Treaty says that each of the signatories—Chile and Norway among them—may inspect bases.": [
        "Chile | partyTo | Antarctic Treaty",
        "Norway | partyTo | Antarctic Treaty",
    ],
    "After they had signed the Rush-Bagot Pact, Britain and the United States withdrew their fleets.": [
        "United Kingdom | partyTo | Rush-Bagot Pact",
        "United States | partyTo | Rush-Bagot Pact",
    ],
    # of which kind an instrument with a name is
    "The Rush-Bagot Pact was an agreement between Britain and the United States.": [
        "United Kingdom | partyTo | Rush-Bagot Pact",
        "United States | partyTo | Rush-Bagot Pact",
    ],
    "In 1840 the chiefs entered into a compact with Britain, the Treaty of Waitangi.": [
        "United Kingdom | partyTo | Treaty of Waitangi"
    ],
    "Turkey signed a treaty with Greece known as the Treaty of Lausanne.": [
        "Turkey | partyTo | Treaty of Lausanne",
        "Greece | partyTo | Treaty of Lausanne",
    ],
    "The Antarctic Treaty was acceded to by Monaco in 2008.": ["Monaco | partyTo | Antarctic Treaty"],
}
JOINS_NOT = {
    "Kenya signed agreements with Huawei and two other firms.": "partyTo",
    "Greece denounced the maritime agreement between Turkey and Libya.": "Greece | partyTo",
    "Ethiopia gave Sudan an ultimatum to respect the ceasefire.": "Ethiopia | partyTo",
    "A peace agreement between the Malian government and Azawad rebel groups collapsed.": "Azawad | partyTo",
    "Hamas urged Arabs to reject the peace deals between Egypt and Israel.": "partyTo",
    "Militants came. When they signed the Rush-Bagot Pact, Britain and the United States left.": "partyTo",
    "The petition was sent off in 1959. Its signatories were Chile and Norway.": "partyTo",
    "The states that had read of the Antarctic Treaty were Chile and Norway.": "partyTo",
    "The Treaty of Versailles was no treaty with Monaco.": "Monaco | partyTo | Treaty of Versailles",
}


def test_land_passes_and_titles_are_given_up(extractor: Extractor) -> None:
    assert amiss(extractor, PASSES, PASSES_NOT) == ([], [])


def test_states_become_parties_and_others_do_not(extractor: Extractor) -> None:
    assert amiss(extractor, JOINS, JOINS_NOT) == ([], [])


BROKERED = {
    "Sri Lanka has fought rebels for years. Norway brokered a truce between the rebels and the government.": [
        "Sri Lanka | partyTo | truce"
    ],
    "Mali and Niger signed a truce after talks mediated by Togo. Egypt urged both sides to honour the truce.": [
        "Mali | partyTo | truce",
        "Niger | partyTo | truce",
    ],
}
NOT_BROKERED = {
    "The war took many lives before Norway brokered a truce between the rebels and the government.": "Norway | party",
    "After talks mediated by Togo Mali and Niger met. Egypt urged both sides to honour the truce.": "Togo | party",
    "The Turkish government signed a memorandum with a maker of jets.": "partyTo",
    "Washington feared that Berlin would acquire a base in Samoa.": "transferred",
    "China's lease of Hong Kong to Britain ran out in 1997.": "Hong Kong | transferredTo | China",
}


def test_who_mediates_is_no_party(extractor: Extractor) -> None:
    assert amiss(extractor, BROKERED, NOT_BROKERED) == ([], [])
