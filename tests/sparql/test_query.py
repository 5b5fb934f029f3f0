"""The named queries give the same rows by either engine, and a query can do nothing but read."""

import random
from pathlib import Path

import handmade
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import QueryError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.sparql import run
from kgraph.sparql.named import named_queries
from kgraph.sparql.results import Table
from kgraph.vocab import IDS, ONTOLOGY, predicates

BOTH = pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
NAMES = [query.name for query in named_queries()]
TIMES, POST = "Example Times", "Sample Post"
FALKLANDS, UK = "Falkland Islands", "United Kingdom"
COURT = "International Court of Justice"

# What the handmade articles must give, in full.
ROWS: dict[str, list[tuple[str, ...]]] = {
    "disputed-territories": [
        (FALKLANDS, "Argentina", UK, UK, "administers", "", ""),
        ("Kunashir", "Japan", "Russia", "Russia", "administers", "", ""),
        ("Kunashir", "Japan", "Russia", "Soviet Union", "occupies", "1945", ""),
    ],
    "claims-over-time": [
        ("Argentina", FALKLANDS, "2020-06-01", "2020-06-01", "1"),
        (UK, FALKLANDS, "2020-06-01", "2020-06-01", "1"),
        ("Japan", "Kunashir", "2019-01-14", "2020-06-01", "2"),
        ("Russia", "Kunashir", "2020-06-01", "2020-06-01", "1"),
        ("Japan", "Kuril Islands", "2020-06-01", "2020-06-01", "1"),
    ],
    "claims-by-the-claimant": [
        ("Argentina", FALKLANDS, "Argentina", "2020-06-01", "Argentina said that it claims the islands."),
        ("Russia", "Kunashir", "Russia", "2020-06-01", "Russia said that it claims Kunashir."),
    ],
    "settlement-attempts": [
        ("", "Cameroon", "delimitedBoundaryWith", "Nigeria", "", "negative", "actual", TIMES),
        ("1956/", "Japan", "negotiatesWith", "Russia", "Kuril Islands", "positive", "actual", TIMES),
        ("1994", "Cameroon", "submittedTo", COURT, "Bakassi", "positive", "actual", TIMES),
        ("2002", COURT, "ruledFor", "Cameroon", "Bakassi", "positive", "actual", TIMES),
        ("2006", "Cameroon", "partyTo", "Green Tree Agreement", "", "positive", "actual", TIMES),
        ("2006", "Nigeria", "partyTo", "Green Tree Agreement", "", "positive", "actual", TIMES),
    ],
    "contradictions": [
        ("Japan", "claims", "Kuril Islands", POST, "2020-06-01", "Sergei Lavrov", "2019-01-14"),
    ],
    "names": [
        ("Bakassi", "Bakassi", TIMES, "texts", "1"),
        (FALKLANDS, FALKLANDS, POST, "texts", "1"),
        (FALKLANDS, "islands", POST, "texts", "1"),
        ("Kunashir", "Kunashir", TIMES, "texts", "1"),
        ("Kunashir", "Kunashir", POST, "texts", "1"),
        ("Kunashir", "Kunashiri", "Japan", "texts", "1"),
        ("Kuril Islands", "Kuril Islands", TIMES, "texts", "1"),
        ("Kuril Islands", "Kuril Islands", POST, "texts", "1"),
    ],
    "recognition": [("Russia", "rejectsClaimOf", "Japan", "Kunashir", "", "positive", "actual", "")],
    "in-the-year": [
        ("Kunashir", "Russia", "administers", "2019-01-14", ""),
        ("Kunashir", "Japan", "claims", "2019-01-14", ""),
    ],
    "edges-without-evidence": [],
}


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
def test_named_query_is_exercised(graph: Graph, name: str) -> None:
    rows = list(ask(graph, name).rows)
    assert rows == ROWS[name] if name in ROWS else rows


@pytest.mark.parametrize("name", NAMES)
def test_rows_do_not_depend_on_the_order_of_the_triples(graph: Graph, name: str) -> None:
    triples = list(graph)
    random.Random(3).shuffle(triples)
    assert ask(Graph(triples), name) == ask(graph, name)


@pytest.mark.parametrize("name", NAMES)
def test_named_query_of_an_empty_graph_has_no_rows(name: str) -> None:
    assert ask(Graph(), name).rows == ()


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


def test_year_narrows_to_what_held_then(graph: Graph) -> None:
    assert ask(graph, "in-the-year", year="1945").rows == (
        ("Kunashir", "Soviet Union", "occupies", "1945", ""),
    )


def test_two_parameters_at_once(graph: Graph) -> None:
    rows = ask(graph, "quotations", named="lavrov", territory="kuril").rows
    assert [row[0] for row in rows] == ["Sergei Lavrov"]
    assert ask(graph, "quotations", named="lavrov", territory="falkland").rows == ()


def test_parameters_are_listed_with_their_meaning() -> None:
    query = next(q for q in named_queries() if q.name == "what-is-new")
    assert [(p.name, p.type, p.default) for p in query.parameters] == [("since", "date", "1900-01-01")]
    assert query.parameters[0].meaning == "the first day that counts as new"


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("what-is-new", {"since": "yesterday"}, "since=yesterday: does not fit; wanted: date, the first day"),
        ("in-the-year", {"year": "19 45"}, "year=19 45: does not fit; wanted: integer, the year"),
        ("what-is-new", {"until": "2020"}, "the query has no parameter 'until'; it has: since"),
        ("contradictions", {"x": "y"}, "the query has no parameter 'x'; it has: none"),
    ],
)
def test_wrong_parameter_is_named(graph: Graph, name: str, parameters: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, name, **parameters)
    assert str(caught.value).startswith(message)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_value_of_a_parameter_can_leave_its_quotes(value: str) -> None:
    table = ask(Graph(), "quotations", named=value)
    assert table.rows == ()


@pytest.mark.parametrize("value", ['" } ?s ?p ?o #', "\\", '"""', "\n} ASK { ?s ?p ?o }", "'", "\\u0022"])
def test_hostile_value_is_only_a_value(graph: Graph, value: str) -> None:
    for engine in ("oxigraph", "rdflib"):
        assert ask(graph, "quotations", engine, named=value).rows == ()


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


@BOTH
def test_unknown_prefix_is_an_error_of_the_query(graph: Graph, engine: str) -> None:
    with pytest.raises(QueryError):
        ask(graph, "SELECT * WHERE { ?s nope:x ?o }", engine)


def test_query_file_is_read(graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text('\ufeffSELECT ?x { VALUES ?x { "1" }  # parameter: anything\n}', encoding="utf-8")
    assert run(graph, str(path), parameters={"x": "2"}, limits=None).rows == (("2",),)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "what-is-nwe",
            "no query is called 'what-is-nwe'; there are: disputed-territories, claims-over-time",
        ),
        ("gone.rq", "gone.rq: cannot be read: No such file or directory"),
        ("how many claims are there?", "not a SPARQL query: it has none of ASK, CONSTRUCT, DESCRIBE, SELECT"),
    ],
)
def test_query_that_is_none_is_named(graph: Graph, query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, query)
    assert str(caught.value).startswith(message)
