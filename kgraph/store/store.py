"""A store opened for changes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import MappingProxyType, TracebackType

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kgraph.derive import derive
from kgraph.errors import GraphError
from kgraph.fingerprint import fingerprint
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.folder import TRIPLES, check_folder, told_of
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import node
from kgraph.model import Document, Reading
from kgraph.nearest import suggest
from kgraph.store.documents import put_in, settle, take_out
from kgraph.store.making import is_vacant, making
from kgraph.store.readings import READINGS, Readings, digest_said
from kgraph.vocab import Predicate, document_iri, local_name

__all__ = ["Applied", "Store"]

_TYPE, _ASSERTION = node(terms.TYPE), node(terms.ASSERTION)
BULK = 20_000  # triples: from here on the bulk loader takes less time than a transaction


@dataclass(frozen=True, slots=True)
class Applied:
    """How many triples left a store, and how many entered it; and of the assertions the same."""

    gone: int = 0
    new: int = 0
    assertions_gone: int = 0
    assertions_new: int = 0

    def __bool__(self) -> bool:
        return bool(self.gone or self.new)


class Store:
    """A store that this process alone changes, while others may read what it held when they opened it.

    Every change is whole or not at all, be the process killed in the middle of it. Use it in a `with`, or close it.
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
        gazetteer: Gazetteer | None = None,
        own: Mapping[str, Predicate] = MappingProxyType({}),
        how: str | None = None,
    ) -> Applied:
        """Put documents in, all or none; one that is there already is replaced by its new reading.

        Args:
            readings: what the documents gave, each document once.
            gazetteer: adds background to the entities, as in `kgraph.graph.rdf.to_triples`.
            own: the predicates beside those of the ontology.
            how: a digest of all that decided on what the documents gave, for `has`; None: they are read again.

        Raises:
            GraphError: the disk is full, or the store damaged: it is as it was.
        """
        read = dict[NamedNode, str]()

        def noted(found: Iterable[Reading]) -> Iterator[Reading]:
            for reading in found:
                read[_iri_of(reading.document)] = fingerprint(how, reading.document)
                yield reading

        new = Graph(to_triples(noted(readings), gazetteer, own))
        with told_of(self.path):
            applied = self._apply(self._change_to(new, read))
            if how is not None:
                self._readings.note((local_name(d.value), read[d], digest_said(self.graph, d)) for d in read)
        return applied

    def _change_to(self, new: Graph, documents: Iterable[NamedNode]) -> Change:
        if self.is_empty:
            return Change(new=frozenset(chain(new, derive(new))))
        draft = Draft(self.graph)
        take_out(draft, documents)
        put_in(draft, new)
        return settle(draft)

    @property
    def is_empty(self) -> bool:
        """Whether it holds nothing; to count what it holds takes longer."""
        return next(iter(self.graph), None) is None

    def holds(self, document: Document) -> bool:
        """Tell whether a document with this id is there."""
        return next(self.graph.match(_iri_of(document)), None) is not None

    def has(self, document: Document, how: str) -> bool:
        """Tell whether a document is there as reading it so would give it: then it need not be read.

        Args:
            document: with its text.
            how: a digest of all that decides on what documents give, as `add` takes it.
        """
        iri = _iri_of(document)
        last = self._readings.get(local_name(iri.value))
        if last is None or last[0] != fingerprint(how, document):
            return False
        with told_of(self.path):
            return last[1] == digest_said(self.graph, iri)

    def remove(self, ids: Collection[str]) -> Applied:
        """Take documents out, all or none, with what only they said.

        Args:
            ids: the documents' own ids, as the input gave them.

        Raises:
            GraphError: a document is not there, with those that are called alike; the disk is full, the store damaged.
        """
        self._check_ids(ids)
        with told_of(self.path):
            draft = Draft(self.graph)
            take_out(draft, [node(document_iri(id_)) for id_ in ids])
            return self._apply(settle(draft))

    def _check_ids(self, ids: Iterable[str]) -> None:
        for id_ in ids:
            if next(self.graph.match(document_iri(id_), terms.IDENTIFIER), None) is None:
                lists = f"; kgraph info {self.path} --documents lists them"
                raise GraphError(f"{self.path}: no document {id_!r}{suggest(id_, self._ids()) or lists}")

    def _ids(self) -> list[str]:
        found = (triple.object for triple in self.graph.match(None, terms.IDENTIFIER))
        return [id_.value for id_ in found if isinstance(id_, ox.Literal)]

    def _apply(self, change: Change) -> Applied:
        if not change.gone and len(change.new) >= BULK:
            self.held.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in change.new)
        elif change:
            self.graph.apply(change)
        assertions = [sum(map(_tells_assertion, triples)) for triples in (change.gone, change.new)]
        return Applied(len(change.gone), len(change.new), *assertions)

    def compact(self) -> None:
        """Tidy the files up: they take less room, and questions less time.

        Raises:
            GraphError: the disk is full, or the store damaged.
        """
        with told_of(self.path):
            self.held.optimize()
            documents = (t.subject for t in self.graph.match(None, terms.TYPE, terms.DOCUMENT))
            self._readings.tidy(local_name(d.value) for d in documents if isinstance(d, NamedNode))


def _iri_of(document: Document) -> NamedNode:
    return NamedNode(document_iri(document.id))


def _tells_assertion(triple: ox.Triple) -> bool:
    """Tell whether a triple makes its subject an assertion."""
    return triple.predicate == _TYPE and triple.object == _ASSERTION


def _sweep_orphans(triples: Path) -> None:
    """Remove what killed bulk loads left over; whoever holds the lock knows that no other load is under way.

    A file is part of the store once it has a number for a name (000012.sst): before that, nothing refers to it.
    """
    for orphan in triples.glob("bulk-*.sst"):
        orphan.unlink(missing_ok=True)
