"""Headlines in capitals are read as if they had none, and the text stays as it is."""

import pytest

from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.model import Assertion, Document
from kgraph.text.capitals import truecase


def cased(text: str) -> str:
    return truecase(text, Gazetteer.load().find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JAPAN CLAIMS KUNASHIR", "Japan claims Kunashir"),
        ("THE UK HANDS OVER THE CHAGOS ISLANDS", "The UK hands over the Chagos Islands"),
        ("COURT RULES AGAINST CHINA. Beijing protests.", "Court rules against China. Beijing protests."),
        ("LAVROV MEETS OTHERS", "Lavrov meets others"),
        ("JAPAN’S CLAIM REJECTED", "Japan’s claim rejected"),
        ("RUSSIA MAY CEDE KUNASHIR", "Russia may cede Kunashir"),
        ("UN NATO EU", "UN NATO EU"),
        ("The UN and NATO met.", "The UN and NATO met."),
        ("BREAKING NEWS", "BREAKING NEWS"),
        ("İSTANBUL TALKS RESUMED", "İSTANBUL talks resumed"),
        ("", ""),
    ],
)
def test_stretches_in_capitals_get_their_usual_case(text: str, expected: str) -> None:
    assert cased(text) == expected
    assert len(cased(text)) == len(text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Argentina renews claim to Falkland Islands",
        "Kosovo declares independence from Serbia",
        "China deploys troops to the Spratly Islands",
        "India and Pakistan resume talks on Kashmir",
        "Russia rejects Japan's claim to the Kuril Islands",
        "Greece recognises Kosovo",
        "Russia may cede Kunashir to Japan",
        "Turkish troops never occupied Northern Cyprus, Ankara says",
    ],
)
def test_headline_in_capitals_says_the_same(text: str, extractor: Extractor) -> None:
    documents = [Document(id="small", text=text), Document(id="large", text=text.upper())]
    small, large = extractor.read(documents)

    def said(assertions: tuple[Assertion, ...]) -> set[tuple[str, ...]]:
        return {(a.subject.id, a.predicate, a.object.id, a.polarity, a.modality) for a in assertions}

    assert said(large.assertions) == said(small.assertions) != set()
    assert all(e.quotation == text.upper() for a in large.assertions for e in a.evidence)


@pytest.mark.model
def test_words_in_capitals_are_no_names_of_persons(extractor: Extractor) -> None:
    (reading,) = extractor.read(
        [Document(id="d", text="RUSSIAN FOREIGN MINISTER SERGEI LAVROV VISITS TOKYO")]
    )
    assert {a.subject.label for a in reading.assertions if a.predicate == "represents"} == {"Sergei Lavrov"}
