"""General words that the sentence says of names."""

from linked import labels
from parses import linker, parse, word


def test_general_words_after_names_are_these_names() -> None:
    doc = parse("""
        Kunashir   NNP ROOT  Kunashir
        and        CC  cc    Kunashir
        Iturup     NNP conj  Kunashir
        ,          ,   punct Iturup
        two        CD  nummod islands
        islands/island NNS appos Iturup
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["Kunashir", "Iturup"]


def test_singular_after_a_list_is_the_nearest() -> None:
    doc = parse("""
        Kunashir   NNP ROOT  Kunashir
        and        CC  cc    Kunashir
        Iturup     NNP conj  Kunashir
        ,          ,   punct Iturup
        an         DT  det   island
        island     NN  appos Iturup
        """)
    assert labels(linker(doc).places(word(doc, "island"))) == ["Iturup"]
