"""Offices that a text describes in one place and whose holder it names in another."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from kgraph.persons.holders import Holders
from kgraph.persons.names import skip_prefixes
from kgraph.persons.people import Draft
from kgraph.persons.phrases import INDEFINITE, MIN_FULL_NAME_WORDS
from kgraph.persons.stated import LEADING_KINDS, Stated
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["Descriptions"]

_SPEECH = ("says", "said", "that")
_MAX_PREFIX_WORDS = 4  # "Lieutenant General"
_TOLD_KINDS = (*LEADING_KINDS, "envoy")
_YET = frozenset(["could", "may", "might", "to", "will", "would"])
_ARTICLES = INDEFINITE | {"the"}
_RANK_REACH = 2  # sentences after "the British commander" in which "General X" is he


@dataclass(frozen=True)
class Descriptions:
    """The offices of a text, asked for that of somebody who is named without one.

    `known_ids` are the ids of what the text names.
    """

    words: Sequence[Word]
    drafts: Sequence[Draft]
    stated: Sequence[Stated]
    known_ids: Collection[str]

    def find(self, draft: Draft) -> Stated | None:
        """Find the office of a person without a title.

        "The President of Russia" is Vladimir Putin, as is known of him; "Serbia's foreign minister says ...
        Vuk Jeremic told" is, where the next sentence names nobody else before.
        """
        ranks = [*self._known_as(draft), *self._opening_before(draft), *self._command_before(draft)]
        return self.stated[min(ranks)] if ranks else None

    def find_introduced(self, draft: Draft) -> Stated | None:
        """Find the office of which the sentence before tells without a name; whose it is may be left to be known.

        "A court has jailed a *deputy minister*. *Adnan al-Obeidi* was arrested in September."
        """
        naming = draft.namings[0]
        start = self._prefix_start(naming.first)
        is_full = naming.stop - naming.first >= MIN_FULL_NAME_WORDS
        if not is_full or not self.words[start].opens or self._is_told_apart(naming.stop):
            return None
        told = self._told.get(self._opened[naming.first + 1] - 1, ())
        if len(told) != 1 or self._is_anyone_named(told[0].phrase.first, naming.first):
            return None
        return None if self._is_another(draft, told[0]) else told[0]

    def _is_another(self, draft: Draft, office: Stated) -> bool:
        """Tell whether somebody is hardly "a minister" of whom the sentence before told.

        He is known by name, or does not go on to speak: "*A minister said* the border was closed. X was in Kars". Of
        officials a text quotes mostly one.
        """
        if self.words[office.phrase.first].key not in INDEFINITE or office.kind not in _TOLD_KINDS:
            return False
        if Holders.load().has_name(draft.names):
            return True
        return self._speaks(office.phrase.stop) and not self._speaks(draft.namings[0].stop)

    def _speaks(self, stop: int) -> bool:
        """Tell whether who is told of up to a word says something: "a minister *said*"."""
        return stop < len(self.words) and Titles.load().has("speech", self.words[stop])

    @cached_property
    def _told(self) -> Mapping[int, Sequence[Stated]]:
        """Give the offices of somebody who is not known yet ("a deputy minister"), by how many sentences have begun."""
        found: defaultdict[int, list[Stated]] = defaultdict(list)
        for office in self.stated:
            is_one = office.holder is None and not office.phrase.is_plural and office.kind in _TOLD_KINDS
            if is_one and self.words[office.phrase.first].key in INDEFINITE:
                found[self._opened[office.phrase.stop]].append(office)
        return found

    def _is_told_apart(self, stop: int) -> bool:
        """Tell whether a name is followed by what its bearer is: "John Smith, *an analyst*, said"."""
        behind = [word.key for word in self.words[stop : stop + 2]]
        return behind[:1] in (["("], [","]) and (behind[0] == "(" or behind[1] in _ARTICLES)

    @cached_property
    def _described(self) -> Sequence[tuple[int, Stated]]:
        """List the offices of one whom the text does not name beside them, and whose they are."""
        return [
            (rank, office)
            for rank, office in enumerate(self.stated)
            if office.holder is None and not office.phrase.is_plural and office.agent
        ]

    def _known_as(self, draft: Draft) -> list[int]:
        """Find the description of the leading office that the person is known to have held."""
        known = Holders.load().find_agent(draft.names, self.known_ids)
        return [self._leading[known.id]] if known is not None and known.id in self._leading else []

    @cached_property
    def _leading(self) -> Mapping[str, int]:
        """Find the first description of a leading office by whose it is."""
        leading = [
            (rank, office)
            for rank, office in self._described
            if office.kind in LEADING_KINDS
            and self.words[office.phrase.first].key not in INDEFINITE
            and not self._is_to_be(office.phrase.first)
        ]
        return {office.agent.entity.id: rank for rank, office in reversed(leading) if office.agent}

    def _is_to_be(self, first: int) -> bool:
        """Tell what somebody is to become yet: "she *will become* Peru's first woman president"."""
        before = [word.key for word in self.words[max(0, first - 2) : first]]
        return before[1:] == ["become"] and before[0] in _YET

    def _opening_before(self, draft: Draft) -> list[int]:
        """Find the description that opens the sentence before, where this person is the first whom this one names."""
        first = draft.namings[0].first
        if not self._is_leading(draft) or self._is_told_apart(draft.namings[0].stop):
            return []
        return [
            rank
            for rank, begin in self._openings.get(self._opened[first + 1] - 1, ())
            if not self._is_anyone_named(begin, first) and not self._is_another(draft, self.stated[rank])
        ][:1]

    def _is_leading(self, draft: Draft) -> bool:
        """Tell whether a name opens its sentence, or follows what opens it: "In an interview, General X said"."""
        naming = draft.namings[0]
        start = self._prefix_start(naming.first)
        if self.words[start].opens or self.words[start - 1].key in _SPEECH:
            return True
        return self._speaks(naming.stop) and self.words[start - 1].key == ","

    def _prefix_start(self, first: int) -> int:
        """Give where the honorifics and ranks before a name begin."""
        for start in range(max(0, first - _MAX_PREFIX_WORDS), first):
            if skip_prefixes(self.words, start, Titles.load()) == first:
                return start
        return first

    def _command_before(self, draft: Draft) -> list[int]:
        """Find the only command that the sentences before describe, where this name is the first with a rank."""
        first = draft.namings[0].first
        start = self._prefix_start(first)
        found = Titles.load().find_prefix(self.words, start) if start < first else None
        if not found or found[1].kind != "rank":
            return []
        opened = self._opened[first + 1]
        near = [c for back in range(1, _RANK_REACH + 1) for c in self._commands.get(opened - back, ())]
        is_his = len(near) == 1 and not self._is_anyone_named(near[0][1], first)
        return [near[0][0]] if is_his else []

    @cached_property
    def _commands(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Give the descriptions of commanders, and where they end, by how many sentences have begun there."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for rank, office in self._described:
            if office.kind == "military":
                found[self._opened[office.phrase.stop]].append((rank, office.phrase.stop))
        return found

    @cached_property
    def _opened(self) -> Sequence[int]:
        """Count before each word, and at the end, the sentences begun so far."""
        return list(accumulate((word.opens for word in self.words), initial=0))

    @cached_property
    def _openings(self) -> Mapping[int, Sequence[tuple[int, int]]]:
        """Give the descriptions with which a sentence begins, by how many have begun where they end."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for rank, office in self._described:
            if self.words[office.phrase.first].opens:
                found[self._opened[office.phrase.stop]].append((rank, office.phrase.first))
        return found

    def _is_anyone_named(self, begin: int, end: int) -> bool:
        """Tell whether the text names somebody first between two places."""
        at = bisect_left(self._firsts, begin)
        return at < len(self._firsts) and self._firsts[at] < end

    @cached_property
    def _firsts(self) -> Sequence[int]:
        return sorted(draft.namings[0].first for draft in self.drafts)
