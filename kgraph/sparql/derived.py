"""Sees that a query on the derived layer finds one: a graph without it has it worked out first."""

import re

import pyoxigraph as ox

from kgraph.graph.store import Graph
from kgraph.vocab import NAMESPACE

__all__ = ["has_derived", "speaks_of_derived", "with_derived"]

# What only the derived layer has. `within` is no such sign: our own gate asks about all properties.
_NAMES = "Belief|Containment|Contradiction|Dispute|Generalization|Inferred|Period|concerns|derivedBy"
_MENTION = re.compile(rf"(?:\bkg:|{re.escape(NAMESPACE)})(?:{_NAMES})\b")
ANY_DERIVED = "ASK { ?node kg:derivedBy ?rule }"


def speaks_of_derived(query: str) -> bool:
    """Tell whether a query names a term of the derived layer."""
    return _MENTION.search(query) is not None


def has_derived(graph: Graph) -> bool:
    """Tell whether the graph has a derived layer."""
    found = graph.query(ANY_DERIVED)
    return isinstance(found, ox.QueryBoolean) and bool(found)


def with_derived(graph: Graph, query: str) -> Graph:
    """Give the graph, with its derived layer where the query speaks of it and the graph has none."""
    if not speaks_of_derived(query) or has_derived(graph):
        return graph
    from kgraph.derive import derive  # only a graph without its layer needs the rules

    return graph | Graph(derive(graph))
