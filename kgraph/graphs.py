"""Opens what a user names as GRAPH: a file of triples, a store, or the URL of a SPARQL endpoint; fills an endpoint."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.endpoint import Endpoint, Progress, is_url
from kgraph.errors import GraphError
from kgraph.graph.folder import MARKER, open_folder
from kgraph.graph.store import Change, Graph, load
from kgraph.graph.triple_file import SUFFIXES, TripleFile
from kgraph.spread import Spread, one_by_one

if TYPE_CHECKING:
    from kgraph.store import EndpointStore, Store

__all__ = ["draw", "fill_endpoint", "locate", "open_graph", "open_store", "open_triples", "update_endpoint"]


BUILT = ("graph.ttl", "graph.kg")  # what a build makes: a file, or the store of a large graph


def open_graph(source: str | Path, progress: Progress | None = None) -> Graph:
    """Open a graph by what a user calls it.

    Args:
        source: a file (.ttl .trig .nq .nt .jsonld, each also with .gz), the folder of a store or of a build, or the URL
            where an endpoint takes queries (`http://localhost:7878/query`), whose graph is copied.
        progress: hands on the triples of an endpoint, and shows how far it is.

    Raises:
        GraphError: there is none, or it is broken; the message says what to do.
    """
    if isinstance(source, str) and is_url(source):
        with Endpoint(source) as endpoint:
            return endpoint.download(progress)
    path = locate(Path(source))
    return open_folder(path) if _is_folder(path) else load(_existing(path))


def draw(graph: Graph, title: str, *, pages: str | None = None, spread: Spread = one_by_one) -> str:
    """Draw a graph as its page, one HTML file.

    Args:
        graph: what is drawn.
        title: the heading.
        pages: where each thing has a page of its own, as `build_page` has it.
        spread: likewise.
    """
    from kgraph.view import build_page  # 0.2 s: what lays out the page and draws its map

    return build_page(
        graph.documents(),
        graph.assertions(),
        predicates=graph.predicates,
        title=title,
        background=graph.background(),
        pages=pages,
        spread=spread,
    )


def open_triples(source: str | Path, progress: Progress | None = None) -> Iterable[ox.Triple]:
    """Open a graph to be gone through, any number of times, as it is written: for what goes from file to file.

    A file is read anew each time, and its literals keep their spelling, which a `Graph` does not.

    Args:
        source: as for `open_graph`.
        progress: likewise.

    Raises:
        GraphError: there is none; a broken file raises when it is gone through.
    """
    if isinstance(source, str) and is_url(source):
        return open_graph(source, progress)
    path = locate(Path(source))
    return open_graph(path, progress) if _is_folder(path) else TripleFile(_existing(path))


def locate(path: Path) -> Path:
    """Give the graph in the folder that `kgraph build` wrote, where a user names that; else the path as it is."""
    if not _is_folder(path) or (path / MARKER).exists():
        return path
    return next((path / name for name in BUILT if (path / name).exists()), path)


def _is_folder(path: Path) -> bool:
    """Tell a folder; a name too long for any is none, and no error."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for such a name


def _existing(path: Path) -> Path:
    """See that something has a name that is not that of a file of triples: else it is a store that is missing."""
    if path.name and not path.name.lower().removesuffix(".gz").endswith(tuple(SUFFIXES)):
        try:
            os.stat(path)  # noqa: PTH116 - Path.exists says no to a name that is too long, and not why
        except OSError as error:
            raise GraphError(
                f"{path}: {error.strerror}; a graph is a file ({' '.join(SUFFIXES)}, each also with .gz), a store (a "
                "folder that kgraph add makes), or the URL of an endpoint"
            ) from error
    return path


def open_store(
    place: str | Path,
    *,
    new: bool = True,
    update_url: str | None = None,
    progress: Progress | None = None,
) -> "Store | EndpointStore":
    """Open a store to put documents in and take documents out.

    Args:
        place: a folder, or the URL where an endpoint takes queries.
        new: make a folder a store where there is nothing.
        update_url: where the endpoint takes updates, unless its URL follows a convention.
        progress: hands on the triples of an endpoint, and shows how far it is.

    Raises:
        GraphError: there is none, it is broken, or somebody else changes it.
    """
    from kgraph.store import EndpointStore, Store  # with the gazetteer, which questions do not need

    if isinstance(place, str) and is_url(place):
        return EndpointStore.open(place, update_url=update_url, progress=progress)
    if update_url is not None:
        raise GraphError(f"{place}: a folder, which needs no --update-url; the URL of an endpoint may")
    return Store.open(place, new=new)


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
