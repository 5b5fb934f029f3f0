"""Treaties, declarations, agreements: by name, else by the words that say which one."""

from linked import labels
from parses import linker, parse, word

from kgraph.model import EntityKind


def test_unnamed_instrument_is_described() -> None:
    doc = parse("""
        Chile       NNP nsubj    signed
        signed/sign VBD ROOT     signed
        a           DT  det      treaty
        new         JJ  amod     treaty
        border      NN  compound treaty
        treaty      NN  dobj     signed
        with        IN  prep     treaty
        Peru        NNP pobj     with
        .           .   punct    signed
        """)
    (found,) = linker(doc).instruments(word(doc, "treaty"))
    assert found.entity.label == "border treaty"
    assert found.entity.kind is EntityKind.INSTRUMENT


def test_what_an_instrument_is_about_belongs_to_its_name() -> None:
    doc = parse("""
        Treaty    NNP ROOT Treaty
        on        IN  prep Treaty
        Fisheries NNP pobj on
        with      IN  prep Treaty
        Chile     NNP pobj with
        """)
    assert labels(linker(doc).instruments(doc[0])) == ["Treaty on Fisheries"]


def test_declaration_of_independence_is_no_instrument() -> None:
    doc = parse("""
        Kosovo       NNP nsubj made
        made/make    VBD ROOT  made
        a            DT  det   declaration
        declaration  NN  dobj  made
        of           IN  prep  declaration
        independence NN  pobj  of
        .            .   punct made
        """)
    assert linker(doc).instruments(word(doc, "declaration")) == ()


def test_other_nouns_are_no_instruments() -> None:
    doc = parse("""
        Chile       NNP nsubj signed
        signed/sign VBD ROOT  signed
        a           DT  det   letterhead
        letterhead  NN  dobj  signed
        .           .   punct signed
        """)
    assert linker(doc).instruments(word(doc, "letterhead")) == ()


def test_a_name_of_two_words_that_and_joins_is_one() -> None:
    doc = parse("""
        Treaty   NNP ROOT Treaty
        of       IN  prep Treaty
        Amity    NNP pobj of
        and      CC  cc   Amity
        Commerce NNP conj Amity
        with     IN  prep Treaty
        Chile    NNP pobj with
        """)
    assert labels(linker(doc).instruments(doc[0])) == ["Treaty of Amity and Commerce"]


def test_it_is_the_instrument_named_last() -> None:
    doc = parse("""
        Chile         NNP nsubj drafted
        drafted/draft VBD ROOT  drafted
        the           DT  det   Treaty
        Treaty        NNP dobj  drafted
        of            IN  prep  Treaty
        Nowhere       NNP pobj  of
        and           CC  cc    drafted
        signed/sign   VBD conj  drafted
        it            PRP dobj  signed
        .             .   punct drafted
        """)
    assert labels(linker(doc).instruments(word(doc, "it"))) == ["Treaty of Nowhere"]
