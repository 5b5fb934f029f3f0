"""One graph a document: which triples each document supports, for TriG and N-Quads."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.vocab import PREFIXES, predicate_iri

__all__ = ["by_document"]

_FOLLOWED = frozenset({PREFIXES["prov"] + "wasAttributedTo", PREFIXES["skos"] + "broader", terms.CANDIDATE})


class _About(defaultdict[str, list[Triple]]):
    """The triples of a graph by their subject, and which of its predicates relate things."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(list)
        self.relations = {predicate_iri(name) for name in graph.predicates}
        self.symmetric = {predicate_iri(p.name) for p in graph.predicates.values() if p.symmetric}
        self.derived = [t for t in graph if t.predicate.value in terms.DERIVED_PROPERTIES]
        for triple in graph:
            if triple.predicate.value not in terms.DERIVED_PROPERTIES:
                self[_iri(triple.subject)].append(triple)


def by_document(graph: Graph) -> Iterator[Quad]:
    """Put each triple into the graph of each document that supports it, or into the default graph.

    What is derived follows from many documents and is said by none: it stands in the default graph.
    """
    about = _About(graph)
    owners = _find_owners(about)
    for triples in about.values():
        for triple in triples:
            for name in owners.get(triple, (DefaultGraph(),)):
                yield Quad(triple.subject, triple.predicate, triple.object, name)
    for triple in about.derived:
        yield Quad(triple.subject, triple.predicate, triple.object)


def _find_owners(about: _About) -> Mapping[Triple, set[NamedNode]]:
    owners: defaultdict[Triple, set[NamedNode]] = defaultdict(set)
    for assertion in list(about):
        for link in _with_predicate(assertion, terms.EVIDENCE, about):
            for document in _objects(_iri(link.object), terms.IN_DOCUMENT, about):
                for triple in (link, *_supported(assertion, _iri(link.object), about)):
                    owners[triple].add(NamedNode(document))
    for document in {name.value for names in owners.values() for name in names} | set(_documents(about)):
        for triple in about.get(document, ()):
            owners[triple].add(NamedNode(document))
    return owners


def _documents(about: _About) -> Iterator[str]:
    return (iri for iri in about if terms.DOCUMENT in _objects(iri, PREFIXES["rdf"] + "type", about))


def _supported(assertion: str, evidence: str, about: _About) -> Iterator[Triple]:
    """List what one evidence supports: itself, its assertion, the bare triple, and the things spoken of."""
    yield from about.get(evidence, ())
    yield from (t for t in about[assertion] if t.predicate.value != terms.EVIDENCE)
    yield from _bare_triples(assertion, about)
    for term in (terms.SUBJECT, terms.OBJECT, terms.ABOUT, terms.ATTRIBUTED_TO):
        for thing in _objects(assertion, term, about):
            yield from _description(thing, about)
    for software in _objects(evidence, PREFIXES["prov"] + "wasAttributedTo", about):
        yield from _description(software, about)


def _description(thing: str, about: _About) -> Iterator[Triple]:
    for triple in about.get(thing, ()):
        if triple.predicate.value not in about.relations:
            yield triple
        if triple.predicate.value in _FOLLOWED:
            yield from _description(_iri(triple.object), about)


def _bare_triples(assertion: str, about: _About) -> Iterator[Triple]:
    if not _may_be_plain(assertion, about):
        return
    relations = _objects(assertion, terms.PREDICATE, about)
    values = [triple.object for triple in _with_predicate(assertion, terms.OBJECT, about)]
    for subject in _objects(assertion, terms.SUBJECT, about):
        for triple in about.get(subject, ()):
            if triple.predicate.value in relations and triple.object in values:
                yield triple


def _may_be_plain(assertion: str, about: _About) -> bool:
    """Tell the same as `kgraph.graph.rdf.may_be_plain`, of an assertion in a graph."""
    parties = _objects(assertion, terms.SUBJECT, about)
    if about.symmetric.issuperset(_objects(assertion, terms.PREDICATE, about)):
        parties += _objects(assertion, terms.OBJECT, about)
    return (
        terms.POSITIVE in _objects(assertion, terms.POLARITY, about)
        and terms.ACTUAL in _objects(assertion, terms.MODALITY, about)
        and set(_objects(assertion, terms.ATTRIBUTED_TO, about)) <= set(parties)
    )


def _with_predicate(subject: str, predicate: str, about: _About) -> list[Triple]:
    return [t for t in about.get(subject, ()) if t.predicate.value == predicate]


def _objects(subject: str, predicate: str, about: _About) -> list[str]:
    return [_iri(t.object) for t in _with_predicate(subject, predicate, about)]


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
