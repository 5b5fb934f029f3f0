"""For whom those act who answer to a parliament ("Minister X told *the Knesset*"), or are summoned by another state."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kgraph.model import Entity, EntityKind, Mention
from kgraph.persons.phrases import DETERMINERS, POSSESSIVES
from kgraph.persons.stated import Stated
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["Answering"]

_REACH = 6  # words behind a name among which a parliament stands that is told something
_TELLING = frozenset(
    ["addressed", "assured", "before", "briefed", "in", "informed", "tells", "to", "told", "warned"]
)
_CALLING = frozenset(["call", "called", "calling", "calls"])
_PASSIVE = frozenset(["was", "were", "been"])
_SENT = frozenset(["ambassador", "affaires", "commissioner", "envoy", "consul", "chargé"])


@dataclass(frozen=True)
class Answering:
    """The words of a text, asked for the states of those who stand before another's or their own authority."""

    words: Sequence[Word]
    around: Surroundings
    titles: Titles

    def house_told(self, office: Stated) -> Mention | None:
        """Give the state whose minister tells a parliament something, by its name, where it sits, or the dateline."""
        stop = office.name_end
        reach = range(stop, min(stop + _REACH, len(self.words)))
        house = next((at for at in reach if self._is_house_told(at)), None)
        if house is None or any(self.words[at].opens for at in range(stop, house)):
            return None
        owner = house - 2 if self.words[house - 1].key in POSSESSIVES else house - 1
        seat = house + 2 if self.words[house + 1 : house + 2] and self.words[house + 1].key == "in" else house
        named = (self._state_at(at) for at in (house, owner, seat))
        return next((mention for mention in named if mention is not None), self.around.dateline_state)

    def _is_house_told(self, at: int) -> bool:
        """Tell whether a parliament stands here behind "told", over "the", and whose it is."""
        word = self.words[at]
        if word.key.rpartition(" ")[2] not in self.titles.kinds["house"]:
            return False
        before = at - 1
        while before > 0 and (self._is_owner(before) or self.words[before].key in DETERMINERS):
            before -= 1
        return self.words[before].key in _TELLING

    def _is_owner(self, at: int) -> bool:
        return self.words[at].key in POSSESSIVES or self._state_at(at) is not None

    def _state_at(self, at: int) -> Mention | None:
        mention = self.words[at].mention if 0 <= at < len(self.words) else None
        return mention if mention is not None and mention.entity.kind is EntityKind.STATE else None

    def is_summoned(self, office: Stated) -> bool:
        """Tell whether an envoy is called before whom he is sent to: "summoned Ambassador X", "X was called in"."""
        if office.phrase.title.words[-1] not in _SENT:
            return False
        return self._is_call(office.phrase.first - 1) or self._is_called(office.name_end)

    def _is_call(self, at: int) -> bool:
        """Tell whether "summoned" or "called in" ends with this word."""
        if at > 0 and self.words[at].key == "in":
            return self.words[at - 1].key in _CALLING
        return at >= 0 and self.titles.has("summoned", self.words[at])

    def _is_called(self, at: int) -> bool:
        """Tell whether "was summoned" or "has been called in" begins here."""
        passive = next(
            (i for i in range(at, min(at + 2, len(self.words))) if self.words[i].key in _PASSIVE), None
        )
        if passive is None:
            return False
        return self._is_call(passive + 1) or (passive + 2 < len(self.words) and self._is_call(passive + 2))

    def sender(self, office: Stated, summoners: set[Entity]) -> Entity | None:
        """Give the state that sent who is summoned: another than the summoners', of which the text says most.

        Args:
            office: that of the envoy.
            summoners: for whom those act whom the sentence names before.
        """
        first, (start, stop) = office.phrase.first, self.around.sentence_of(office.phrase.first)
        is_active = self._is_call(first - 1)
        if is_active:
            hosts = {m.entity for m in self._states(start, first)} | summoners
        else:
            hosts = {m.entity for m in self._states(office.name_end, stop)[:1]}
        if not hosts:
            return None
        here = [mention for mention in self._states(start, stop) if mention.entity not in hosts]
        acting = [
            mention for mention in here if mention.how == "adjective"
        ]  # "after *Russian* troops entered Georgia"
        for entities in ({m.entity for m in here}, {m.entity for m in acting}):
            if len(entities) == 1:
                return next(iter(entities))
        others = [(entity, times) for entity, times in self._times_named if entity not in hosts]
        (most, times), (_, next_times) = [*others, (None, 0), (None, 0)][:2]
        return most if times >= 2 * next_times else None

    @cached_property
    def _times_named(self) -> Sequence[tuple[Entity, int]]:
        """Count how often the text names each state, the most named first."""
        return Counter(mention.entity for mention in self._states(0, len(self.words))).most_common()

    def _states(self, first: int, stop: int) -> list[Mention]:
        return [mention for at in range(first, stop) if (mention := self._state_at(at)) is not None]
