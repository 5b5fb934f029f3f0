"""Opens what a user names as GRAPH: a file of triples, a store, or the URL of a SPARQL endpoint; fills an endpoint."""

import os
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kgraph.endpoint import Endpoint, Progress, is_url
from kgraph.errors import GraphError
from kgraph.graph.folder import open_folder
from kgraph.graph.store import Change, Graph, load
from kgraph.graph.triple_file import TripleFile

__all__ = ["fill_endpoint", "open_graph", "open_triples", "update_endpoint"]


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
    return open_folder(path) if _is_folder(path) else load(path)


def open_triples(source: str | Path, progress: Progress | None = None) -> Iterable[ox.Triple]:
    """Open a graph to be gone through, any number of times, as it is written: for what goes from file to file.

    A file is read anew each time, and its literals keep their spelling, which a `Graph` does not.

    Args:
        source: as for `open_graph`.
        progress: likewise.

    Raises:
        GraphError: there is none; a broken file raises when it is gone through.
    """
    if (isinstance(source, str) and is_url(source)) or _is_folder(Path(source)):
        return open_graph(source, progress)
    return TripleFile(Path(source))


def _is_folder(path: Path) -> bool:
    """Tell a folder; a name too long for any is none, and no error."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for such a name


def fill_endpoint(
    graph: Graph, url: str, *, replace: bool = False, graph_store_url: str | None = None
) -> None:
    """Put a graph on a server, in the place of what is there.

    Args:
        graph: the graph.
        url: where the endpoint takes queries.
        replace: though something is there already.
        graph_store_url: where it takes graphs, unless its URL follows a convention.

    Raises:
        GraphError: something is there already, or the server cannot be reached or takes no graph; all is as it was.
    """
    with Endpoint(url, graph_store_url=graph_store_url) as endpoint:
        held = 0 if replace else endpoint.count()
        if held:
            raise GraphError(
                f"{endpoint.name}: has {held:,} triples: --replace puts others in their place, "
                "kgraph merge adds to them"
            )
        endpoint.put(graph)


def update_endpoint(before: Graph, after: Graph, url: str, *, update_url: str | None = None) -> Change:
    """Change the graph of a server from what it was to what it shall be, by one update.

    Args:
        before: what was copied from there.
        after: what it shall be.
        url: where the endpoint takes queries.
        update_url: where it takes updates, unless its URL follows a convention.

    Returns:
        What was changed.

    Raises:
        GraphError: the server cannot be reached, or takes no updates; all is as it was.
    """
    gone, new = (
        frozenset(t for t in one if t not in other) for one, other in ((before, after), (after, before))
    )
    change = Change(gone=gone, new=new)
    with Endpoint(url, update_url=update_url) as endpoint:
        endpoint.apply(change)
    return change
