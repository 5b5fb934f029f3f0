"""Triples in the forms in which a browser of linked data may want them, byte-stable."""

from collections.abc import Iterable

import pyoxigraph as ox

from kgraph.graph.store import Graph
from kgraph.graph.write import to_jsonld, to_turtle

__all__ = ["write_triples"]


def write_triples(triples: Iterable[ox.Triple], style: str) -> bytes:
    """Write triples, sorted.

    Args:
        triples: in any order, the same one any number of times.
        style: ttl, nt, jsonld or rdf.
    """
    graph = Graph(triples)
    if style == "ttl":
        return to_turtle(graph).encode()
    if style == "jsonld":
        return to_jsonld(graph).encode()
    form = ox.RdfFormat.N_TRIPLES if style == "nt" else ox.RdfFormat.RDF_XML
    return ox.serialize(sorted(graph, key=str), format=form) or b""
