"""All names as one automaton, which finds them in a text in one pass.

Where one name belongs to several things, the first by this order is meant, and the others are its
alternatives:

1. what the user's own tables name, the last table first;
2. a proper name before a short one, a former one, an adjective, a demonym, a capital and a metonym
   ("Jerusalem" is the city before it is Israel);
3. a sovereign state before a de facto or partly recognised one, a territory, a body, and a state of the past;
4. the id.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import ahocorasick

from kgraph.gazetteer.entries import HOWS, Entry, Knowledge, Name
from kgraph.model import Entity, EntityKind

__all__ = ["Match", "Matcher", "Ranked", "key_of", "rank_names"]

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

Ranked = list[tuple[Name, Entry]]


class Match(NamedTuple):
    """What a form found in a text stands for; no entity for a lookalike."""

    length: int
    entity: Entity | None = None
    how: str = ""
    alternatives: tuple[Entity, ...] = ()


class Matcher:
    """Finds every form of every name in a text, and of the lookalikes; they may overlap."""

    def __init__(self, ranked: Ranked, lookalikes: Iterable[str]) -> None:
        """Compile the names, given in their order of precedence."""
        self._automaton = _build_automaton(ranked, lookalikes)

    def hits(self, text: str) -> Iterator[tuple[int, Match]]:
        """Yield where a form begins and what it stands for, between word boundaries only."""
        folded = text.translate(_FOLD)
        for last, match in self._automaton.iter(folded):
            start = last - match.length + 1
            if not _splits_word(folded, start) and not _splits_word(folded, last + 1):
                yield start, match


def rank_names(knowledge: Knowledge) -> Ranked:
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


def _splits_word(text: str, at: int) -> bool:
    """Tell whether the characters on both sides of a position belong to one word."""
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character) == "Mn"


def _build_automaton(ranked: Ranked, lookalikes: Iterable[str]) -> ahocorasick.Automaton:
    bearers: dict[str, dict[str, tuple[Entity, str]]] = {}
    for name, entry in ranked:
        for form in _forms(name.text):
            bearers.setdefault(form, {}).setdefault(entry.entity.id, (entry.entity, name.how))
    automaton = ahocorasick.Automaton()
    for form, found in bearers.items():
        (entity, how), *others = found.values()
        automaton.add_word(form, Match(len(form), entity, how, tuple(other for other, _ in others)))
    for form in {form for name in lookalikes for form in _forms(name)}:
        automaton.add_word(form, Match(len(form)))
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


def key_of(name: str) -> str:
    """Give what names are compared by where neither case nor diacritics matter."""
    return _bare(name.translate(_FOLD)).casefold()


def _bare(name: str) -> str:
    """Drop the diacritics of Latin, Greek and Cyrillic letters; other scripts need their marks."""
    if name.isascii():
        return name
    letters = (c for c in unicodedata.normalize("NFD", name) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", "".join(letters))
