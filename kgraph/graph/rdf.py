"""Readings to triples: an assertion is a node, each place that says it an evidence node.

The IRIs of both are hashes of their content and there is no blank node, so merging graphs is a set union.
That is also why confidence stands on the evidence alone: a maximum written on the assertion would be there
twice after a merge. The bare triple (`id:japan kg:claims id:kunashir`) stands beside an assertion only
where it may be taken as said: see `may_be_plain`. Texts are not stored; quotations are checked against them
here, and the text's digest is kept so that whoever has the text can check again.
"""

import calendar
import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from pyoxigraph import NamedNode, Triple

from kgraph import __version__, vocab
from kgraph.errors import GraphError
from kgraph.gazetteer import Entry, Gazetteer
from kgraph.gazetteer.background import background_names
from kgraph.graph import terms
from kgraph.graph.own_terms import own_triples
from kgraph.graph.read import from_graph
from kgraph.graph.terms import Value, boolean, date, decimal, integer, link, node, text
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Reading, Span
from kgraph.vocab import IDS, PREFIXES, Predicate, is_symmetric, orient

__all__ = ["from_graph", "may_be_plain", "time_bounds", "to_triples"]

_GEONAMES = "https://sws.geonames.org/"
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

_Pairs = Iterator[tuple[str, Value]]


def to_triples(
    readings: Iterable[Reading],
    gazetteer: Gazetteer | None = None,
    own: Mapping[str, Predicate] = MappingProxyType({}),
) -> Iterator[Triple]:
    """Give the triples of the readings, in their order; a triple can come several times.

    Args:
        readings: what the documents gave; a document that gave nothing is described all the same.
        gazetteer: adds background to the entities: names, Wikidata, coordinates, when they existed, what they lie in.
        own: the predicates beside those of the ontology; the graph describes them.

    Raises:
        GraphError: a quotation is not what the document's text has at its span.
        DataError: a predicate is not in the ontology.
    """
    known = {**vocab.predicates(), **own}
    yield from own_triples(own.values())
    for reading in readings:
        yield from _describe(vocab.document_iri(reading.document.id), _document_pairs(reading.document))
        for assertion in reading.assertions:
            yield from _assertion_triples(orient(assertion, known), reading.document, gazetteer, known)
    yield from _describe(_software().value, _software_pairs())


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


def _document_pairs(document: Document) -> _Pairs:
    yield terms.TYPE, node(terms.DOCUMENT)
    yield terms.TYPE, node(terms.NEWS_ARTICLE)
    yield terms.IDENTIFIER, text(document.id)
    digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    yield terms.TEXT_DIGEST, text(digest)
    if document.title is not None:
        yield terms.HEADLINE, text(document.title)
    if document.date is not None:
        yield terms.PUBLISHED, date(document.date)
    if document.url is not None:
        yield terms.URL, link(document.url)
    if document.source is not None:
        yield terms.PUBLISHER, text(document.source)


def _assertion_triples(
    assertion: Assertion, document: Document, gazetteer: Gazetteer | None, known: Mapping[str, Predicate]
) -> Iterator[Triple]:
    iri = vocab.assertion_iri(assertion)
    yield from _describe(iri, _assertion_pairs(assertion))
    if may_be_plain(assertion, known):
        yield Triple(_entity(assertion.subject), _relation(assertion), _value(assertion.object))
    for evidence in _best_of_each_place(assertion.evidence):
        _check_quotation(evidence, document)
        evidence_iri = vocab.evidence_iri(assertion, evidence)
        yield Triple(NamedNode(iri), node(terms.EVIDENCE), NamedNode(evidence_iri))
        yield from _describe(evidence_iri, _evidence_pairs(evidence))
        yield from _surface_forms(assertion, evidence)
    for entity in (assertion.subject, assertion.object, assertion.about, assertion.attribution):
        if entity is not None and entity.kind is not EntityKind.NAME:
            yield from _entity_triples(entity, gazetteer)


def _assertion_pairs(assertion: Assertion) -> _Pairs:
    yield terms.TYPE, node(terms.ASSERTION)
    yield terms.TYPE, node(PREFIXES["rdf"] + "Statement")
    yield terms.SUBJECT, _entity(assertion.subject)
    yield terms.PREDICATE, _relation(assertion)
    yield terms.OBJECT, _value(assertion.object)
    yield terms.POLARITY, node(terms.POLARITIES[assertion.polarity])
    yield terms.MODALITY, node(terms.MODALITIES[assertion.modality])
    if assertion.about is not None:
        is_words = assertion.about.kind is EntityKind.NAME
        yield (terms.ABOUT_TEXT if is_words else terms.ABOUT), _value(assertion.about)
    if assertion.attribution is not None:
        yield terms.ATTRIBUTED_TO, _entity(assertion.attribution)
    if assertion.time is not None:
        yield from _time_pairs(assertion.time)


def _time_pairs(time: str) -> _Pairs:
    yield terms.TIME_TEXT, text(time)
    first, last = time_bounds(time)
    if first is not None:
        yield terms.VALID_FROM, date(first)
    if last is not None:
        yield terms.VALID_UNTIL, date(last)


def time_bounds(time: str) -> tuple[datetime.date | None, datetime.date | None]:
    """Give the first and the last day of an ISO 8601 date or interval; None where it is open or not a date.

    "1945" is 1945-01-01 to 1945-12-31, "1954/" begins on 1954-01-01, "/1994" ends on 1994-12-31.
    """
    first, slash, last = time.partition("/")
    return _day(first, last=False), _day(last if slash else first, last=True)


def _day(text: str, *, last: bool) -> datetime.date | None:
    found = _ISO_DATE.fullmatch(text)
    if not found or not found[1].isascii():
        return None
    try:
        year, month = int(found[1]), int(found[2] or (12 if last else 1))
        edge = calendar.monthrange(year, month)[1] if last else 1
        return datetime.date(year, month, int(found[3] or edge))
    except (ValueError, calendar.IllegalMonthError):  # the year 0, a 13th month, a 31st of June
        return None


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
    yield terms.RULE, text(evidence.rule)
    yield terms.CONFIDENCE, decimal(evidence.confidence)
    yield PREFIXES["prov"] + "wasAttributedTo", _software()


def _software() -> NamedNode:
    return NamedNode(IDS + "kgraph_" + __version__.replace(".", "-"))


def _software_pairs() -> _Pairs:
    yield terms.TYPE, node(PREFIXES["prov"] + "SoftwareAgent")
    yield terms.LABEL, text(f"kgraph {__version__}")


def _surface_forms(assertion: Assertion, evidence: Evidence) -> Iterator[Triple]:
    arguments = ((assertion.subject, evidence.subject_span), (assertion.object, evidence.object_span))
    for entity, span in arguments:
        if span is None or entity.kind is EntityKind.NAME or not evidence.span.contains(span):
            continue
        offset = evidence.span.start
        words = " ".join(evidence.quotation[span.start - offset : span.end - offset].split())
        if words and words != entity.label:
            yield Triple(_entity(entity), node(terms.ALT_LABEL), text(words))


def _entity_triples(entity: Entity, gazetteer: Gazetteer | None) -> Iterator[Triple]:
    """Describe the entity, and what it lies in by the gazetteer, upwards."""
    yield from _describe(vocab.entity_iri(entity), _entity_pairs(entity))
    for candidate in entity.candidates:
        yield from _entity_triples(candidate, gazetteer)
    entry = gazetteer.get(entity.id) if gazetteer is not None else None
    if gazetteer is None or entry is None:
        return
    yield from _describe(vocab.entity_iri(entity), _background_pairs(entry))
    yield from _name_triples(entry, gazetteer)
    parent = gazetteer.get(entry.parent) if entry.parent else None
    if parent is not None:
        yield Triple(_entity(entity), node(PREFIXES["skos"] + "broader"), _entity(parent.entity))
        yield from _entity_triples(parent.entity, gazetteer)


def _entity_pairs(entity: Entity) -> _Pairs:
    yield terms.TYPE, NamedNode(vocab.NAMESPACE + entity.kind.value)
    yield terms.LABEL, text(entity.label)
    yield terms.KNOWN, boolean(entity.known)
    for candidate in entity.candidates:
        yield terms.CANDIDATE, _entity(candidate)


def _background_pairs(entry: Entry) -> _Pairs:
    if entry.is_agent:
        yield terms.TYPE, node(terms.AGENT)
    if entry.is_place:
        yield terms.TYPE, node(terms.PLACE)
    yield terms.KIND, text(entry.kind)
    if entry.wikidata:
        yield terms.EXACT_MATCH, node(PREFIXES["wd"] + entry.wikidata)
    if entry.geonames:
        yield terms.EXACT_MATCH, node(f"{_GEONAMES}{entry.geonames}/")
    if entry.lat is not None and entry.lon is not None:
        yield PREFIXES["geo"] + "lat", decimal(entry.lat)
        yield PREFIXES["geo"] + "long", decimal(entry.lon)
    yield from _existence_pairs(entry)


def _existence_pairs(entry: Entry) -> _Pairs:
    first = time_bounds(entry.valid_from)[0] if entry.valid_from else None
    last = time_bounds(entry.valid_to)[1] if entry.valid_to else None
    if first is not None:
        yield terms.EXISTS_FROM, date(first)
    if last is not None:
        yield terms.EXISTS_UNTIL, date(last)


def _name_triples(entry: Entry, gazetteer: Gazetteer) -> Iterator[Triple]:
    """Write the names that the gazetteer has, tagged with their language, and whose they are."""
    for name in background_names(entry, gazetteer):
        literal = terms.tagged(name.text, name.lang)
        yield Triple(_entity(entry.entity), node(terms.ALT_LABEL), literal)
        if name.used_by:
            party = gazetteer.entry(name.used_by).entity
            pairs = (
                (terms.TYPE, node(terms.PARTY_NAME)),
                (terms.NAME_OF, _entity(entry.entity)),
                (terms.NAME_TEXT, literal),
                (terms.NAME_USED_BY, _entity(party)),
            )
            yield from _describe(vocab.name_iri(entry.entity.id, name), iter(pairs))
            yield from _describe(vocab.entity_iri(party), _entity_pairs(party))


def _relation(assertion: Assertion) -> NamedNode:
    return NamedNode(vocab.predicate_iri(assertion.predicate))


def _entity(entity: Entity) -> NamedNode:
    return NamedNode(vocab.entity_iri(entity))


def _value(entity: Entity) -> Value:
    """Give a name as a literal, anything else as a node."""
    return text(entity.label) if entity.kind is EntityKind.NAME else _entity(entity)
