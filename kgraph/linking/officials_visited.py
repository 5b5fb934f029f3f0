"""Whose officials a visitor meets, where no word beside them says it: "in Kabul for talks with *senior officials*"."""

from collections.abc import Callable, Iterator

from kgraph.cues import load_cues
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import first_conjunct, prepositional_objects
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token

__all__ = ["OfficialsVisited"]

_OFFICIALS = frozenset({"official"})
_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "det", "nummod"})
_WHOSE = frozenset({"for", "from", "of", "with"})
_BELOW = frozenset({"advcl", "conj", "dobj", "pcomp", "pobj", "prep", "xcomp"})
_MAX_STEPS = 6  # from the officials up to where the visitor is told to be


class OfficialsVisited:
    """Finds the state where officials are met: the one in which the visitor is told to be, or to which he goes."""

    def __init__(self, named: NamedThings, agents_of: Callable[[Token], tuple[Linked, ...]]):
        """Take what is named, and what tells for whom a visitor acts."""
        self._named = named
        self._agents_of = agents_of

    def of(self, head: Token) -> tuple[Entity, ...]:
        """Give the states whose officials a head means; empty where they are not met, or nothing tells where."""
        met = first_conjunct(head)
        if not _are_some(head) or not (_is_with(met) or met.dep_ == "dobj"):
            return ()
        meeting = met.head.head if _is_with(met) else met.head
        if meeting.lemma_.lower() not in load_cues().visits_meeting:
            return ()
        visitors: set[Entity] = set()
        for word in _above(meeting):
            visitors |= {link.entity for t in subjects(word) for link in self._agents_of(t)}
            states = dict.fromkeys(self._states(_places(word)))
            if states:
                return () if visitors & states.keys() else tuple(states)
        return ()

    def _states(self, places: Iterator[Token]) -> Iterator[Entity]:
        for place in places:
            mention = self._named.mention_of.get(place.i)
            if mention is not None and mention.entity.kind is EntityKind.STATE:
                yield mention.entity


def _is_with(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "with"


def _are_some(head: Token) -> bool:
    """Tell whether officials are called by their rank at most: "senior officials", but not "the officials" told of."""
    cues = load_cues()
    if head.tag_ != "NNS" or head.lemma_.lower() not in cues.visits_hosts:
        return False
    before = {c.lower_ for c in head.children if c.dep_ in _BEFORE and c.i < head.i}
    is_told = head.lemma_.lower() in _OFFICIALS or not before.isdisjoint(cues.visits_ranks)
    return (
        is_told
        and before <= cues.visits_ranks | cues.visits_some
        and not any(c.lower_ in _WHOSE for c in head.children)
    )


def _above(meeting: Token) -> Iterator[Token]:
    """Walk from a meeting up to the clause that tells where the visitor is."""
    word, stays = meeting, load_cues().visits_stays
    for _ in range(_MAX_STEPS):
        yield word
        is_during = word.dep_ == "relcl" and word.head.lemma_.lower() in stays
        if not (is_during or word.dep_ in _BELOW) or word.head == word:
            return
        word = word.head


def _places(word: Token) -> Iterator[Token]:
    """Give the words that may name where a visitor is: "in X", "to X" behind a journey, "X, where"."""
    cues, lemma, around = load_cues(), word.lemma_.lower(), prepositional_objects(word)
    yield from (*around.get("in", ()), *around.get("at", ()))
    if lemma in cues.visits_going | cues.visits_stays:
        yield from (*around.get("to", ()), *around.get("for", ()))
    yield from (c for c in word.children if c.dep_ == "dobj" and lemma in cues.visits_visiting)
    journeys = (t for name in ("during", "on") for t in around.get(name, ()))
    for stay in (t for t in journeys if t.lemma_.lower() in cues.visits_stays):
        yield from (t for name in ("in", "to") for t in prepositional_objects(stay).get(name, ()))
    if word.dep_ == "relcl" and any(c.lower_ == "where" for c in word.children):
        yield word.head
