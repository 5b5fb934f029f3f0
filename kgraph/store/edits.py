"""The change that documents make of a graph as they come and go, wherever it is kept."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.derive import derive
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import node
from kgraph.model import Document
from kgraph.nearest import suggest
from kgraph.store.documents import put_in, settle, take_out
from kgraph.vocab import document_iri

__all__ = ["Applied", "change_by_adding", "change_by_removing", "holds", "iri_of", "is_empty"]

_TYPE, _ASSERTION = node(terms.TYPE), node(terms.ASSERTION)


@dataclass(frozen=True, slots=True)
class Applied:
    """How many triples left a store, and how many entered it; and of the assertions the same."""

    gone: int = 0
    new: int = 0
    assertions_gone: int = 0
    assertions_new: int = 0

    def __bool__(self) -> bool:
        return bool(self.gone or self.new)

    @classmethod
    def by(cls, change: Change) -> "Applied":
        """Count what a change changes."""
        assertions = [sum(map(_tells_assertion, triples)) for triples in (change.gone, change.new)]
        return cls(len(change.gone), len(change.new), *assertions)


def _tells_assertion(triple: Triple) -> bool:
    """Tell whether a triple makes its subject an assertion."""
    return triple.predicate == _TYPE and triple.object == _ASSERTION


def change_by_adding(graph: Graph, new: Graph, documents: Iterable[NamedNode]) -> Change:
    """Work out what putting documents in changes, in what is read and in what is derived.

    Args:
        graph: what is there.
        new: the triples of the documents, as `kgraph.graph.rdf.to_triples` gives them.
        documents: their nodes; those that are there already are replaced.
    """
    if is_empty(graph):
        return Change(new=frozenset(chain(new, derive(new))))
    draft = Draft(graph)
    take_out(draft, documents)
    put_in(draft, new)
    return settle(draft)


def change_by_removing(graph: Graph, ids: str | Collection[str], name: object) -> Change:
    """Work out what taking documents out changes.

    Args:
        graph: what is there.
        ids: the documents' own ids, as the input gave them; a text is one id.
        name: of the graph, for messages.

    Raises:
        GraphError: a document is not there; with those that are called alike.
    """
    ids = (ids,) if isinstance(ids, str) else ids
    for id_ in ids:
        if next(graph.match(document_iri(id_), terms.IDENTIFIER), None) is None:
            lists = f"; kgraph info {name} --documents lists them"
            raise GraphError(f"{name}: no document {id_!r}{suggest(id_, _ids(graph)) or lists}")
    draft = Draft(graph)
    take_out(draft, [node(document_iri(id_)) for id_ in ids])
    return settle(draft)


def _ids(graph: Graph) -> list[str]:
    found = (triple.object for triple in graph.match(None, terms.IDENTIFIER))
    return [id_.value for id_ in found if isinstance(id_, Literal)]


def is_empty(graph: Graph) -> bool:
    """Tell whether a graph holds nothing; to count what it holds takes longer."""
    return next(iter(graph), None) is None


def holds(graph: Graph, document: Document) -> bool:
    """Tell whether a document with this id is there."""
    return next(graph.match(iri_of(document)), None) is not None


def iri_of(document: Document) -> NamedNode:
    """Give the node of a document."""
    return NamedNode(document_iri(document.id))
