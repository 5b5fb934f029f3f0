"""What a page about a state tells of a land without a subject."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

# title and text, and what is told of whom
MEANT = {
    (
        "Guatemala",
        'Sapodilla Cayes (the "Cayos Zapotillos"). Coral islets. Under Belizean rule, but claimed by Guatemala.',
    ): (
        "Belize | administers | Sapodilla Cays",
        "Guatemala | claims | Sapodilla Cays",
        "Sapodilla Cays | knownAs | Cayos Zapotillos",
    ),
    ("Romania", "Bessarabia, province between two rivers; maize. Ceded to the Soviet Union in 1940."): (
        "Bessarabia | transferredTo | Soviet Union",
    ),
    ("Chad", "Aozou Strip. Desert tract along the Libyan frontier. Entered by Libyan troops in 1973."): (
        "Libya | deploysForcesTo | Aouzou Strip",
    ),
    ("Iraq", "Annexed Kuwait in August 1990."): ("Iraq | annexed | Kuwait",),
    ("Madagascar", "The Îles Glorieuses, administered by France, are claimed by the Republic."): (
        "France | administers | Glorioso Islands",
        "Madagascar | claims | Glorioso Islands",
    ),
    ("Chad", "Aouzou: oasis in the far north. Occupied by Libya from 1973 to 1994."): (
        "Libya | occupies | Aouzou Strip",
    ),
    ("Iran", "Abu Musa. Island in the Gulf. Held by Iran since 1971; claimed by the United Arab Emirates."): (
        "Iran | administers | Abu Musa",
        "United Arab Emirates | claims | Abu Musa",
    ),
    ("Guyana", "Ankoko\nIsland in the Cuyuni river. Occupied by Venezuela in 1966."): (
        "Venezuela | occupies | Ankoko Island",
    ),
    ("Chad", "The Aozou Strip lies along the northern border. Occupied by Libya in 1973."): (
        "Libya | occupies | Aouzou Strip",
    ),
    ("Peru", "Republic on the Pacific coast. Occupied by Chile from 1881 to 1883."): (
        "Chile | occupies | Peru",
    ),
    ("Kenya", "The capital is Nairobi. Claimed by Somalia until 1981."): ("Somalia | claims | Kenya",),
    ("Japan", "LONDON. Claims the Kuril Islands."): ("Japan | claims | Kuril Islands",),
    ("Chad", "Aouzou: an oasis.\n\nOccupied by France in 1900."): ("France | occupies | Chad",),
}


@pytest.mark.model
def test_clause_without_subject_is_about_the_entry_of_its_paragraph(extractor: Extractor) -> None:
    documents = [Document(id=str(i), title=title, text=text) for i, (title, text) in enumerate(MEANT)]
    read = {
        (reading.document.title, reading.document.text): {
            f"{a.subject.label} | {a.predicate} | {a.object.label}" for a in reading.assertions
        }
        for reading in extractor.read(documents)
    }
    assert {key: read[key] for key in MEANT} == {key: set(lines) for key, lines in MEANT.items()}
