"""Other spellings of known names: "Kunashiry", "Spratly Is.", "Nagornyy Karabakh".

A name is folded by `data/spellings.tsv` to what its spellings share: the letters of any alphabet to plain Latin ones
(anyascii), the many ways to write one sound to one ("kh" is "h", "iy" is "i"), general words to what they mean ("Is.",
"Isls." and "-tō" say that it is an island). Names that fold alike are spellings of one by rule; the rest is compared
letter by letter (rapidfuzz), and is a spelling from `LINKED` on.

Measured by `benchmarks/spelling.py`: README.md there says with what result.
"""

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import OSA

from kgraph.gazetteer.entries import Entry, Name
from kgraph.gazetteer.matching import key_of
from kgraph.resources import DATA
from kgraph.tables import read_rows

__all__ = [
    "LINKED",
    "OWN_NAMES",
    "SHOWN",
    "UNSURE",
    "Alike",
    "Folded",
    "Spellings",
    "fold_spelling",
    "is_namesake",
    "similarity",
]

LINKED = 0.87  # from here on a spelling is taken for the known name, if it is nobody else's
SHOWN = 0.8  # from here on it is offered as what may be meant

_KINDS = ("apart", "drop", "ending", "island", "last island", "letters", "word")
_EITHER = "either"
OWN_NAMES = frozenset({"name", "short", "former"})  # how a thing is called by itself
_BREAKS = re.compile(r"[\s\-/,.()\[\]]+")
_SILENT = re.compile(r"['\"`]")
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiou")
_NO_VOWELS = str.maketrans("", "", "aeiou")
_LEAST_LETTERS = 6  # one letter tells Congo from Conga, and folding makes Khanna of Ghana
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "MODIFIER")
_MAX_ACRONYM = 6
_MAX_KNOWN = 50_000  # names compared whose outcome is kept: texts repeat theirs
UNSURE = 0.85  # how near names are at most that may well be two things: "Spratly Island" is one of several


@dataclass(frozen=True, slots=True)
class Folded:
    """What the spellings of a name share; `islands` tells that it is called an island: one, several or either."""

    words: tuple[str, ...]
    islands: str | None = None

    @property
    def letters(self) -> str:
        """The words without what parts them: "Abu Musa" is also written "Abumusa"."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry that a spelling may mean, by which of its names, and how near that is, from 0 to 1."""

    entry: Entry
    name: Name
    similarity: float


@dataclass(slots=True)
class _Shelf:
    """The names with the same first letter and equally many; `places` are theirs among all names."""

    letters: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


class Spellings:
    """The names of some entries, found by other spellings."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take the entries; their names are folded when first asked for."""
        self._entries = tuple(entries)

    @cached_property
    def _names(self) -> Sequence[tuple[Folded, Name, Entry]]:
        """List the names, folded in each of the ways that they can be."""
        return [
            (folded, name, entry)
            for entry in self._entries
            for name in entry.names
            if name.how in OWN_NAMES and not name.derived
            for folded in fold_spelling(name.text)
        ]

    @cached_property
    def _shelves(self) -> Mapping[tuple[str, int], _Shelf]:
        """Part the names by their first letter, which hardly a spelling changes, and by their length."""
        shelves: defaultdict[tuple[str, int], _Shelf] = defaultdict(_Shelf)
        for place, (folded, _, _) in enumerate(self._names):
            shelf = shelves[folded.letters[0], len(folded.letters)]
            shelf.letters.append(folded.letters)
            shelf.places.append(place)
        return shelves

    def find(self, text: str, least: float = SHOWN) -> tuple[Alike, ...]:
        """List the entries that a name may be a spelling of, the nearest first, each by its nearest name."""
        best: dict[str, Alike] = {}
        for one in self._near(text, least):
            known = best.get(one.entry.entity.id)
            if known is None or one.similarity > known.similarity:
                best[one.entry.entity.id] = one
        return tuple(sorted(best.values(), key=lambda one: (-one.similarity, one.entry.entity.id)))

    def match(self, text: str) -> Alike | None:
        """Give the one entry that a name is a spelling of; None where it is none's, or may be two's."""
        return _only(self.find(text, LINKED)) if not is_namesake(text) else None

    def match_place(self, text: str) -> Alike | None:
        """Give the one place that a name is a spelling of; what is no place is not looked at."""
        return _match_place(self, text)

    def _near(self, text: str, least: float) -> Iterator[Alike]:
        # A vowel counts half, so up to twice as many letters may differ.
        cutoff = 1 - 2 * (1 - least)
        for asked in fold_spelling(text):
            for place in self._with_most_letters_of(asked.letters, cutoff):
                folded, name, entry = self._names[place]
                near = similarity(asked, folded)
                if near >= least:
                    yield Alike(entry, name, near)

    def _with_most_letters_of(self, letters: str, cutoff: float) -> list[int]:
        """Give the places of the names that have so much of a name's letters, the nearest first.

        Each letter that one name has more than the other differs, so that names much longer or shorter are left out.
        """
        shortest, longest = math.floor(len(letters) * cutoff), math.ceil(len(letters) / cutoff)
        shelves = (self._shelves.get((letters[0], length)) for length in range(shortest, longest + 1))
        found = [
            (-score, shelf.places[at])
            for shelf in shelves
            if shelf is not None
            for _, score, at in process.extract(
                letters, shelf.letters, scorer=OSA.normalized_similarity, score_cutoff=cutoff, limit=None
            )
        ]
        return [place for _, place in sorted(found)]


@lru_cache(maxsize=_MAX_KNOWN)
def _match_place(spellings: Spellings, text: str) -> Alike | None:
    near = () if is_namesake(text) else spellings.find(text, LINKED)
    return _only([one for one in near if one.entry.is_place])


def _only(near: Sequence[Alike]) -> Alike | None:
    """Give the nearest, where no other is as near."""
    is_tied = len(near) > 1 and near[0].similarity == near[1].similarity
    return near[0] if near and not is_tied else None


def similarity(asked: Folded, known: Folded) -> float:
    """Tell how near a folded name is to a known one, from 0 to 1: as near as the word that is least so.

    A vowel counts half of a consonant. Short names, and those of which one alone speaks of islands, are never so near
    that they are linked. 0 where a word that tells names apart stands in one alone ("North", "Strait", a number).
    """
    if _apart(asked) != _apart(known):
        return 0.0
    return min(_letters_shared(asked, known), UNSURE if _may_differ(asked, known) else 1.0)


def _letters_shared(asked: Folded, known: Folded) -> float:
    if asked.letters == known.letters:
        return 1.0
    if len(asked.words) != len(known.words):
        return min(UNSURE, _word_shared(asked.letters, known.letters))
    return min(_word_shared(one, other) for one, other in zip(asked.words, known.words, strict=True))


def _word_shared(one: str, other: str) -> float:
    differing = OSA.distance(one, other) + OSA.distance(
        one.translate(_NO_VOWELS), other.translate(_NO_VOWELS)
    )
    return max(0.0, 1 - differing / (2 * max(len(one), len(other))))


def _may_differ(asked: Folded, known: Folded) -> bool:
    """Tell whether two names may well be two things, however alike: "Phoenix" is no spelling of "Phoenix Islands"."""
    one, other = asked.letters[-1], known.letters[-1]
    if one != other and not {one, other} <= _VOWELS:
        return True  # "Americas", "Mongol", "Himalayan" are made of names, and are others
    are_islands = known.islands is not None and asked.islands in (known.islands, _EITHER)
    is_short = min(len(asked.letters), len(known.letters)) < _LEAST_LETTERS
    return not are_islands and (is_short or asked.islands != known.islands)


def _apart(folded: Folded) -> frozenset[str]:
    known = _rules().apart
    return frozenset(word for word in folded.words if word in known or any(c.isdigit() for c in word))


# -- folding ----------------------------------------------------------------------------------------------------------


def fold_spelling(text: str) -> tuple[Folded, ...]:
    """Fold a name to what its spellings share, in up to two ways: "Take-shima" is an island Take, or "Takeshima".

    Nothing comes of an acronym, of Chinese or Arabic, nor of a name without a word of its own ("The Islands").
    """
    is_acronym = len(text) <= _MAX_ACRONYM and text.replace(".", "").isupper()
    if is_acronym or not (text.isascii() or all(map(_is_spelt, text))):
        return ()  # one letter makes another of an acronym, and other scripts write no vowels, or no sounds
    plain = _SILENT.sub("", anyascii(text).casefold())
    words = [word for word in _BREAKS.split(plain) if word]
    ways = [_fold(words, apart=True)]
    if words and words[-1] in _rules().last_islands:
        ways.append(_fold(words, apart=False))
    return tuple(dict.fromkeys(folded for folded in ways if folded.words))


@cache
def _is_spelt(character: str) -> bool:
    """Tell whether a character is of an alphabet that has consonants and vowels, or no letter at all."""
    return not character.isalpha() or unicodedata.name(character, "").startswith(_ALPHABETS)


def _fold(words: list[str], *, apart: bool) -> Folded:
    """Fold words; `apart` tells whether a last "-jima" is a word of its own."""
    rules = _rules()
    kept: list[str] = []
    islands = None
    for at, word in enumerate(words):
        is_last = 0 < at == len(words) - 1
        number = rules.islands.get(word) or (rules.last_islands.get(word) if is_last and apart else None)
        if number:
            islands = number
        elif word not in rules.dropped or is_last:
            kept.append(_fold_word(word))
    return Folded(tuple(word for word in kept if word), islands)


@lru_cache(maxsize=_MAX_KNOWN)
def _fold_word(word: str) -> str:
    rules = _rules()
    return rules.fold_letters(rules.words.get(word, word))


def is_namesake(text: str) -> bool:
    """Tell whether a name is another thing's that is near to one of ours: Granada is no Grenada."""
    return key_of(text) in _namesakes()


@cache
def _namesakes(path: Path = DATA / "namesakes.tsv") -> frozenset[str]:
    return frozenset(key_of(row.need("name")) for row in read_rows(path, ("name", "source")))


@dataclass(frozen=True, slots=True)
class _Rules:
    words: Mapping[str, str]
    dropped: frozenset[str]
    apart: frozenset[str]
    islands: Mapping[str, str]
    last_islands: Mapping[str, str]
    letters: Mapping[str, str]
    endings: Mapping[str, str]
    runs: re.Pattern[str]

    def fold_letters(self, word: str) -> str:
        """Write a word so that the ways to write one sound are one."""
        for ending, read in self.endings.items():
            if word.endswith(ending) and len(word) > len(ending) + 2:
                word = word.removesuffix(ending) + read
        return _DOUBLE.sub(r"\1", self.runs.sub(lambda run: self.letters[run[0]], word))


@cache
def _rules(path: Path = DATA / "spellings.tsv") -> _Rules:
    tables: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    for row in read_rows(path, ("kind", "written", "read", "source")):
        tables[row.one_of("kind", _KINDS)][row.need("written")] = row.need("read")
    longest_first = sorted(tables["letters"], key=lambda run: (-len(run), run))
    rules = _Rules(
        words=tables["word"],
        dropped=frozenset(tables["drop"]),
        apart=frozenset(),
        islands=tables["island"],
        last_islands=tables["last island"],
        letters=tables["letters"],
        endings=tables["ending"],
        runs=re.compile("|".join(map(re.escape, longest_first))),
    )
    apart = (*tables["apart"], *tables["word"].values())
    return replace(rules, apart=frozenset(map(rules.fold_letters, apart)))
