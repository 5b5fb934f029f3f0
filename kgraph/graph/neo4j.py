"""Tables for `neo4j-admin database import`: one file of nodes, one of relationships.

The type of a relationship is `kgraph.graph.network.edge_type`. The importer takes a line break for the end of a row, be
it quoted or not, unless it is told otherwise: a text has blanks in their place.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kgraph.graph.network import to_network
from kgraph.graph.store import Graph
from kgraph.graph.tables import node_rows

__all__ = [
    "NODE_HEADER",
    "RELATIONSHIP_HEADER",
    "to_neo4j_nodes",
    "to_neo4j_relationships",
]

# Column by column, what the importer wants to read and where we have it from.
NODE_HEADER: Mapping[str, str] = MappingProxyType(
    {
        "id:ID": "id",
        "label": "label",
        "known:boolean": "known",
        "wikidata": "wikidata",
        "latitude:double": "lat",
        "longitude:double": "long",
        ":LABEL": "kind",
    }
)
RELATIONSHIP_HEADER: Mapping[str, str] = MappingProxyType(
    {
        ":START_ID": "start",
        ":END_ID": "end",
        "assertion": "key",
        "predicate": "predicate",
        "about": "about",
        "polarity": "polarity",
        "modality": "modality",
        "attribution": "attribution",
        "time": "time",
        "confidence:double": "confidence",
        "evidence:int": "evidence",
        "documents:int": "documents",
        "quotation": "quotation",
        ":TYPE": "label",
    }
)


def to_neo4j_nodes(graph: Graph) -> str:
    """Write one row for each thing that an assertion speaks of, its kind as its label."""
    return _csv(NODE_HEADER, node_rows(graph))


def to_neo4j_relationships(graph: Graph) -> str:
    """Write one row for each assertion, with its qualifiers, how many say it, and the words of its surest evidence."""
    edges = to_network(graph).edges(keys=True, data=True)
    rows = ({**row, "start": start, "end": end, "key": key} for start, end, key, row in edges)
    return _csv(RELATIONSHIP_HEADER, rows)


def _csv(header: Mapping[str, str], rows: Iterable[Mapping[str, object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(_cells(row, tuple(header.values())) for row in rows)
    return stream.getvalue()


def _cells(row: Mapping[str, object], columns: Sequence[str]) -> Iterator[object]:
    for column in columns:
        value = row.get(column, "")
        yield str(value).lower() if isinstance(value, bool) else _on_one_line(value)


def _on_one_line(value: object) -> object:
    return " ".join(value.splitlines()) if isinstance(value, str) else value
