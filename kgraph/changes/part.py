"""The part of a graph that some assertions take: what is needed to say them in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode, Triple

from kgraph import vocab
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.own_terms import own_predicates
from kgraph.graph.read import from_graph
from kgraph.graph.sorted_file import SortedFile
from kgraph.graph.terms import node, text
from kgraph.model import Assertion, Document, EntityKind
from kgraph.vocab import Predicate, entity_iri, evidence_iri, predicate_iri

__all__ = ["Part", "read_part"]

_FOLLOWED = frozenset(
    {
        *(terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.ABOUT, terms.ATTRIBUTED_TO),
        *(terms.EVIDENCE, terms.IN_DOCUMENT, terms.CANDIDATE),
    }
)


@dataclass(frozen=True, kw_only=True)
class Part:
    """Some assertions of a graph with all their evidence."""

    assertions: Mapping[str, Assertion]  # by IRI; what is no whole assertion is left out
    documents: Mapping[str, Document]  # by id
    predicates: Mapping[str, Predicate]  # of the ontology, and the graph's own

    def explains(self, triple: Triple) -> bool:
        """Tell whether a triple is of one of the assertions: its own, its evidence's, or the bare one beside it."""
        return triple.subject in self._nodes or triple in self._bare

    @cached_property
    def _nodes(self) -> frozenset[NamedNode]:
        evidence = (evidence_iri(one, e) for one in self.assertions.values() for e in one.evidence)
        return frozenset(map(NamedNode, (*self.assertions, *evidence)))

    @cached_property
    def _bare(self) -> frozenset[Triple]:
        return frozenset(map(_bare_triple, self.assertions.values()))


def read_part(graph: SortedFile, assertions: Iterable[str]) -> Part:
    """Read some assertions, by their IRIs, with their documents."""
    wanted = list(assertions)
    try:
        return _read(list(_collect(graph, wanted)))
    except GraphError:  # one of them is not whole; the others are
        parts = [part for iri in wanted for part in _read_one(graph, iri)]
    return Part(
        assertions={iri: one for part in parts for iri, one in part.assertions.items()},
        documents={name: one for part in parts for name, one in part.documents.items()},
        predicates={name: one for part in parts for name, one in part.predicates.items()},
    )


def _read_one(graph: SortedFile, iri: str) -> Iterator[Part]:
    try:
        yield _read(list(_collect(graph, [iri])))
    except GraphError:
        return


def _read(triples: list[Triple]) -> Part:
    documents, assertions = from_graph(triples)
    is_assertion = (node(terms.TYPE), node(terms.ASSERTION))
    iris = sorted({str(t.subject)[1:-1] for t in triples if (t.predicate, t.object) == is_assertion})
    return Part(
        assertions=dict(zip(iris, assertions, strict=True)),
        documents={document.id: document for document in documents},
        predicates={**vocab.predicates(), **own_predicates(triples)},
    )


def _bare_triple(one: Assertion) -> Triple:
    is_name = one.object.kind is EntityKind.NAME
    value = text(one.object.label) if is_name else NamedNode(entity_iri(one.object))
    return Triple(NamedNode(entity_iri(one.subject)), NamedNode(predicate_iri(one.predicate)), value)


def _collect(graph: SortedFile, iris: Iterable[str]) -> Iterator[Triple]:
    """Give the triples of some nodes and of what assertions speak of and rest on."""
    left: list[NamedNode | BlankNode] = [NamedNode(iri) for iri in iris]
    seen = set(left)
    while left:
        for triple in graph.about(left.pop()):
            yield triple
            value = triple.object
            if triple.predicate.value in _FOLLOWED and isinstance(value, NamedNode) and value not in seen:
                seen.add(value)
                left.append(value)
