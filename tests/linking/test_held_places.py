"""Names that nobody knows, of what only land undergoes: they are places, whatever the model takes them for."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

_GIVES = {
    "Bangkok regained Battambang and Siem Reap in 1941.": ["Battambang", "Siem Reap"],
    "Denmark sold the islands of Saint Thomas and Saint Croix to the United States.": [
        *("Saint Thomas", "Saint Croix") * 2
    ],
    "Afghan forces recaptured Lashkar Gah in May.": ["Lashkar Gah"],
    "British troops turned over responsibility for southern Dhi Qar province to Iraqi forces.": [
        "Dhi Qar province"
    ],
    "Russia returned Tarabarov and half of Bolshoi Ussuriysky to China.": ["Tarabarov"] * 2,
    "Washington gave up its claim to Manihiki.": ["Manihiki"],
    "The treaty gave Sector C to Italy.": ["Sector C"],
    # what is part of a state, or what a state is made up of
    "Sanma is part of Vanuatu.": ["Sanma"],
    "Vanuatu is composed of Tafea and Torba.": ["Tafea", "Torba"],
    "The delegation was composed of Tafea and Torba.": [],
    "Tafea is part of Geely.": [],
    "Tafea was part of Vanuatu's team.": [],
    # persons, and no place
    "Italy handed Plan B to Yugoslavia.": [],
    "Afghan forces supported John Smith in May.": [],
    "Russia thanked Tarabarov and China.": [],
    "Bangkok welcomed Siem Reap in 1941.": [],
}


def test_what_is_ceded_or_regained_is_a_place(extractor: Extractor) -> None:
    documents = [Document(id=str(number), text=text) for number, text in enumerate(_GIVES)]
    found = [
        [end.label for a in reading.assertions for end in (a.subject, a.object) if not end.known]
        for reading in extractor.read(documents)
    ]
    assert found == list(_GIVES.values())
