"""Groups and parts: what names its members gives these, a part is its whole or another place."""

import pytest
from linked import labels, said
from parses import linker, parse, word


def test_islands_of_several_names_are_these() -> None:
    doc = parse("""
        Russia         NNP nsubj holds
        holds/hold     VBZ ROOT  holds
        the            DT  det   islands
        islands/island NNS dobj  holds
        of             IN  prep  islands
        Kunashir       NNP pobj  of
        and            CC  cc    Kunashir
        Iturup         NNP conj  Kunashir
        .              .   punct holds
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["Kunashir", "Iturup"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        pytest.param("Kashmir", "Kashmir", id="of-a-territory"),
        pytest.param("Georgia", "part of Georgia", id="of-a-state-it-is-not-the-state"),
    ],
)
def test_part_of_a_known_place(name: str, label: str) -> None:
    doc = parse(f"""
        Russia     NNP nsubj holds
        holds/hold VBZ ROOT  holds
        part       NN  dobj  holds
        of         IN  prep  part
        {name}     NNP pobj  of
        .          .   punct holds
        """)
    found = linker(doc).places(word(doc, "part"))
    assert (labels(found), said(doc, found)) == ([label], [f"part of {name}"])


@pytest.mark.parametrize(
    ("edge", "label"),
    [
        pytest.param("tip", "tip of Kunashir", id="an-edge-is-not-the-island"),
        pytest.param("island", "Kunashir", id="its-general-word-is"),
    ],
)
def test_edge_of_a_territory_is_another_place(edge: str, label: str) -> None:
    doc = parse(f"{edge} NN ROOT {edge}\nof IN prep {edge}\nKunashir NNP pobj of")
    assert labels(linker(doc).places(word(doc, edge))) == [label]


def test_both_banks_of_a_lake_are_the_lake() -> None:
    doc = parse("""
        both    DT  det  banks
        banks/bank NNS ROOT banks
        of      IN  prep banks
        Kunashir NNP pobj of
        """)
    assert labels(linker(doc).places(word(doc, "banks"))) == ["Kunashir"]


def test_names_after_a_general_word_are_its_members() -> None:
    doc = parse("""
        two        CD  nummod islands
        islands/island NNS ROOT islands
        ,          ,   punct islands
        Kunashir   NNP appos islands
        and        CC  cc    Kunashir
        Iturup     NNP conj  Kunashir
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["Kunashir", "Iturup"]


def test_what_including_adds_counts_too() -> None:
    doc = parse("""
        islands/island NNS ROOT islands
        in             IN  prep islands
        Asia           NNP pobj in
        including      VBG prep islands
        Kunashir       NNP pobj including
        """)
    assert labels(linker(doc).places(word(doc, "islands")))[-1] == "Kunashir"


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param("the", ["Western Sahara"], id="the-colony-of-a-place-is-the-place"),
        pytest.param("a", ["former Spanish colony of Western Sahara"], id="a-colony-is-one-of-several"),
    ],
)
def test_colony_of_somebody_is_the_place_that_it_is_of(article: str, expected: list[str]) -> None:
    doc = parse(f"""
        Morocco        NNP nsubj    holds
        holds/hold     VBZ ROOT     holds
        {article}      DT  det      colony
        former         JJ  amod     colony
        Spanish        JJ  amod     colony
        colony         NN  dobj     holds
        of             IN  prep     colony
        Western        NNP compound Sahara
        Sahara         NNP pobj     of
        """)
    assert labels(linker(doc).places(word(doc, "colony"))) == expected
