"""Places that are counted, and named behind what they lie in."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

SAID = {
    "Russia has annexed four regions of Ukraine: Kherson, Zaporizhzhia, Donetsk and Luhansk.": {
        "Kherson Oblast",
        "Zaporizhzhia Oblast",
        "Donetsk Oblast",
        "Luhansk Oblast",
    },
    "Japan claims four of the Kuril Islands: Iturup, Kunashir, Shikotan and Habomai.": {
        "Iturup",
        "Kunashir",
        "Shikotan",
        "Habomai Islands",
    },
    "Russia has troops in two regions of Georgia, Abkhazia and South Ossetia.": {
        "Abkhazia",
        "South Ossetia",
    },
    "Spain holds two cities in Africa, Ceuta and Melilla.": {"Ceuta", "Melilla"},
    "Israel captured parts of Syria, Jordan and Egypt.": {"Syria", "Jordan", "Egypt"},
}


@pytest.mark.model
def test_places_are_those_behind_what_they_lie_in(extractor: Extractor) -> None:
    readings = extractor.read(Document(id=text, text=text) for text in SAID)
    assert {r.document.text: {a.object.label for a in r.assertions} for r in readings} == SAID
