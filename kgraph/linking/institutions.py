"""Institutions that no word says whose they are: "the army", "parliament", "the Foreign Ministry"."""

from collections.abc import Callable
from itertools import islice

from kgraph.linking.named import NamedThings, singular
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import is_definite, sentence_before, sentences_back
from kgraph.reference.helpers_of_rulers import who_helps
from kgraph.tokens import Token

__all__ = ["Institutions"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ABROAD = frozenset({"army", "coastguard", "military", "navy"})  # in a capital these may be another state's
_IDLE = frozenset({"case", "det", "punct"})
_MAX_SEAT = 4  # words of the capital's name
_MINISTRY = "ministry"
_SENTENCES = 3  # its own and those before it in which an institution is told of that it may be


class Institutions:
    """Finds whose institution acts: that of the state that acts in the clause or the sentence before."""

    def __init__(
        self,
        named: NamedThings,
        acting: Callable[[Token], tuple[Entity, ...]],
        beside: Callable[[Token], tuple[Entity, ...]],
    ):
        """Take what is named, who acts above a word or in the sentence before, and whose the words beside say it is."""
        self._named = named
        self._cues = named.cues
        self._acting = acting
        self._beside = beside

    def of(self, head: Token) -> tuple[Entity, ...]:
        """Give the state whose institution a subject is; empty where its sentence names one, or nothing tells."""
        word = singular(head)
        if word not in self._cues.agents_institutions or head.dep_ not in _SUBJECTS:
            return ()
        is_bare = word in self._cues.agents_institutions_bare and not any(
            c.dep_ == "det" for c in head.children
        )
        if not (is_definite(head) or is_bare) or not self._is_plain(head) or who_helps(head):
            return ()
        states = self._fought(head, self._acting(head))
        named = {m.entity for t in head.sent if (m := self._named.mention_of.get(t.i)) is not None}
        is_sure = len(states) == 1 and states[0].kind is EntityKind.STATE and states[0] not in named
        return states if is_sure and not self._is_placed(head) else ()

    def seated(self, head: Token) -> tuple[Entity, ...]:
        """Give the state of the capital with which the clause of a subject opens: "*In Damascus* the ministry"."""
        word = singular(head)
        is_institution = (
            word in self._cues.agents_institutions or word == "government"
        ) and word not in _ABROAD
        if (
            not is_institution
            or head.dep_ not in _SUBJECTS
            or not is_definite(head)
            or not self._is_plain(head)
        ):
            return ()
        before = (c for c in head.head.children if c.dep_ == "prep" and c.i < head.i and c.lower_ == "in")
        seats = (self._named.mention_of.get(t.i) for c in before for t in c.children if t.dep_ == "pobj")
        return tuple(m.entity for m in seats if m is not None and m.how == "capital")[:1]

    def told_before(self, head: Token) -> tuple[Entity, ...]:
        """Give whose institution was told of by the same word: "backed *the Assad regime*. *The regime* retook".

        A ministry may have been told of long before: it is that of the only state whose ministry the text names.
        """
        word = singular(head)
        is_institution = word in self._cues.agents_institutions or word == "government"
        if not is_institution or not is_definite(head) or not self._is_plain(head) or self._is_placed(head):
            return ()
        sentences = islice(sentences_back(head), None if word == _MINISTRY else _SENTENCES)
        before = (t for sentence in sentences for t in sentence if t.i < head.i and singular(t) == word)
        told = {entity for t in before for entity in self._beside(t)}
        return (
            tuple(told) if all(entity.kind is EntityKind.STATE for entity in told) and len(told) == 1 else ()
        )

    def where_written(self, head: Token) -> tuple[Entity, ...]:
        """Give for a ministry that nothing tells of the state whose capital the dateline names: "*SEOUL*, July 12"."""
        is_ministry = singular(head) == _MINISTRY and head.dep_ in _SUBJECTS
        if not is_ministry or not is_definite(head) or not self._is_plain(head) or self._is_placed(head):
            return ()
        opening = (self._named.mention_of.get(t.i) for t in head.doc[:_MAX_SEAT])
        seat = next((m for m in opening if m is not None and m.span.start == 0 and m.how == "capital"), None)
        is_dateline = seat is not None and seat.span.of(self._named.text).isupper()
        return (seat.entity,) if seat is not None and is_dateline else ()

    def _fought(self, head: Token, acting: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Give for a group that acts the only state of its sentence: "*The FARC* fought *Colombia*. The army"."""
        if not acting or any(entity.kind is not EntityKind.ORGANIZATION for entity in acting):
            return acting
        before = (self._named.mention_of.get(t.i) for t in sentence_before(head))
        states = {m.entity for m in before if m is not None and m.entity.kind is EntityKind.STATE}
        return tuple(states) if len(states) == 1 else acting

    def _is_plain(self, head: Token) -> bool:
        """Tell whether the words beside say no more than what it sees to: "the foreign ministry"."""
        seen_to = self._cues.agents_state_owned | self._cues.agents_institutions_for
        beside = (c for c in head.children if c.dep_ not in _IDLE)
        return all(c.i < head.i and c.lower_ in seen_to for c in beside)

    def _is_placed(self, head: Token) -> bool:
        """Tell whether a state is named before it in its sentence: "In Colombia, the army said"."""
        before = (self._named.mention_of.get(t.i) for t in head.doc[head.sent.start : head.i])
        return any(m is not None and m.entity.kind is EntityKind.STATE for m in before)
