"""Words that nothing has analysed yet, and what their spelling and the names among them tell of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.model import Mention
from kgraph.text.numerals import NUMERALS
from kgraph.times import MONTHS, WEEKDAYS, is_year

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["ARTICLES", "LEADING", "LEADING_OR_OPENING", "ORDERS", "STOPS", "TIMES", "PlainText"]

ARTICLES = frozenset({"a", "an", "her", "his", "its", "the", "their"})
STOPS = frozenset({".", "!", "?", ";", ":", "(", ")", "-", "–", "—", '"', "“", "”"})
LEADING = frozenset(
    """
    amid among at between by despite during following from in inside into near on outside through throughout
    under via with within without
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
LEADING_OR_OPENING = frozenset({"after", "as", "before", "for", "since", "until"})  # a noun, or a clause
TIMES = frozenset(
    """
    afternoon afternoons century day days decade decades evening hour hours moment month months morning night period
    season spring summer autumn time week weekend weeks winter year years
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
ORDERS = frozenset({"entire", "first", "following", "last", "next", "previous", "same", "very", "whole"})

_ADVERBS = frozenset({"again", "afterwards", "here", "jointly", "there", "today", "together", "yesterday"})
_BEFORE_ADVERBIALS = frozenset({"early", "late"})  # "*late* on Monday"
_SHARES = frozenset({"all", "dozens", "hundreds", "most", "several", "some", "thousands"})
_PARTICLES = frozenset({"away", "back", "down", "off", "out", "over", "up"})
_OWNERS = frozenset({"'s", "’s"})
_NO_NOUNS = frozenset(
    """
    about above across all along although am and another any are around be because
    been behind being below beyond both but can could did
    do does every had has have he him how i if is it like may might must no nor not of onto or shall she should than
    that them these they this those to toward towards upon us was we were what when where whether which who whom whose
    though unless whereas wherever while why will would you
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OF_PEOPLE = frozenset({"adjective", "demonym"})
_STOPS_BEHIND = 4  # so that what is looked at behind a word is there


@dataclass(frozen=True, slots=True)
class PlainText:
    """The words of a unit as they stand and in small letters, with stops behind, and whose names they are."""

    texts: Sequence[str]
    small: Sequence[str]
    names: Mapping[int, Mention]

    @classmethod
    def of(cls, doc: "Doc", names: Mapping[int, Mention]) -> "PlainText":
        """Take the words of a Doc, and the mention that each position belongs to."""
        texts = [token.text for token in doc] + ["."] * _STOPS_BEHIND
        return cls(texts, [text.lower() for text in texts], names)

    def __len__(self) -> int:
        """Give how many words there are, without the stops behind."""
        return len(self.texts) - _STOPS_BEHIND

    def has_capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.texts[at][:1].isupper()

    def is_people(self, at: int) -> bool:
        """Tell whether a word is the adjective of a state or the name of its people: "Turkish"."""
        return at in self.names and self.names[at].how in _OF_PEOPLE

    def is_manner(self, at: int) -> bool:
        """Tell whether a word is an adverb made of an adjective: "formally"."""
        return self.texts[at].endswith("ly") and self.texts[at].islower()

    def is_adverb(self, at: int) -> bool:
        """Tell whether a word says by itself when, where or how, or leads to what does."""
        return self.small[at] in _ADVERBS | _BEFORE_ADVERBIALS or self.is_manner(at)

    def is_particle(self, at: int) -> bool:
        """Tell whether a word may be a part of the verb before it: "handed *over*"."""
        return self.small[at] in _PARTICLES

    def is_time(self, at: int) -> bool:
        """Tell whether a word is a day, a month or another span of time."""
        return self.small[at] in TIMES | WEEKDAYS or self.texts[at] in MONTHS

    def counts(self, at: int) -> bool:
        """Tell whether a word says how many or how much of what follows: "most", "three"."""
        return self.small[at] in _SHARES or self.texts[at] in NUMERALS

    def owns(self, at: int) -> bool:
        """Tell whether a word makes the one before the owner of what follows."""
        return self.small[at] in _OWNERS

    def after_name(self, at: int) -> int:
        """Give the place behind a word, or behind the whole name that it begins."""
        name, after = self.names.get(at), at + 1
        while name is not None and self.names.get(after) is name:
            after += 1
        return after

    def can_be_of_noun(self, at: int) -> bool:
        """Tell whether a word may be one of a noun with what stands before it."""
        word = self.small[at]
        if at in self.names or self.texts[at] in MONTHS:
            return True
        is_word = word.isalnum() or "-" in word[1:] or word in _OWNERS
        return is_word and word not in _NO_NOUNS | ARTICLES | LEADING | LEADING_OR_OPENING | _PARTICLES

    def can_end_noun(self, at: int) -> bool:
        """Tell whether a word may end such a noun, so that an article behind begins another."""
        if self.ends_noun(at) or at in self.names:
            return True
        word = self.small[at]
        is_verb = word.endswith(("ed", "ing", "ly")) or word in load_cues().shifts_irregular
        return self.can_be_of_noun(at) and not is_verb and word not in _OWNERS

    def ends_noun(self, at: int) -> bool:
        """Tell whether a word does end such a noun, so that even a bare name behind is another."""
        if at in self.names:
            return not self.is_people(at)
        word = self.small[at]
        is_date = is_year(word) or word in WEEKDAYS | TIMES | _ADVERBS
        is_name = self.has_capital(at) and "-" not in word
        return is_date or is_name or word in load_cues().shifts_nouns

    def goes_on_naming(self, at: int) -> bool:
        """Tell whether a word may be one more of a noun that might have ended: "on 5 *May*", "in peace *talks*"."""
        word = self.small[at]
        is_more = word.isdigit() or word in _OWNERS or word in load_cues().shifts_nouns
        return is_more or self.has_capital(at)
