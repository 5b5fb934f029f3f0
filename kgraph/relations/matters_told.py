"""What a relation is about where its own sentence does not tell: what the text told before of the same parties.

"Greece and Turkey both claim *Imia*. Envoys of the two countries held talks on Monday."
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kgraph.linking import Linker
from kgraph.model import Entity, EntityKind, Polarity
from kgraph.relations.relation import Relation
from kgraph.relations.traits import (
    DECIDED,
    DONE_TO_LAND,
    JUST_TOLD,
    OF_OTHERS,
    OF_PARTIES,
    ON_MATTER,
    OVER_LAND,
    RULED,
)
from kgraph.tokens import Token

__all__ = ["MattersTold"]

# From a relation to where the text tells what is between its parties: a page at most.
_MAX_WORDS_OFF = 400
_BETWEEN_ALL = frozenset({"claims", "contests"})  # what their object is, several may quarrel over


@dataclass(frozen=True, slots=True)
class _Told:
    """What lies between parties, or what land one of them did something to, as a relation tells it."""

    at: int
    parties: frozenset[Entity]
    matter: Entity


class MattersTold:
    """Takes note of what a text tells to lie between whom, in its order."""

    def __init__(self, linker: Linker):
        """Take what links the names of the text."""
        self._linker = linker
        self._between: list[_Told] = []
        self._done: list[_Told] = []

    def complete(self, relation: Relation) -> Relation:
        """Give a relation with what it is about, where that was told before."""
        if relation.about is None and _is_over_land(relation):
            about = self._about(relation)
            is_party = about in {relation.subject.entity, relation.object.entity}
            relation = replace(relation, about=None if is_party else about)
        self._between.extend(self._lying_between(relation))
        self._done.extend(_done_to(relation))
        return relation

    def _about(self, relation: Relation) -> Entity | None:
        """Give the matter of both parties; of a ruling, that of who won or lost; of a protest, what it is against."""
        subject, object_, word = relation.subject.entity, relation.object.entity, relation.trigger
        if relation.predicate in RULED:
            return self._matter_of({object_}, word)
        if relation.predicate not in OF_OTHERS:
            return self._matter_of({subject, object_}, word)
        return (
            _last(self._done, {object_}, word, JUST_TOLD)
            or self._matter_of({subject, object_}, word)
            or self._just_named(object_, word)
            or self._just_named(subject, word)
        )

    def _matter_of(self, parties: Collection[Entity], word: Token) -> Entity | None:
        """Give what was told last to lie between parties, else the land named last that they are known to claim."""
        told = _last(self._between, parties, word, _MAX_WORDS_OFF)
        if self._linker.is_claimed_among(parties):  # which is itself what they quarrel over
            return told
        land = self._linker.land_at_issue(word, parties) if told is None else None
        return land.entity if land is not None else told

    def _just_named(self, party: Entity, word: Token) -> Entity | None:
        """Give the land named just before that one party is known to claim: a third one protests as well."""
        land = self._linker.land_at_issue(word, {party}, JUST_TOLD)
        return land.entity if land is not None else None

    def _lying_between(self, relation: Relation) -> Iterator[_Told]:
        """Give what a relation tells to lie between its parties: what both claim, what they quarrel over."""
        at, parties = relation.trigger.i, {relation.subject.entity, relation.object.entity}
        land, about = relation.object.entity, relation.about
        if relation.predicate in _BETWEEN_ALL and land.kind is EntityKind.TERRITORY:
            near = takewhile(lambda each: at - each.at <= _MAX_WORDS_OFF, reversed(self._between))
            rivals = [each.parties for each in near if each.matter == land]
            yield _Told(at, frozenset({relation.subject.entity}).union(*rivals), land)
        elif about is not None and relation.predicate in OVER_LAND | DECIDED:
            is_told = about.kind is EntityKind.TERRITORY or relation.predicate in OF_PARTIES | DECIDED
            if is_told:
                yield _Told(at, frozenset(parties), about)


def _done_to(relation: Relation) -> Iterator[_Told]:
    """Give the land to which a state did something, or whose sovereignty over it, or statehood, it recognised."""
    said = relation.qualifiers
    if relation.predicate not in DONE_TO_LAND or said.polarity is Polarity.NEGATIVE:
        return
    land = relation.about or relation.object.entity
    if land.kind in {EntityKind.STATE, EntityKind.TERRITORY}:
        yield _Told(relation.trigger.i, frozenset({relation.subject.entity}), land)


def _last(told: Sequence[_Told], parties: Collection[Entity], word: Token, within: int) -> Entity | None:
    """Give the matter told last, of all these parties, so many words before another word at most."""
    near = takewhile(lambda each: word.i - each.at <= within, reversed(told))
    return next((each.matter for each in near if each.parties.issuperset(parties)), None)


def _is_over_land(relation: Relation) -> bool:
    """Tell whether a relation is about a land; what talks there are not, nobody says on what they would be."""
    is_denied = relation.qualifiers.polarity is Polarity.NEGATIVE
    return relation.predicate in OVER_LAND and not (relation.predicate in ON_MATTER and is_denied)
