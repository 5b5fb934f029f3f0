"""All known names as one automaton: finds them in a text in one pass, and entries by id or by name.

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
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import ahocorasick

from kgraph.entries import HOWS, Entry, Knowledge, Name, read_knowledge, suggest
from kgraph.errors import DataError
from kgraph.model import Entity, EntityKind, Mention, Span

__all__ = ["Entry", "Gazetteer", "Name"]

_STATE_RANKS = {"sovereign": 0, "partially_recognised": 1, "de_facto": 1, "historical": 4}
_TERRITORY_RANK, _BODY_RANK = 2, 3

# A name's last word that texts write with a capital or without: "Kuril islands", "Palestinian Territories".
_COMMON_NOUNS = frozenset(
    """
    accord accords agreement agreements archipelago area bank canal cay cays commission corridor
    declaration district enclave group heights island islands islet islets lake line mountains oblast
    peninsula plateau province reef reefs region republic river rocks sea shoal shoals strait straits
    strip territories territory treaty triangle valley
    """.split()  # noqa: SIM905 - a list of words reads best as words
)

# One character for one character, so that offsets stay those of the untouched text.
_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’ʼʹʻ`´′", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n", " "),
    }
)

_Ranked = list[tuple[Name, Entry]]


class _Match(NamedTuple):
    """What a form found in a text stands for; no entity for a lookalike."""

    length: int
    entity: Entity | None = None
    how: str = ""
    alternatives: tuple[Entity, ...] = ()


class Gazetteer:
    """All entries, found by id, by name, or in a text."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Index the entries by every form of their names."""
        self._entries = knowledge.entries
        self._ranked = _rank_names(knowledge)
        self._automaton = _build_automaton(self._ranked, knowledge.lookalikes)

    @classmethod
    def load(cls, *extra: Path) -> "Gazetteer":
        """Read the package's tables, then the user's own.

        An own table is tab-separated UTF-8 with a header: `id` and `name`, and as wanted `type` (State,
        Territory, Organization, Tribunal, Instrument), `how`, `lang`, `used_by`, `part_of`, `lat`, `lon`,
        `wikidata`, `source`. The first row of a new id needs a type, and its name becomes the label. Every
        other row adds a name, and what it says of place and parent replaces what was known. An own name wins
        over the same name of anything else.

        Raises:
            DataError: for the first wrong row, with its file and line.
        """
        return cls(read_knowledge(extra))

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, id: str) -> Entry | None:  # noqa: A002 - the field's name everywhere
        """Give the entry with this id, or None."""
        return self._entries.get(id)

    def entry(self, id: str) -> Entry:  # noqa: A002
        """Give the entry with this id; raise DataError, with the nearest ids, where there is none."""
        found = self._entries.get(id)
        if found is None:
            raise DataError(f"the gazetteer has no id {id!r}{suggest(id, self._entries)}")
        return found

    def by_name(self, name: str) -> tuple[Entry, ...]:
        """List the entries that bear this name, best first; case and diacritics do not matter."""
        return self._by_key.get(_key(name), ())

    @cached_property
    def _by_key(self) -> dict[str, tuple[Entry, ...]]:
        index: dict[str, dict[str, Entry]] = {}
        for name, entry in self._ranked:
            index.setdefault(_key(name.text), {}).setdefault(entry.entity.id, entry)
        return {key: tuple(entries.values()) for key, entries in index.items()}

    def find(self, text: str) -> tuple[Mention, ...]:
        """Find the names in the text: the longest at each place, left to right, none overlapping another.

        A name is found in its own case or wholly in capitals, with or without diacritics, between word
        boundaries; a possessive ('s) stays outside the span.
        """
        mentions = []
        end = 0
        hits = (*self._shared(text), *self._hits(text))
        for start, match in sorted(hits, key=lambda hit: (hit[0], -hit[1].length)):
            if start < end:
                continue
            end = start + match.length
            if match.entity:
                span = Span(start=start, end=end)
                mentions.append(
                    Mention(span=span, entity=match.entity, how=match.how, alternatives=match.alternatives)
                )
        return tuple(mentions)

    def _shared(self, text: str) -> Iterator[tuple[int, _Match]]:
        """Find two names that share their last words: "the *Donetsk* and *Luhansk People's Republics*"."""
        for found in _TWO_NAMES.finditer(text):
            one, other, rest = found.groups()
            first, second = self.by_name(f"{one} {rest}"), self.by_name(f"{other} {rest}")
            if first and second:
                yield found.start(1), _Match(len(one), first[0].entity, "name")
                yield found.start(2), _Match(found.end() - found.start(2), second[0].entity, "name")

    def _hits(self, text: str) -> Iterator[tuple[int, _Match]]:
        folded = text.translate(_FOLD)
        for last, match in self._automaton.iter(folded):
            start = last - match.length + 1
            if not _splits_word(folded, start) and not _splits_word(folded, last + 1):
                yield start, match


_TWO_NAMES = re.compile(r"\b([A-Z]\w+) and ([A-Z]\w+) ((?:[A-Z][\w'’]+ )?[A-Z]\w+)s\b")


def _splits_word(text: str, at: int) -> bool:
    """Tell whether the characters on both sides of a position belong to one word."""
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character) == "Mn"


def _rank_names(knowledge: Knowledge) -> _Ranked:
    """List every name with its entry, in the order of precedence that the module's docstring gives."""

    def rank(pair: tuple[Name, Entry]) -> tuple[int, int, int, str]:
        name, entry = pair
        own = knowledge.own.get((entry.entity.id, name.text), 0)
        return -own, HOWS.index(name.how), _rank_of(entry), entry.entity.id

    return sorted(((name, entry) for entry in knowledge.entries.values() for name in entry.names), key=rank)


def _rank_of(entry: Entry) -> int:
    if entry.entity.kind is EntityKind.STATE:
        return _STATE_RANKS[entry.kind]
    return _TERRITORY_RANK if entry.entity.kind is EntityKind.TERRITORY else _BODY_RANK


def _build_automaton(ranked: _Ranked, lookalikes: Iterable[str]) -> ahocorasick.Automaton:
    bearers: dict[str, dict[str, tuple[Entity, str]]] = {}
    for name, entry in ranked:
        for form in _forms(name.text):
            bearers.setdefault(form, {}).setdefault(entry.entity.id, (entry.entity, name.how))
    automaton = ahocorasick.Automaton()
    for form, found in bearers.items():
        (entity, how), *others = found.values()
        automaton.add_word(form, _Match(len(form), entity, how, tuple(other for other, _ in others)))
    for form in {form for name in lookalikes for form in _forms(name)}:
        automaton.add_word(form, _Match(len(form)))
    automaton.make_automaton()
    return automaton


def _forms(name: str) -> set[str]:
    """List how a name may stand in folded text.

    As it is, decomposed, without diacritics, with its last word in the other case where that is a common
    noun, and each of these in capitals.
    """
    plain = name.translate(_FOLD)
    forms = {plain}
    if not plain.isascii():
        forms |= {_bare(plain), unicodedata.normalize("NFC", plain), unicodedata.normalize("NFD", plain)}
    rest, _, last = plain.rpartition(" ")
    if rest and last.casefold() in _COMMON_NOUNS:
        forms.add(f"{rest} {last[0].swapcase()}{last[1:]}")
    return forms | {form.upper() for form in forms}


def _key(name: str) -> str:
    return _bare(name.translate(_FOLD)).casefold()


def _bare(name: str) -> str:
    """Drop the diacritics of Latin, Greek and Cyrillic letters; other scripts need their marks."""
    if name.isascii():
        return name
    letters = (c for c in unicodedata.normalize("NFD", name) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", "".join(letters))
