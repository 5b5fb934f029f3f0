"""Equal readings to one assertion with all its evidence; one label for what several documents name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kgraph.model import Assertion, Entity, EntityKind, Evidence, Reading, assertion_key

__all__ = ["agree_on_labels", "assemble", "choose_label"]


def assemble(readings: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """Merge assertions of the same content, in the order in which each is first met.

    An assertion has one evidence per place: of two readings of the same sentence the more confident one stays.
    Assembling what is assembled changes nothing.
    """
    merged: dict[tuple[str, ...], tuple[Assertion, dict[tuple[str, int, int], Evidence]]] = {}
    for assertion in readings:
        _, places = merged.setdefault(assertion_key(assertion), (assertion, {}))
        for evidence in assertion.evidence:
            place = (evidence.document_id, evidence.span.start, evidence.span.end)
            known = places.get(place)
            if known is None or evidence.confidence > known.confidence:
                places[place] = evidence
    return tuple(first.with_evidence(tuple(places.values())) for first, places in merged.values())


def choose_label(labels: Iterable[str]) -> str:
    """Choose what to call a thing that documents call by several names: the longest, of several the first.

    Raises:
        ValueError: there is none.
    """
    return min(labels, key=lambda label: (-len(label), label))


def agree_on_labels(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Give each thing the same label in all readings: the longest that a document has for it, of several the first.

    One document's "Putin" is another's "Vladimir Putin"; a graph of both has one name to show. The order of the
    documents makes no difference.
    """
    labels: dict[str, str] = {}
    for entity in (e for r in readings for a in r.assertions for e in _entities(a)):
        best = labels.setdefault(entity.id, entity.label)
        labels[entity.id] = choose_label((best, entity.label))
    return tuple(
        replace(reading, assertions=tuple(_relabelled(assertion, labels) for assertion in reading.assertions))
        for reading in readings
    )


def _entities(assertion: Assertion) -> list[Entity]:
    ends = (assertion.subject, assertion.object, assertion.about, assertion.attribution)
    return [entity for entity in ends if entity is not None and entity.kind is not EntityKind.NAME]


def _relabelled(assertion: Assertion, labels: dict[str, str]) -> Assertion:
    def named(entity: Entity) -> Entity:
        label = labels.get(entity.id, entity.label)
        return (
            entity
            if label == entity.label or entity.kind is EntityKind.NAME
            else replace(entity, label=label)
        )

    about, attribution = assertion.about, assertion.attribution
    return replace(
        assertion,
        subject=named(assertion.subject),
        object=named(assertion.object),
        about=named(about) if about is not None else None,
        attribution=named(attribution) if attribution is not None else None,
    )
