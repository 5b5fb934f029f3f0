"""Who is at odds over what: the territories that a set of assertions shows as disputed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.model import Assertion, Entity, Modality, Polarity

__all__ = ["Dispute", "find_disputes"]

_HOLDING = frozenset({"administers", "occupies"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A territory with those who claim it and those who hold it, now or once, each by label."""

    territory: Entity
    claimants: tuple[Entity, ...]
    holders: tuple[Entity, ...]


def find_disputes(assertions: Iterable[Assertion]) -> tuple[Dispute, ...]:
    """List what two or more claim, or what one claims and another holds; known places first, then by label.

    A denied or merely possible claim makes no dispute; a claim that somebody reports does. Who holds it is only
    what a text says in its own voice or the holder says of itself.
    """
    places: dict[str, Entity] = {}
    claimants: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
    holders: defaultdict[str, dict[str, Entity]] = defaultdict(dict)
    for one in assertions:
        if one.polarity is not Polarity.POSITIVE or one.modality is not Modality.ACTUAL:
            continue
        places[one.object.id] = one.object
        if one.predicate == "claims":
            claimants[one.object.id][one.subject.id] = one.subject
        elif one.predicate in _HOLDING and one.is_plain:
            holders[one.object.id][one.subject.id] = one.subject
    found = (
        Dispute(territory=places[key], claimants=_by_label(who), holders=_by_label(holders.get(key, {})))
        for key, who in claimants.items()
        if len(who.keys() | holders.get(key, {}).keys()) > 1
    )
    return tuple(sorted(found, key=lambda d: (not d.territory.known, d.territory.label, d.territory.id)))


def _by_label(entities: dict[str, Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities.values(), key=lambda e: (e.label, e.id)))
