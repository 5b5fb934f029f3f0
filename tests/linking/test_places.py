"""Where something is: known names first, then references, then descriptions."""

import pytest
from linked import labels, read, said
from parses import linker, parse, word

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse import parse_documents


def test_adjective_is_no_place() -> None:
    doc = parse("""
        Moroccan     JJ  amod  troops
        troops/troop NNS nsubj left
        left/leave   VBD ROOT  left
        .            .   punct left
        """)
    assert linker(doc).places(word(doc, "Moroccan")) == ()


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


def test_name_before_a_general_word_is_meant() -> None:
    doc = parse("the DT det region\nTransnistria NNP compound region\nregion NN ROOT region")
    assert labels(linker(doc).places(word(doc, "region"))) == ["Transnistria"]


def test_adjective_before_a_general_word_is_not_the_place() -> None:
    doc = parse("a DT det region\nGeorgian JJ amod region\nregion NN ROOT region")
    assert labels(linker(doc).places(word(doc, "region"))) == ["Georgian region"]


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


def test_what_including_adds_counts_too() -> None:
    doc = parse("""
        islands/island NNS ROOT islands
        in             IN  prep islands
        Asia           NNP pobj in
        including      VBG prep islands
        Kunashir       NNP pobj including
        """)
    assert labels(linker(doc).places(word(doc, "islands")))[-1] == "Kunashir"


def test_described_place_is_unknown_and_named_by_its_description() -> None:
    doc = parse("""
        Kenya          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        islands/island NNS dobj  claims
        at             IN  prep  islands
        the            DT  det   mouth
        mouth          NN  pobj  at
        of             IN  prep  mouth
        the            DT  det   river
        river          NN  pobj  of
        .              .   punct claims
        """)
    (found,) = linker(doc).places(word(doc, "islands"))
    assert (found.entity.label, found.entity.known) == ("islands at the mouth of the river", False)


def test_description_leaves_out_that_it_is_disputed_and_whose_it_is() -> None:
    doc = parse("""
        Kenya                NNP  poss  coast
        's                   POS  case  Kenya
        disputed             JJ   amod  coast
        northern             JJ   amod  coast
        coast                NN   ROOT  coast
        """)
    (found,) = linker(doc).places(word(doc, "coast"))
    assert found.entity.label == "northern coast"


def test_bare_reference_without_an_antecedent_is_no_place() -> None:
    doc = parse("""
        Kenya            NNP nsubj claims
        claims/claim     VBZ ROOT  claims
        the              DT  det   islands
        disputed/dispute VBN amod  islands
        islands/island   NNS dobj  claims
        .                .   punct claims
        """)
    assert linker(doc).places(word(doc, "islands")) == ()


def test_unknown_name_of_a_place_is_kept() -> None:
    doc = parse("Zorgonia NNP ROOT Zorgonia GPE")
    (found,) = linker(doc).places(doc[0])
    assert (found.entity.id, found.entity.known) == ("place_zorgonia", False)


def test_common_noun_that_names_no_place_is_none() -> None:
    doc = parse("""
        Kenya          NNP nsubj claims
        claims/claim   VBZ ROOT  claims
        the            DT  det   damages
        damages/damage NNS dobj  claims
        .              .   punct claims
        """)
    assert linker(doc).places(word(doc, "damages")) == ()


@pytest.mark.parametrize("pronoun", ["he", "him", "she", "who"])
def test_personal_pronoun_is_no_place(pronoun: str) -> None:
    doc = parse(f"Japan NNP nsubj claims\nclaims/claim VBZ ROOT claims\n{pronoun} PRP dobj claims")
    assert linker(doc).places(word(doc, pronoun)) == ()


def unknown(where: str, name: str) -> list[str]:
    doc = parse(f"""
        ships/ship    NNS nsubj met
        met/meet      VBD ROOT  met
        {where}       IN  prep  met
        {name}        NNP pobj  {where}
        .             .   punct met
        """)
    return labels(linker(doc).places(word(doc, name)))


@pytest.mark.parametrize("where", ["in", "at", "near", "off"])
def test_name_behind_a_word_of_place_is_a_place_that_only_the_text_knows(where: str) -> None:
    assert unknown(where, "Vardenis") == ["Vardenis"]


@pytest.mark.parametrize(("where", "name"), [("with", "Vardenis"), ("in", "Parliament"), ("in", "MNLA")])
def test_name_of_a_chamber_or_behind_other_words_is_no_place(where: str, name: str) -> None:
    assert unknown(where, name) == []


@pytest.mark.model
def test_town_that_bears_a_known_name_is_told_with_its_state(extractor: Extractor) -> None:
    document = Document(id="a", text="He was born in Moscow, Idaho. He died in Nemuro, Japan.")
    ((_, (part,)),) = parse_documents([document], extractor.nlp, extractor.find_names)
    found, _ = extractor.link(part)
    assert labels(found.places(word(part.doc, "Moscow"))) == ["Moscow, Idaho"]
    assert labels(found.places(word(part.doc, "Nemuro"))) == ["Nemuro"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Syria wants back the hills Israel seized.", ["hills"]),
        ("Syria wants back the hills.", []),
        ("Syria wants back the hills where Israel has radars.", []),
    ],
)
def test_bare_reference_is_told_by_what_somebody_did(
    extractor: Extractor, text: str, places: list[str]
) -> None:
    doc, linked = read(extractor, text)
    assert labels(linked.places(word(doc, "hills"))) == places


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


def test_islands_that_somebody_did_something_to_are_told_by_that() -> None:
    doc = parse("""
        Fiji           NNP nsubj wants
        wants/want     VBZ ROOT  wants
        the            DT  det   islands
        islands/island NNS dobj  wants
        that           WDT dobj  ceded
        Italy          NNP nsubj ceded
        ceded/cede     VBD relcl islands
        to             IN  prep  ceded
        Greece         NNP pobj  to
        """)
    assert labels(linker(doc).places(word(doc, "islands"))) == ["islands"]


def test_islands_that_do_something_are_told_by_nothing() -> None:
    doc = parse("""
        Fiji           NNP nsubj wants
        wants/want     VBZ ROOT  wants
        the            DT  det   islands
        islands/island NNS dobj  wants
        that           WDT nsubj face
        face           VBP relcl islands
        Greece         NNP dobj  face
        """)
    assert linker(doc).places(word(doc, "islands")) == ()
