"""Whose "the army", "parliament", "the Foreign Ministry" are, where no word says it."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

ACTING = {
    "Thailand closed the road to Preah Vihear. The army moved tanks up to the temple.": "Thailand",
    "Pakistan summoned India's envoy. The foreign ministry sent soldiers to the Siachen Glacier.": "Pakistan",
    "Myanmar closed the border. The junta has sent troops to Kokang.": "Myanmar",
    "Turkey shelled Kobani. Authorities have sent soldiers to Afrin.": "Turkey",
    "Somalia's government protested, and the army sent soldiers to Mandera.": "Somalia",
    "Venezuela protested. In Colombia, the army said it had sent troops to Arauca.": "Colombia",
    "Spain closed the border. The Moroccan army sent soldiers to Ceuta.": "Morocco",
    "India and Pakistan traded fire. The army sent soldiers to Kargil.": None,
    "Japan spoke. An army sent soldiers to Kunashir.": None,
    "Chad spoke. The army of the rebels sent soldiers to Aouzou.": None,
}


@pytest.mark.model
def test_institutions_are_those_of_the_state_that_acts_before(extractor: Extractor) -> None:
    readings = extractor.read(Document(id=str(i), text=text) for i, text in enumerate(ACTING))
    found = {
        reading.document.text: [
            a.subject.label for a in reading.assertions if a.predicate == "deploysForcesTo"
        ]
        for reading in readings
    }
    assert found == {text: [acting] if acting else [] for text, acting in ACTING.items()}
