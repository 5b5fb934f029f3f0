"""A SPARQL endpoint as a store: its graph is copied once, and each change of the copy is sent there by one update."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType, TracebackType

from kgraph.endpoint import Endpoint, Progress
from kgraph.errors import GraphError
from kgraph.files import StrPath
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.model import Document, Reading
from kgraph.store.edits import Applied, change_by_adding, change_by_removing, holds, iri_of
from kgraph.vocab import Predicate

__all__ = ["EndpointStore"]


class EndpointStore:
    """A store on a server, which others may change too: then nothing is sent, since it was worked out for what was.

    It does what `kgraph.store.Store` does, but keeps no notes of how documents were read. Use it in a `with`, or
    close it.
    """

    def __init__(self, endpoint: Endpoint, graph: Graph, count: int) -> None:
        """Take an endpoint with a copy of its graph; `EndpointStore.open` copies it."""
        self._endpoint = endpoint
        self.graph = graph
        self._count = count  # of the server; the copy may have fewer, where that tells "01" and 1 apart

    @classmethod
    def open(
        cls, url: str, *, update_url: str | None = None, progress: Progress | None = None
    ) -> "EndpointStore":
        """Copy the graph of an endpoint, to change it.

        Args:
            url: where the endpoint takes queries.
            update_url: where it takes updates, unless its URL follows a convention.
            progress: hands on its triples, and shows how far it is.

        Raises:
            GraphError: it cannot be reached, or is too large to be copied.
        """
        endpoint = Endpoint(url, update_url=update_url)
        try:
            count = endpoint.count()
            return cls(endpoint, endpoint.download(progress), count)
        except BaseException:
            endpoint.close()
            raise

    def __enter__(self) -> "EndpointStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self._endpoint.close()

    def add(
        self,
        readings: Iterable[Reading],
        *,
        gazetteer: Gazetteer | StrPath | None = None,
        own: Mapping[str, Predicate] = MappingProxyType({}),
        how: str | None = None,  # noqa: ARG002 - as for a store on disk, which notes it
    ) -> Applied:
        """Put documents in, all or none; one that is there already is replaced by its new reading.

        Args:
            readings: what the documents gave, each document once.
            gazetteer: what they were read with, for names and coordinates: as `kgraph.extract` takes it.
            own: the predicates beside those of the ontology.
            how: kept nowhere.

        Raises:
            GraphError: somebody else changed the graph, the server cannot be reached, or it takes no updates.
        """
        read = tuple(readings)
        new = Graph(to_triples(read, Gazetteer.of(gazetteer), own))
        return self._apply(change_by_adding(self.graph, new, [iri_of(each.document) for each in read]))

    def holds(self, document: Document) -> bool:
        """Tell whether a document with this id is there."""
        return holds(self.graph, document)

    def has(self, document: Document, how: str) -> bool:  # noqa: ARG002 - as for a store on disk
        """Tell that a document is to be read: a graph does not say by which settings it was read before."""
        return False

    def remove(self, ids: str | Collection[str]) -> Applied:
        """Take documents out, all or none, with what only they said.

        Args:
            ids: the documents' own ids, as the input gave them, or one alone.

        Raises:
            GraphError: a document is not there, with those that are called alike; or as `add`.
        """
        return self._apply(change_by_removing(self.graph, ids, self._endpoint.name))

    def _apply(self, change: Change) -> Applied:
        if change:
            self._check_unchanged()
            self._endpoint.apply(change)
            self.graph.apply(change)
            self._count = self._endpoint.count()
        return Applied.by(change)

    def _check_unchanged(self) -> None:
        """See that nobody else has changed the graph, as far as its size tells that."""
        count = self._endpoint.count()
        if count != self._count:
            raise GraphError(
                f"{self._endpoint.name}: has {count:,} triples and had {self._count:,}: somebody else changes it; "
                "do the same again when they are done"
            )
