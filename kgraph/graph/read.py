"""Triples to documents and assertions: the way back of `kgraph.graph.rdf`."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from kgraph import vocab
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.terms import Value, node, shorten
from kgraph.model import Assertion, BackgroundName, Document, Entity, EntityKind, Evidence, Past, Span

if TYPE_CHECKING:
    from kgraph.graph.store import Graph

__all__ = ["from_graph", "read_background"]

_V = TypeVar("_V")
_Values = Mapping[str, list[Value]]
_Index = Mapping[str, _Values]
_KINDS = {vocab.NAMESPACE + kind.value: kind for kind in EntityKind}
_OF_NAMES = (
    terms.KNOWN,
    terms.ALT_LABEL,
    terms.LABEL,
    terms.NAME_OF,
    terms.NAME_TEXT,
    terms.NAME_USED_BY,
)


def from_graph(triples: Iterable[Triple]) -> tuple[tuple[Document, ...], tuple[Assertion, ...]]:
    """Give the documents, by id, and the assertions, by IRI, with evidence in order of document and place.

    The documents come without their text, which a graph does not hold. Where a merge left several values for
    what should have one, the surest or else the first in the alphabet counts.

    Raises:
        GraphError: an assertion, an evidence or a document lacks what makes it one.
    """
    about = _index(triples)
    found = _documents(about)
    documents = tuple(sorted(found.values(), key=lambda d: d.id))
    assertions = tuple(_read_assertion(iri, about, found) for iri in _instances(terms.ASSERTION, about))
    return documents, assertions


def read_background(graph: "Graph") -> dict[str, tuple[BackgroundName, ...]]:
    """Read the names that the gazetteer gave to things, by the things' ids: those with a language, sorted."""
    kinds = graph.match(predicate=terms.TYPE, object=terms.PARTY_NAME)
    about = _index(chain(kinds, *(graph.match(predicate=predicate) for predicate in _OF_NAMES)))
    names = {iri: _tagged(values) for iri, values in about.items() if terms.KNOWN in values}
    used: defaultdict[str, set[BackgroundName]] = defaultdict(set)
    for iri in _instances(terms.PARTY_NAME, about):
        thing, party = _need(iri, about[iri], terms.NAME_OF), _need(iri, about[iri], terms.NAME_USED_BY)
        label = _any(about.get(party, {}), terms.LABEL) or vocab.local_name(party)
        for value in about[iri].get(terms.NAME_TEXT, ()):
            lang = value.language if isinstance(value, Literal) else None
            name = BackgroundName(
                text=value.value, lang=lang or "und", used_by=vocab.local_name(party), user=label
            )
            used[thing].add(name)
            names.setdefault(thing, set()).discard(BackgroundName(text=name.text, lang=name.lang))
    found = {iri: names.get(iri, set()) | used[iri] for iri in names.keys() | used.keys()}
    return {vocab.local_name(iri): tuple(sorted(known)) for iri, known in sorted(found.items()) if known}


def _tagged(values: _Values) -> set[BackgroundName]:
    literals = (value for value in values.get(terms.ALT_LABEL, ()) if isinstance(value, Literal))
    return {BackgroundName(text=value.value, lang=value.language) for value in literals if value.language}


def _index(triples: Iterable[Triple]) -> _Index:
    about: defaultdict[str, defaultdict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
            about[subject.value][predicate.value].append(value)
    return about


def _instances(kind: str, about: _Index) -> list[str]:
    kind_node = node(kind)
    return sorted(iri for iri, values in about.items() if kind_node in values.get(terms.TYPE, ()))


def _documents(about: _Index) -> dict[str, Document]:
    return {iri: _read_document(iri, about[iri]) for iri in _instances(terms.DOCUMENT, about)}


def _read_document(iri: str, values: _Values) -> Document:
    published = _any(values, terms.PUBLISHED)
    try:
        date = datetime.date.fromisoformat(published) if published else None
    except ValueError as error:
        raise GraphError(f"<{iri}>: schema:datePublished is no date: {published!r}") from error
    return Document(
        id=_need(iri, values, terms.IDENTIFIER),
        text="",
        title=_any(values, terms.HEADLINE),
        date=date,
        url=_any(values, terms.URL),
        source=_any(values, terms.PUBLISHER),
        digest=_any(values, terms.TEXT_DIGEST),
        signature=_any(values, terms.TEXT_SIGNATURE),
    )


def _read_assertion(iri: str, about: _Index, documents: Mapping[str, Document]) -> Assertion:
    values = about[iri]
    supports = [_read_evidence(e.value, about, documents) for e in values.get(terms.EVIDENCE, ())]
    return Assertion(
        subject=_read_entity(_need_term(iri, values, terms.SUBJECT), about),
        predicate=vocab.predicate_name(_need(iri, values, terms.PREDICATE)),
        object=_read_entity(_need_term(iri, values, terms.OBJECT), about),
        about=_read_about(values, about),
        polarity=_read_value(iri, values, terms.POLARITY, terms.POLARITIES),
        modality=_read_value(iri, values, terms.MODALITY, terms.MODALITIES),
        attribution=_read_optional_entity(values, terms.ATTRIBUTED_TO, about),
        time=_any(values, terms.TIME_TEXT),
        evidence=tuple(sorted(supports, key=lambda e: (e.document_id, e.span))),
    )


def _read_value(iri: str, values: _Values, predicate: str, known: Mapping[_V, str]) -> _V:
    found = _need(iri, values, predicate)
    for value, term in known.items():
        if found == term:
            return value
    raise GraphError(f"<{iri}>: {shorten(predicate)} cannot be <{found}>; run `kgraph validate`")


def _read_about(values: _Values, about: _Index) -> Entity | None:
    thing = _read_optional_entity(values, terms.ABOUT, about)
    return thing or _read_optional_entity(values, terms.ABOUT_TEXT, about)


def _read_optional_entity(values: _Values, predicate: str, about: _Index) -> Entity | None:
    found = _first(values, predicate)
    return _read_entity(found, about) if found is not None else None


def _read_entity(term: Value, about: _Index) -> Entity:
    if isinstance(term, Literal):
        return vocab.nil_entity(term.value, EntityKind.NAME)
    values = about.get(term.value, {})
    kinds = sorted(t.value for t in values.get(terms.TYPE, ()))
    return Entity(
        id=vocab.local_name(term.value),
        label=_need(term.value, values, terms.LABEL),
        kind=_read_kind(term.value, kinds),
        known=any(t.value == "true" for t in values.get(terms.KNOWN, ())),
        candidates=tuple(_read_candidates(values, about)),
    )


def _read_candidates(values: _Values, about: _Index) -> Iterator[Entity]:
    """Give what a name may have meant, by IRI: a graph does not hold which was the best."""
    for iri in sorted(term.value for term in values.get(terms.CANDIDATE, ())):
        yield _read_entity(NamedNode(iri), about)


def _read_kind(iri: str, types: Iterable[str]) -> EntityKind:
    for one in types:
        if one in _KINDS:
            return _KINDS[one]
    raise GraphError(f"<{iri}>: no class of entity; run `kgraph validate`")


def _read_evidence(iri: str, about: _Index, documents: Mapping[str, Document]) -> Evidence:
    values = about.get(iri, {})
    document = documents.get(_need(iri, values, terms.IN_DOCUMENT))
    if document is None:
        raise GraphError(f"<{iri}>: its document is not described; run `kgraph validate`")
    return Evidence(
        document_id=document.id,
        span=_need_span(iri, values),
        quotation=_need(iri, values, terms.EXACT),
        attribution_text=_any(values, terms.ATTRIBUTION_TEXT),
        rule=_need(iri, values, terms.RULE),
        confidence=max(float(t.value) for t in values.get(terms.CONFIDENCE, [Literal(0)])),
        elliptical=_any(values, terms.ELLIPTICAL) == "true",
        past=Past.read(_any(values, terms.PAST)),
        construction=None,
        **{field: _read_span(values, start, end) for field, start, end in terms.SPANS},
    )


def _need_span(iri: str, values: _Values) -> Span:
    span = _read_span(values, terms.START, terms.END)
    if span is None:
        raise GraphError(f"<{iri}>: needs oa:start and oa:end; run `kgraph validate`")
    return span


def _read_span(values: _Values, start: str, end: str) -> Span | None:
    first, last = _any(values, start), _any(values, end)
    return Span(start=int(first), end=int(last)) if first is not None and last is not None else None


def _need(iri: str, values: _Values, predicate: str) -> str:
    return _need_term(iri, values, predicate).value


def _need_term(iri: str, values: _Values, predicate: str) -> Value:
    found = _first(values, predicate)
    if found is None:
        raise GraphError(f"<{iri}>: needs {shorten(predicate)}; run `kgraph validate`")
    return found


def _any(values: _Values, predicate: str) -> str | None:
    found = _first(values, predicate)
    return found.value if found is not None else None


def _first(values: _Values, predicate: str) -> Value | None:
    found = values.get(predicate, ())
    return min(found, key=lambda t: t.value) if len(found) > 1 else next(iter(found), None)
