"""Graphs to files, byte by byte the same for the same triples, whatever order they came in.

Sorted triples make stable files, and a new assertion changes its own lines only. Turtle from sorted
triples by Oxigraph takes a tenth of the time of rdflib's writer.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.files import replacing
from kgraph.graph import terms
from kgraph.graph.by_document import by_document
from kgraph.graph.store import Graph
from kgraph.graph.tables import to_csv, to_graphml, to_node_csv
from kgraph.vocab import PREFIXES

__all__ = ["WRITERS", "to_jsonld", "to_nquads", "to_trig", "to_turtle", "write_graph"]

_FIRST = (terms.TYPE, terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.LABEL)
_STRING = PREFIXES["xsd"] + "string"  # not written
_Statement = TypeVar("_Statement", ox.Triple, ox.Quad)


def write_graph(graph: Graph, path: Path) -> None:
    """Write the graph in the format that the suffix names; the file is replaced whole or not at all.

    Raises:
        GraphError: the suffix is none of those known.
        KgraphError: the file cannot be written.
    """
    suffix = next((s for s in WRITERS if path.name.endswith(s)), None)
    if suffix is None:
        raise GraphError(f"{path}: unknown format; the suffix must be one of {' '.join(WRITERS)}")
    text = WRITERS[suffix](graph)
    with replacing(path) as stream:
        stream.write(text)


def to_turtle(graph: Graph) -> str:
    """Write Turtle, one subject after another in the order of their IRIs."""
    return _serialize(graph, ox.RdfFormat.TURTLE)


def to_nquads(graph: Graph) -> str:
    """Write N-Quads, one graph a document as in TriG."""
    return _serialize(by_document(graph), ox.RdfFormat.N_QUADS)


def to_trig(graph: Graph) -> str:
    """Write TriG with one graph a document: all that the document supports, under the document's IRI.

    What several documents support stands in each of their graphs; what none supports stands in the
    default graph.
    """
    return _serialize(by_document(graph), ox.RdfFormat.TRIG)


def to_jsonld(graph: Graph) -> str:
    """Write expanded JSON-LD, one line a subject."""
    nodes = json.loads(ox.serialize(sorted(graph, key=_reading_order), format=ox.RdfFormat.JSON_LD) or b"[]")
    lines = (json.dumps(node, ensure_ascii=False) for node in nodes)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _serialize(statements: Iterable[_Statement], graph_format: ox.RdfFormat) -> str:
    ordered = sorted(statements, key=_reading_order)
    text = (ox.serialize(ordered, format=graph_format, prefixes=_used_prefixes(ordered)) or b"").decode()
    lines = text.split("\n")
    count = sum(line.startswith("@prefix ") for line in lines)
    return "\n".join(sorted(lines[:count]) + lines[count:])


def _reading_order(statement: ox.Triple | ox.Quad) -> tuple[str, str, int, str, str]:
    """Order by graph, subject and predicate, with what a reader wants to see first in front."""
    name = str(statement.graph_name) if isinstance(statement, ox.Quad) else ""
    rank = _FIRST.index(statement.predicate.value) if statement.predicate.value in _FIRST else len(_FIRST)
    return name, str(statement.subject), rank, statement.predicate.value, str(statement.object)


def _used_prefixes(statements: Iterable[ox.Triple | ox.Quad]) -> dict[str, str]:
    used = {_namespace(term.value) for statement in statements for term in _named(statement)}
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if namespace in used}


def _named(statement: ox.Triple | ox.Quad) -> list[ox.NamedNode]:
    typed = [term for term in statement if isinstance(term, ox.Literal) and term.datatype.value != _STRING]
    datatypes = [term.datatype for term in typed]
    return [term for term in (*statement, *datatypes) if isinstance(term, ox.NamedNode)]


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


WRITERS: Mapping[str, Callable[[Graph], str]] = MappingProxyType(
    {
        ".ttl": to_turtle,
        ".trig": to_trig,
        ".nq": to_nquads,
        ".jsonld": to_jsonld,
        ".graphml": to_graphml,
        ".nodes.csv": to_node_csv,  # before .csv, which it ends in
        ".csv": to_csv,
    }
)
