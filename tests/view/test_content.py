"""What the page says of entities, statements and articles."""

import datetime

import pytest
import specimen

from kgraph.model import Assertion, Document, Evidence, Modality, Polarity, Span
from kgraph.times import describe_time
from kgraph.view.content import compact, count_sources, describe_statement, sort_by_time
from kgraph.view.legend import list_families, list_kinds, list_stances
from kgraph.view.listed import Listed, describe_article
from kgraph.view.network import build_network
from kgraph.view.wording import family_of, word_inverse, word_relation
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
        ("197X", "the 1970s"),
        ("18XX/", "since the 19th century"),
        ("/20XX", "until the 21st century"),
        ("1971~", "about 1971"),
        ("[1939..1945]", "between 1939 and 1945"),
        ("1971~/198X", "about 1971 to the 1980s"),
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
    listed = Listed(articles, predicates())
    described = describe_statement(line, listed, articles)
    cited = [listed.sentences.sentences[e["sentence"]]["article"] for e in described["evidence"]]
    assert [listed.sentences.articles[number]["title"] for number in cited] == ["new", "old", "undated"]


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
    listed = Listed({}, predicates())
    described = [describe_statement(line, listed, {}) for line in LINES]
    verbs = [listed.relations.described[s["relation"]]["verb"] for s in described]
    offices = [
        s for s, verb in zip(described, verbs, strict=True) if verb == "represents" and s["aboutLabel"]
    ]
    assert [(s["about"], s["aboutLabel"]) for s in offices] == [(None, "Foreign Minister")]
    assert {s["about"] for s in described} >= {"kunashir", "western-sahara"}


def test_marks_stand_where_scripts_count_them():
    """Scripts count characters outside the Basic Multilingual Plane twice."""
    text = "\U0001f5fe Japan claims Kunashir."
    evidence = Evidence(
        document_id="d",
        span=Span(start=0, end=len(text)),
        quotation=text,
        subject_span=Span(start=2, end=7),
        predicate_span=Span(start=8, end=14),
        object_span=Span(start=15, end=23),
        rule="r",
        confidence=1,
    )
    _, (line,) = build_network([assertion(evidence=(evidence,))])
    described = describe_statement(line, Listed({}, predicates()), {})
    (said,) = described["evidence"]
    assert said["marks"] == [("subject", 3, 8), ("predicate", 9, 15), ("object", 16, 24)]


def test_a_sentence_that_says_several_things_is_kept_once():
    listed = Listed({}, predicates())
    for line in LINES:
        describe_statement(line, listed, {})
    texts = [sentence["text"] for sentence in listed.sentences.sentences]
    assert len(texts) == len(set(texts)) == sum(len(each) for each in specimen.SENTENCES.values())


def test_what_is_absent_false_or_empty_is_left_out_and_nought_is_not():
    assert compact({"a": None, "b": False, "c": [], "d": 0, "e": [{"f": None, "g": ""}]}) == {
        "d": 0,
        "e": [{"g": ""}],
    }


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
