"""All names as one automaton, which finds them in a text in one pass.

The automaton knows each name by its key: small letters without diacritics, one character for one, so that what is
found in the key of a text stands at the same place in the text. Whether the words there are a way to write the name
("Us" is none to write US) is asked only where a key is found, and how a name may be written is worked out when its key
is first met: a million names are a million short entries and no more.

Where one name belongs to several things, the first by this order is meant, and the others are its
alternatives:

1. what the user's own tables name, the last table first;
2. a proper name before a short one, a former one, an adjective, a demonym, a capital and a metonym
   ("Jerusalem" is the city before it is Israel);
3. a sovereign state before a de facto or partly recognised one, a territory, a body, and a state of the past;
4. the id.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import ahocorasick

from kgraph.gazetteer.entries import HOWS, PEOPLE, Entry, Name
from kgraph.model import Entity, EntityKind, Span

__all__ = ["COMMON_NOUNS", "Hit", "Matcher", "Meaning", "key_of", "named"]

_STATE_RANKS = {"sovereign": 0, "partially_recognised": 1, "de_facto": 1, "historical": 4}
_TERRITORY_RANK, _BODY_RANK = 2, 3

# A name's last word that texts write with a capital or without: "Kuril islands", "Palestinian Territories".
COMMON_NOUNS = frozenset(
    """
    accord accords agreement agreements archipelago area bank canal cay cays commission corridor
    declaration district enclave group heights island islands islet islets lake line mountains oblast
    peninsula plateau province reef reefs region republic river rocks sea shoal shoals strait straits
    strip territories territory treaty triangle valley
    """.split()  # noqa: SIM905 - a list of words reads best as words
)

# The Arabic article, which texts write with a capital or without: "Al-Qaeda", "al Qaeda".
_ARTICLES = ("Al ", "Al-", "al ", "al-")

# One character for one character, so that offsets stay those of the text.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’ʼʹʻ`´′", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n", " "),
    }
)
# Letters whose stroke is no diacritic to Unicode; the end form of sigma.
_LETTERS = str.maketrans("øØđĐħĦıłŁŧŦς", "oOdDhHilLtTσ")
_FIRST_MARK, _LAST_MARK = (
    "\u0300",
    "\u036f",
)  # diacritics of Latin, Greek, Cyrillic; other scripts need theirs
# What is not seen: hyphenation, joiners, marks of direction.
_FORMAT = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_UNSEEN = dict.fromkeys(map(ord, _FORMAT))
# What has no place of its own: that, diacritics apart from their letters, the later parts of a syllable.
_LOOSE = _FORMAT + "\u0300-\u036f\u1161-\u1175\u11a8-\u11c2\u3099\u309a"
# What makes one character with the one before it, but says something of its own elsewhere (Arabic, Indic).
_JOINING = (
    "\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf"
    "\u102e\u1b35\U000110ba\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
)
_LOOSE_CHARACTER = re.compile(f"[{_LOOSE}]")
_OPEN_CHARACTER = re.compile(f"[{_LOOSE}{_JOINING}]")
_OPEN_CLUSTER = re.compile(f".?[{_LOOSE}{_JOINING}]+", re.DOTALL)
# Not ASCII, and not of a script that has neither capitals nor diacritics.
_FOLDED = re.compile("[^\x00-\x7f\u3040-\ua63f\uac00-\ud7ff\U00020000-\U0003ffff]+")
_LATIN = re.compile("[\x00-\u024f\u1e00-\u1eff\u2000-\u206f]*")
_UNSPACED = (("\u3040", "\u309f"), ("\u30a0", "\u30ff"), ("\u3400", "\u9fff"))  # Hiragana, Katakana, Han


class Meaning(NamedTuple):
    """What words found in a text stand for, and by what kind of name; no entity for a lookalike."""

    entity: Entity | None = None
    how: str = ""
    alternatives: tuple[Entity, ...] = ()


class Hit(NamedTuple):
    """Where a name stands in a text, and what it means."""

    span: Span
    meaning: Meaning


class Matcher:
    """Finds the names of entries in a text, by their keys."""

    def __init__(self, entries: Iterable[Entry], lookalikes: Iterable[str]) -> None:
        """Compile the names; lookalikes hide the names that they hold, or are, but for the user's own."""
        self._automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        self._lengths = array("H")  # of the keys
        self._bearers: list[tuple[Entry, ...]] = []  # of each key
        self._lookalikes: dict[int, list[str]] = {}
        self._ranked: dict[int, _Ranked] = {}  # what was asked for
        self._meanings: dict[int, dict[str, Meaning]] = {}  # the same
        for entry in entries:
            # texts name it by the words for its state; `kgraph.extraction.peoples` tells which is meant
            if entry.kind == PEOPLE:
                continue
            bearer = (entry,)
            for name in entry.names:
                if not name.derived or _stands_in_texts(name):
                    for key in _keys(name.text):
                        self._bear(key, bearer)
        for lookalike in lookalikes:
            for key in _keys(lookalike):
                self._lookalikes.setdefault(self._bear(key, ()), []).append(lookalike)

    def _bear(self, key: str, bearer: tuple[Entry, ...]) -> int:
        """Give a key one more bearer, and say which number the key has."""
        number: int = self._automaton.get(key, -1)
        if number < 0:
            number = len(self._bearers)
            self._automaton.add_word(key, number)
            self._lengths.append(len(key))
            self._bearers.append(bearer)
        elif self._bearers[number][-1:] != bearer:
            self._bearers[number] += bearer
        return number

    def by_name(self, name: str) -> tuple[Entry, ...]:
        """List the entries that texts call so in any case, with or without diacritics, best first."""
        found: dict[str, Entry] = {}
        for key in _keys(name.translate(_TYPOGRAPHY)):
            number = self._automaton.get(key, -1)
            for _, entry in self._rank(number, key) if number >= 0 else ():
                found.setdefault(entry.entity.id, entry)
        return tuple(found.values())

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the names in a text, between word boundaries only; they may overlap."""
        if not self._bearers:
            return
        if self._automaton.kind != ahocorasick.AHOCORASICK:
            self._automaton.make_automaton()  # with the first text: whoever looks up one name needs none
        is_open = _OPEN_CHARACTER.search(text) is not None
        closed, offsets = _close_up(text) if is_open else (text, None)
        keys = _fold(closed)
        for last, number in self._automaton.iter(keys):
            begin, stop = last + 1 - self._lengths[number], last + 1
            start, end = (begin, stop) if offsets is None else _untouched(text, offsets, begin, stop)
            if not _splits_word(text, start) and not _splits_word(text, end):
                meaning = self._meanings_of(number, keys[begin:stop]).get(_written(text[start:end]))
                if meaning is not None:
                    is_combining = keys[last] == "-"  # "Sino-" of "Sino-Indian": the hyphen joins
                    yield Hit(Span(start=start, end=end - is_combining), meaning)

    def _rank(self, number: int, key: str) -> "_Ranked":
        """List the names with a key, and whose they are, in the order of the module's docstring."""
        known = self._ranked.get(number)
        if known is None:
            bearers = self._bearers[number]
            known = self._ranked[number] = _with_key(key, bearers)
        return known

    def _meanings_of(self, number: int, key: str) -> dict[str, Meaning]:
        """Give what each way to write the names with a key means."""
        known = self._meanings.get(number)
        if known is None:
            known = self._meanings[number] = self._work_out(number, key)
        return known

    def _work_out(self, number: int, key: str) -> dict[str, Meaning]:
        bearers: dict[str, dict[str, tuple[Entity, str]]] = {}
        hidden = {form for name in self._lookalikes.get(number, ()) for form in _forms(name)}
        for name, entry in self._rank(number, key):
            for form in _forms(name.text):
                if name.own or form not in hidden:
                    bearers.setdefault(form, {}).setdefault(entry.entity.id, (entry.entity, name.how))
        meanings = dict.fromkeys(hidden, Meaning())
        for form, found in bearers.items():
            (entity, how), *others = found.values()
            meanings[form] = Meaning(entity, how, tuple(other for other, _ in others))
        return meanings


_Ranked = list[tuple[Name, Entry]]


def named(name: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """List those of the entries that have a name, best first, even one that is not looked for in texts."""
    keys, entries = _keys(name), tuple(entries)
    found = (entry for key in keys for _, entry in _with_key(key, entries))
    return tuple({entry.entity.id: entry for entry in found}.values())


def _with_key(key: str, entries: Iterable[Entry]) -> _Ranked:
    """List the names with a key, and whose they are, in the order of the module's docstring."""
    names = [(name, entry) for entry in entries for name in entry.names if key in _keys(name.text)]
    return sorted(names, key=_precedence)


def _precedence(bearer: tuple[Name, Entry]) -> tuple[int, int, int, str]:
    name, entry = bearer
    return -name.own, HOWS.index(name.how), _rank_of(entry), entry.entity.id


def _rank_of(entry: Entry) -> int:
    if entry.entity.kind is EntityKind.STATE:
        return _STATE_RANKS[entry.kind]
    return _TERRITORY_RANK if entry.entity.kind is EntityKind.TERRITORY else _BODY_RANK


# ---------------------------------------------------------------- how a name is written


def _stands_in_texts(name: Name) -> bool:
    """Tell whether a name is looked for in texts: all but derived ones in our alphabet.

    German calls Iceland "Island", French Chile "Chili", Turkish Morocco "Fas".
    """
    return not (name.derived and _LATIN.fullmatch(name.text))


def _forms(name: str) -> set[str]:
    """List how a name may be written.

    As it is, without diacritics, with its last word in the other case where that is a common noun, with the Arabic
    article in either case, and each of these in capitals.
    """
    plain = _written(name)
    forms = {plain, _bare(plain)}
    if plain.startswith(_ARTICLES):
        forms |= {f"{letter}{plain[1:]}" for letter in "Aa"}
    rest, _, last = plain.rpartition(" ")
    if rest and last.casefold() in COMMON_NOUNS:
        forms.add(f"{rest} {last[0].swapcase()}{last[1:]}")
    return forms | {form.upper() for form in forms}


def _written(words: str) -> str:
    """Write words with plain quotation marks, dashes and spaces, and without what nobody sees."""
    if not words.isascii():
        words = unicodedata.normalize("NFC", words.translate(_UNSEEN))
    return words.translate(_TYPOGRAPHY)


def _bare(name: str) -> str:
    """Drop the diacritics of Latin, Greek and Cyrillic letters; other scripts need their marks."""
    if name.isascii():
        return name
    letters = (c for c in unicodedata.normalize("NFD", name) if not _FIRST_MARK <= c <= _LAST_MARK)
    return unicodedata.normalize("NFC", "".join(letters)).translate(_LETTERS)


# ---------------------------------------------------------------- keys


def key_of(name: str) -> str:
    """Give what names are compared by where neither case nor diacritics matter."""
    return (_close_up(name)[0] if _OPEN_CHARACTER.search(name) else name).translate(_PLAIN)


def _keys(name: str) -> tuple[str, ...]:
    """List the keys of a name: more than one where it has other letters in capitals ("Weißrussland")."""
    if name.isascii():
        return (name.replace("`", "'").lower(),)
    key, capital = key_of(name), name.upper()
    return (key,) if len(capital) == len(name) else tuple(dict.fromkeys([key, key_of(capital)]))


class _Plain(dict[int, str]):
    """Characters as small letters without diacritics, one for one, worked out as they are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code).translate(_TYPOGRAPHY).lower()
        apart = unicodedata.normalize("NFD", letter)
        plain = apart[0] if all(_FIRST_MARK <= mark <= _LAST_MARK for mark in apart[1:]) else chr(code)
        self[code] = plain.translate(_LETTERS)
        return self[code]


_PLAIN = _Plain()


def _fold(text: str) -> str:
    """Write a text as keys are written, each character by one."""
    if not text.isascii():
        text = _FOLDED.sub(lambda run: run[0].translate(_PLAIN), text)
    for space in "\t\r\n":
        text = text.replace(space, " ")
    return text.replace("`", "'").lower()


def _close_up(text: str) -> tuple[str, Sequence[int]]:
    """Drop what has no place of its own; give the text, and where each character and the end stood before."""
    pieces, offsets, at = [], array("Q"), 0
    for cluster in _OPEN_CLUSTER.finditer(text):
        start, end = cluster.span()
        composed = _LOOSE_CHARACTER.sub("", unicodedata.normalize("NFC", cluster[0]))
        pieces += [text[at:start], composed]
        offsets.extend(chain(range(at, start), [start] * len(composed)))
        at = end
    offsets.extend(range(at, len(text) + 1))
    return "".join([*pieces, text[at:]]), offsets


def _untouched(text: str, offsets: Sequence[int], begin: int, stop: int) -> tuple[int, int]:
    """Give the place in the text of what stands between two characters of the closed one."""
    start = offsets[begin]
    return start, start + len(text[start : offsets[stop]].rstrip(_FORMAT))


# ---------------------------------------------------------------- word boundaries


def _splits_word(text: str, at: int) -> bool:
    """Tell whether the characters on both sides of a position belong to one word."""
    return (
        0 < at < len(text)
        and _in_word(text[at - 1])
        and _in_word(text[at])
        and not _parts(text[at - 1], text[at])
    )


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character) == "Mn"


def _parts(one: str, other: str) -> bool:
    """Tell whether a word ends between two characters: Japanese writes no spaces, but changes its script."""
    return any((first <= one <= last) != (first <= other <= last) for first, last in _UNSPACED)
