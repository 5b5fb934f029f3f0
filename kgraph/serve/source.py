"""The graph that is served: as it is now, for the pages, and the pool of processes that answers the queries."""

import re
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.requests import Request as WebRequest

from kgraph.graph import terms
from kgraph.graph.folder import TRIPLES, open_folder
from kgraph.graph.store import Graph
from kgraph.graphs import draw, locate, open_graph
from kgraph.serve.listing import Listed, list_things
from kgraph.sparql import Limits, Pool

__all__ = ["Served", "Source", "source_of"]

LOOK_AGAIN_SECONDS = 1.0  # between looks at whether a store has changed
_HOLDING = re.compile(r"CURRENT|MANIFEST-\d+|\d+\.(?:sst|log)")


@dataclass(kw_only=True)
class Source:
    """A graph as it is now, with its title; only our own code asks it."""

    graph: Graph
    title: str

    @cached_property
    def triples(self) -> int:
        """How many triples there are."""
        return len(self.graph)

    @cached_property
    def assertions(self) -> int:
        """How many assertions there are."""
        return sum(1 for _ in self.graph.match(predicate=terms.TYPE, object=terms.ASSERTION))

    @cached_property
    def things(self) -> tuple[Listed, ...]:
        """What is talked of, and the documents: for the list and its search."""
        return list_things(self.graph)

    @cached_property
    def page(self) -> str:
        """The drawing."""
        return draw(self.graph, self.title, pages="/id/")


class Served:
    """What a server has open.

    A file and the graph of an endpoint are read once, and copied into the pool. Of a store folder each query opens
    what is in it then, and the pages do so anew when its files have changed: what `kgraph add` puts in is there at
    the next request.

    Args:
        graph: what a user calls it: a file, a store folder, the URL of an endpoint.
        title: the heading of the pages.
        limits: of each query.
        at_once: how many queries are answered at the same time.

    Raises:
        GraphError: it cannot be opened.
    """

    def __init__(self, graph: str | Graph, *, title: str, limits: Limits, at_once: int) -> None:
        opened = graph if isinstance(graph, Graph) else open_graph(graph)
        place = locate(Path(graph)) if isinstance(graph, str) else None
        self._folder = place if place is not None and place.is_dir() else None
        self._files = _fingerprint(self._folder)
        self._looked = time.monotonic()
        self._lock = threading.Lock()
        self._source = Source(graph=opened, title=title)
        self.limits = limits
        self.pool = Pool(self._folder or opened, at_once=at_once)

    def now(self) -> Source:
        """Give the graph as it is now.

        Raises:
            GraphError: the store can no longer be opened.
        """
        with self._lock:
            if self._folder is not None and time.monotonic() - self._looked > LOOK_AGAIN_SECONDS:
                self._look(self._folder)
            return self._source

    def _look(self, folder: Path) -> None:
        """Open the store anew where it has changed; the graph that is open stays as it was."""
        self._looked = time.monotonic()
        found = _fingerprint(folder)
        if found != self._files:
            self._source = Source(graph=open_folder(folder), title=self._source.title)
            self._files = found

    def doubt(self) -> None:
        """Open a store anew at the next look, whatever its files say: what is open could not be read."""
        with self._lock:
            self._files = ()

    def close(self) -> None:
        """End the pool."""
        self.pool.close()


def _fingerprint(folder: Path | None) -> tuple[tuple[str, int, int], ...]:
    """Tell a store's state by the names, sizes and times of the files that hold it, not by Oxigraph's diary."""
    found = []
    with suppress(FileNotFoundError):  # the store is gone
        for file in (folder / TRIPLES).iterdir() if folder is not None else ():
            with suppress(FileNotFoundError):  # the file is, meanwhile
                if _HOLDING.fullmatch(file.name):
                    state = file.stat()
                    found.append((file.name, state.st_size, state.st_mtime_ns))
    return tuple(sorted(found))


def source_of(request: WebRequest) -> Source:
    """Give the graph that a request is about, as it is now."""
    served: Served = request.app.state.served
    return served.now()
