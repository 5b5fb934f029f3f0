"""What gerunds and participles tell of those who do what they say, and near misses."""

import pytest
from told import told

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

TOLD = {
    # praise and blame: whoever earns it did it, whoever passes it did not
    "Ghana won praise for sending soldiers to Lebanon.": {"Ghana | deploysForcesTo | Lebanon"},
    "Turkey faces criticism from Greece for recognising Northern Cyprus.": {
        "Turkey | recognizes | Northern Cyprus"
    },
    "Canada imposed sanctions on Russia for annexing Crimea.": {
        "Canada | sanctions | Russia",
        "Russia | annexed | Crimea",
    },
    "Georgia's criticism of Nauru for recognising Abkhazia was muted.": {"Nauru | recognizes | Abkhazia"},
    "Seoul demanded an apology from Tokyo for annexing Korea.": {"Japan | annexed | Korea"},
    "Tokyo has made an apology for annexing Korea.": {"Japan | annexed | Korea"},
    "Russia was suspended from the council for having annexed Crimea.": {"Russia | annexed | Crimea"},
    "Togo received aid for recognising the republic.": set(),
    # whose clause it is that a gerund opens
    "Critics accuse Nepal of issuing a map that includes Kalapani.": {"Nepal | claims | Kalapani"},
    "Nepal, issuing a map that includes Kalapani, angered its neighbour.": {"Nepal | claims | Kalapani"},
    "After finding that Cameroon has sovereignty over the peninsula, the court adjourned.": {
        "court | ruledFor | Cameroon"
    },
    "Critics accuse Nepal of printing a guide that includes hotels in Kalapani.": set(),
    # what is his who does what a gerund says
    "Pakistan accused India of sending its soldiers into Kashmir.": {"India | deploysForcesTo | Kashmir"},
    "Critics accuse Mogadishu of regarding Somaliland as one of its regions.": {
        "Somalia | claims | Somaliland"
    },
    "Iraq accused Turkey of dropping bombs on its territory.": {"Iraq | clashesWith | Turkey"},
    "Bangladesh, sending 700 soldiers to protect civilians in Haiti, won praise.": {
        "Bangladesh | deploysForcesTo | Haiti"
    },
    "Sudan has accused Chad of helping Darfur rebels in their fight against the government.": set(),
    # between a preposition and a gerund
    "The year ended with Guatemala claiming the south of Belize.": {"Guatemala | claims | south of Belize"},
    "With Russia occupying Crimea, Kyiv asked for help.": {"Russia | occupies | Crimea"},
    "Georgia objects to Russia stationing troops in Abkhazia.": {"Russia | deploysForcesTo | Abkhazia"},
    "Sudan has complained of Ethiopia occupying al-Fashaga.": {"Ethiopia | occupies | Al-Fashaga"},
    "Indonesia, annexing East Timor, ignored the council.": {"Indonesia | annexed | East Timor"},
    "Annexing East Timor in 1976, Indonesia ignored the council.": {"Indonesia | annexed | East Timor"},
}


def test_gerund_tells_of_whoever_does_it(extractor: Extractor) -> None:
    assert told(extractor, TOLD) == TOLD


def test_praise_and_blame_take_a_deed_as_done(extractor: Extractor) -> None:
    """A deed is actual though what it is judged by is not; an accusation leaves it open."""
    texts = (
        "Russia was suspended from the council for having annexed Crimea.",
        "Russia may face new sanctions for annexing Crimea.",
        "The EU could condemn Turkey for annexing Hatay.",
    )
    assert {text: _modalities(extractor, text, "annexed") for text in texts} == {
        text: {"actual"} for text in texts
    }


def _modalities(extractor: Extractor, text: str, predicate: str) -> set[str]:
    (reading,) = extractor.read([Document(id="it", text=text)])
    return {a.modality.value for a in reading.assertions if a.predicate == predicate}
