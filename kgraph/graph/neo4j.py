"""Tables for `neo4j-admin database import`: one file of nodes, one of relationships.

A relationship that the text does not make its own, denies or holds possible has a type of its own (`claims_denied`):
a query for `claims` finds what may be taken as said, as in the RDF graph the bare triple.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from kgraph.graph.store import Graph
from kgraph.graph.tables import node_rows, to_network
from kgraph.model import Assertion, Modality, Polarity, assertion_id

__all__ = [
    "NODE_HEADER",
    "RELATIONSHIP_HEADER",
    "relationship_type",
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
        ":TYPE": "type",
    }
)


def to_neo4j_nodes(graph: Graph) -> str:
    """Write one row for each thing that an assertion speaks of, its kind as its label."""
    return _csv(NODE_HEADER, node_rows(graph))


def to_neo4j_relationships(graph: Graph) -> str:
    """Write one row for each assertion, with its qualifiers, how many say it, and the words of its surest evidence."""
    types = {assertion_id(each): relationship_type(each) for each in graph.assertions()}
    edges = to_network(graph).edges(keys=True, data=True)
    rows = (
        {**row, "start": start, "end": end, "key": key, "type": types[key]} for start, end, key, row in edges
    )
    return _csv(RELATIONSHIP_HEADER, rows)


def relationship_type(assertion: Assertion) -> str:
    """Name the type of an assertion's relationship: its predicate alone where it may be taken as said."""
    name = assertion.predicate.replace(":", "_")  # a user's own predicate has a prefix
    if assertion.modality is Modality.POSSIBLE:
        name += "_possible"
    if assertion.polarity is Polarity.NEGATIVE:
        name += "_denied"
    return name if name != assertion.predicate or assertion.is_plain else f"{name}_attributed"


def _csv(header: Mapping[str, str], rows: Iterable[Mapping[str, object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(_cells(row, tuple(header.values())) for row in rows)
    return stream.getvalue()


def _cells(row: Mapping[str, object], columns: Sequence[str]) -> Iterator[object]:
    for column in columns:
        value = row.get(column, "")
        yield str(value).lower() if isinstance(value, bool) else value
