"""Which state a text leaves to be understood at a place: of whom "Foreign Minister X" is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kgraph.model import EntityKind, Mention, Span
from kgraph.persons.own_words import OwnWords
from kgraph.persons.phrases import HYPHENS
from kgraph.persons.words import MAX_WORDS_BACK, Word, sentence_start

__all__ = ["Surroundings"]


_OPENING = 8  # words of a sentence among which its subject mostly is
_DASHES = frozenset({"-", "--", "–", "—"})
_MAX_DATELINE = 12  # words
_ACTING = frozenset(["authorities", "cabinet", "government", "leaders", "ministry", "officials"])
_POSTS = frozenset(["one", "embassy", "legation", "consulate", "mission", "delegation", "side", "team"])


@dataclass(frozen=True)
class Surroundings:
    """The words of a text, asked for the states that it names near a place.

    `given` are the words that say whose office somebody named has.
    """

    words: Sequence[Word]
    given: frozenset[Span | None]
    own: OwnWords

    def understood(
        self,
        at: int,
        *,
        is_abroad: bool,
        is_subordinate: bool,
        is_governor: bool = False,
        others: Collection[str] = (),
    ) -> Sequence[Mention]:
        """Give the state that is meant at a word; empty where the sentence names several.

        That is the one whose delegation the sentence names: "the *Armenian* delegation". One who `is_abroad` is in
        another's capital: "the *American* embassy in Sarajevo". One who `is_subordinate` rather serves who is in office
        before: "*President X* recalled Ambassador Y". Who `is_governor` may well face whose troops come.

        What is quoted before tells of others: "*The French side* refused," he said. `others` are the ids of those that
        are not meant besides.
        """
        here, before = self._states_before(at)
        here, before = ([m for m in ms if m.entity.id not in others] for ms in (here, before))
        if is_abroad:
            here = [m for m in here if m.how != "capital"]
            here = [m for m in here if not self._is_where(m)] or here
            before = [m for m in before if not self._is_where(m)]
        here = [m for m in here if self._has_post(m)][-1:] or here
        here = [m for m in here if not self._is_bracketed(m, at)] or here
        if len({m.entity.id for m in here}) > 1:
            return ()
        beside = self._of_the_others(at)
        reported = [m for m in self._reported_from if m.entity.id not in others]
        if self._are_joined(before) or (
            before and (reported or others or is_governor) and self._is_mere_adjective(before[0])
        ):
            before = []
        home = [] if is_abroad else self._only_dateline(at, others)
        return (here or (beside if is_subordinate else []) or before or reported or beside or home)[:1]

    def _only_dateline(self, at: int, others: Collection[str]) -> list[Mention]:
        """Give the state from whose capital a text comes that has named no other before: "LIMA (AP) - The border"."""
        home = self.dateline_state
        if home is None or home.how != "capital" or home.entity.id in others:
            return []
        named = (word.mention for word in self.words[self._dateline : at])
        states = {m.entity.id for m in named if m is not None and m.entity.kind is EntityKind.STATE}
        return [home] if states <= {home.entity.id} else []

    def land_before(self, at: int) -> Mention | None:
        """Give the only land near the beginning of the sentence of a word, or else of the one before."""
        start = sentence_start(self.words, at + 1)
        for begin, end in ((start, at), (sentence_start(self.words, start), start)):
            named = [word.mention for word in self.words[begin : min(end, begin + _OPENING)]]
            lands = [m for m in named if m is not None and m.entity.kind is EntityKind.TERRITORY]
            if lands:
                return lands[0] if len({m.entity.id for m in lands}) == 1 else None
        return None

    def _are_joined(self, mentions: Sequence[Mention]) -> bool:
        """Tell "Lawyers for *Somalia and Kenya*", of which the next sentence is about neither more."""
        if len({m.entity.id for m in mentions}) < 2:
            return False
        first, second = (self._places[mention.span] for mention in mentions[:2])
        return [word.key for word in self.words[first + 1 : second]] in (["and"], [","])

    def _is_mere_adjective(self, mention: Mention) -> bool:
        """Tell "*Moroccan* gendarmes" from "the *Moroccan* government", which stands for the state."""
        behind = self.words[self._places[mention.span] + 1 :][:1]
        return mention.how == "adjective" and not any(word.key in _ACTING for word in behind)

    def named_before(self, at: int) -> bool:
        """Tell whether the sentence itself names a state before a word."""
        return bool(self._states_before(at)[0])

    @property
    def dateline_state(self) -> Mention | None:
        """The state that the dateline names; None where it names none, or several."""
        named = self.states(0, self._dateline)
        return named[0] if len({m.entity.id for m in named}) == 1 else None

    @property
    def dateline_end(self) -> int:
        """Where the text begins behind its dateline; 0 where it has none."""
        return self._dateline

    def sentence_of(self, at: int) -> tuple[int, int]:
        """Give where the sentence of a word begins and ends."""
        reach = range(at + 1, min(at + MAX_WORDS_BACK, len(self.words)))
        return sentence_start(self.words, at + 1), next((i for i in reach if self.words[i].opens), reach.stop)

    def sentence_before(self, at: int) -> tuple[int, int]:
        """Give where the sentence before that of a word begins and ends."""
        start = sentence_start(self.words, at + 1)
        return sentence_start(self.words, start), start

    def _is_where(self, mention: Mention) -> bool:
        """Tell where something is done: "opened a mission *in the United States*"."""
        at = self._places[mention.span]
        before = [word.key for word in self.words[max(0, at - 2) : at] if word.key != "the"]
        return before[-1:] == ["in"]

    def _is_bracketed(self, mention: Mention, at: int) -> bool:
        """Tell what is only said of somebody: "named X X (a *French* engineer) as envoy"."""
        marks = [word.text for word in self.words[self._places[mention.span] : at] if word.text in ("(", ")")]
        return marks[:1] == [")"]

    def _has_post(self, mention: Mention) -> bool:
        at = self._places[mention.span]
        behind = [word.key for word in self.words[at + 1 : at + 3]]
        return not _POSTS.isdisjoint(behind[1:] if behind[:1] == ["diplomatic"] else behind[:1])

    @cached_property
    def _places(self) -> Mapping[Span, int]:
        """Give where each mention stands among the words."""
        return {word.mention.span: at for at, word in enumerate(self.words) if word.mention is not None}

    def _of_the_others(self, at: int) -> list[Mention]:
        """Give the only state whose office holders the sentence names before: "*German* minister X says General Y"."""
        start = sentence_start(self.words, at + 1)
        named = [
            word.mention for word in self.words[start:at] if word.mention and word.mention.span in self.given
        ]
        return named if len({m.entity.id for m in named}) == 1 else []

    def _states_before(self, at: int) -> tuple[list[Mention], list[Mention]]:
        """List the states named before a word in its sentence, and those that the sentence before is about.

        That is about those near its beginning, else about the only one that it names by more than an adjective.
        """
        start = sentence_start(self.words, at + 1)
        quoted = self.own.quoted_before(at)
        if quoted is None:
            here = self.states(max(start, self._dateline), at)
        else:
            opening, closing = quoted
            start = opening if self.words[opening].opens else sentence_start(self.words, opening)
            here = [*self.states(max(start, self._dateline), opening), *self.states(closing, at)]
        begin = max(sentence_start(self.words, start), self._dateline)
        before = self.states(begin, min(start, begin + _OPENING))
        others = [m for m in self.states(begin, start) if m.how != "adjective"]
        return here, before or (others if len({m.entity.id for m in others}) == 1 else [])

    @cached_property
    def _dateline(self) -> int:
        """Give where the dateline ends with which the text begins: "ADDIS ABABA (Agency) - "; 0 where there is none."""
        opening = self.words[:_MAX_DATELINE]
        dash = next((at for at, word in enumerate(opening[:-1]) if word.text in _DASHES), 0)
        is_one = (
            dash and opening[dash + 1].is_capitalised and (opening[0].mention or opening[0].text.isupper())
        )
        return dash + 1 if is_one else 0

    @cached_property
    def _reported_from(self) -> Sequence[Mention]:
        """Give the state that the dateline names, by its capital or else, where the text names it again."""
        named = self.states(0, self._dateline)
        again = {m.entity.id for m in self.states(self._dateline, len(self.words))} if named else set()
        return [mention for mention in named if mention.entity.id in again]

    def states(self, first: int, stop: int) -> list[Mention]:
        """List the states that the words name, but for those of which the text says whose office somebody has."""
        named = [i for i in range(first, stop) if self.words[i].mention]
        mentions = [self.words[i].mention for i in named if not self._is_behind_hyphen(i)]  # no "pro-Syrian"
        return [m for m in mentions if m and m.entity.kind is EntityKind.STATE and m.span not in self.given]

    def _is_behind_hyphen(self, at: int) -> bool:
        """Tell the state of "pro-Syrian", and that of "ex-Syrian", whose hyphen is no word of its own."""
        before = self.words[at - 1] if at else None
        return before is not None and before.text[-1:] in HYPHENS and before.end == self.words[at].start
