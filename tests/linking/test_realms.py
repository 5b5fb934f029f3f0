"""Realms and peoples of histories, which no gazetteer has: who ruled and took land, by the name that they bear."""

import pytest
from linked import labels, read
from parses import word

from kgraph.extraction import Extractor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "head", "agents"),
    [
        ("The Zagwe dynasty ruled northern Ethiopia.", "dynasty", ["Zagwe dynasty"]),
        ("Cyprus was ruled by the Lusignan kings.", "kings", ["Lusignan kings"]),
        ("The Kingdom of Kush ruled Egypt.", "Kingdom", ["Kingdom of Kush"]),
        ("The Aztecs ruled central Mexico.", "Aztecs", ["Aztecs"]),
        ("Sudan was conquered by the Mahdists.", "Mahdists", ["Mahdists"]),
        ("The Bolsheviks took control of Georgia.", "Bolsheviks", ["Bolsheviks"]),
        ("The Kanem-Bornu Empire ruled southern Chad.", "Empire", ["Kanem-Bornu Empire"]),
        ("The Jolof Empire arose in 1350. The empire ruled most of Senegal.", "empire", ["Jolof Empire"]),
        # whose names share their noun
        (
            "Bahrain was ruled by the Portuguese and Persian Empires.",
            "Empires",
            ["Portuguese Empire", "Persian Empire"],
        ),
        # known ones
        ("The Ottoman dynasty controlled Hungary.", "dynasty", ["Ottoman Empire"]),
        ("Belarus was occupied by the Russian empire.", "empire", ["Russian Empire"]),
        # none that bears a name
        ("Ancient kingdoms ruled the coast of Ghana.", "kingdoms", []),
        ("The Ministers took control of Georgia.", "Ministers", []),
        ("The Popes walked to Rome.", "Popes", []),
    ],
)
def test_realm_or_people_rules(extractor: Extractor, text: str, head: str, agents: list[str]) -> None:
    doc, linker = read(extractor, text)
    assert labels(linker.agents(word(doc, head))) == agents
