"""What in a graph is worth a decision of a person: unknown things that may be known ones, or one another."""

import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kgraph.decisions.links import Links
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.matching import key_of
from kgraph.gazetteer.spelling import LINKED, fold_spelling, similarity
from kgraph.model import Assertion, Entity, EntityKind, Evidence
from kgraph.vocab import nil_entity

__all__ = ["Doubt", "find_doubts", "write_doubts"]

_PLACES = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_MAX_CANDIDATES = 3
_MAX_CHARACTERS = 160  # of a quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An unknown entity, what it may be, how many assertions speak of it, and one place that does.

    `alike` has, by the id of a candidate, the name of it that the entity's is spelt like.
    """

    entity: Entity
    candidates: tuple[Entity, ...]
    assertions: int
    evidence: Evidence
    alike: Mapping[str, str] = field(default_factory=dict)


def find_doubts(assertions: Iterable[Assertion], gazetteer: Gazetteer, links: Links) -> tuple[Doubt, ...]:
    """Find the unknown entities that may be something known, or one another; the most spoken of first.

    What was decided everywhere is left out.
    """
    evidence = _evidence_of(assertions)
    unknown = sorted(evidence, key=lambda entity: (-len(evidence[entity]), entity.id))
    twins = _twins(unknown)
    doubts = []
    for entity in unknown:
        alike = _near(entity, gazetteer)
        near = dict.fromkeys((*entity.candidates, *alike, *twins.get(entity, ())))
        undecided = tuple(other for other in near if not links.is_decided(entity, other))
        if undecided:
            found = evidence[entity]
            doubts.append(
                Doubt(
                    entity=entity,
                    candidates=undecided[:_MAX_CANDIDATES],
                    assertions=len(found),
                    evidence=min(found, key=lambda each: (each.document_id, each.span)),
                    alike={other.id: name for other, name in alike.items()},
                )
            )
    return tuple(doubts)


def write_doubts(doubts: Iterable[Doubt], command: str = "kgraph") -> str:
    """Write each doubt with its quotation and the commands that decide it, ready to be pasted."""
    return "\n".join(line for doubt in doubts for line in (*_lines(doubt, command), ""))


def _lines(doubt: Doubt, command: str) -> Iterator[str]:
    entity, quotation = doubt.entity, " ".join(doubt.evidence.quotation.split())
    shown = quotation if len(quotation) <= _MAX_CHARACTERS else quotation[: _MAX_CHARACTERS - 1] + "…"
    count = f"{doubt.assertions} assertion{'s' if doubt.assertions > 1 else ''}"
    yield f"{entity.label} ({entity.id}), {count}"
    yield f"  {doubt.evidence.document_id}: “{shown}”"
    for other in doubt.candidates:
        name, meant = shlex.quote(_handle(entity)), shlex.quote(_handle(other))
        like = doubt.alike.get(other.id, other.label)
        known = other.label if like == other.label else f"{other.label}, by its name {like}"
        yield f"  {command} link fix {name} {meant} --same  # {known}; or --not-same, --unsure"


def _handle(entity: Entity) -> str:
    """Give what a decision names an entity by: an unknown one by its words, where they alone say which it is."""
    is_by_words = not entity.known and nil_entity(entity.label, entity.kind) == entity
    return entity.label if is_by_words else entity.id


def _evidence_of(assertions: Iterable[Assertion]) -> Mapping[Entity, list[Evidence]]:
    """Give one place for each assertion that speaks of an unknown entity."""
    found: defaultdict[Entity, list[Evidence]] = defaultdict(list)
    for assertion in assertions:
        parts = (assertion.subject, assertion.object, assertion.about, assertion.attribution)
        for entity in dict.fromkeys(parts):
            is_open = entity is not None and not entity.known and entity.kind is not EntityKind.NAME
            if entity is not None and is_open and assertion.evidence:
                found[entity].append(assertion.evidence[0])
    return found


def _near(entity: Entity, gazetteer: Gazetteer) -> dict[Entity, str]:
    """Give the known things of the same sort that are spelt much alike, nearest first, each by the name that is so."""
    near: dict[Entity, str] = {}
    for like in gazetteer.spellings.find(entity.label):
        kind = like.entry.entity.kind
        if kind is entity.kind or {kind, entity.kind} <= _PLACES:
            near.setdefault(like.entry.entity, like.name.text)
    return near


def _twins(unknown: Sequence[Entity]) -> Mapping[Entity, list[Entity]]:
    """Give to each unknown entity the others before it in order of which it may be another spelling."""
    shelves: defaultdict[tuple[EntityKind, str], list[Entity]] = defaultdict(list)
    found: defaultdict[Entity, list[Entity]] = defaultdict(list)
    for entity in unknown:
        for folded in fold_spelling(entity.label)[:1]:
            shelf = shelves[entity.kind, folded.letters[0]]
            found[entity] += [other for other in shelf if _are_alike(entity, other)]
            shelf.append(entity)
    return found


def _are_alike(one: Entity, other: Entity) -> bool:
    """Tell whether two labels are spellings of one name; the same label is two things by another reason."""
    if key_of(one.label) == key_of(other.label):
        return False
    pairs = [(a, b) for a in fold_spelling(one.label) for b in fold_spelling(other.label)]
    return any(similarity(a, b) >= LINKED for a, b in pairs)
