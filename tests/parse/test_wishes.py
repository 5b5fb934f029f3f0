"""Clauses with a base form, by which somebody wants what is not so: "insists that Russia withdraw"."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Modality

WANTED = {
    "Greece demands that Turkey withdraw from Cyprus.": "Turkey | withdrawsFrom | Cyprus",
    "Kyiv insists that Russia withdraw from Crimea.": "Russia | withdrawsFrom | Crimea",
    "Moscow insists that Kyiv recognise Crimea as Russian.": "Ukraine | recognizes | Russia",
    "Malaysia insists that the Philippines renounce Sabah.": "Philippines | renounces | Sabah",
    "It is essential that Japan renounce Takeshima.": "Japan | renounces | Liancourt Rocks",
    "It is vital that Kunashir be returned to Japan.": "Kunashir | transferredTo | Japan",
    "The UN called for Russia to withdraw from Crimea.": "Russia | withdrawsFrom | Crimea",
}
SAID = {
    "Moscow insists that Crimea belongs to Russia.": "Crimea | partOf | Russia",
    "Armenia suggested that Azerbaijan occupied Agdam.": "Azerbaijan | occupies | Agdam",
    "It is important that Armenia gave up Agdam.": "Armenia | renounces | Agdam",
    "Moscow insists that Abkhazia and South Ossetia border Russia, and Japan claims Kunashir.": (
        "Japan | claims | Kunashir"
    ),
}
DEMANDED = {
    "Argentina demands that the United Kingdom hand over the Falkland Islands.": (
        "Argentina | claims | Falkland Islands"
    ),
    "Greece demands that Turkey withdraw from Cyprus.": "Greece | demands | Turkey",
    "Kyiv insists that Russia withdraw from Crimea.": "Ukraine | demands | Russia",
    "The UN called for Russia to withdraw from Crimea.": "United Nations | demands | Russia",
}


@pytest.mark.model
@pytest.mark.parametrize(
    ("meant", "modality"),
    [(WANTED, Modality.POSSIBLE), (SAID, Modality.ACTUAL), (DEMANDED, Modality.ACTUAL)],
)
def test_base_form_is_wanted_and_what_is_said_is_said(
    extractor: Extractor, meant: dict[str, str], modality: Modality
) -> None:
    readings = extractor.read(Document(id=text, text=text) for text in meant)
    told = {
        reading.document.text: {
            f"{a.subject.label} | {a.predicate} | {a.object.label}"
            for a in reading.assertions
            if a.modality is modality
        }
        for reading in readings
    }
    assert [text for text, line in meant.items() if line not in told[text]] == []


@pytest.mark.model
def test_who_tells_what_was_done_demands_nothing(extractor: Extractor) -> None:
    text = "Kyiv insisted that Russia withdrew from Snake Island."
    (reading,) = extractor.read([Document(id="any", text=text)])
    assert {a.predicate for a in reading.assertions} == {"withdrawsFrom", "deploysForcesTo"}
