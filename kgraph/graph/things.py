"""What a graph says of the things that assertions speak of: by the documents' words, and by the gazetteer.

What a document calls a thing stands on its evidence, so that whoever takes a document away, or puts two graphs
together, can tell anew what the thing is called: its label is the longest that any document has for it, its other
names are all else that documents call it. What the gazetteer knows is called by the gazetteer's label, and brings
its background: names with their languages, Wikidata, coordinates, what it lies in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import NamedNode, Triple

from kgraph import vocab
from kgraph.assemble import choose_label
from kgraph.gazetteer import Entry, Gazetteer
from kgraph.gazetteer.background import background_names
from kgraph.graph import terms
from kgraph.graph.terms import ROLES, Role, Value, boolean, date, decimal, entity_node, node, text
from kgraph.model import Assertion, Entity, EntityKind, Evidence, Span
from kgraph.times import time_bounds
from kgraph.vocab import PREFIXES

__all__ = ["Things"]

_GEONAMES = "https://sws.geonames.org/"

_Pairs = Iterator[tuple[str, Value]]


@dataclass(slots=True)
class _Spoken:
    """What is said of a thing so far."""

    entity: Entity
    labels: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    candidates: dict[str, Entity] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return choose_label(self.labels) if self.labels else self.entity.label


class Things:
    """The things that assertions speak of, described once all evidence was heard."""

    def __init__(self, gazetteer: Gazetteer | None) -> None:
        """Begin with none; without a gazetteer a thing is known where its entity says so."""
        self._gazetteer = gazetteer
        self._spoken: dict[str, _Spoken] = {}

    def hear(self, assertion: Assertion, evidence: Evidence) -> _Pairs:
        """Remember what an evidence says of things, and give it as the evidence's own properties."""
        for role in ROLES:
            entity: Entity | None = getattr(assertion, role.field)
            if entity is not None and entity.kind is EntityKind.NAME:
                yield role.label, text(entity.label)
            elif entity is not None:
                yield from self._hear_thing(role, entity, _words(role, evidence))

    def _hear_thing(self, role: Role, entity: Entity, words: str) -> _Pairs:
        spoken = self._spoken.setdefault(entity.id, _Spoken(self._known(entity)))
        label = spoken.entity.label if self._is_known(entity) else entity.label
        spoken.labels.add(label)
        if not self._is_known(entity):
            yield role.label, text(label)
        if role.words is not None and words not in ("", label):
            spoken.words.add(words)
            yield role.words, text(words)
        for candidate in entity.candidates:
            spoken.candidates[candidate.id] = candidate
            yield role.candidate, entity_node(candidate)

    def _is_known(self, entity: Entity) -> bool:
        return entity.known if self._gazetteer is None else self._entry(entity) is not None

    def _known(self, entity: Entity) -> Entity:
        """Give the gazetteer's own entity where it has it."""
        entry = self._entry(entity)
        return entry.entity if entry is not None else entity

    def told(self) -> dict[str, Any]:
        """Give all that was heard, as JSON has it, sorted: what the documents of one part say of things."""
        return {
            key: {
                "entity": _told(spoken.entity),
                "labels": sorted(spoken.labels),
                "words": sorted(spoken.words),
                "candidates": [_told(each) for _, each in sorted(spoken.candidates.items())],
            }
            for key, spoken in sorted(self._spoken.items())
        }

    def hear_told(self, told: Mapping[str, Any]) -> None:
        """Remember what `told` gave, here or elsewhere; raise KeyError or TypeError where it is something else."""
        for key, each in told.items():
            spoken = self._spoken.setdefault(key, _Spoken(self._known(_entity(each["entity"]))))
            spoken.labels.update(each["labels"])
            spoken.words.update(each["words"])
            candidates = map(_entity, each["candidates"])
            spoken.candidates.update({candidate.id: candidate for candidate in candidates})

    def kinds(self) -> Iterator[Triple]:
        """Give the class of each thing that was spoken of."""
        for spoken in self._spoken.values():
            kind = node(vocab.NAMESPACE + spoken.entity.kind.value)
            yield Triple(entity_node(spoken.entity), node(terms.TYPE), kind)

    def triples(self) -> Iterator[Triple]:
        """Describe the things that were spoken of, what each may be, what it lies in, and whose its names are."""
        described: set[str] = set()
        for spoken in self._spoken.values():
            yield from self._describe_spoken(spoken, described)
        for spoken in self._spoken.values():
            for candidate in spoken.candidates.values():
                yield from self._describe_known(self._known(candidate), described)

    def told_triples(self) -> Iterator[Triple]:
        """Give of `triples` what documents tell: all but what the gazetteer has, which is the same whoever speaks.

        Many parts leave it out, and `background` gives it once for all of them.
        """
        for spoken in self._spoken.values():
            yield from _name_spoken(spoken)
            for entity in (spoken.entity, *spoken.candidates.values()):
                if self._entry(entity) is None and (entity is spoken.entity or entity.id not in self._spoken):
                    label = spoken.label if entity is spoken.entity else entity.label
                    yield from _entity_triples(entity, label, is_known=self._is_known(entity))

    def background(self, entries: Iterable[Entry]) -> Iterator[Triple]:
        """Give what the gazetteer says of some of its things, and of what they lie in."""
        described: set[str] = set()
        for entry in entries:
            yield from self._describe_known(entry.entity, described)

    def _describe_spoken(self, spoken: _Spoken, described: set[str]) -> Iterator[Triple]:
        yield from _name_spoken(spoken)
        yield from self._describe(spoken.entity, spoken.label, described)

    def _entry(self, entity: Entity) -> Entry | None:
        return self._gazetteer.get(entity.id) if self._gazetteer is not None else None

    def _describe_known(self, entity: Entity, described: set[str]) -> Iterator[Triple]:
        if entity.id not in described:
            yield from self._describe(entity, entity.label, described)

    def _describe(self, entity: Entity, label: str, described: set[str]) -> Iterator[Triple]:
        """Describe a thing, and what it lies in by the gazetteer, upwards."""
        described.add(entity.id)
        yield from _entity_triples(entity, label, is_known=self._is_known(entity))
        entry = self._entry(entity)
        if self._gazetteer is None or entry is None:
            return
        for predicate, value in _background_pairs(entry):
            yield Triple(entity_node(entity), node(predicate), value)
        yield from _name_triples(entry, self._gazetteer)
        parent = self._gazetteer.get(entry.parent) if entry.parent else None
        if parent is not None:
            yield Triple(entity_node(entity), node(terms.BROADER), entity_node(parent.entity))
            yield from self._describe_known(parent.entity, described)


def _name_spoken(spoken: _Spoken) -> Iterator[Triple]:
    """Give the other names of a thing, and what it may be."""
    named = entity_node(spoken.entity)
    for words in (spoken.words | spoken.labels) - {spoken.label}:
        yield Triple(named, node(terms.ALT_LABEL), text(words))
    for candidate in spoken.candidates.values():
        yield Triple(named, node(terms.CANDIDATE), entity_node(candidate))


def _told(entity: Entity) -> dict[str, object]:
    return {"id": entity.id, "label": entity.label, "kind": entity.kind.value, "known": entity.known}


def _entity(told: Mapping[str, Any]) -> Entity:
    return Entity(id=told["id"], label=told["label"], kind=EntityKind(told["kind"]), known=told["known"])


def _words(role: Role, evidence: Evidence) -> str:
    """Give the words of the sentence that stand for an argument, "" where none do."""
    span: Span | None = getattr(evidence, f"{role.field}_span", None)
    if role.words is None or span is None or not evidence.span.contains(span):
        return ""
    offset = evidence.span.start
    return " ".join(evidence.quotation[span.start - offset : span.end - offset].split())


def _entity_triples(entity: Entity, label: str, *, is_known: bool) -> Iterator[Triple]:
    named = entity_node(entity)
    yield Triple(named, node(terms.TYPE), node(vocab.NAMESPACE + entity.kind.value))
    yield Triple(named, node(terms.LABEL), text(label))
    yield Triple(named, node(terms.KNOWN), boolean(is_known))


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
        yield terms.LAT, decimal(entry.lat)
        yield terms.LONG, decimal(entry.lon)
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
        yield Triple(entity_node(entry.entity), node(terms.ALT_LABEL), literal)
        if name.used_by:
            party = gazetteer.entry(name.used_by).entity
            of = NamedNode(vocab.name_iri(entry.entity.id, name))
            yield Triple(of, node(terms.TYPE), node(terms.PARTY_NAME))
            yield Triple(of, node(terms.NAME_OF), entity_node(entry.entity))
            yield Triple(of, node(terms.NAME_TEXT), literal)
            yield Triple(of, node(terms.NAME_USED_BY), entity_node(party))
            yield from _entity_triples(party, party.label, is_known=True)
