"""What the page says of entities, statements and articles."""

import datetime

import pytest
import specimen

from kgraph.model import Assertion, Document, Evidence, Modality, Polarity, Span
from kgraph.view.content import (
    count_sources,
    describe_article,
    describe_statement,
    describe_time,
    family_of,
    list_families,
    list_kinds,
    list_stances,
    sort_by_time,
    word_inverse,
    word_relation,
)
from kgraph.view.network import build_network
from kgraph.vocab import predicates

NODES, LINES = build_network(specimen.read_assertions())


def assertion(predicate: str = "claims", **more) -> Assertion:
    ends = {"subject": specimen.ENTITIES["japan"], "object": specimen.ENTITIES["kunashir"]}
    return Assertion(predicate=predicate, **ends, **more)


def test_a_denial_is_in_the_words():
    assert word_relation(assertion(), predicates()) == "claims"
    assert word_relation(assertion(polarity=Polarity.NEGATIVE), predicates()) == "does not claim"


def test_a_possibility_is_in_the_words():
    assert word_relation(assertion(modality=Modality.POSSIBLE), predicates()) == "possibly claims"
    both = assertion(modality=Modality.POSSIBLE, polarity=Polarity.NEGATIVE)
    assert word_relation(both, predicates()) == "possibly does not claim"
    assert word_inverse(both, predicates()) == "is possibly not claimed by"


def test_a_predicate_that_the_ontology_lacks_is_shown_by_its_name():
    assert word_relation(assertion("envies"), predicates()) == "envies"
    assert word_inverse(assertion("envies"), predicates()) is None
    assert word_relation(assertion("envies", polarity=Polarity.NEGATIVE), predicates()) == "does not: envies"
    assert family_of(assertion("envies"), predicates()) == "other"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (None, None),
        ("1945", "1945"),
        ("1954/", "since 1954"),
        ("/1994", "until 1994"),
        ("1998/2000-05", "1998 to 2000-05"),
    ],
)
def test_time_in_words(time, words):
    assert describe_time(time) == words


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "http://[",
        "x",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url):
    assert describe_article(Document(id="d", text="", url=url))["url"] is None


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org"])
def test_web_addresses_stay_as_they_are(url):
    assert describe_article(Document(id="d", text="", url=url))["url"] == url


def test_an_article_without_title_is_called_by_its_id():
    assert describe_article(Document(id="d1", text=""))["title"] == "d1"


def test_evidence_is_sorted_by_date_the_newest_first():
    days = {"old": datetime.date(1999, 1, 1), "new": datetime.date(2020, 1, 1), "undated": None}
    articles = {key: Document(id=key, text="", date=day) for key, day in days.items()}
    span = Span(start=0, end=1)
    said = tuple(
        Evidence(document_id=key, span=span, quotation="x", rule="r", confidence=1)
        for key in ("undated", "old", "new")
    )
    _, (line,) = build_network([assertion(evidence=said)])
    described = describe_statement(line, predicates(), articles)
    assert [e["article"] for e in described["evidence"]] == ["new", "old", "undated"]


def test_statements_are_sorted_by_when_they_are_first_said():
    days = {"old": datetime.date(1999, 1, 1), "new": datetime.date(2020, 1, 1), "undated": None}
    articles = {key: Document(id=key, text="", date=day) for key, day in days.items()}

    def said(document: str, start: int, time: str) -> Assertion:
        place = Span(start=start, end=start + 1)
        evidence = Evidence(document_id=document, span=place, quotation="x", rule="r", confidence=1)
        return assertion(time=time, evidence=(evidence,))

    ordered = [said("old", 1, "a"), said("old", 9, "b"), said("new", 0, "c"), said("undated", 0, "d")]
    assert sort_by_time(ordered[::-1], articles) == ordered


def test_an_office_is_shown_as_words_and_a_place_as_a_thing():
    described = [describe_statement(line, predicates(), {}) for line in LINES]
    offices = [s for s in described if s["verb"] == "represents" and s["aboutLabel"]]
    assert [(s["about"], s["aboutLabel"]) for s in offices] == [(None, "Foreign Minister")]
    assert {s["about"] for s in described} >= {"kunashir", "western-sahara"}


def test_counts_of_the_legend_add_up():
    for entries in (list_families(LINES, predicates()), list_stances(LINES)):
        assert sum(entry.count for entry in entries) == len(LINES)
    assert sum(entry.count for entry in list_kinds(NODES)) == len(NODES)


def test_the_legend_shows_every_way_of_stating_even_where_there_is_none():
    assert [(entry.id, entry.count) for entry in list_stances([])] == [
        ("asserted", 0),
        ("attributed", 0),
        ("possible", 0),
        ("denied", 0),
    ]


def test_sentences_are_counted_once_however_much_they_say():
    documents = specimen.read_documents()
    sentences = sum(len(sentences) for sentences in specimen.SENTENCES.values())
    assert count_sources(documents, LINES) == {
        "statements": len(LINES),
        "sentences": sentences,
        "articles": len(documents),
    }
