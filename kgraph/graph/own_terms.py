"""A user's own predicates in a graph: described in it, so that whoever has the graph can read them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.graph.terms import SYMMETRIC, TYPE, node, text
from kgraph.vocab import NAMESPACE, PREFIXES, Predicate, own_predicate, predicate_iri

__all__ = ["own_predicates", "own_triples"]

_PROPERTY = PREFIXES["owl"] + "ObjectProperty"
_TERMS = {
    "label": PREFIXES["rdfs"] + "label",
    "verb_phrase": NAMESPACE + "verbPhrase",
    "negative_verb_phrase": NAMESPACE + "negativeVerbPhrase",
    "definition": PREFIXES["skos"] + "definition",
}


def own_triples(own: Iterable[Predicate]) -> Iterator[Triple]:
    """Describe own predicates with the terms that the ontology uses for its."""
    for predicate in own:
        subject = NamedNode(predicate_iri(predicate.name))
        yield Triple(subject, node(TYPE), node(_PROPERTY))
        if predicate.symmetric:
            yield Triple(subject, node(TYPE), node(SYMMETRIC))
        for field, term in _TERMS.items():
            yield Triple(subject, node(term), text(getattr(predicate, field)))


def own_predicates(triples: Iterable[Triple]) -> Mapping[str, Predicate]:
    """Read the own predicates that a graph describes, by name; one whose description is not whole is left out."""
    about: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            about[triple.subject.value][triple.predicate.value].append(triple.object.value)
    found = (_read(iri, terms) for iri, terms in sorted(about.items()) if _PROPERTY in terms.get(TYPE, ()))
    return {predicate.name: predicate for predicate in found if predicate is not None}


def _read(iri: str, terms: Mapping[str, list[str]]) -> Predicate | None:
    if iri.startswith(NAMESPACE) or not all(terms.get(term) for term in _TERMS.values()):
        return None
    texts = {field: min(terms[term]) for field, term in _TERMS.items()}
    return own_predicate(iri, **texts, symmetric=SYMMETRIC in terms[TYPE])
