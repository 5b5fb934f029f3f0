"""The named queries give the same rows by either engine, and a query can do nothing but read."""

import dataclasses
import datetime
import random
from pathlib import Path

import handmade
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.derive import derive, strip
from kgraph.errors import QueryError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Entity, Modality, Past, Reading
from kgraph.sparql import run
from kgraph.sparql.answer import find_answer
from kgraph.sparql.derived import derive_once, speaks_of_derived, with_derived
from kgraph.sparql.named import NamedQuery, fill_in, named_queries
from kgraph.sparql.results import Table
from kgraph.vocab import IDS, ONTOLOGY, predicates

BOTH = pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
NAMES = [query.name for query in named_queries()]
TIMES, POST = "Example Times", "Sample Post"
FALKLANDS, UK = "Falkland Islands", "United Kingdom"
COURT, KURILS = "International Court of Justice", "Kuril Islands"

# What the handmade articles must give, in full.
# fmt: off

ROWS: dict[str, list[tuple[str, ...]]] = {
    "disputed-territories": [
        (FALKLANDS, "2", "Argentina; United Kingdom", "United Kingdom administers"),
        ("Kunashir", "2", "Japan; Russia", "Russia administers; Soviet Union occupies 1945"),
    ],
    "claims-over-time": [
        ("Argentina", FALKLANDS, "2020-06-01", "2020-06-01", "1", "1"),
        (UK, FALKLANDS, "2020-06-01", "2020-06-01", "1", "1"),
        ("Japan", "Kunashir", "2019-01-14", "2020-06-01", "2", "2"),
        ("Russia", "Kunashir", "2020-06-01", "2020-06-01", "1", "1"),
        ("Japan", KURILS, "2020-06-01", "2020-06-01", "1", "1"),
    ],
    "claims-by-the-claimant": [
        ("Argentina", FALKLANDS, "Argentina", "2020-06-01", "Argentina said that it claims the islands."),
        ("Russia", "Kunashir", "Russia", "2020-06-01", "Russia said that it claims Kunashir."),
    ],
    "settlement-attempts": [
        ("", "Cameroon", "delimitedBoundaryWith", "Nigeria", "", "negative", "actual", "", TIMES),
        ("1956/", "Japan", "negotiatesWith", "Russia", KURILS, "positive", "actual", "", TIMES),
        ("1994", "Cameroon", "submittedTo", COURT, "Bakassi", "positive", "actual", "", TIMES),
        ("2002", COURT, "ruledFor", "Cameroon", "Bakassi", "positive", "actual", "", TIMES),
        ("2006", "Cameroon", "partyTo", "Green Tree Agreement", "", "positive", "actual", "", TIMES),
        ("2006", "Nigeria", "partyTo", "Green Tree Agreement", "", "positive", "actual", "", TIMES),
    ],
    "quotations": [
        (
            "Argentina",
            "2020-06-01",
            "Argentina",
            "claims",
            FALKLANDS,
            *("", "", "positive", "actual"),
            "Argentina said that it claims the islands.",
        ),
        (
            "Japan",
            "2019-01-14",
            "Kunashir",
            "knownAs",
            "Kunashiri",
            *("", "", "positive", "actual"),
            "Kunashir is called Kunashiri by Japan.",
        ),
        (
            "Russia",
            "2020-06-01",
            "Russia",
            "claims",
            "Kunashir",
            *("", "", "positive", "actual"),
            "Russia said that it claims Kunashir.",
        ),
        (
            "Sergei Lavrov",
            "2019-01-14",
            "Japan",
            "claims",
            KURILS,
            *("", "", "negative", "actual"),
            "Lavrov said that Japan has no claim to the Kuril Islands.",
        ),
    ],
    "events": [
        ("1945", "Soviet Union", "occupies", "Kunashir", "", "positive", "actual", ""),
        ("1956/", "Japan", "negotiatesWith", "Russia", KURILS, "positive", "actual", ""),
        ("1994", "Cameroon", "submittedTo", COURT, "Bakassi", "positive", "actual", ""),
        ("2002", COURT, "ruledFor", "Cameroon", "Bakassi", "positive", "actual", ""),
        ("2006", "Cameroon", "partyTo", "Green Tree Agreement", "", "positive", "actual", ""),
        ("2006", "Nigeria", "partyTo", "Green Tree Agreement", "", "positive", "actual", ""),
        ("2008-08-14", "Bakassi", "transferredTo", "Cameroon", "", "positive", "actual", ""),
        ("2016", "Russia", "deploysForcesTo", "Kunashir", "", "positive", "actual", ""),
    ],
    "single-source": [
        (TIMES, "Bakassi", "transferredTo", "Cameroon", "", "2008-08-14", "positive", "actual", "", "1"),
        (TIMES, "Cameroon", "delimitedBoundaryWith", "Nigeria", "", "", "negative", "actual", "", "1"),
        (TIMES, "Cameroon", "partyTo", "Green Tree Agreement", "", "2006", "positive", "actual", "", "1"),
        (TIMES, "Cameroon", "submittedTo", COURT, "Bakassi", "1994", "positive", "actual", "", "1"),
        (TIMES, COURT, "ruledFor", "Cameroon", "Bakassi", "2002", "positive", "actual", "", "1"),
        (TIMES, "Japan", "claims", KURILS, "", "", "negative", "actual", "Sergei Lavrov", "1"),
        (TIMES, "Japan", "negotiatesWith", "Russia", KURILS, "1956/", "positive", "actual", "", "1"),
        (TIMES, "Kunashir", "knownAs", "Kunashiri", "", "", "positive", "actual", "Japan", "1"),
        (TIMES, "Kunashir", "partOf", KURILS, "", "", "positive", "actual", "", "1"),
        (TIMES, "Kunashir", "transferredTo", "Japan", "", "", "positive", "possible", "", "1"),
        (TIMES, "Nigeria", "partyTo", "Green Tree Agreement", "", "2006", "positive", "actual", "", "1"),
        (TIMES, "Russia", "administers", "Kunashir", "", "", "positive", "actual", "", "1"),
        (TIMES, "Russia", "deploysForcesTo", "Kunashir", "", "2016", "positive", "actual", "", "1"),
        (TIMES, "Russia", "rejectsClaimOf", "Japan", "Kunashir", "", "positive", "actual", "", "1"),
        (TIMES, "Sergei Lavrov", "metWith", "Taro Kono", "", "", "positive", "actual", "", "1"),
        (TIMES, "Sergei Lavrov", "represents", "Russia", "Foreign Minister", "", "positive", "actual", "", "1"),
        (TIMES, "Soviet Union", "occupies", "Kunashir", "", "1945", "positive", "actual", "", "1"),
        (POST, "Argentina", "claims", FALKLANDS, "", "", "positive", "actual", "", "1"),
        (POST, "Argentina", "claims", FALKLANDS, "", "", "positive", "actual", "Argentina", "1"),
        (POST, "Argentina", "disputesWith", UK, FALKLANDS, "", "positive", "actual", "", "1"),
        (POST, "Japan", "claims", KURILS, "", "", "positive", "actual", "", "1"),
        (POST, "Russia", "claims", "Kunashir", "", "", "positive", "actual", "Russia", "1"),
        (POST, UK, "administers", FALKLANDS, "", "", "positive", "actual", "", "1"),
        (POST, UK, "claims", FALKLANDS, "", "", "positive", "actual", "", "1"),
    ],
    "contradictions": [
        ("Japan", "claims", KURILS, "", POST, "2020-06-01", "Sergei Lavrov", "2019-01-14"),
    ],
    "what-is-new": [
        ("2020-06-01", "Argentina", "claims", FALKLANDS, "", "", "positive", "actual", ""),
        ("2020-06-01", "Argentina", "claims", FALKLANDS, "", "", "positive", "actual", "Argentina"),
        ("2020-06-01", "Argentina", "disputesWith", UK, FALKLANDS, "", "positive", "actual", ""),
        ("2020-06-01", "Japan", "claims", KURILS, "", "", "positive", "actual", ""),
        ("2020-06-01", "Russia", "claims", "Kunashir", "", "", "positive", "actual", "Russia"),
        ("2020-06-01", UK, "administers", FALKLANDS, "", "", "positive", "actual", ""),
        ("2020-06-01", UK, "claims", FALKLANDS, "", "", "positive", "actual", ""),
        ("2019-01-14", "Japan", "claims", "Kunashir", "", "", "positive", "actual", ""),
        ("2019-01-14", "Japan", "claims", KURILS, "", "", "negative", "actual", "Sergei Lavrov"),
        ("2019-01-14", "Japan", "negotiatesWith", "Russia", KURILS, "1956/", "positive", "actual", ""),
        ("2019-01-14", "Kunashir", "knownAs", "Kunashiri", "", "", "positive", "actual", "Japan"),
        ("2019-01-14", "Kunashir", "partOf", KURILS, "", "", "positive", "actual", ""),
        ("2019-01-14", "Kunashir", "transferredTo", "Japan", "", "", "positive", "possible", ""),
        ("2019-01-14", "Russia", "administers", "Kunashir", "", "", "positive", "actual", ""),
        ("2019-01-14", "Russia", "deploysForcesTo", "Kunashir", "", "2016", "positive", "actual", ""),
        ("2019-01-14", "Russia", "rejectsClaimOf", "Japan", "Kunashir", "", "positive", "actual", ""),
        ("2019-01-14", "Sergei Lavrov", "metWith", "Taro Kono", "", "", "positive", "actual", ""),
        ("2019-01-14", "Sergei Lavrov", "represents", "Russia", "Foreign Minister", "", "positive", "actual", ""),
        ("2019-01-14", "Soviet Union", "occupies", "Kunashir", "", "1945", "positive", "actual", ""),
        ("2008-08-15", "Bakassi", "transferredTo", "Cameroon", "", "2008-08-14", "positive", "actual", ""),
        ("2008-08-15", "Cameroon", "delimitedBoundaryWith", "Nigeria", "", "", "negative", "actual", ""),
        ("2008-08-15", "Cameroon", "partyTo", "Green Tree Agreement", "", "2006", "positive", "actual", ""),
        ("2008-08-15", "Cameroon", "submittedTo", COURT, "Bakassi", "1994", "positive", "actual", ""),
        ("2008-08-15", COURT, "ruledFor", "Cameroon", "Bakassi", "2002", "positive", "actual", ""),
        ("2008-08-15", "Nigeria", "partyTo", "Green Tree Agreement", "", "2006", "positive", "actual", ""),
    ],
    "names": [
        ("Bakassi", "Bakassi", TIMES, "texts", "1"),
        (FALKLANDS, FALKLANDS, POST, "texts", "1"),
        (FALKLANDS, "islands", POST, "texts", "1"),
        ("Kunashir", "Kunashir", TIMES, "texts", "1"),
        ("Kunashir", "Kunashir", POST, "texts", "1"),
        ("Kunashir", "Kunashiri", "Japan", "texts", "1"),
        (KURILS, KURILS, TIMES, "texts", "1"),
        (KURILS, KURILS, POST, "texts", "1"),
    ],
    "recognition": [
        ("Russia", "rejectsClaimOf", "Japan", "Kunashir", "", "positive", "actual", ""),
    ],
    "in-the-year": [
        (FALKLANDS, UK, "administers", "2020-06-01", ""),
        (FALKLANDS, "Argentina", "claims", "2020-06-01", ""),
        (FALKLANDS, "Argentina", "claims", "2020-06-01", "Argentina"),
        (FALKLANDS, UK, "claims", "2020-06-01", ""),
        ("Kunashir", "Russia", "administers", "2019-01-14", ""),
        ("Kunashir", "Japan", "claims", "2019-01-14", ""),
        ("Kunashir", "Japan", "claims", "2020-06-01", ""),
        ("Kunashir", "Russia", "claims", "2020-06-01", "Russia"),
        ("Kunashir", "Soviet Union", "occupies", "1945", ""),
        (KURILS, "Japan", "claims", "2020-06-01", ""),
    ],
    "not-facts": [
        (
            "Argentina",
            "claims",
            FALKLANDS,
            "attributed",
            "Argentina",
            "Argentina said that it claims the islands.",
        ),
        (
            "Cameroon",
            "delimitedBoundaryWith",
            "Nigeria",
            "denied",
            "",
            "Nigeria and Cameroon have not demarcated the whole boundary.",
        ),
        (
            "Japan",
            "claims",
            KURILS,
            "denied",
            "Sergei Lavrov",
            "Lavrov said that Japan has no claim to the Kuril Islands.",
        ),
        ("Kunashir", "knownAs", "Kunashiri", "attributed", "Japan", "Kunashir is called Kunashiri by Japan."),
        ("Kunashir", "transferredTo", "Japan", "possible", "", "Russia may hand Kunashir over to Japan."),
        ("Russia", "claims", "Kunashir", "attributed", "Russia", "Russia said that it claims Kunashir."),
    ],
    "transfers": [
        (
            *("Bakassi", "transferredTo", "Cameroon", "2008-08-14", "", "positive", "actual", ""),
            "Bakassi was handed over to Cameroon on August 14, 2008.",
        ),
        (
            *("Kunashir", "transferredTo", "Japan", "", "", "positive", "possible", ""),
            "Russia may hand Kunashir over to Japan.",
        ),
    ],
    "positions-by-source": [
        (TIMES, "Japan", "claims", "Kunashir", "1", "0"),
        (TIMES, "Japan", "claims", KURILS, "0", "1"),
        (TIMES, "Russia", "administers", "Kunashir", "1", "0"),
        (TIMES, "Russia", "rejectsClaimOf", "Japan", "1", "0"),
        (TIMES, "Soviet Union", "occupies", "Kunashir", "1", "0"),
        (POST, "Argentina", "claims", FALKLANDS, "2", "0"),
        (POST, "Argentina", "disputesWith", UK, "1", "0"),
        (POST, "Japan", "claims", "Kunashir", "1", "0"),
        (POST, "Japan", "claims", KURILS, "1", "0"),
        (POST, "Russia", "claims", "Kunashir", "1", "0"),
        (POST, UK, "administers", FALKLANDS, "1", "0"),
        (POST, UK, "claims", FALKLANDS, "1", "0"),
    ],
    "edges-without-evidence": [],
    "disputes": [
        (FALKLANDS, "contested", "Argentina; United Kingdom", UK, "", "", "", "2020-06-01", "2020-06-01"),
        (
            "Kunashir",
            "contested",
            "Japan; Russia",
            "Russia; Soviet Union",
            "",
            "Russia",
            "",
            "2019-01-14",
            "2020-06-01",
        ),
    ],
    "control-over-time": [
        ("Kunashir", "Soviet Union", "controls", "1945"),
    ],
    "belief": [
        ("Japan", "claims", "Kunashir", "", "", "0.947", "2", "2", "0"),
        ("Japan", "claims", KURILS, "", "", "0.612", "1", "1", "1"),
    ],
    "stories": [],  # see test_copies.py
}
# fmt: on


# What tells more of a row than `ROWS` has: see the tests of the words and the days.
ADDED = {
    **dict.fromkeys(("settlement-attempts", "recognition"), ("first_reported", "quotation")),
    **dict.fromkeys(("events", "single-source", "what-is-new", "in-the-year"), ("quotation",)),
    "contradictions": ("yes_quotation", "no_quotation"),
}


def plain(name: str, table: Table) -> list[tuple[str, ...]]:
    """Give the rows of a question without the words and days beside them."""
    kept = len(table.columns) - len(ADDED.get(name, ()))
    assert table.columns[kept:] == ADDED.get(name, ())
    return [row[:kept] for row in table.rows]


def ask(graph: Graph, query: str, engine: str = "oxigraph", **parameters: str) -> Table:
    """Ask in this process: the queries of this file are ours, and a child takes its time to start."""
    return run(graph, query, engine=engine, parameters=parameters, limits=None)


# ------------------------------------------------------------------ the named queries


def test_named_queries_are_the_questions_of_the_ontology() -> None:
    questions = [f"{query.number} {query.question}" for query in named_queries()]
    lines = ONTOLOGY.read_text(encoding="utf-8").splitlines()
    assert questions == [line.removesuffix('""" ;') for line in lines if line[:1].isdigit()]


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_give_the_same_rows(graph: Graph, name: str) -> None:
    assert ask(graph, name) == ask(graph, name, "rdflib")


@pytest.mark.parametrize("name", NAMES)
def test_named_query_gives_the_rows_that_a_reader_would(graph: Graph, name: str) -> None:
    assert plain(name, ask(graph, name)) == ROWS[name]


@pytest.mark.parametrize("name", NAMES)
def test_rows_do_not_depend_on_the_order_of_the_triples(graph: Graph, name: str) -> None:
    triples = list(graph)
    random.Random(3).shuffle(triples)
    assert ask(Graph(triples), name) == ask(graph, name)


@BOTH
@pytest.mark.parametrize("name", NAMES)
def test_named_query_of_an_empty_graph_has_no_rows(name: str, engine: str) -> None:
    assert ask(Graph(), name, engine).rows == ()


@pytest.mark.parametrize("name", [name for name, added in ADDED.items() if "quotation" in added])
def test_quotation_is_a_sentence_that_says_so(graph: Graph, name: str) -> None:
    said: dict[tuple[str, ...], list[str]] = {}
    for one in graph.assertions():
        key = (one.subject.label, one.predicate, one.object.label)
        said.setdefault(key, []).extend(e.quotation for e in one.evidence)
    table = ask(graph, name)
    who, what = ("party", "territory") if name == "in-the-year" else ("subject", "object")
    who, what = {"recognition": ("who", "whom"), "settlement-attempts": ("who", "counterpart")}.get(
        name, (who, what)
    )
    does = {"recognition": "position", "settlement-attempts": "step"}.get(name, "relation")
    assert table.rows
    for row in table.rows:
        told = dict(zip(table.columns, row, strict=True))
        assert told["quotation"] in said[told[who], told[does], told[what]]


@BOTH
def test_both_sides_of_a_contradiction_are_quoted(graph: Graph, engine: str) -> None:
    ((*_, yes, no),) = ask(graph, "contradictions", engine).rows
    assert (yes, no) == (
        "Japan claims the Kuril Islands.",
        "Lavrov said that Japan has no claim to the Kuril Islands.",
    )


@BOTH
def test_what_is_said_without_a_time_is_quoted_from_a_text_of_its_year(engine: str) -> None:
    def print_claim(name: str, day: str, text: str, confidence: float) -> Reading:
        writer = handmade.Writer(name, name, day, TIMES, [text])
        writer.says(text, handmade.JAPAN, "claims", handmade.KUNASHIR, confidence=confidence)
        writer.says(text, handmade.JAPAN, "recognizes", handmade.RUSSIA, confidence=confidence)
        return writer.reading()

    readings = [print_claim("a", "2020-05-02", "A.", 0.4), print_claim("b", "2021-05-02", "B.", 0.75)]
    graph = Graph(to_triples(readings))
    rows = ask(graph, "in-the-year", engine).rows
    assert [(row[3], row[5]) for row in rows] == [("2020-05-02", "A."), ("2021-05-02", "B.")]
    surest = ask(graph, "recognition", engine).rows
    assert [row[-2:] for row in surest] == [("2020-05-02", "B.")]


@BOTH
def test_what_is_only_possible_is_no_position(engine: str) -> None:
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, ["Georgia vowed to win it back."])
    writer.says(writer.text, handmade.JAPAN, "administers", handmade.KUNASHIR, modality=Modality.POSSIBLE)
    assert ask(Graph(to_triples([writer.reading()])), "positions-by-source", engine).rows == ()


@BOTH
def test_what_a_speaker_only_plans_is_quoted_as_such_and_makes_no_claim(engine: str) -> None:
    writer = handmade.Writer(
        "x", "x", "2020-01-01", TIMES, ["Moscow says that it may claim Kunashir in 2021."]
    )
    said = {"attribution": handmade.RUSSIA, "modality": Modality.POSSIBLE, "time": "2021"}
    writer.says(writer.text, handmade.RUSSIA, "claims", handmade.KUNASHIR, **said)
    graph = Graph(to_triples([writer.reading()]))
    assert [row[6:9] for row in ask(graph, "quotations", engine).rows] == [("2021", "positive", "possible")]
    assert ask(graph, "claims-by-the-claimant", engine).rows == ()


@BOTH
def test_an_annexation_is_told_with_claims_and_control(engine: str) -> None:
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, ["Russia annexed Kunashir in 1945."])
    writer.says(writer.text, handmade.RUSSIA, "annexed", handmade.KUNASHIR, time="1945")
    graph = Graph(to_triples([writer.reading()]))
    for values in ({"year": "1945"}, {"year": "1945", "territory": "Kunashir"}):
        rows = ask(graph, "in-the-year", engine, **values).rows
        assert [row[:4] for row in rows] == [("Kunashir", "Russia", "annexed", "1945")]
    assert ask(graph, "positions-by-source", engine).rows[0][2] == "annexed"


@BOTH
def test_an_attempt_of_no_publisher_is_told_with_its_document(engine: str) -> None:
    writer = handmade.Writer("x", "talks.txt", "2020-01-01", TIMES, ["Japan and Russia hold talks."])
    writer.document = dataclasses.replace(writer.document, source=None, date=None)
    writer.says(writer.text, handmade.JAPAN, "negotiatesWith", handmade.RUSSIA)
    ((*_, publishers, day, quotation),) = ask(
        Graph(to_triples([writer.reading()])), "settlement-attempts", engine
    ).rows
    assert (publishers, day, quotation) == (writer.document.id, "", writer.text)


def test_name_of_a_party_that_no_text_uses_is_told_by_the_gazetteer() -> None:
    graph = Graph(to_triples([handmade.kurils()], Gazetteer.load()))
    rows = {row[1:] for row in ask(graph, "names").rows if row[0] == "Kunashir"}
    assert ("国後島", "Japan", "gazetteer", "0") in rows
    assert not any(told_by == "texts" and name == "国後島" for name, _, told_by, _ in rows)


def test_denied_possible_and_attributed_are_not_facts(graph: Graph) -> None:
    rows = {row[:4] for row in ask(graph, "not-facts").rows}
    assert ("Japan", "claims", "Kuril Islands", "denied") in rows
    assert ("Kunashir", "transferredTo", "Japan", "possible") in rows
    assert ("Russia", "claims", "Kunashir", "attributed") in rows
    assert not any(row[:3] == ("Japan", "claims", "Kunashir") for row in rows)


def test_what_two_sources_report_is_not_single(graph: Graph) -> None:
    rows = {row[:4] for row in ask(graph, "single-source").rows}
    assert (POST, "Russia", "claims", "Kunashir") in rows
    assert not any(row[1:] == ("Japan", "claims", "Kunashir") for row in rows)


def test_events_are_in_order_of_time(graph: Graph) -> None:
    times = [row[0] for row in ask(graph, "events").rows]
    assert times == ["1945", "1956/", "1994", "2002", "2006", "2006", "2008-08-14", "2016"]


def test_positions_count_what_is_said_and_denied(graph: Graph) -> None:
    rows = ask(graph, "positions-by-source").rows
    assert (TIMES, "Japan", "claims", "Kuril Islands", "0", "1") in rows
    assert (POST, "Argentina", "claims", FALKLANDS, "2", "0") in rows


def test_speaker_in_office_counts_as_the_claimant() -> None:
    writer = handmade.Writer(
        "x", "x", "2020-01-01", TIMES, ["Lavrov, the Foreign Minister: Kunashir is ours."]
    )
    sentence = writer.text
    writer.says(sentence, handmade.LAVROV, "represents", handmade.RUSSIA)
    writer.says(sentence, handmade.RUSSIA, "claims", handmade.KUNASHIR, attribution=handmade.LAVROV)
    rows = ask(Graph(to_triples([writer.reading()])), "claims-by-the-claimant").rows
    assert [row[:3] for row in rows] == [("Russia", "Kunashir", "Sergei Lavrov")]


@BOTH
def test_who_held_a_place_in_the_past_is_told_so(engine: str) -> None:
    texts = ["Russia and Japan claim Kunashir.", "Japan ruled Kunashir.", "Russia occupied Kunashir in 1945."]
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, [*texts, "Russia administers it."])
    for claimant in (handmade.RUSSIA, handmade.JAPAN):
        writer.says(texts[0], claimant, "claims", handmade.KUNASHIR)
    writer.says(texts[1], handmade.JAPAN, "administers", handmade.KUNASHIR, past=Past.STATE)
    writer.says(texts[2], handmade.RUSSIA, "occupies", handmade.KUNASHIR, past=Past.EVENT, time="1945")
    writer.says("Russia administers it.", handmade.RUSSIA, "administers", handmade.KUNASHIR)
    ((*_, held_by),) = ask(Graph(to_triples([writer.reading()])), "disputed-territories", engine).rows
    assert held_by == "Japan administers in the past; Russia administers; Russia occupies 1945"


@BOTH
def test_claims_of_undated_documents_are_listed_without_a_day(engine: str) -> None:
    def print_claims(name: str, date: datetime.date | None, *claimants: Entity) -> Reading:
        writer = handmade.Writer(name, name, "2020-01-01", TIMES, ["Kunashir is claimed."])
        writer.document = dataclasses.replace(writer.document, date=date)
        for claimant in claimants:
            writer.says(writer.text, claimant, "claims", handmade.KUNASHIR)
        return writer.reading()

    dated = print_claims("a", datetime.date(2020, 5, 2), handmade.JAPAN)
    undated = print_claims("b", None, handmade.JAPAN, handmade.RUSSIA)
    graph = Graph(to_triples([dated, undated]))
    assert ask(graph, "claims-over-time", engine).rows == (
        ("Japan", "Kunashir", "2020-05-02", "2020-05-02", "1", "2"),
        ("Russia", "Kunashir", "", "", "1", "1"),
    )
    assert [row[0] for row in ask(graph, "claims-over-time", engine, published="2020").rows] == ["Japan"]


@BOTH
@pytest.mark.parametrize(
    ("query", "subject", "predicate", "value"),
    [
        ("events", handmade.RUSSIA, "occupies", handmade.KUNASHIR),
        ("transfers", handmade.KUNASHIR, "transferredTo", handmade.RUSSIA),
        ("settlement-attempts", handmade.RUSSIA, "negotiatesWith", handmade.JAPAN),
    ],
)
def test_what_is_somebodys_word_is_told_as_such(
    engine: str, query: str, subject: Entity, predicate: str, value: Entity
) -> None:
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, ["Lavrov says so."])
    writer.says(writer.text, subject, predicate, value, attribution=handmade.LAVROV, time="1945")
    table = ask(Graph(to_triples([writer.reading()])), query, engine)
    assert [row[table.columns.index("speaker")] for row in table.rows] == ["Sergei Lavrov"]


@BOTH
def test_who_is_only_said_to_be_in_a_dispute_is_a_party_to_it(engine: str) -> None:
    text = "Japan is in a dispute with Russia over Kunashir."
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, [text, "Russia administers Kunashir."])
    writer.says(text, handmade.JAPAN, "disputesWith", handmade.RUSSIA, about=handmade.KUNASHIR)
    alone = ask(Graph(to_triples([writer.reading()])), "disputes", engine).rows
    assert [row[:6] for row in alone] == [("Kunashir", "contested", "", "", "", "Japan; Russia")]
    writer.says("Russia administers Kunashir.", handmade.RUSSIA, "administers", handmade.KUNASHIR)
    held = ask(Graph(to_triples([writer.reading()])), "disputes", engine).rows
    assert [row[:6] for row in held] == [("Kunashir", "contested", "", "Russia", "", "Japan")]


def test_statement_of_the_claimant_is_known_by_the_words_of_its_evidence() -> None:
    texts = ["Moscow says that Kunashir is its own.", "Russia claims Kunashir."]
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, texts)
    writer.says(texts[0], handmade.RUSSIA, "claims", handmade.KUNASHIR, attribution_text="Moscow")
    writer.says(texts[1], handmade.RUSSIA, "claims", handmade.KUNASHIR)
    rows = ask(Graph(to_triples([writer.reading()])), "claims-by-the-claimant").rows
    assert [(row[2], row[4]) for row in rows] == [("Moscow", texts[0])]


def test_transfer_names_the_instrument_of_its_sentence() -> None:
    writer = handmade.Writer("x", "x", "2006-06-12", TIMES, ["By the agreement Bakassi went to Cameroon."])
    bakassi, cameroon = handmade.thing("bakassi"), handmade.thing("cameroon")
    writer.says(writer.text, bakassi, "transferredTo", cameroon)
    writer.says(writer.text, cameroon, "partyTo", handmade.thing("green-tree-agreement"))
    rows = ask(Graph(to_triples([writer.reading()])), "transfers").rows
    assert [(row[0], row[2], row[4]) for row in rows] == [("Bakassi", "Cameroon", "Green Tree Agreement")]


def test_gate_finds_an_edge_that_only_a_denial_bears(graph: Graph) -> None:
    update = f"<{IDS}cameroon> <https://w3id.org/kgraph/ns#delimitedBoundaryWith> <{IDS}nigeria> ."
    loose = Graph.from_bytes(graph.to_bytes() + update.encode())
    for engine in ("oxigraph", "rdflib"):
        rows = ask(loose, "edges-without-evidence", engine).rows
        assert [row[0] for row in rows] == [IDS + "cameroon"]


def test_gate_knows_the_symmetric_relations() -> None:
    text = next(q.text for q in named_queries() if q.name == "edges-without-evidence")
    listed = text.partition("?predicate IN (")[2].partition(")")[0].replace("kg:", "").split(",")
    assert [name.strip() for name in listed] == [n for n, p in predicates().items() if p.symmetric]


# ------------------------------------------------------------------ parameters


@BOTH
def test_parameter_is_filled_in(graph: Graph, engine: str) -> None:
    rows = ask(graph, "what-is-new", engine, since="2020-01-01").rows
    assert {row[0] for row in rows} == {"2020-06-01"}
    between = ask(graph, "what-is-new", engine, since="2019-01-01", until="2020-05-31").rows
    assert {row[0] for row in between} == {"2019-01-14"}


def test_year_narrows_to_what_held_then(graph: Graph) -> None:
    rows = plain("in-the-year", ask(graph, "in-the-year", year="1945"))
    assert rows == [("Kunashir", "Soviet Union", "occupies", "1945", "")]


# By each parameter: how many rows are left, by query.
NARROWED = [
    ({"territory": "Kunashir"}, {"disputed-territories": 1, "claims-over-time": 2, "names": 3, "events": 2}),
    ({"territory": "Kunashir"}, {"recognition": 1, "in-the-year": 5, "transfers": 1, "disputes": 1}),
    ({"territory": "Kunashir"}, {"belief": 1, "control-over-time": 1, "quotations": 2, "not-facts": 3}),
    ({"territory": "Kunashir"}, {"claims-by-the-claimant": 1, "settlement-attempts": 0, "contradictions": 0}),
    ({"territory": KURILS}, {"contradictions": 1, "settlement-attempts": 1, "events": 3, "names": 5}),
    ({"territory": KURILS}, {"positions-by-source": 8, "single-source": 11, "what-is-new": 12}),
    ({"territory": "Bakassi"}, {"settlement-attempts": 2, "transfers": 1, "disputes": 0}),
    (
        {"agent": "Japan"},
        {"disputed-territories": 1, "claims-over-time": 2, "contradictions": 1, "belief": 2},
    ),
    (
        {"agent": "Argentina"},
        {"claims-by-the-claimant": 1, "single-source": 3, "what-is-new": 3, "disputes": 1},
    ),
    ({"agent": "Cameroon"}, {"settlement-attempts": 4, "events": 4, "transfers": 1, "not-facts": 1}),
    ({"agent": "Soviet Union"}, {"control-over-time": 1, "in-the-year": 1, "positions-by-source": 1}),
    ({"agent": "Russia"}, {"recognition": 1, "quotations": 1}),
    ({"speaker": "Sergei Lavrov"}, {"quotations": 1}),
    ({"published": "2020"}, {"claims-over-time": 5, "claims-by-the-claimant": 2, "quotations": 2}),
    ({"published": "1999"}, {"claims-over-time": 0, "claims-by-the-claimant": 0, "quotations": 0}),
    ({"year": "2002"}, {"settlement-attempts": 2, "events": 2, "transfers": 0, "control-over-time": 0}),
    ({"year": "2008"}, {"transfers": 1}),
    ({"year": "1945"}, {"control-over-time": 1}),
    ({"source": TIMES}, {"single-source": 17, "positions-by-source": 5}),
    ({"limit": "2"}, {"events": 2, "single-source": 2, "names": 2}),
    ({"limit": "1"}, {"disputes": 1, "disputed-territories": 1, "claims-over-time": 1, "contradictions": 1}),
    ({"limit": "1"}, {"claims-by-the-claimant": 1, "control-over-time": 1}),
]


@BOTH
@pytest.mark.parametrize(
    ("values", "name", "count"),
    [(values, name, count) for values, counts in NARROWED for name, count in counts.items()],
)
def test_parameters_narrow_the_answer(
    graph: Graph, engine: str, values: dict[str, str], name: str, count: int
) -> None:
    rows = plain(name, ask(graph, name, engine, **values))
    assert len(rows) == count
    if values.keys() <= {"territory", "agent", "speaker", "year", "source"}:  # others change what is counted
        assert set(rows) <= set(ROWS[name])


def test_who_is_called_so_comes_before_for_whom_he_acts() -> None:
    text = "Sergei Lavrov claims Kunashir."
    writer = handmade.Writer("x", "x", "2020-01-01", TIMES, [text, "Lavrov met Kono."])
    writer.says(text, handmade.RUSSIA, "claims", handmade.KUNASHIR, ("Sergei Lavrov", "", ""))
    writer.says("Lavrov met Kono.", handmade.LAVROV, "metWith", handmade.JAPAN)
    graph = Graph(to_triples([writer.reading()]))
    rows = ask(graph, "single-source", agent="Sergei Lavrov").rows
    assert [row[2] for row in rows] == ["metWith"]


def test_two_parameters_at_once(graph: Graph) -> None:
    rows = ask(graph, "quotations", speaker="sergei LAVROV", territory="kuril islands").rows
    assert [row[0] for row in rows] == ["Sergei Lavrov"]
    assert ask(graph, "quotations", speaker="Sergei Lavrov", territory=FALKLANDS).rows == ()


def test_limit_is_told_where_there_is_more(graph: Graph) -> None:
    text = next(q.text for q in named_queries() if q.name == "events")
    for limit, rows, more in (("3", 3, True), ("8", 8, False), ("9", 8, False), ("0", 8, False)):
        answer = find_answer(graph, fill_in(text, {"limit": limit}), "oxigraph", None)
        assert (len(answer.rows), answer.more) == (rows, more)


def test_parameters_are_listed_with_their_meaning() -> None:
    query = next(q for q in named_queries() if q.name == "what-is-new")
    assert [(p.name, p.type, p.default) for p in query.parameters] == [
        ("territory", "thing", ""),
        ("agent", "thing", ""),
        ("since", "date", ""),
        ("until", "date", ""),
        ("limit", "integer", "1000"),
    ]
    assert query.parameters[2].meaning == "the first day that counts, YYYY-MM-DD"


@pytest.mark.parametrize("query", named_queries(), ids=NAMES)
def test_each_column_is_documented(graph: Graph, query: NamedQuery) -> None:
    assert tuple(query.columns) == ask(graph, query.name).columns


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("what-is-new", {"since": "yesterday"}, "since=yesterday: does not fit; wanted: date, the first day"),
        ("in-the-year", {"year": "19 45"}, "year=19 45: does not fit; wanted: integer, the year"),
        ("in-the-year", {"territory": " "}, "territory= : does not fit; wanted: thing, a territory"),
        (
            "what-is-new",
            {"before": "2020"},
            "the query has no parameter 'before'; it has: territory, agent, since, until",
        ),
        (
            "events",
            {"yeer": "2020"},
            "the query has no parameter 'yeer'; it has: territory, agent, year, limit; did",
        ),
        ("edges-without-evidence", {"x": "y"}, "the query has no parameter 'x'; it has: none"),
    ],
)
def test_wrong_parameter_is_named(graph: Graph, name: str, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, name, **parameters)
    assert str(caught.value).startswith(message)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_value_of_a_parameter_can_leave_its_quotes(value: str) -> None:
    query = "SELECT * {\n#? mine: VALUES ?x { $mine }\n}"
    filled = fill_in(query, {"mine": value}) if value.strip() else 'SELECT * { VALUES ?x { "" } }'
    (row,) = ox.Store().query(filled)
    assert row["x"] == ox.Literal(value if value.strip() else "")


@pytest.mark.parametrize(
    "value", ['" } ?s ?p ?o #', "\\", '"""', "\n} ASK { ?s ?p ?o }", "'", "\\u0022", "> }"]
)
def test_hostile_value_is_only_a_value(graph: Graph, value: str) -> None:
    for engine in ("oxigraph", "rdflib"):
        with pytest.raises(QueryError, match=r"^speaker=.*: the graph has nothing of that name"):
            ask(graph, "quotations", engine, speaker=value)
        assert ask(graph, "positions-by-source", engine, source=value).rows == ()


@pytest.mark.parametrize("function", ["http://x.example/f", "java:java.lang.System.exit", "file:///bin/sh"])
def test_function_of_somebody_else_runs_nowhere(graph: Graph, function: str) -> None:
    """Oxigraph refuses it, and rdflib, which has none either, binds nothing."""
    query = f"SELECT (<{function}>(1) AS ?x) {{}}"
    with pytest.raises(QueryError, match=r"The custom function <.*> is not supported"):
        ask(graph, query)
    (row,) = ask(graph, query, "rdflib").rows
    assert not any(row)


# ------------------------------------------------------------------ what things are called


@pytest.fixture(scope="module")
def named_graph() -> Graph:
    """The articles, with what the gazetteer knows of their things."""
    return Graph(to_triples(handmade.all_readings(), Gazetteer.load()))


@pytest.mark.parametrize(
    "name",
    ["Kunashir", "kunashir", "KUNASHIR", "id:kunashir", IDS + "kunashir", "国後島", "Кунашир", "Kunashiri"],
)
def test_thing_is_found_by_any_of_its_names(named_graph: Graph, name: str) -> None:
    rows = ask(named_graph, "in-the-year", territory=name).rows
    assert {row[0] for row in rows} == {"Kunashir"}


@pytest.mark.parametrize("derived", [True, False])
def test_whole_brings_its_parts(named_graph: Graph, derived: bool) -> None:
    asked = named_graph | Graph(derive(named_graph)) if derived else named_graph
    for whole in ("Kurils", "kuril islands", "Курильские острова"):
        rows = ask(asked, "in-the-year", territory=whole).rows
        assert {row[0] for row in rows} == {"Kunashir", "Kuril Islands"}
    assert ask(asked, "events", territory="Kunashir").rows == ask(asked, "events", territory="国後島").rows


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"territory": "Kunasir"},
            "territory=Kunasir: the graph has nothing of that name; did you mean Kunashir",
        ),
        (
            {"territory": "Gibraltar"},
            "territory=Gibraltar: this graph does not speak of Gibraltar (gibraltar)",
        ),
        ({"agent": "Japn"}, "agent=Japn: the graph has nothing of that name; did you mean Japan (japan)"),
        ({"agent": "Xyzzy"}, "agent=Xyzzy: the graph has nothing of that name"),
    ],
)
def test_name_that_nothing_has_gives_those_that_are_near(
    named_graph: Graph, values: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(named_graph, "events", **values)
    assert str(caught.value).startswith(message)


def test_thing_of_several_near_names_is_offered_once(named_graph: Graph) -> None:
    japan, name = ox.NamedNode(IDS + "japan"), ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    more = Graph(ox.Triple(japan, name, ox.Literal(text)) for text in ("Japon", "Japn.1", "The Japan"))
    with pytest.raises(QueryError, match=r"did you mean Japan \(japan\)") as caught:
        ask(named_graph | more, "events", agent="Jappan")
    assert str(caught.value).count("(japan)") == 1


# ------------------------------------------------------------------ the derived layer


@pytest.mark.parametrize("name", ["disputes", "control-over-time", "belief", "contradictions"])
def test_derived_layer_is_worked_out_where_it_is_missing(graph: Graph, name: str) -> None:
    derived = graph | Graph(derive(graph))
    assert ask(derived, name) == ask(graph, name)
    assert ask(graph, name).rows


@pytest.mark.parametrize(
    ("query", "speaks"),
    [
        ("SELECT * { ?x a kg:Dispute }", True),
        ("SELECT * { ?x a <https://w3id.org/kgraph/ns#Belief> }", True),
        ("SELECT * { ?x a kg:Assertion ; kg:about ?y }", False),
        ("SELECT * { ?x kg:beliefs ?y }", False),
    ],
)
def test_query_that_speaks_of_the_derived_layer_is_known(query: str, speaks: bool) -> None:
    assert speaks_of_derived(query) is speaks


def test_layer_that_a_graph_lacks_is_derived_once_for_all_queries(graph: Graph) -> None:
    read = strip(graph)
    derive_once(read)
    whole = with_derived(read, "SELECT * { ?x a kg:Dispute }")
    assert set(whole) == set(derive(read)) | set(read)
    assert with_derived(read, "SELECT * { ?x a kg:Belief }") is whole
    assert with_derived(read, "SELECT * { ?x a kg:Assertion }") is read


# ------------------------------------------------------------------ what is asked


@BOTH
def test_select_gives_its_columns(graph: Graph, engine: str) -> None:
    table = ask(graph, "SELECT ?x WHERE { ?x kg:claims id:kunashir } ORDER BY ?x", engine)
    assert table == Table(columns=("x",), rows=((IDS + "japan",), (IDS + "russia",)))


@BOTH
def test_ask_gives_one_answer(graph: Graph, engine: str) -> None:
    assert ask(graph, "ASK { id:japan kg:claims id:kunashir }", engine).rows == (("true",),)


@BOTH
def test_construct_gives_sorted_triples(graph: Graph, engine: str) -> None:
    table = ask(graph, "CONSTRUCT { ?o kg:claims ?s } WHERE { ?s kg:administers ?o }", engine)
    assert [row[0] for row in table.rows] == [IDS + "falkland-islands", IDS + "kunashir"]


@BOTH
def test_wrong_sparql_is_one_line(graph: Graph, engine: str) -> None:
    with pytest.raises(QueryError, match=r"^not SPARQL") as caught:
        ask(graph, "SELECT * WHERE { ?s ?p", engine)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x\nWHERE ?x kg:claims ?y }", "error at 2:7, behind 'WHERE': expected \"{\""),
        ("SELECT ?x { ?x kg:claims ?y }}", "error at 1:31, behind '?x kg:claims ?y }}'"),
        (
            "SELECT ?x { ?x ex:y ?z }",
            "error at 1:21, behind 'SELECT ?x { ?x ex:y': Prefix not found: begin with PREFIX ex: <...>",
        ),
        (
            "SELECT (1 AS ?x) { ?x a ?y }",
            "error at 1:29, behind 'AS ?x) { ?x a ?y }': The SELECT overrides an existing variable using an expression",
        ),
        ("SELECT ?x { ?x a <a b> }", "error at 1:23, behind '?x { ?x a <a b>': IRI parsing failed"),
    ],
)
def test_wrong_sparql_is_told_by_its_place_and_its_reason(graph: Graph, query: str, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, query)
    assert str(caught.value) == f"not SPARQL: {says}"


@BOTH
def test_unknown_prefix_is_an_error_of_the_query(graph: Graph, engine: str) -> None:
    with pytest.raises(QueryError):
        ask(graph, "SELECT * WHERE { ?s nope:x ?o }", engine)


def test_query_file_is_read(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("\ufeffSELECT ?x {\n#? mine: VALUES ?x { $mine }\n}", encoding="utf-8")
    assert run(graph, str(path), parameters={"mine": "2"}, limits=None).rows == (("2",),)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "what-is-nwe",
            "no query is called 'what-is-nwe'; did you mean 'what-is-new'? Or give SPARQL or a .rq file",
        ),
        ("zzz", "no query is called 'zzz'; there are: disputed-territories, claims-over-time"),
        ("gone.rq", "gone.rq: cannot be read: No such file or directory"),
        (
            "how many claims are there?",
            "no query is called 'how many claims are there?'; there are: disputed-",
        ),
        ("PREFIX x: <y> how many", "not a SPARQL query: it has none of ASK, CONSTRUCT, DESCRIBE, SELECT"),
    ],
)
def test_query_that_is_none_is_named(graph: Graph, query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, query)
    assert str(caught.value).startswith(message)
