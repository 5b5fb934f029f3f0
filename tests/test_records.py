"""Assertions as JSON Lines."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import (
    Assertion,
    Document,
    Entity,
    EntityKind,
    Evidence,
    Modality,
    OpenArgument,
    OpenProposition,
    OpenReading,
    Polarity,
    Reading,
    Span,
)
from kgraph.records import FIELDS, OPEN_FIELDS, to_open_records, to_records, write_jsonl

TEXT = "Tokyo says that it may never renounce the isles. It claims Kunashir."
JAPAN = Entity(id="japan", label="Japan", kind=EntityKind.STATE)
KUNASHIR = Entity(id="kunashir", label="Kunashir", kind=EntityKind.TERRITORY)
KURILS = Entity(id="kuril-islands", label="Kuril Islands", kind=EntityKind.TERRITORY)
MATTER = Entity(id="name_peace-treaty", label="peace treaty", kind=EntityKind.NAME, known=False)
FIRST, SECOND = Span(start=0, end=48), Span(start=49, end=68)


def span(words):
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def evidence(sentence, rule="clause", **fields):
    return Evidence(
        document_id="n1", span=sentence, quotation=sentence.of(TEXT), rule=rule, confidence=0.5, **fields
    )


def reading(*assertions):
    document = Document(id="n1", text=TEXT)
    return Reading(document=document, assertions=assertions, sentences=2, sentences_with_assertion=2)


RENOUNCES = Assertion(
    subject=JAPAN,
    predicate="renounces",
    object=KURILS,
    about=MATTER,
    polarity=Polarity.NEGATIVE,
    modality=Modality.POSSIBLE,
    attribution=JAPAN,
    time="1945/",
    evidence=(evidence(FIRST, subject_span=span("Tokyo"), object_span=span("the isles")),),
)
CLAIMS = Assertion(
    subject=JAPAN,
    predicate="claims",
    object=KUNASHIR,
    evidence=(evidence(SECOND, object_span=span("Kunashir")),),
)


def test_record_has_all_fields_in_order():
    (record,) = to_records(reading(RENOUNCES))
    assert list(record.items()) == [
        ("doc", "n1"),
        ("subject", "Japan"),
        ("subject_text", "Tokyo"),
        ("subject_id", "japan"),
        ("predicate", "renounces"),
        ("object", "Kuril Islands"),
        ("object_text", "the isles"),
        ("object_id", "kuril-islands"),
        ("about", "peace treaty"),
        ("polarity", "negative"),
        ("modality", "possible"),
        ("attribution", "Japan"),
        ("time", "1945/"),
        ("start", 0),
        ("end", 48),
        ("sentence", "Tokyo says that it may never renounce the isles."),
        ("rule", "clause"),
        ("confidence", 0.5),
        ("construction", None),
    ]
    assert tuple(record) == FIELDS


def test_what_is_missing_is_none_and_words_outside_the_sentence_are_the_label():
    (record,) = to_records(reading(CLAIMS))
    assert [record[name] for name in ("about", "attribution", "time")] == [None, None, None]
    assert (record["subject_text"], record["object_text"]) == ("Japan", "Kunashir")


def test_records_come_in_document_order_then_in_that_of_the_assertions():
    both = CLAIMS.with_evidence((evidence(SECOND, "second"), evidence(FIRST, "first")))
    rules = [(record["predicate"], record["rule"]) for record in to_records(reading(both, RENOUNCES))]
    assert rules == [("claims", "first"), ("renounces", "clause"), ("claims", "second")]


def test_sentence_is_the_slice_of_the_text():
    for record in to_records(reading(RENOUNCES, CLAIMS)):
        assert TEXT[record["start"] : record["end"]] == record["sentence"]


def test_nothing_read_gives_no_record():
    assert list(to_records(reading())) == []


def test_open_record_has_all_fields_in_order_and_the_words_of_its_arguments():
    proposition = OpenProposition(
        span=SECOND,
        subject="It",
        predicate="claims",
        object="Kunashir",
        arguments=(
            OpenArgument(role="subject", preposition=None, span=span("It"), head=span("It")),
            OpenArgument(role="object", preposition=None, span=span("Kunashir"), head=span("Kunashir")),
        ),
        time="1945/",
        rule="verb-object",
        confidence=0.9,
    )
    reading = OpenReading(document=Document(id="n1", text=TEXT), propositions=(proposition,))
    (record,) = to_open_records(reading)
    assert tuple(record) == OPEN_FIELDS
    assert list(record.values()) == [
        "n1",
        "It claims Kunashir.",
        49,
        68,
        "It",
        "claims",
        "Kunashir",
        [
            {
                "role": "subject",
                "preposition": None,
                "words": "It",
                "start": 49,
                "end": 51,
                "head": "It",
                "head_start": 49,
                "head_end": 51,
            },
            {
                "role": "object",
                "preposition": None,
                "words": "Kunashir",
                "start": 59,
                "end": 67,
                "head": "Kunashir",
                "head_start": 59,
                "head_end": 67,
            },
        ],
        "positive",
        "actual",
        None,
        "1945/",
        0.9,
    ]


def test_lines_are_counted_and_letters_stay():
    stream = io.StringIO()
    assert write_jsonl([{"a": "北方領土"}, {"a": None, "b": [1, 0.5]}], stream) == 2
    assert stream.getvalue() == '{"a": "北方領土"}\n{"a": null, "b": [1, 0.5]}\n'


@pytest.mark.parametrize("text", ["two\nlines\r\n", "a\u2028b\u0085c", "\ud800 alone", "</script>\x00\x1b"])
def test_hostile_text_is_one_line_in_utf8_and_comes_back(text):
    stream = io.StringIO()
    write_jsonl([{"text": text}], stream)
    line = stream.getvalue().encode("utf-8")
    assert line.count(b"\n") == 1
    assert json.loads(line) == {"text": text}


@given(st.lists(st.dictionaries(st.text(), st.text() | st.none() | st.integers() | st.booleans())))
def test_any_records_come_back(records):
    stream = io.StringIO(newline="")
    assert write_jsonl(records, stream) == len(records)
    assert [json.loads(line) for line in stream.getvalue().encode("utf-8").split(b"\n")[:-1]] == records
