"""Opens what a user names as GRAPH: a file of triples, a store, or the URL of a SPARQL endpoint."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kgraph.endpoint import Endpoint, Progress, is_url
from kgraph.graph.folder import open_folder
from kgraph.graph.store import Graph, load
from kgraph.graph.triple_file import TripleFile

__all__ = ["open_graph", "open_triples"]


def open_graph(source: str | Path, progress: Progress | None = None) -> Graph:
    """Open a graph by what a user calls it.

    Args:
        source: a file (.ttl .trig .nq .nt .jsonld, each also with .gz), the folder of a store, or the URL where an
            endpoint takes queries (`http://localhost:7878/query`), whose graph is copied.
        progress: hands on the triples of an endpoint, and shows how far it is.

    Raises:
        GraphError: there is none, or it is broken; the message says what to do.
    """
    if isinstance(source, str) and is_url(source):
        with Endpoint(source) as endpoint:
            return endpoint.download(progress)
    path = Path(source)
    return open_folder(path) if path.is_dir() else load(path)


def open_triples(source: str | Path, progress: Progress | None = None) -> Iterable[ox.Triple]:
    """Open a graph to be gone through, any number of times, as it is written: for what goes from file to file.

    A file is read anew each time, and its literals keep their spelling, which a `Graph` does not.

    Args:
        source: as for `open_graph`.
        progress: likewise.

    Raises:
        GraphError: there is none; a broken file raises when it is gone through.
    """
    if (isinstance(source, str) and is_url(source)) or Path(source).is_dir():
        return open_graph(source, progress)
    return TripleFile(Path(source))
