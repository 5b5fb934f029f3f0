"""Opens what a user names as GRAPH: a file of triples, or the URL of a SPARQL endpoint."""

from pathlib import Path

from kgraph.endpoint import Endpoint, is_url
from kgraph.graph.store import Graph, load

__all__ = ["open_graph"]


def open_graph(source: str | Path) -> Graph:
    """Open a graph by what a user calls it.

    Args:
        source: a file (.ttl .trig .nq .nt .jsonld, each also with .gz), or the URL where an endpoint takes
            queries (`http://localhost:7878/query`), whose graph is copied.

    Raises:
        GraphError: there is none, or it is broken; the message says what to do.
    """
    if isinstance(source, str) and is_url(source):
        with Endpoint(source) as endpoint:
            return endpoint.download()
    return load(Path(source))
