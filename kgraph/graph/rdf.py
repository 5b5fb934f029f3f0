"""Readings to triples: an assertion is a node, each place that says it an evidence node.

The IRIs of both are hashes of their content and there is no blank node, so merging graphs is a set union.
That is also why confidence stands on the evidence alone: a maximum written on the assertion would be there
twice after a merge. What a document calls a thing stands there too; how things are described in the end follows
from the evidence of all documents and the gazetteer (`kgraph.graph.things`). The bare triple
(`id:japan kg:claims id:kunashir`) stands beside an assertion only where it may be taken as said: see
`may_be_plain`. Texts are not stored; quotations are checked against them here, and the text's digest is kept so
that whoever has the text can check again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from pyoxigraph import NamedNode, Triple

from kgraph import __version__, vocab
from kgraph.errors import DataError, GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.own_terms import own_triples
from kgraph.graph.read import from_graph
from kgraph.graph.terms import Value, boolean, date, decimal, entity_node, integer, link, node, text
from kgraph.graph.things import Things
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Reading, Span
from kgraph.syndication import signature_of
from kgraph.times import time_bounds
from kgraph.vocab import IDS, PREFIXES, Predicate, is_symmetric, orient

__all__ = ["checked", "from_graph", "may_be_plain", "said_triples", "time_bounds", "to_triples"]

_Pairs = Iterator[tuple[str, Value]]


def to_triples(
    readings: Iterable[Reading],
    gazetteer: Gazetteer | None = None,
    own: Mapping[str, Predicate] = MappingProxyType({}),
) -> Iterator[Triple]:
    """Give the triples of the readings; a triple can come several times.

    What the documents say comes in their order, the things that they speak of at the end: the order of the readings
    makes no difference to the set of triples.

    Args:
        readings: what the documents gave; a document that gave nothing is described all the same.
        gazetteer: adds background to the entities: names, Wikidata, coordinates, when they existed, what they lie in.
        own: the predicates beside those of the ontology; the graph describes those that it uses.

    Raises:
        GraphError: a quotation is not what the document's text has at its span.
        DataError: a predicate is not in the ontology; two documents have one id.
    """
    things = Things(gazetteer)
    yield from said_triples(readings, things, own)
    yield from things.triples()


def said_triples(
    readings: Iterable[Reading], things: Things, own: Mapping[str, Predicate] = MappingProxyType({})
) -> Iterator[Triple]:
    """Give what `to_triples` does without the description of things, which the evidence of all documents decides on.

    Of each thing that is spoken of the kind is told: it is in no evidence, and the same whoever speaks of it.

    Args:
        readings: what the documents gave.
        things: hears what they say of things.
        own: the predicates beside those of the ontology.
    """
    known = {**vocab.predicates(), **own}
    used = set[str]()
    for reading in checked(readings):
        yield from _describe(vocab.document_iri(reading.document.id), _document_pairs(reading))
        for assertion in reading.assertions:
            used.add(assertion.predicate)
            yield from _assertion_triples(orient(assertion, known), reading.document, things, known)
    yield from things.kinds()
    yield from own_triples(own[name] for name in sorted(used & own.keys()))
    if used:
        yield from _describe(_software().value, _software_pairs())


def checked(readings: Iterable[Reading]) -> Iterator[Reading]:
    """See that what a user gives are readings, and of two documents with one id none: evidence names it by that.

    Raises:
        TypeError: something is no reading.
        DataError: two texts have one id.
    """
    digests: dict[str, str | None] = {}
    for reading in readings:
        if not isinstance(reading, Reading):
            raise TypeError(f"{str(reading)[:60]!r} is no reading: kgraph.extract gives one of each document")
        document, digest = reading.document, reading.document.text_digest
        if digests.setdefault(document.id, digest) != digest:
            raise DataError(f"two texts have the id {document.id!r}; give each document its own")
        yield reading


def may_be_plain(assertion: Assertion, known: Mapping[str, Predicate] | None = None) -> bool:
    """Tell whether the bare triple may stand: positive, actual, the text's own voice or a party's own word.

    A symmetric relation is as much the object's as the subject's; `known` are the predicates that there are, None
    for those of the ontology.
    """
    mirrored = replace(assertion, subject=assertion.object, object=assertion.subject)
    return assertion.is_plain or (is_symmetric(assertion.predicate, known) and mirrored.is_plain)


def _describe(subject: str, pairs: _Pairs) -> Iterator[Triple]:
    described = NamedNode(subject)
    for predicate, value in pairs:
        yield Triple(described, node(predicate), value)


def _document_pairs(reading: Reading) -> _Pairs:
    document = reading.document
    yield terms.TYPE, node(terms.DOCUMENT)
    yield terms.TYPE, node(terms.NEWS_ARTICLE)
    yield terms.IDENTIFIER, text(document.id)
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    yield terms.TEXT_DIGEST, text(digest)
    signature = signature_of(document) if reading.assertions else None  # else it is evidence of nothing
    if signature is not None:
        yield terms.TEXT_SIGNATURE, text(signature)
    if document.title is not None:
        yield terms.HEADLINE, text(document.title)
    if document.date is not None:
        yield terms.PUBLISHED, date(document.date)
    if document.url is not None:
        yield terms.URL, link(document.url)
    if document.source is not None:
        yield terms.PUBLISHER, text(document.source)


def _assertion_triples(
    assertion: Assertion, document: Document, things: Things, known: Mapping[str, Predicate]
) -> Iterator[Triple]:
    iri = vocab.assertion_iri(assertion)
    yield from _describe(iri, _assertion_pairs(assertion))
    if may_be_plain(assertion, known):
        yield Triple(entity_node(assertion.subject), _relation(assertion), _value(assertion.object))
    for evidence in _best_of_each_place(assertion.evidence):
        _check_quotation(evidence, document)
        evidence_iri = vocab.evidence_iri(assertion, evidence)
        yield Triple(NamedNode(iri), node(terms.EVIDENCE), NamedNode(evidence_iri))
        yield from _describe(evidence_iri, _evidence_pairs(evidence))
        yield from _describe(evidence_iri, things.hear(assertion, evidence))


def _assertion_pairs(assertion: Assertion) -> _Pairs:
    yield terms.TYPE, node(terms.ASSERTION)
    yield terms.TYPE, node(PREFIXES["rdf"] + "Statement")
    yield terms.SUBJECT, entity_node(assertion.subject)
    yield terms.PREDICATE, _relation(assertion)
    yield terms.OBJECT, _value(assertion.object)
    yield terms.POLARITY, node(terms.POLARITIES[assertion.polarity])
    yield terms.MODALITY, node(terms.MODALITIES[assertion.modality])
    if assertion.about is not None:
        is_words = assertion.about.kind is EntityKind.NAME
        yield (terms.ABOUT_TEXT if is_words else terms.ABOUT), _value(assertion.about)
    if assertion.attribution is not None:
        yield terms.ATTRIBUTED_TO, entity_node(assertion.attribution)
    if assertion.time is not None:
        yield from _time_pairs(assertion.time)


def _time_pairs(time: str) -> _Pairs:
    yield terms.TIME_TEXT, text(time)
    first, last = time_bounds(time)
    if first is not None:
        yield terms.VALID_FROM, date(first)
    if last is not None:
        yield terms.VALID_UNTIL, date(last)


def _best_of_each_place(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Keep one evidence a place, the surest: two rules that read the same words are not two sources."""
    best: dict[tuple[str, Span], Evidence] = {}
    for one in sorted(evidence, key=lambda e: (-e.confidence, e.rule)):
        best.setdefault((one.document_id, one.span), one)
    return tuple(best.values())


def _check_quotation(evidence: Evidence, document: Document) -> None:
    if evidence.document_id == document.id and evidence.span.of(document.text) == evidence.quotation:
        return
    place = f"{document.id}[{evidence.span.start}:{evidence.span.end}]"
    raise GraphError(f"{place}: the text there is not the quotation of rule {evidence.rule!r}")


def _evidence_pairs(evidence: Evidence) -> _Pairs:
    yield terms.TYPE, node(terms.EVIDENCE_CLASS)
    yield terms.IN_DOCUMENT, NamedNode(vocab.document_iri(evidence.document_id))
    yield terms.EXACT, text(evidence.quotation)
    yield terms.START, integer(evidence.span.start)
    yield terms.END, integer(evidence.span.end)
    for field, start, end in terms.SPANS:
        span: Span | None = getattr(evidence, field)
        if span is not None:
            yield start, integer(span.start)
            yield end, integer(span.end)
    if evidence.attribution_text is not None:
        yield terms.ATTRIBUTION_TEXT, text(evidence.attribution_text)
    if evidence.elliptical:
        yield terms.ELLIPTICAL, boolean(True)
    if evidence.past is not None:
        yield terms.PAST, text(evidence.past)
    yield terms.RULE, text(evidence.rule)
    yield terms.CONFIDENCE, decimal(evidence.confidence)
    yield terms.ATTRIBUTED_SOFTWARE, _software()


def _software() -> NamedNode:
    return NamedNode(IDS + "kgraph_" + __version__.replace(".", "-"))


def _software_pairs() -> _Pairs:
    yield terms.TYPE, node(PREFIXES["prov"] + "SoftwareAgent")
    yield terms.LABEL, text(f"kgraph {__version__}")


def _relation(assertion: Assertion) -> NamedNode:
    return NamedNode(vocab.predicate_iri(assertion.predicate))


def _value(entity: Entity) -> Value:
    """Give a name as a literal, anything else as a node."""
    return text(entity.label) if entity.kind is EntityKind.NAME else entity_node(entity)
