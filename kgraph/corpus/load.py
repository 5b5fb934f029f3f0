"""Bulk load: parts that `kgraph build` wrote, and other graphs of kgraph, into a store.

What their documents say is loaded as it is: IRIs are made of content, so that the store is the set union of the parts,
in whatever order and how often they are loaded. What follows from all documents together, how things are called and
described and what is derived, is made when they are in. A store is made or changed whole or not at all.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kgraph.corpus.filling import Filling
from kgraph.corpus.part_files import find_part_files
from kgraph.corpus.part_lines import PartFile
from kgraph.corpus.upload import upload
from kgraph.derive import add_derived_in_shards
from kgraph.endpoint import is_url
from kgraph.errors import GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.folder import TRIPLES, told_of
from kgraph.graph.store import Graph
from kgraph.reading import Rejection
from kgraph.store import Store
from kgraph.store.copies import copy_readings
from kgraph.store.documents import take_out
from kgraph.store.making import LOADING, drafting, is_vacant, put_in_place, sweep_abandoned
from kgraph.store.readings import digest_said
from kgraph.store.things import describe_things

__all__ = ["Loaded", "load_parts"]

# What is little changes a store that is there as `kgraph add` does; for more, the store is made anew.
SMALL = 20_000  # triples,
SMALL_SHARE, SMALL_MOST = 100, 500_000  # or a hundredth of the store, and no more than so many
_TAKEN_OUT = 50  # documents at a time

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did; every part is loaded or rejected.

    Attributes:
        parts: how many were loaded.
        rejections: those that were left out, and why.
        lines: how many triples the parts have, those counted twice that are in two of them.
        documents: how many the store has.
        triples: how many the store has, with what was told of things and derived.
        texts_differ: the IRIs of documents that the parts have with different texts, sorted.
    """

    parts: int
    rejections: tuple[Rejection, ...]
    lines: int
    documents: int
    triples: int
    texts_differ: tuple[str, ...]

    @property
    def rejected(self) -> int:
        """How many parts were left out."""
        return sum(rejection.count for rejection in self.rejections if rejection.fatal)

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"parts: {self.parts + self.rejected:,} found = {self.parts:,} loaded + {self.rejected:,} rejected;"
            f" triples: {self.lines:,} came; there are now {self.documents:,} documents, {self.triples:,} triples"
        )


Progress = Callable[[Sequence[PartFile]], Iterable[PartFile]]
"""Hands on parts, say to show how far it is."""


def load_parts(
    paths: Iterable[str | Path],
    store: str | Path,
    *,
    gazetteer: Gazetteer | None = None,
    graph_store_url: str | None = None,
    progress: Progress = iter,
) -> Loaded:
    """Load parts into a store, which is made where there is none.

    What is in the store stays; a document that is there with another text, or was read otherwise, is replaced.

    Args:
        paths: folders that `kgraph build` wrote (its output or the parts in it), and files of graphs: .nt .ttl, also
            with .gz, .nt.zst.
        store: the folder of the store, or the URL where an endpoint takes queries, which must hold no documents
            but those of the parts.
        gazetteer: what the documents were read with; None takes the built-in one.
        graph_store_url: where the endpoint takes graphs, unless its URL follows a convention.
        progress: goes through the parts, say to show how far it is.

    Raises:
        GraphError: nothing could be loaded, or the store cannot be written; it is as it was.
    """
    if is_url(store):
        made: list[Loaded] = []
        upload(
            lambda path: made.append(load_parts(paths, path, gazetteer=gazetteer, progress=progress)),
            str(store),
            graph_store_url=graph_store_url,
        )
        return made[0]
    rejections: list[Rejection] = []

    def reject(rejection: Rejection) -> None:
        rejections.append(rejection)
        log.warning("%s", rejection)

    path = Path(store)
    parts = find_part_files(paths, reject)
    gazetteer = gazetteer or Gazetteer.load()
    sweep_abandoned(path)
    with (
        told_of(path),
        drafting(path, LOADING) as draft,
        _held(path) as old,
        Filling(draft, reject) as filling,
    ):
        filling.take(progress(parts), gazetteer)
        if not filling.loaded:
            raise GraphError("nothing could be loaded: name folders that kgraph build wrote, or .nt files")
        texts_differ = tuple(sorted(filling.find_other_texts()))
        if old is not None and _is_small(filling, path):
            _add(filling, old, gazetteer)
            held = _count(old.graph)
        else:
            if old is not None:
                _absorb(old, filling)
                copy_readings(path, draft)
            finish(filling, gazetteer)
            held = _count(filling.graph)
            filling.close()
            if old is not None:
                old.close()  # else it would tidy up by its path, among the new files
            put_in_place(draft, path)
    documents, triples = held
    return Loaded(
        parts=filling.loaded,
        rejections=tuple(rejections),
        lines=filling.lines,
        documents=documents,
        triples=triples,
        texts_differ=texts_differ,
    )


@contextmanager
def _held(path: Path) -> Iterator[Store | None]:
    """Keep others from changing the store while it is loaded into; None where there is none yet."""
    if is_vacant(path):
        yield None
        return
    with Store.open(path, new=False) as store:
        yield store


def _count(graph: Graph) -> tuple[int, int]:
    return sum(1 for _ in graph.match(None, terms.TYPE, terms.DOCUMENT)), len(graph)


def _is_small(filling: Filling, store: Path) -> bool:
    """Tell whether it takes less time to change the store than to make it anew."""
    if filling.lines <= SMALL:
        return True
    share = _size(filling.folder / TRIPLES) * SMALL_SHARE < _size(store / TRIPLES)
    return share and filling.lines <= SMALL_MOST


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())


def _add(filling: Filling, store: Store, gazetteer: Gazetteer) -> None:
    new = Graph(filling.graph)
    describe_things(new, gazetteer)
    store.add_graph(new, filling.documents())


def _absorb(store: Store, filling: Filling) -> None:
    """Load what a store has, but for the documents that take the place of others in it."""
    replaced = [one for one in filling.documents() if _differs(one, store.graph, filling.graph)]
    graph = _without(replaced, store, filling.folder / "before") if replaced else store.graph
    lines = filling.folder / "before.nt"
    with lines.open("wb") as stream:
        graph.dump(stream)
    filling.take_graph(lines)


def _differs(document: NamedNode, old: Graph, new: Graph) -> bool:
    is_there = any(True for _ in old.match(document, terms.IDENTIFIER))
    return is_there and digest_said(old, document) != digest_said(new, document)


def _without(documents: Iterable[NamedNode], store: Store, copy: Path) -> Graph:
    """Take documents out of a copy of a store; what it derives is not brought up to date."""
    store.held.backup(str(copy))
    graph = Graph.around(ox.Store(str(copy)))
    left = iter(documents)
    while some := list(islice(left, _TAKEN_OUT)):
        draft = Draft(graph)
        take_out(draft, some)
        graph.apply(draft.change())
    return graph


def finish(filling: Filling, gazetteer: Gazetteer) -> None:
    """Make what follows from all documents together, and tidy the files up."""
    describe_things(filling.graph, gazetteer)
    add_derived_in_shards(filling.graph, filling.folder)
    filling.held.optimize()
