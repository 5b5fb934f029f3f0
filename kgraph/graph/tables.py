"""Graphs as tables: what spreadsheets, data frames and databases read."""

import csv
import datetime
import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.model import Assertion, Entity, assertion_id
from kgraph.vocab import local_name

__all__ = [
    "EVIDENCE_COLUMNS",
    "EVIDENCE_TYPES",
    "NODE_COLUMNS",
    "evidence_rows",
    "evidence_values",
    "node_rows",
    "relation_row",
    "to_csv",
    "to_node_csv",
    "to_parquet",
]

EVIDENCE_COLUMNS = (
    *(
        "assertion",
        "subject",
        "subject_id",
        "subject_kind",
        "predicate",
        "object",
        "object_id",
        "object_kind",
    ),
    *("about", "polarity", "modality", "attribution", "time", "doc", "title", "date", "source", "url"),
    *("start", "end", "sentence", "rule", "confidence"),
    "plain",  # whether it may be taken as said: `Assertion.is_plain`
)
EVIDENCE_TYPES: Mapping[str, type] = MappingProxyType(
    {"date": datetime.date, "start": int, "end": int, "confidence": float, "plain": bool}
)  # of the columns that are no text
NODE_COLUMNS = ("id", "label", "kind", "known", "wikidata", "lat", "long")

_BACKGROUND = """
SELECT ?thing ?wikidata ?lat ?long WHERE {
  ?thing kg:known ?known .
  OPTIONAL { ?thing skos:exactMatch ?wikidata FILTER(STRSTARTS(STR(?wikidata), STR(wd:))) }
  OPTIONAL { ?thing geo:lat ?lat ; geo:long ?long }
}"""

Row = dict[str, str | int | float | bool]
Value = str | int | float | bool | datetime.date | None


def to_csv(graph: Graph) -> str:
    """Write one row for each evidence of each assertion, in the order of assertion, document and place."""
    return _csv(EVIDENCE_COLUMNS, evidence_rows(graph))


def to_node_csv(graph: Graph) -> str:
    """Write one row for each thing that an assertion speaks of."""
    return _csv(NODE_COLUMNS, node_rows(graph))


def _csv(columns: tuple[str, ...], rows: Iterator[Row]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def evidence_rows(graph: Graph) -> Iterator[Row]:
    """Give one row for each evidence of each assertion; what is missing is the empty text."""
    documents = {document.id: document for document in graph.documents()}
    for assertion in graph.assertions():
        for evidence in assertion.evidence:
            document = documents[evidence.document_id]
            yield relation_row(assertion) | {
                "doc": document.id,
                "title": document.title or "",
                "date": document.date.isoformat() if document.date else "",
                "source": document.source or "",
                "url": document.url or "",
                "start": evidence.span.start,
                "end": evidence.span.end,
                "sentence": evidence.quotation,
                "rule": evidence.rule,
                "confidence": evidence.confidence,
            }


def relation_row(assertion: Assertion) -> Row:
    """Give what an assertion says, by the first columns of `EVIDENCE_COLUMNS`; what is missing is the empty text."""
    return {
        "assertion": assertion_id(assertion),
        "subject": assertion.subject.label,
        "subject_id": assertion.subject.id,
        "subject_kind": assertion.subject.kind.value,
        "predicate": assertion.predicate,
        "object": assertion.object.label,
        "object_id": assertion.object.id,
        "object_kind": assertion.object.kind.value,
        "about": assertion.about.label if assertion.about else "",
        "polarity": assertion.polarity.value,
        "modality": assertion.modality.value,
        "attribution": assertion.attribution.label if assertion.attribution else "",
        "time": assertion.time or "",
        "plain": assertion.is_plain,
    }


def to_parquet(graph: Graph) -> bytes:
    """Write the rows of `to_csv` as Parquet: days as dates, what is missing as null.

    The bytes are the same for the same graph and version of pyarrow.

    Raises:
        GraphError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise GraphError(".parquet needs pyarrow: pip install 'kgraph-disputes[parquet]'") from error
    kinds = {
        datetime.date: pa.date32(),
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        str: pa.string(),
    }
    schema = pa.schema([(column, kinds[EVIDENCE_TYPES.get(column, str)]) for column in EVIDENCE_COLUMNS])
    stream = io.BytesIO()
    pq.write_table(
        pa.Table.from_pylist(list(evidence_values(graph)), schema=schema), stream, compression="zstd"
    )
    return stream.getvalue()


def evidence_values(graph: Graph) -> Iterator[dict[str, Value]]:
    """Give the rows of `evidence_rows` with days as dates and None for what is missing."""
    for row in evidence_rows(graph):
        yield {name: _typed(name, value) for name, value in row.items()}


def _typed(column: str, value: str | float | bool) -> Value:
    if value == "":
        return None
    return datetime.date.fromisoformat(str(value)) if column == "date" else value


def node_rows(graph: Graph) -> Iterator[Row]:
    """Give one row for each thing that an assertion speaks of, by id, with what the gazetteer added."""
    background = _background(graph)
    things = {e.id: e for a in graph.assertions() for e in (a.subject, a.object, a.about, a.attribution) if e}
    for name in sorted(things):
        yield _node_row(things[name]) | background.get(name, {})


def _node_row(entity: Entity) -> Row:
    return {"id": entity.id, "label": entity.label, "kind": entity.kind.value, "known": entity.known}


def _background(graph: Graph) -> Mapping[str, Row]:
    rows: dict[str, Row] = {}
    asked_for = (terms.KNOWN, terms.EXACT_MATCH, terms.LAT, terms.LONG)
    # A copy, since a query over a damaged block of a store may not come to an end; its patterns raise.
    part = Graph(triple for one in asked_for for triple in graph.match(None, one))
    solutions = part.solve(_BACKGROUND)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
    for solution in solutions:
        row = rows.setdefault(local_name(solution["thing"].value), {})
        if solution["wikidata"] is not None:
            row["wikidata"] = local_name(solution["wikidata"].value)
        for axis in ("lat", "long"):
            if solution[axis] is not None:
                row[axis] = float(solution[axis].value)
    return rows
