"""The two between whom something is, and names behind a word that the model makes a noun of its own."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "A truce between the Turkish army and rebel PKK fighters collapsed in 2015.": (
        "Turkey | partyTo | truce",
        "Kurdistan Workers' Party | partyTo | truce",
    ),
    "Fighting between government troops in Colombia and FARC guerrillas killed twelve.": (
        "Colombia | clashesWith | Revolutionary Armed Forces of Colombia",
    ),
    "Talks between Georgia and separatist Abkhazia collapsed.": ("Abkhazia | negotiatesWith | Georgia",),
    "Morocco and Spain signed a new accord, the Treaty of Angra de Cintra, that spring.": (
        "Morocco | partyTo | Treaty of Angra de Cintra",
        "Spain | partyTo | Treaty of Angra de Cintra",
    ),
    "The resulting agreement, the Treaty of Wangxia, was ratified by China in 1844.": (
        "China | partyTo | Treaty of Wangxia",
    ),
    "U.S. Marines landed in Lebanon in 1958.": ("United States | deploysForcesTo | Lebanon",),
    "ETA's armed wing attacked Spanish police in 1987.": ("ETA | clashesWith | Spain",),
}
NOTHING = {
    "The road between the Palestinian-ruled territory and Israel was quiet.": "administers",
    "Chile and Peru signed a contract, the same day, for copper.": "partyTo",
    "The accord was read to the Marines as they were about to remain in Lebanon.": "Marines | ",
    "Israel and the Palestinians agreed to hand over Tulkarm to Palestinian control.": (
        "Tulkarm | transferredFrom | Palestine"
    ),
    "After the withdrawal of French diplomats from Hanoi the port was closed.": "deploysForcesTo",
    "Iran was subject to British export controls.": "administers",
    "Nepal reclaimed control of the town of Dhangadi.": "claims",
}


@pytest.mark.model
def test_both_parties_are_read(extractor: Extractor) -> None:
    missing, _ = amiss(extractor, MEANT, {})
    assert missing == []


@pytest.mark.model
def test_nobody_else_is_made_a_party(extractor: Extractor) -> None:
    _, wrong = amiss(extractor, {}, NOTHING)
    assert wrong == []
