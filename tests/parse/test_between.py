"""The two between whom something is, and other names and verbs that the model hangs elsewhere."""

import pytest
from told import amiss

from kgraph.extraction import Extractor

MEANT = {
    "A truce between the Turkish army and rebel PKK fighters collapsed in 2015.": (
        "Turkey | partyTo | truce",
        "Kurdistan Workers' Party | partyTo | truce",
    ),
    # a date parts the two from what they do to each other
    "There was a series of clashes Sunday between Fatah and Hamas.": ("Fatah | clashesWith | Hamas",),
    "Tension culminated in a five-day conflict in August 2008 between Russia and Georgia.": (
        "Russia | clashesWith | Georgia",
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
    "A suspected U.S. drone fired missiles at a Taliban compound in Pakistan.": (
        "Taliban | clashesWith | United States",
    ),
    "The caves were used by Hezbollah to fire rockets into Israel.": ("Hezbollah | clashesWith | Israel",),
    "North Korea sent a letter to Seoul. The North's army fired on a South Korean boat.": (
        "North Korea | clashesWith | South Korea",
    ),
    "Ethiopia sent troops to Somalia Monday.": ("Ethiopia | deploysForcesTo | Somalia",),
    "Envoys from Chad, Niger, Mali and Togo met with Nigerian President Bola Tinubu in Abuja.": (
        "Chad | metWith | Bola Tinubu",
        "Togo | metWith | Bola Tinubu",
    ),
    "Israel shelled a camp of Hezbollah fighters who Israel says attacked its post.": (
        "Hezbollah | clashesWith | Israel",
    ),
    "Colombia's army and fighters of the FARC clashed in Cauca.": (
        "Colombia | clashesWith | Revolutionary Armed Forces of Colombia",
    ),
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
    "South Korea lies in Asia. She moved to the South of France and attacked the North.": "North Korea",
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
