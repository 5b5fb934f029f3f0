"""One graph a document: which triples each document supports, for TriG and N-Quads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import groupby

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kgraph.graph import terms
from kgraph.graph.ordered import Lines, in_reading_order, parse_lines
from kgraph.vocab import predicate_iri, predicates

__all__ = ["by_document"]

_FOLLOWED = (terms.ATTRIBUTED_SOFTWARE, terms.BROADER, terms.CANDIDATE)
_THINGS = (terms.SUBJECT, terms.OBJECT, terms.ABOUT, terms.ATTRIBUTED_TO)
_QUALIFIERS = (terms.PREDICATE, terms.POLARITY, terms.MODALITY)
_NOTED = frozenset({terms.EVIDENCE, terms.IN_DOCUMENT, *_FOLLOWED, *_THINGS, *_QUALIFIERS})

_Node = NamedNode | BlankNode | Literal | Triple
_Documents = defaultdict[str, set[str]]  # the IRIs of documents, by what they support


def by_document(triples: Iterable[Triple], lines: Lines) -> Iterator[Quad]:
    """Put each triple into the graph of each document that supports it, or into the default graph.

    What is derived follows from many documents and is said by none: it stands in the default graph.

    Args:
        triples: those of one whole graph; they are gone through twice.
        lines: what sorts them, empty and the caller's to close.

    Returns:
        The quads in the order of their graphs, the default graph first, and of their subjects.
    """
    kept = list(triples) if isinstance(triples, Iterator) else triples
    owners = _Owners(kept)
    for triple in kept:
        line = f" {triple} .\n"
        for document in owners.of(triple) or ("",):
            lines.write((f"<{document}>{line}" if document else line).encode())
    return _read_quads(iter(lines))


def _read_quads(lines: Iterator[bytes]) -> Iterator[Quad]:
    for name, same in groupby(lines, lambda line: line.partition(b" ")[0]):
        graph = NamedNode(name[1:-1].decode()) if name else DefaultGraph()
        for triple in in_reading_order(parse_lines(line.partition(b" ")[2] for line in same)):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


class _Owners:
    """Tells for each triple of a graph which documents support it.

    A document supports its own description; its evidence, with the software that read it; the assertions that rest
    on this, with their bare triples; the description of the things that they speak of, and of what those lie in.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        links = _Links(triples)
        self._relations = {predicate_iri(name) for name in predicates()} | links.values(terms.PREDICATE)
        self._of_evidence = links.documents_of_evidence()
        self._of_node: _Documents = defaultdict(set, {iri: {iri} for iri in links.documents})
        self._of_thing: _Documents = defaultdict(set)
        self._of_bare: defaultdict[Triple, set[str]] = defaultdict(set)
        for evidence, documents in self._of_evidence.items():
            self._of_node[evidence] |= documents
            self._of_node.update({document: {document} for document in documents})
            for software in links.names(evidence, terms.ATTRIBUTED_SOFTWARE):
                self._of_thing[software] |= documents
        for assertion in links.subjects(terms.EVIDENCE):
            self._note_assertion(assertion, links)
        self._of_thing = _spread(self._of_thing, links)

    def _note_assertion(self, assertion: str, links: "_Links") -> None:
        documents = set().union(
            *(self._of_evidence.get(e, ()) for e in links.names(assertion, terms.EVIDENCE))
        )
        self._of_node[assertion] |= documents
        for thing in (name for part in _THINGS for name in links.names(assertion, part)):
            self._of_thing[thing] |= documents
        for bare in links.bare_triples(assertion):
            self._of_bare[bare] |= documents

    def of(self, triple: Triple) -> Set[str]:
        """Give the IRIs of the documents that support the triple; where none does, none."""
        if triple.predicate.value in terms.DERIVED_PROPERTIES:
            return frozenset()
        if triple.predicate.value == terms.EVIDENCE:
            return self._of_evidence.get(_name(triple.object), frozenset())
        subject = _name(triple.subject)
        if triple.predicate.value in self._relations:
            return self._of_bare.get(triple, frozenset())
        return self._of_node.get(subject, frozenset()) | self._of_thing.get(subject, frozenset())


class _Links:
    """What links documents, evidence, assertions and things, by predicate and subject: no texts."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._links: defaultdict[str, defaultdict[str, list[_Node]]] = defaultdict(lambda: defaultdict(list))
        self._symmetric = {predicate_iri(p.name) for p in predicates().values() if p.symmetric}
        self.documents: set[str] = set()
        for triple in triples:
            predicate = triple.predicate.value
            if predicate in _NOTED:
                self._links[predicate][_name(triple.subject)].append(triple.object)
            elif predicate == terms.TYPE:
                self._note_type(triple)

    def _note_type(self, triple: Triple) -> None:
        kind = _name(triple.object)
        if kind == terms.DOCUMENT and isinstance(triple.subject, NamedNode):
            self.documents.add(triple.subject.value)
        elif kind == terms.SYMMETRIC:
            self._symmetric.add(_name(triple.subject))

    def subjects(self, predicate: str) -> Iterable[str]:
        return self._links[predicate]

    def values(self, predicate: str) -> set[str]:
        return {_name(value) for values in self._links[predicate].values() for value in values}

    def names(self, subject: str, predicate: str) -> list[str]:
        return [_name(value) for value in self._links[predicate].get(subject, ())]

    def documents_of_evidence(self) -> _Documents:
        inside = self._links[terms.IN_DOCUMENT]
        named = {e: {d.value for d in found if isinstance(d, NamedNode)} for e, found in inside.items()}
        return defaultdict(set, named)

    def bare_triples(self, assertion: str) -> Iterator[Triple]:
        """Give the bare triples that may stand beside an assertion."""
        if not self._may_be_plain(assertion):
            return
        for subject in self._links[terms.SUBJECT].get(assertion, ()):
            for predicate in self._links[terms.PREDICATE].get(assertion, ()):
                for value in self._links[terms.OBJECT].get(assertion, ()):
                    if isinstance(subject, NamedNode | BlankNode) and isinstance(predicate, NamedNode):
                        yield Triple(subject, predicate, value)

    def _may_be_plain(self, assertion: str) -> bool:
        """Tell the same as `kgraph.graph.rdf.may_be_plain`, of an assertion in a graph."""
        parties = self.names(assertion, terms.SUBJECT)
        if self._symmetric.issuperset(self.names(assertion, terms.PREDICATE)):
            parties += self.names(assertion, terms.OBJECT)
        return (
            terms.POSITIVE in self.names(assertion, terms.POLARITY)
            and terms.ACTUAL in self.names(assertion, terms.MODALITY)
            and set(self.names(assertion, terms.ATTRIBUTED_TO)) <= set(parties)
        )


def _spread(documents: _Documents, links: _Links) -> _Documents:
    """Let the documents of a thing also support what is told of what it lies in and may mean."""
    spread: _Documents = defaultdict(set)
    for thing, owners in documents.items():
        for reached in _reach(thing, links):
            spread[reached] |= owners
    return spread


def _reach(thing: str, links: _Links) -> set[str]:
    reached, left = {thing}, [thing]
    while left:
        here = left.pop()
        further = {name for predicate in _FOLLOWED for name in links.names(here, predicate)} - reached
        reached |= further
        left += further
    return reached


def _name(term: _Node) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
