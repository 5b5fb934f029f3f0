"""Courts, commissions, councils."""

import pytest
from linked import read
from parses import linker, parse, word

from kgraph.extraction import Extractor


def test_known_court_is_a_body() -> None:
    doc = parse("International_Court_of_Justice NNP ROOT International_Court_of_Justice")
    (found,) = linker(doc).bodies(doc[0])
    assert found.entity.known


def test_described_court_is_a_body_of_its_own() -> None:
    doc = parse("""
        An          DT  det      panel
        arbitration NN  compound panel
        panel       NN  nsubj    ruled
        ruled/rule  VBD ROOT     ruled
        .           .   punct    ruled
        """)
    (found,) = linker(doc).bodies(word(doc, "panel"))
    assert (found.entity.label, found.entity.known) == ("arbitration panel", False)


@pytest.mark.model
def test_the_tribunal_is_the_one_that_the_text_brought_in(extractor: Extractor) -> None:
    doc, linker = read(
        extractor, "An arbitral tribunal ruled for Peru. The tribunal found no claim of Chile."
    )
    first, second = (linker.bodies(token)[0].entity for token in doc if token.text == "tribunal")
    assert first == second


@pytest.mark.model
def test_a_second_tribunal_is_another(extractor: Extractor) -> None:
    doc, linker = read(extractor, "An arbitral tribunal ruled for Peru. A mixed tribunal ruled for Chile.")
    first, second = (linker.bodies(token)[0].entity for token in doc if token.text == "tribunal")
    assert first != second


def test_state_is_no_body() -> None:
    doc = parse("""
        Japan      NNP nsubj ruled
        ruled/rule VBD ROOT  ruled
        .          .   punct ruled
        """)
    assert linker(doc).bodies(word(doc, "Japan")) == ()
