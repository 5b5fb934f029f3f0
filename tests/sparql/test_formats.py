"""Answers keep their RDF terms in every form that has room for them, and text is safe to show."""

import csv
import json
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kgraph.graph.store import Graph
from kgraph.sparql.answer import find_answer
from kgraph.sparql.formats import FORMATS, formats_of, write
from kgraph.sparql.limits import Limits
from kgraph.sparql.plain import to_json
from kgraph.sparql.results import Answer, Table
from kgraph.vocab import IDS, PREFIXES

TERMS = Answer(
    kind="solutions",
    columns=("thing", "value"),
    rows=(
        (ox.NamedNode(IDS + "senkaku-islands"), ox.Literal("尖閣諸島", language="ja")),
        (ox.BlankNode("b"), ox.Literal("2019-01-14", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))),
        (None, ox.Literal('a "b"\t\\\n<c>&')),
        (ox.NamedNode("http://x.example/"), ox.Literal(7)),
    ),
)  # fmt: skip
RESULTS = {
    "srj": ox.QueryResultsFormat.JSON,
    "srx": ox.QueryResultsFormat.XML,
    "tsv": ox.QueryResultsFormat.TSV,
}


def triples_of(graph: Graph, limits: Limits | None = None) -> Answer:
    return find_answer(graph, "CONSTRUCT WHERE { ?s kg:claims ?o }", "oxigraph", limits)


@pytest.mark.parametrize("name", RESULTS)
def test_w3c_forms_keep_type_language_and_unbound(name: str) -> None:
    found = ox.parse_query_results(write(TERMS, name), format=RESULTS[name])
    assert [v.value for v in found.variables] == ["thing", "value"]
    assert [(row["thing"], row["value"]) for row in found] == list(TERMS.rows)


@pytest.mark.parametrize("name", RESULTS)
def test_w3c_forms_of_ask(name: str) -> None:
    yes = Answer(kind="boolean", columns=("answer",), rows=((ox.Literal(True),),))
    if name == "tsv":  # W3C has no such thing; the word is what Oxigraph writes too
        assert write(yes, name) == b"true"
    else:
        assert bool(ox.parse_query_results(write(yes, name), format=RESULTS[name])) is True


def test_triple_terms_survive_in_json_and_xml() -> None:
    triple = ox.Triple(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal("x", language="en"))
    answer = Answer(kind="solutions", columns=("t",), rows=((triple,),))
    for name in ("srj", "srx"):
        found = ox.parse_query_results(write(answer, name), format=RESULTS[name])
        assert [row["t"] for row in found] == [triple]
    assert answer.table().rows == ((str(triple),),)


@pytest.mark.parametrize(
    ("name", "rdf"),
    [
        ("ttl", ox.RdfFormat.TURTLE),
        ("nt", ox.RdfFormat.N_TRIPLES),
        ("jsonld", ox.RdfFormat.JSON_LD),
        ("rdf", ox.RdfFormat.RDF_XML),
    ],
)
def test_triples_are_written_as_rdf(graph: Graph, name: str, rdf: ox.RdfFormat) -> None:
    answer = triples_of(graph)
    read = {(q.subject, q.predicate, q.object) for q in ox.parse(write(answer, name), format=rdf)}
    assert read == set(answer.rows)
    assert len(read) > 3


def test_turtle_has_the_prefixes_that_it_uses(graph: Graph) -> None:
    text = write(triples_of(graph), "ttl").decode()
    assert [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")] == ["id:", "kg:"]
    assert "id:japan kg:claims id:kunashir" in text


def test_triples_can_be_rows_but_rows_no_triples() -> None:
    assert [f.name for f in formats_of("triples")] == list(FORMATS)
    assert not {"ttl", "nt", "jsonld", "rdf"} & {f.name for f in formats_of("solutions")}


def test_both_forms_of_json_say_that_rows_are_missing(graph: Graph) -> None:
    cut = find_answer(graph, "SELECT ?s { ?s ?p ?o }", "oxigraph", Limits(rows=2))
    plain, w3c = json.loads(write(cut, "json")), json.loads(write(cut, "srj"))
    assert (plain["cut"], len(plain["rows"])) == ("the first 2 rows of more", 2)
    assert (w3c["head"]["cut"], len(w3c["results"]["bindings"])) == ("the first 2 rows of more", 2)
    assert len(list(ox.parse_query_results(write(cut, "srj"), format=ox.QueryResultsFormat.JSON))) == 2


# ------------------------------------------------------------------ tables

TABLE = Table(
    columns=("place", "name"), rows=(("Senkaku", "尖閣諸島"), ("x\x1b[31m", "a\nb"), ("long " * 30, ""))
)


def test_text_is_aligned_cut_and_without_controls() -> None:
    lines = TABLE.to_text().split("\n")
    assert lines[2].endswith("尖閣諸島")
    assert lines[3] == "x\ufffd[31m" + " " * 56 + "a b"
    assert lines[4].endswith("…")


def test_text_shortens_iris() -> None:
    assert Table(columns=("x",), rows=((IDS + "japan",),)).to_text() == "x\n--------\nid:japan\n"


def test_csv_keeps_cells_as_they_are() -> None:
    assert TABLE.to_csv().startswith("place,name\nSenkaku,尖閣諸島\n")
    assert tuple(tuple(row) for row in csv.reader(TABLE.to_csv().splitlines(keepends=True)))[1:] == TABLE.rows


def test_nothing_in_a_cell_is_markdown() -> None:
    table = Table(columns=("a_b", "c"), rows=(("x | y", "<b>*1*</b>\n[l](u)"),))
    assert table.to_markdown() == (
        "| a\\_b | c |\n| --- | --- |\n| x \\| y | \\<b\\>\\*1\\*\\</b\\> \\[l\\](u) |\n"
    )


def test_table_without_rows() -> None:
    empty = Table(columns=("a",), rows=())
    assert (empty.to_text(), empty.to_csv()) == ("a\n-\n", "a\n")
    assert json.loads(to_json(Answer(kind="solutions", columns=("a",), rows=()))) == []


# ------------------------------------------------------------------ plain values


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("7", "integer", 7),
        ("-007", "integer", -7),
        ("9007199254740993", "integer", 9007199254740993),  # which no double holds
        ("9" * 5000, "integer", "9" * 5000),
        ("seven", "integer", "seven"),
        ("1_000", "integer", "1_000"),
        ("0.9", "decimal", Decimal("0.9")),
        ("+.50", "decimal", Decimal("0.50")),
        ("0.12345678901234567890", "decimal", Decimal("0.12345678901234567890")),
        ("12345678901234567890.", "decimal", 12345678901234567890),
        ("1e3", "decimal", "1e3"),
        ("1.5E0", "double", Decimal("1.5")),
        ("INF", "double", "INF"),
        ("-INF", "float", "-INF"),
        ("NaN", "double", "NaN"),
        ("1e999", "double", "1e999"),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("yes", "boolean", "yes"),
        ("1945", "gYear", "1945"),
        ("2019-01-14", "date", "2019-01-14"),
    ],
)
def test_number_is_one_in_json_with_all_its_digits(text: str, datatype: str, value: object) -> None:
    term = ox.Literal(text, datatype=ox.NamedNode(PREFIXES["xsd"] + datatype))
    answer = Answer(kind="solutions", columns=("x",), rows=((term,),))
    (row,) = json.loads(write(answer, "json"), parse_float=Decimal, parse_constant=pytest.fail)
    assert (row["x"], type(row["x"])) == (value, type(value))


def test_text_iris_and_unbound_are_plain_too() -> None:
    assert json.loads(write(TERMS, "json")) == [
        {"thing": IDS + "senkaku-islands", "value": "尖閣諸島"},
        {"thing": "b", "value": "2019-01-14"},
        {"thing": None, "value": 'a "b"\t\\\n<c>&'},
        {"thing": "http://x.example/", "value": 7},
    ]
