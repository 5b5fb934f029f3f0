"""Whose "the country" is of which its own officer speaks: "*the minister* said that *the country* would never go"."""

from collections.abc import Callable

from kgraph.cues import load_cues
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, is_personal
from kgraph.linking.offices_described import describing
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import is_definite, verb_above
from kgraph.propositions.clauses import subject_above, subjects
from kgraph.tokens import Token

__all__ = ["CountriesServed", "is_called_on"]

_COUNTRIES = frozenset({"country", "nation"})
# What is the country's for which he acts: he may well visit "the country's parliament" where he is a guest.
_STANDS = frozenset({"claim", "commitment", "demand", "position", "right", "sovereignty", "stance"})
_TAKING_UP = frozenset({"it", "its"})
_BESIDE = frozenset({"case", "det"})


class CountriesServed:
    """Finds the state of somebody in office who speaks of "the country", or does something with what is its own."""

    def __init__(self, named: NamedThings, agents_of: Callable[[Token], tuple[Linked, ...]]):
        self._named = named
        self._agents_of = agents_of

    def of(self, head: Token) -> tuple[Entity, ...]:
        """Give the state that "the country" is in an officer's mouth, or "it" and "its" that take the country up."""
        if head.lower_ not in _TAKING_UP:
            return self._called(head)
        above = subject_above(head)
        return self._called(above[0]) if len(above) == 1 and above[0].i < head.i else ()

    def _called(self, head: Token) -> tuple[Entity, ...]:
        """Give the state of whoever says so of "the country", where his sentence names no other before.

        So it is with what he says that the country does or has, and with what is the country's that he does something
        to: "*he* renounced *the country's* claim". What somebody takes a stand on is another's: "*he* rejected it".
        """
        is_country = head.lemma_.lower() in _COUNTRIES and head.tag_ == "NN" and is_definite(head)
        if not is_country or any(c.dep_ not in _BESIDE for c in head.children if c.i < head.i):
            return ()
        served = {link.entity for officer in self._telling(head) for link in self._agents_of(officer)}
        named = (self._named.mention_of.get(t.i) for t in head.doc[head.sent.start : head.i])
        others = {m.entity for m in named if m is not None and m.entity.kind is EntityKind.STATE} - served
        return tuple(served) if len(served) == 1 and not others else ()

    def _telling(self, head: Token) -> tuple[Token, ...]:
        """Give the one in office who says so of a country, or acts on what is the country's."""
        verb = verb_above(head)
        if verb is None:
            return ()
        acting = subjects(verb)
        is_acting = head in acting or (head.head in acting and self._is_armed(head.head))
        is_said = verb.dep_ == "ccomp" and is_acting and not is_called_on(verb)
        is_had = head.dep_ == "poss" and head.head.lemma_.lower() in _STANDS and not self._takes_a_stand(verb)
        found = subject_above(verb) if is_said else acting if is_had else ()
        is_one = len(found) == 1 and found[0].i < head.i
        return tuple(filter(self._is_officer, found)) if is_one else ()

    def _is_armed(self, noun: Token) -> bool:
        return noun.lemma_.lower() in self._named.cues.agents_armed

    def _takes_a_stand(self, verb: Token) -> bool:
        """Tell whether who acts judges what is another's, or accuses somebody of it."""
        cues = self._named.cues
        return verb.lemma_.lower() in cues.presupposed_stands | cues.reporting_accusing

    def _is_officer(self, subject: Token) -> bool:
        """Tell whether a subject is a person, by name, as "he", or by a word for an office."""
        is_described = subject.tag_ == "NN" and subject.lemma_.lower() in describing(self._named.cues)
        return is_described or is_personal(subject) or self._named.person_at(subject) is not None


def is_called_on(verb: Token) -> bool:
    """Tell whether somebody is to do something, as others are told: "he said that the country *must* leave"."""
    return any(c.lower_ in load_cues().pressing_duties for c in verb.children)
