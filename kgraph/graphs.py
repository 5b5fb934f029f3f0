"""Opens what a user names as GRAPH: a file of triples."""

from pathlib import Path

from kgraph.graph.store import Graph, load

__all__ = ["open_graph"]


def open_graph(source: str | Path) -> Graph:
    """Open a graph by what a user calls it.

    Args:
        source: a file (.ttl .trig .nq .nt .jsonld, each also with .gz).

    Raises:
        GraphError: there is none, or it is broken; the message says what to do.
    """
    return load(Path(source))
