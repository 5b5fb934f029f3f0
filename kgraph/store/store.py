"""A store opened for changes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kgraph.files import StrPath
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.folder import TRIPLES, check_folder, told_of
from kgraph.graph.rdf import checked, to_triples
from kgraph.graph.store import Change, Graph
from kgraph.model import Document, Reading
from kgraph.store.edits import Applied, change_by_adding, change_by_removing, holds, iri_of, is_empty
from kgraph.store.making import is_vacant, making
from kgraph.store.readings import READINGS, Readings, digest_said
from kgraph.vocab import Predicate, local_name

__all__ = ["Store"]

BULK = 20_000  # triples: from here on the bulk loader takes less time than a transaction


class Store:
    """A store that this process alone changes, while others may read what it held when they opened it.

    Every change is whole or not at all, be the process killed in the middle of it. Use it in a `with`, or close it.

    >>> with kgraph.Store.open("out/news.kg") as store:
    ...     change = store.add(kgraph.extract("kgraph/data/demo/2008-08-14-bakassi-handover.md"))
    ...     store.remove(["2008-08-14-bakassi-handover.md"]).gone == change.new
    True
    """

    def __init__(self, path: Path, held: ox.Store) -> None:
        """Take an open store of Oxigraph; `Store.open` opens one."""
        self.path = path
        self._held: ox.Store | None = held
        self._graph = Graph.around(held)
        self._readings = Readings(path / READINGS)

    @classmethod
    def open(cls, path: str | Path, *, new: bool = True) -> "Store":
        """Open a store for changes.

        Args:
            path: the folder.
            new: make a store where there is nothing, or an empty folder; else it must be there.

        Raises:
            GraphError: it is none, of another format, damaged, or another process changes it.
        """
        path = Path(path)
        if new and is_vacant(path):
            with making(path) as draft, told_of(path):
                ox.Store(str(draft / TRIPLES)).flush()
        check_folder(path)
        with told_of(path):
            held = ox.Store(str(path / TRIPLES))
            _sweep_orphans(path / TRIPLES)
        return cls(path, held)

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others change it; closing twice does no harm."""
        self._held = None  # Oxigraph closes what nothing refers to any more;
        self._graph.let_go()  # a traceback may refer to the graph for long

    @property
    def held(self) -> ox.Store:
        """The store of Oxigraph.

        Raises:
            ValueError: it was closed.
        """
        if self._held is None:
            raise ValueError(f"the store {self.path} is closed")
        return self._held

    @property
    def graph(self) -> Graph:
        """The graph, as it is at any moment; only the store's own methods may change it.

        Raises:
            ValueError: the store was closed.
        """
        if self._held is None:
            raise ValueError(f"the store {self.path} is closed")
        return self._graph

    def add(
        self,
        readings: Iterable[Reading],
        *,
        gazetteer: Gazetteer | StrPath | None = None,
        own: Mapping[str, Predicate] = MappingProxyType({}),
        how: str | None = None,
    ) -> Applied:
        """Put documents in, all or none; one that is there already is replaced by its new reading.

        Args:
            readings: what the documents gave, no two texts with one id.
            gazetteer: what they were read with, for names and coordinates: as `kgraph.extract` takes it.
            own: the predicates beside those of the ontology.
            how: a digest of all that decided on what the documents gave, for `has`; None: they are read again.

        Raises:
            DataError: two texts have one id, or a table is wrong.
            GraphError: the disk is full, or the store damaged: it is as it was.
        """
        read = dict[NamedNode, str]()

        def noted(found: Iterable[Reading]) -> Iterator[Reading]:
            for reading in checked(found):
                read[iri_of(reading.document)] = fingerprint(how, reading.document)
                yield reading

        new = Graph(to_triples(noted(readings), Gazetteer.of(gazetteer), own))
        with told_of(self.path):
            applied = self._apply(change_by_adding(self.graph, new, read))
            if how is not None:
                self._readings.note((local_name(d.value), read[d], digest_said(self.graph, d)) for d in read)
        return applied

    def add_graph(self, new: Graph, documents: Iterable[NamedNode]) -> Applied:
        """Put documents in that are triples already, all or none; one that is there already is replaced.

        Args:
            new: what `kgraph.graph.rdf.to_triples` gives of the documents.
            documents: their nodes.

        Raises:
            GraphError: the disk is full, or the store damaged: it is as it was.
        """
        with told_of(self.path):
            return self._apply(change_by_adding(self.graph, new, documents))

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing; to count what it holds takes longer."""
        return is_empty(self.graph)

    def holds(self, document: Document) -> bool:
        """Tell whether a document with this id is there."""
        return holds(self.graph, document)

    def has(self, document: Document, how: str) -> bool:
        """Tell whether a document is there as reading it so would give it: then it need not be read.

        Args:
            document: with its text.
            how: a digest of all that decides on what documents give, as `add` takes it.
        """
        iri = iri_of(document)
        last = self._readings.get(local_name(iri.value))
        if last is None or last[0] != fingerprint(how, document):
            return False
        with told_of(self.path):
            return last[1] == digest_said(self.graph, iri)

    def remove(self, ids: str | Collection[str]) -> Applied:
        """Take documents out, all or none, with what only they said.

        Args:
            ids: the documents' own ids, as the input gave them, or one alone.

        Raises:
            GraphError: a document is not there, with those that are called alike; the disk is full, the store damaged.
        """
        with told_of(self.path):
            return self._apply(change_by_removing(self.graph, ids, self.path))

    def _apply(self, change: Change) -> Applied:
        if not change.gone and len(change.new) >= BULK:
            was_empty = next(iter(self.held), None) is None
            self.held.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in change.new)
            if was_empty:  # 1.3 s for 1.5 million triples, and then questions take a quarter less time
                self.held.optimize()
        elif change:
            self.graph.apply(change)
        return Applied.by(change)

    def compact(self) -> None:
        """Tidy the files up: they take less room, and questions less time.

        Raises:
            GraphError: the disk is full, or the store damaged.
        """
        with told_of(self.path):
            self.held.optimize()
            documents = (t.subject for t in self.graph.match(None, terms.TYPE, terms.DOCUMENT))
            self._readings.tidy(local_name(d.value) for d in documents if isinstance(d, NamedNode))


def _sweep_orphans(triples: Path) -> None:
    """Remove what killed bulk loads left over; whoever holds the lock knows that no other load is under way.

    A file is part of the store once it has a number for a name (000012.sst): before that, nothing refers to it.
    """
    for orphan in triples.glob("bulk-*.sst"):
        orphan.unlink(missing_ok=True)
