"""Tables and networks for other tools hold every assertion, with its qualifiers and its words."""

import csv
import datetime
import io
import sys
from dataclasses import replace
from pathlib import Path

import handmade
import networkx as nx
import pyarrow.parquet as pq
import pytest

from kgraph.errors import GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.tables import (
    EVIDENCE_COLUMNS,
    NODE_COLUMNS,
    to_csv,
    to_graphml,
    to_network,
    to_node_csv,
    to_parquet,
)
from kgraph.graph.write import write_graph
from kgraph.model import Assertion, Reading, assertion_id


def rows_of(text: str) -> list[dict[str, str]]:
    """Read CSV as rows by column."""
    return list(csv.DictReader(io.StringIO(text)))


def test_csv_has_one_row_for_each_evidence(graph: Graph, readings: tuple[Reading, ...]) -> None:
    rows = rows_of(to_csv(graph))
    assert tuple(rows[0]) == EVIDENCE_COLUMNS
    assert len(rows) == sum(len(reading.assertions) for reading in readings)


def test_row_holds_qualifiers_document_and_words(graph: Graph) -> None:
    row = next(
        r for r in rows_of(to_csv(graph)) if r["polarity"] == "negative" and r["predicate"] == "claims"
    )
    assert (row["subject"], row["object"], row["attribution"]) == ("Japan", "Kuril Islands", "Sergei Lavrov")
    assert (row["doc"], row["date"], row["source"]) == ("kurils-2019", "2019-01-14", "Example Times")
    assert row["sentence"] == "Lavrov said that Japan has no claim to the Kuril Islands."


def test_parquet_has_the_rows_of_csv_with_types(graph: Graph) -> None:
    table = pq.read_table(io.BytesIO(to_parquet(graph)))
    assert tuple(table.column_names) == EVIDENCE_COLUMNS
    kept = [{k: "" if v is None else str(v) for k, v in row.items()} for row in table.to_pylist()]
    assert kept == rows_of(to_csv(graph))
    assert isinstance(table.to_pylist()[0]["date"], datetime.date)
    assert to_parquet(graph) == to_parquet(graph)


def test_parquet_without_pyarrow_says_what_to_install(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(GraphError, match=r"needs pyarrow: pip install 'kgraph-disputes\[parquet\]'"):
        to_parquet(graph)


def test_node_csv_has_one_row_for_each_thing(graph: Graph) -> None:
    rows = rows_of(to_node_csv(graph))
    assert tuple(rows[0]) == NODE_COLUMNS
    assert [r["id"] for r in rows] == sorted({r["id"] for r in rows})
    assert {"japan", "person_sergei-lavrov", "name_kunashiri"} <= {r["id"] for r in rows}


def test_node_has_what_the_gazetteer_adds() -> None:
    graph = Graph(to_triples([handmade.kurils()], Gazetteer.load()))
    node = to_network(graph).nodes["kunashir"]
    assert (node["lat"], node["long"], node["kind"], node["known"]) == (44.1, 145.9, "Territory", True)


def test_network_has_one_edge_for_each_assertion(graph: Graph) -> None:
    network = to_network(graph)
    assert sorted(key for _, _, key in network.edges(keys=True)) == sorted(
        map(assertion_id, graph.assertions())
    )
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR)
    edge = network.edges["japan", "kunashir", assertion_id(claim)]
    assert (edge["evidence"], edge["documents"], edge["confidence"]) == (2, 2, 0.9)


def test_parallel_assertions_stay_apart(graph: Graph) -> None:
    assert to_network(graph).number_of_edges("russia", "kunashir") == 3


def test_graphml_reads_back_the_same(graph: Graph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path / "x.graphml")
    back, network = nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True), to_network(graph)
    assert dict(back.nodes(data=True)) == dict(network.nodes(data=True))
    assert list(back.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_gexf_reads_back_the_same_and_holds_no_date(graph: Graph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path / "x.gexf")
    back, network = nx.read_gexf(tmp_path / "x.gexf"), to_network(graph)
    assert dict(back.nodes(data=True)) == dict(network.nodes(data=True))
    edges = {key: {**data, "id": key} for _, _, key, data in network.edges(keys=True, data=True)}
    assert {key: data for _, _, key, data in back.edges(keys=True, data=True)} == edges
    assert "<meta" not in (tmp_path / "x.gexf").read_text(encoding="utf-8")


def test_control_characters_do_not_break_graphml(tmp_path: Path) -> None:
    reading = handmade.bakassi()
    named = replace(handmade.thing("bakassi"), label="a\x00b\x1b\ufffe <&> \u202e")
    said = replace(reading.assertions[0], about=named)
    graph = Graph(to_triples([replace(reading, assertions=(said,))]))
    (tmp_path / "x.graphml").write_text(to_graphml(graph), encoding="utf-8")
    labels = nx.get_node_attributes(nx.read_graphml(tmp_path / "x.graphml"), "label").values()
    assert any("<&>" in label for label in labels)
