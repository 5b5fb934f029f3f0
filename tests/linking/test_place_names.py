"""Names of places: beside a general word, and those that only the text knows."""

import pytest
from linked import labels
from parses import linker, parse, word

from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse import parse_documents


def test_name_before_a_general_word_is_meant() -> None:
    doc = parse("the DT det region\nTransnistria NNP compound region\nregion NN ROOT region")
    assert labels(linker(doc).places(word(doc, "region"))) == ["Transnistria"]


def test_adjective_before_a_general_word_is_not_the_place() -> None:
    doc = parse("a DT det region\nGeorgian JJ amod region\nregion NN ROOT region")
    assert labels(linker(doc).places(word(doc, "region"))) == ["Georgian region"]


def test_unknown_name_of_a_place_is_kept() -> None:
    doc = parse("Zorgonia NNP ROOT Zorgonia GPE")
    (found,) = linker(doc).places(doc[0])
    assert (found.entity.id, found.entity.known) == ("place_zorgonia", False)


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


@pytest.mark.parametrize(("what", "names"), [("municipality", ["Saba"]), ("colony", ["Saba"]), ("firm", [])])
def test_name_that_is_said_to_be_a_municipality_is_a_place(what: str, names: list[str]) -> None:
    doc = parse(f"""
        Saba          NNP nsubj became
        became/become VBD ROOT  became
        a             DT  det   {what}
        {what}        NN  attr  became
        .             .   punct became
        """)
    assert labels(linker(doc).places(doc[0])) == names


def test_name_with_an_article_is_short_for_one_named_before() -> None:
    doc = parse("""
        The           DT  det   Bailiwick
        Bailiwick     NNP nsubj is
        is/be         VBZ ROOT  is
        a             DT  det   dependency
        dependency    NN  attr  is
        .             .   punct is
        """)
    assert linker(doc).places(word(doc, "Bailiwick")) == ()


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
    ("text", "said"),
    [
        ("Canada sent soldiers to southern Kandahar province.", "Kandahar Province"),
        ("Sudan sent soldiers to the western Darfur region.", "Darfur"),
        ("Turkey sent soldiers into northern Dohuk province.", "Dohuk province"),
        pytest.param("Turkey sent soldiers to northern Cyprus.", "northern Cyprus", id="part"),
        pytest.param("France sent soldiers to northern Mali.", "northern Mali", id="part-of-a-state"),
        pytest.param(
            "India sent soldiers to the eastern Himalayan region.", "eastern Himalayan region", id="adjective"
        ),
    ],
)
def test_direction_before_a_province_tells_where_it_lies(extractor: Extractor, text: str, said: str) -> None:
    (reading,) = extractor.read([Document(id="a", text=text)])
    assert [assertion.object.label for assertion in reading.assertions] == [said]
