"""Peoples that texts speak of apart from the state or region that is called after them.

"Israeli and *Palestinian* leaders met" is said of the Palestinians and "*Palestinian* President Mahmoud Abbas" of
Palestine; the *Greek Cypriots* who voted are not the Republic of Cyprus. Everything before reads such words as the
state's; here, where all else of a relation is known, what it says of the people is given to the people.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kgraph.cues import load_cues
from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.matching import key_of
from kgraph.linking.linked import Linked
from kgraph.model import Entity, Mention
from kgraph.relations.relation import Relation

__all__ = ["Peoples"]

_WORD = re.compile(r"\w+")
_OF_PEOPLE = frozenset({"adjective", "demonym"})


class Peoples:
    """The peoples of a gazetteer, by the ids of their states and what texts call them."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the peoples that the gazetteer has."""
        self._peoples: dict[str, dict[str, Entity]] = {}
        for entry in gazetteer.peoples:
            by_name = {_key(name.text): entry.entity for name in entry.names}
            for state in entry.parties:
                self._peoples.setdefault(state, {}).update(by_name)

    def told(self, relation: Relation, mentions: Sequence[Mention], text: str) -> Relation:
        """Give a relation with the people in the place of the state where the text says it of the people.

        Args:
            relation: as it was read.
            mentions: the names in the text, left to right.
            text: the part of the document that it was read in.
        """
        if self._peoples.keys().isdisjoint((relation.subject.entity.id, relation.object.entity.id)):
            return relation
        subject, object_ = (
            self._linked(each, relation, mentions, text) for each in (relation.subject, relation.object)
        )
        return replace(relation, subject=subject, object=object_)

    def _linked(self, linked: Linked, relation: Relation, mentions: Sequence[Mention], text: str) -> Linked:
        peoples = self._peoples.get(linked.entity.id)
        if peoples is None:
            return linked
        named = [mention for mention in mentions if mention.entity == linked.entity]
        spoken = _standing_for(linked, named, relation.trigger.idx)
        people = [_people_of(mention, peoples, text) for mention in spoken]
        return replace(linked, entity=people[0]) if people and people[0] is not None else linked


def _key(name: str) -> str:
    """Give what names of peoples are compared by: "Greek-Cypriot" is "Greek Cypriot"."""
    return key_of(name).replace("-", " ")


def _standing_for(linked: Linked, named: Iterable[Mention], trigger: int) -> Iterable[Mention]:
    """Give the mention that stands for what is linked: in its words, else the nearest one before the predicate."""
    if linked.span is not None:
        inside = [mention for mention in named if linked.span.contains(mention.span)]
        if inside:
            return inside[:1]
    return [mention for mention in named if mention.span.start < trigger][-1:]


def _people_of(mention: Mention, peoples: Mapping[str, Entity], text: str) -> Entity | None:
    """Give the people that a mention speaks of; None where it names the state, or who has an office in it."""
    if mention.how not in _OF_PEOPLE:
        return None
    people = peoples.get(_key(mention.span.of(text)))
    cues = load_cues()
    behind = (word[0].lower() for word in _WORD.finditer(text, mention.span.end))
    described = next((word for word in behind if word not in cues.peoples_before_office), "")
    return None if described in cues.peoples_official else people
