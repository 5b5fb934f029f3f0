"""Tables for other tools hold every assertion, with its qualifiers and its words."""

import csv
import datetime
import io
import sys

import pyarrow.parquet as pq
import pytest

from kgraph.errors import GraphError
from kgraph.graph.store import Graph
from kgraph.graph.tables import (
    EVIDENCE_COLUMNS,
    NODE_COLUMNS,
    to_csv,
    to_node_csv,
    to_parquet,
)
from kgraph.model import Reading, assertion_id


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


def test_a_row_tells_what_may_be_taken_as_said(graph: Graph) -> None:
    plain = {assertion_id(each): str(each.is_plain) for each in graph.assertions()}
    assert {row["assertion"]: row["plain"] for row in rows_of(to_csv(graph))} == plain
    assert set(plain.values()) == {"True", "False"}


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
