"""The gates: what only the whole graph can show, asked of Oxigraph, once a gate.

As SPARQL constraints of the shapes they would be asked once a node. Each is described in
`ontologies/kgraph.shapes.ttl` under the name that its problems have.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kgraph import vocab
from kgraph.graph.store import Graph
from kgraph.graph.terms import EVIDENCE, EXACT, MODALITIES, POLARITIES, shorten, text
from kgraph.model import Assertion, Entity, EntityKind, Evidence, Span
from kgraph.sparql.named import named_queries
from kgraph.validation.report import BLANK, Problem, Severity
from kgraph.vocab import NAMESPACE, Predicate, local_name, predicate_name

__all__ = ["check_gates", "check_texts", "document_ids", "find_quotation"]

_KINDS_OF_CLASS = {
    **{NAMESPACE + kind.value: frozenset({kind}) for kind in EntityKind},
    NAMESPACE + "Agent": frozenset(
        {EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.TRIBUNAL, EntityKind.PERSON}
    ),
    NAMESPACE + "Place": frozenset({EntityKind.STATE, EntityKind.TERRITORY}),
}

_ARGUMENTS = """
SELECT ?assertion ?predicate ?subject ?object ?is_name WHERE {
  ?assertion a kg:Assertion ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  BIND(ISLITERAL(?object) AS ?is_name)
}"""

_CLASSES = "SELECT ?thing ?class WHERE { ?thing kg:known ?known ; a ?class }"

_BOTH_WAYS = """
SELECT ?assertion ?predicate WHERE {
  ?assertion a kg:Assertion ; rdf:subject ?one ; rdf:predicate ?predicate ; rdf:object ?other .
  FILTER(STR(?one) > STR(?other))
}"""

_UNDRAWN = """
SELECT ?assertion ?predicate ?object ?of_the_object WHERE {
  ?assertion rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    kg:polarity kg:Positive ; kg:modality kg:Actual .
  FILTER EXISTS { ?assertion kg:evidence ?evidence }
  OPTIONAL { ?assertion kg:attributedTo ?voice }
  FILTER(!BOUND(?voice) || ?voice IN (?subject, ?object))
  BIND(BOUND(?voice) && ?voice != ?subject AS ?of_the_object)
  FILTER NOT EXISTS { ?subject ?predicate ?object }
}"""

_CONTENTS = """
SELECT ?assertion ?subject ?predicate ?object ?about ?matter ?polarity ?modality ?voice ?time WHERE {
  ?assertion a kg:Assertion ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    kg:polarity ?polarity ; kg:modality ?modality .
  OPTIONAL { ?assertion kg:about ?about }
  OPTIONAL { ?assertion kg:aboutText ?matter }
  OPTIONAL { ?assertion kg:attributedTo ?voice }
  OPTIONAL { ?assertion kg:timeText ?time }
}"""

_PLACES = """
SELECT ?assertion ?evidence ?id ?start ?end WHERE {
  ?assertion kg:evidence ?evidence .
  ?evidence kg:inDocument ?document ; oa:start ?start ; oa:end ?end .
  ?document schema:identifier ?id .
}"""

_BLANK_NODES = """
SELECT (COUNT(*) AS ?triples) WHERE { ?subject ?predicate ?object FILTER(ISBLANK(?subject) || ISBLANK(?object)) }"""

_QUOTATIONS = """
SELECT ?evidence ?id ?start ?end ?quotation WHERE {
  ?evidence kg:inDocument ?document ; oa:start ?start ; oa:end ?end ; oa:exact ?quotation .
  ?document schema:identifier ?id .
}"""

_DIGESTS = "SELECT ?document ?id ?digest WHERE { ?document schema:identifier ?id ; kg:textDigest ?digest }"


def check_gates(graph: Graph) -> Iterator[Problem]:
    """Check the graph as a whole."""
    yield from _check_edges(graph)
    yield from _check_undrawn(graph)
    yield from _check_arguments(graph)
    yield from _check_symmetric(graph)
    yield from _check_names(graph)
    yield from _check_blank_nodes(graph)


def document_ids(graph: Graph) -> set[str]:
    """List the documents' ids, in a graph that may be no good otherwise."""
    return {id_ for _, id_, _ in _rows(graph, _DIGESTS)}


def find_quotation(node: str, graph: Graph) -> str:
    """Give the first words behind an assertion or an evidence, "" where there are none."""
    if node == BLANK:
        return ""
    places = [node, *graph.values(node, EVIDENCE)]
    return next((words for place in places for words in graph.values(place, EXACT)), "")


def _rows(graph: Graph, query: str) -> Iterator[tuple[str, ...]]:
    """Ask a SELECT; what is not bound is ""."""
    solutions = graph.solve(query)
    assert isinstance(solutions, ox.QuerySolutions)  # noqa: S101 - they all are
    for solution in solutions:
        yield tuple("" if term is None else getattr(term, "value", str(term)) for term in solution)


def _check_edges(graph: Graph) -> Iterator[Problem]:
    gate = next(q for q in named_queries() if q.name == "edges-without-evidence")
    for subject, predicate, value in _rows(graph, gate.text):
        message = f"no assertion bears the plain edge to {shorten(value)}"
        yield _violation("plainEdge", subject, shorten(predicate), message)


def _check_undrawn(graph: Graph) -> Iterator[Problem]:
    for assertion, predicate, value, of_the_object in _rows(graph, _UNDRAWN):
        name = predicate_name(predicate)
        known = graph.predicates.get(name)
        if known is not None and (of_the_object == "false" or known.symmetric):
            message = f"the plain edge {shorten(predicate)} to {shorten(value)} is missing"
            yield _violation("missingEdge", assertion, shorten(predicate), message)


def _check_arguments(graph: Graph) -> Iterator[Problem]:
    classes = _find_classes(graph)
    arguments: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for assertion, predicate, subject, value, is_name in _rows(graph, _ARGUMENTS):
        arguments[assertion, predicate, "subject"] |= classes[subject]
        arguments[assertion, predicate, "object"] |= {"name"} if is_name == "true" else classes[value]
    for (assertion, predicate, role), found in arguments.items():
        name = predicate_name(predicate)
        if name not in graph.predicates:
            message = f"{shorten(predicate)} is not in the ontology"
            yield _violation("inOntology", assertion, "rdf:predicate", message)
        elif not _fits(found, _allowed(graph.predicates[name], role)):
            yield _odd_argument(assertion, name, role, found)


def _find_classes(graph: Graph) -> defaultdict[str, set[str]]:
    classes: defaultdict[str, set[str]] = defaultdict(set)
    for thing, kind in _rows(graph, _CLASSES):
        classes[thing].add(kind)
    return classes


def _allowed(predicate: Predicate, role: str) -> frozenset[EntityKind]:
    return predicate.domain if role == "subject" else predicate.range


def _fits(classes: Iterable[str], allowed: frozenset[EntityKind]) -> bool:
    if EntityKind.NAME in allowed:
        return "name" in classes
    return any(_KINDS_OF_CLASS[c] <= allowed for c in classes if c in _KINDS_OF_CLASS)


def _odd_argument(assertion: str, predicate: str, role: str, found: Iterable[str]) -> Problem:
    kinds = ", ".join(sorted(map(local_name, found))) or "thing without a class"
    message = f"{predicate} takes no {kinds} as its {role}"
    return Problem(
        severity=Severity.WARNING, check="argument", node=assertion, path=f"rdf:{role}", message=message
    )


def _check_symmetric(graph: Graph) -> Iterator[Problem]:
    for assertion, predicate in _rows(graph, _BOTH_WAYS):
        name = predicate_name(predicate)
        if name in graph.predicates and graph.predicates[name].symmetric:
            message = f"{name} is symmetric: the smaller IRI must be the subject, so that it is stored once"
            yield _violation("oneDirection", assertion, "rdf:subject", message)


def _check_names(graph: Graph) -> Iterator[Problem]:
    """See that assertions, evidence and documents have the IRIs that their content gives, or a merge doubles them."""
    contents: defaultdict[str, list[Assertion]] = defaultdict(list)
    for row in _rows(graph, _CONTENTS):
        contents[row[0]] += _read_content(*row[1:])
    for iri, read in contents.items():
        yield from _compare_name(iri, {vocab.assertion_iri(assertion) for assertion in read})
    places: defaultdict[str, set[str]] = defaultdict(set)
    for assertion, evidence, *place in _rows(graph, _PLACES):
        places[evidence] |= {name for a in contents.get(assertion, ()) for name in _place_name(a, *place)}
    for iri, names in places.items():
        yield from _compare_name(iri, names)
    for document, id_, _ in _rows(graph, _DIGESTS):
        yield from _compare_name(document, {vocab.document_iri(id_)})


def _read_content(
    subject: str,
    predicate: str,
    value: str,
    about: str,
    matter: str,
    polarity: str,
    modality: str,
    voice: str,
    time: str,
) -> Iterator[Assertion]:
    """Give the assertion, as far as its name depends on it; none where a qualifier is no qualifier."""
    polarities = {iri: one for one, iri in POLARITIES.items()}
    modalities = {iri: one for one, iri in MODALITIES.items()}
    if polarity in polarities and modality in modalities:
        yield Assertion(
            subject=_named(subject),
            predicate=predicate_name(predicate),
            object=_named(value),
            about=_named(about) if about else _words(matter),
            polarity=polarities[polarity],
            modality=modalities[modality],
            attribution=_named(voice) if voice else None,
            time=time or None,
        )


def _named(value: str) -> Entity:
    """Give a thing by its IRI, a name by its words."""
    if not value.startswith(vocab.IDS):
        return vocab.nil_entity(value, EntityKind.NAME)
    return Entity(id=local_name(value), label="", kind=EntityKind.TERRITORY)


def _words(matter: str) -> Entity | None:
    return vocab.nil_entity(matter, EntityKind.NAME) if matter else None


def _place_name(assertion: Assertion, document: str, start: str, end: str) -> Iterator[str]:
    if _is_place(start, end):
        span = Span(start=int(start), end=int(end))
        yield vocab.evidence_iri(
            assertion, Evidence(document_id=document, span=span, quotation="", rule="", confidence=0)
        )


def _is_place(start: str, end: str) -> bool:
    """Tell whether two code points can be those of a quotation: plain digits, not more than a file can have."""
    return all(re.fullmatch(r"[0-9]{1,15}", number) for number in (start, end)) and int(start) < int(end)


def _compare_name(iri: str, names: set[str]) -> Iterator[Problem]:
    if names and iri not in names:
        message = f"by its content it is {shorten(min(names))}: a merge would have it twice"
        yield _violation("name", iri, "", message)


def _check_blank_nodes(graph: Graph) -> Iterator[Problem]:
    for (triples,) in _rows(graph, _BLANK_NODES):
        if triples != "0":
            message = f"{triples} triples have a blank node, which no two graphs can have in common"
            yield _violation("noBlankNode", BLANK, "", message)


def check_texts(graph: Graph, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Check the quotations against the documents' texts by their id, as far as they are at hand."""
    if not texts:
        return
    for document, name, digest in _rows(graph, _DIGESTS):
        if name in texts and _digest(texts[name]) != digest:
            yield _violation("sameText", document, "kg:textDigest", "the text is not the one that was read")
    for evidence, name, start, end, quotation in _rows(graph, _QUOTATIONS):
        if name in texts and _words_at(start, end, texts[name]) != quotation:
            message = f"the text of {name} has other words at {start} to {end}"
            yield _violation("sameWords", evidence, "oa:exact", message)


def _words_at(start: str, end: str, words: str) -> str | None:
    """Give the words of a place; None where it is none."""
    return text(words[int(start) : int(end)]).value if _is_place(start, end) else None


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _violation(check: str, node: str, path: str, message: str) -> Problem:
    return Problem(severity=Severity.VIOLATION, check=check, node=node or BLANK, path=path, message=message)
