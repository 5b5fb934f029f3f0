"""Sees that a query on the derived layer finds one: a graph without it has it worked out first."""

import re
from weakref import WeakKeyDictionary

import pyoxigraph as ox

from kgraph.graph.store import Graph
from kgraph.vocab import NAMESPACE

__all__ = ["derive_once", "has_derived", "speaks_of_derived", "with_derived"]

# What only the derived layer has. `within` is no such sign: our own gate asks about all properties.
_NAMES = "Belief|Containment|Contradiction|Dispute|Generalization|Inferred|Period|Story|concerns|derivedBy"
_MENTION = re.compile(rf"(?:\bkg:|{re.escape(NAMESPACE)})(?:{_NAMES})\b")
ANY_DERIVED = "ASK { ?node kg:derivedBy ?rule }"

_DERIVED: WeakKeyDictionary[Graph, Graph] = WeakKeyDictionary()  # with its layer, by the graph without it


def speaks_of_derived(query: str) -> bool:
    """Tell whether a query names a term of the derived layer."""
    return _MENTION.search(query) is not None


def has_derived(graph: Graph) -> bool:
    """Tell whether the graph has a derived layer."""
    found = graph.solve(ANY_DERIVED)
    return isinstance(found, ox.QueryBoolean) and bool(found)


def derive_once(graph: Graph) -> None:
    """Work out the derived layer of a graph that has none, for all queries to come; the graph must not change."""
    if not has_derived(graph):
        _DERIVED[graph] = _derived(graph)


def with_derived(graph: Graph, query: str) -> Graph:
    """Give the graph, with its derived layer where the query speaks of it and the graph has none."""
    if not speaks_of_derived(query):
        return graph
    if graph in _DERIVED:
        return _DERIVED[graph]
    return graph if has_derived(graph) else _derived(graph)


def _derived(graph: Graph) -> Graph:
    from kgraph.derive import derive  # only a graph without its layer needs the rules

    return graph | Graph(derive(graph))
