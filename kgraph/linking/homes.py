"""Against whom armed groups fight where a text leaves it out: the state whose rebels they are, where it names that."""

import re
from functools import cached_property

from kgraph.linking.linked import Linked
from kgraph.linking.named import AGENT_MODIFIERS, NamedThings, is_adjective
from kgraph.model import Entity, EntityKind
from kgraph.tokens import Token

__all__ = ["Homes"]

_REBELLING = re.compile(r"(?i)\b(?:insurgen|insurrection|rebel|secession|separatis)")
_SOVEREIGN = "sovereign"


class Homes:
    """Finds the states that groups rebel against; a text that tells of no rebels tells of no such state."""

    def __init__(self, named: NamedThings):
        self._named = named
        self._cues = named.cues

    @cached_property
    def _are_told(self) -> bool:
        """Tell whether the text tells of rebels at all."""
        return _REBELLING.search(self._named.text) is not None

    def of(self, group: Linked, head: Token) -> tuple[Entity, ...]:
        """Give the state that a group rebels against: "*Tamil Tiger rebels* attacked soldiers".

        Args:
            group: as it is linked.
            head: the noun that stands for it; of "Chechen rebels" the word before tells it.
        """
        if not self._are_told or group.entity.kind is not EntityKind.ORGANIZATION:
            return ()
        ids = self._of_body(group.entity) if group.entity.known else self._of_people(head)
        entries = [self._named.gazetteer.get(id_) for id_ in sorted(ids & self._named.known_ids)]
        states = tuple(entry.entity for entry in entries if entry is not None and entry.kind == _SOVEREIGN)
        return states if len(states) == 1 else ()

    def of_sentence(self, head: Token) -> tuple[Entity, ...]:
        """Give the states that the groups which the sentence of a word names rebel against."""
        if not self._are_told:
            return ()
        named = ((t, self._named.mention_of.get(t.i)) for t in head.sent)
        groups = ((t, Linked(m.entity, None)) for t, m in named if m is not None)
        return tuple(dict.fromkeys(state for t, group in groups for state in self.of(group, t)))

    def _of_body(self, body: Entity) -> set[str]:
        entry = self._named.gazetteer.get(body.id)
        return set(entry.parties) if entry is not None else set()

    def _of_people(self, noun: Token) -> set[str]:
        """Give who holds the land of "*Chechen* rebels", or whose "*Chadian* rebels" are."""
        beside = (self._named.mention_of.get(c.i) for c in noun.children if c.dep_ in AGENT_MODIFIERS)
        found: set[str] = set()
        for mention in beside:
            entry = self._named.gazetteer.get(mention.entity.id) if mention is not None else None
            if entry is None or mention is None:
                continue
            if entry.entity.kind is EntityKind.TERRITORY:
                found.update(entry.holders)
            elif is_adjective(mention) and noun.lemma_.lower() in self._cues.agents_rebels:
                found.add(entry.entity.id)
        return found
