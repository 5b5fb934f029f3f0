"""What a relation is about, and names as such."""

from linked import labels
from parses import linker, parse, word

from kgraph.model import EntityKind


def test_one_known_place_is_the_matter() -> None:
    doc = parse("""
        Japan    NNP nsubj disagree
        and      CC  cc    Japan
        Russia   NNP conj  Japan
        disagree VBP ROOT  disagree
        over     IN  prep  disagree
        Kunashir NNP pobj  over
        .        .   punct disagree
        """)
    matter = linker(doc).matter([word(doc, "Kunashir")])
    assert matter is not None
    assert matter.known


def test_several_places_are_one_matter_in_words() -> None:
    doc = parse("""
        Japan    NNP nsubj disagree
        and      CC  cc    Japan
        Russia   NNP conj  Japan
        disagree VBP ROOT  disagree
        over     IN  prep  disagree
        Kunashir NNP pobj  over
        and      CC  cc    Kunashir
        Iturup   NNP conj  Kunashir
        .        .   punct disagree
        """)
    matter = linker(doc).matter([word(doc, "Kunashir"), word(doc, "Iturup")])
    assert matter is not None
    assert (matter.label, matter.kind) == ("Kunashir and Iturup", EntityKind.NAME)


def test_date_is_no_matter() -> None:
    doc = parse("met/meet VBD ROOT met\non IN prep met\nMonday NNP pobj on DATE")
    assert linker(doc).matter([word(doc, "Monday")]) is None
    assert linker(doc).matter([]) is None


def test_name_is_taken_without_quotation_marks() -> None:
    doc = parse("called/call VBD ROOT called\nSenkaku NNP compound “Islands\n“Islands NNP dobj called")
    assert labels(linker(doc).names(word(doc, "Senkaku"))) == ["Senkaku"]


def test_common_noun_is_no_name() -> None:
    doc = parse("""
        Peru        NNP nsubj    called
        called/call VBD ROOT     called
        the         DT  det      illegal
        purchase    NN  compound illegal
        illegal     JJ  oprd     called
        .           .   punct    called
        """)
    assert linker(doc).names(word(doc, "purchase")) == ()
