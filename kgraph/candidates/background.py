"""What goes with each bearer of a shared name: words, names of office holders, and other entries.

Words come from `data/contexts.tsv` and `data/homonyms.tsv`, the office holders of the bearers named there from
`data/office_holders.tsv`; which entries have to do with one another is told by the gazetteer: parts and wholes,
claimants, holders, parties.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import ahocorasick

from kgraph.candidates.homonyms import load_homonyms
from kgraph.gazetteer import Gazetteer
from kgraph.office_holders import read_office_holders
from kgraph.resources import DATA
from kgraph.tables import read_rows

__all__ = ["Background", "Hit", "between", "load_background", "relate"]

_NAME_PARTS = frozenset({"family", "particle"})  # kinds of words in offices.tsv that stand in a name
_MIN_SURNAME = 4  # letters; shorter ones are words or parts of other names too


@dataclass(frozen=True, slots=True)
class Hit:
    """A word or name of some bearers' surroundings, where it stands in a text."""

    start: int
    end: int
    word: str
    ids: frozenset[str]
    of: frozenset[str] = frozenset()  # the entity of the name that the word stands in


@dataclass(frozen=True, slots=True)
class Background:
    """The words that go with bearers, as one automaton, and how usual each bearer is."""

    automaton: ahocorasick.Automaton
    usual: Mapping[str, float]
    first_names: frozenset[str]
    # of office holders, by their first and by their last words
    full_names: Mapping[str, tuple[str, ...]]
    titles: frozenset[str]  # the words of offices and what else is no part of a person's name, in lower case

    def hits(self, text: str) -> list[Hit]:
        """Find the words in a text, whole words only, in their order; of two that overlap the longer one."""
        found = []
        for last, (word, ids) in self.automaton.iter(text):
            start, end = last - len(word) + 1, last + 1
            if not _splits(text, start) and not _splits(text, end):
                found.append(Hit(start, end, word, ids))
        return list(_longest(sorted(found, key=lambda hit: (hit.start, -hit.end))))


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    end = 0
    for hit in hits:
        if hit.end > end:
            yield hit
            end = hit.end


def _splits(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


@cache
def load_background() -> Background:
    """Read the words once.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    words: dict[str, set[str]] = {}
    usual: dict[str, float] = {}
    for row in read_rows(DATA / "contexts.tsv", ("id", "words", "usual", "source")):
        row.need("source")
        usual[row.need("id")] = row.number("usual", 5) or 0.0
        _add(words, row.need("id"), row.parts("words"))
    agents = frozenset(usual)
    for homonym in load_homonyms().by_id.values():
        _add(words, homonym.entity.id, homonym.words)
    first_names = _add_holders(words, agents)
    return Background(_compile(words), usual, first_names, _full_names(), _titles())


def _full_names() -> Mapping[str, tuple[str, ...]]:
    names = [row.need("name") for row in read_office_holders()]
    found: dict[str, list[str]] = {}
    for name in (name for name in names if " " in name):
        for word in (name.split()[0], name.split()[-1]):
            found.setdefault(word, []).append(name)
    return {word: tuple(full) for word, full in found.items()}


def _titles() -> frozenset[str]:
    rows = read_rows(DATA / "offices.tsv", ("title", "kind", "agent", "source"))
    kept = (row.need("title") for row in rows if row.get("kind") not in _NAME_PARTS)
    return frozenset(word for title in kept for word in title.lower().split())


def _add(words: dict[str, set[str]], id_: str, new: Iterable[str]) -> None:
    for word in new:
        words.setdefault(word, set()).add(id_)


def _add_holders(words: dict[str, set[str]], agents: frozenset[str]) -> frozenset[str]:
    """Add the names of the office holders of these agents; give the first names of all holders."""
    surnames: dict[str, set[str]] = {}
    first_names = set()
    for row in read_office_holders():
        name, surname, agent = row.need("name"), row.need("surname"), row.need("agent")
        surnames.setdefault(surname, set()).add(agent)
        first, space, _ = name.partition(" ")
        if space and first != surname:
            first_names.add(first)
        if agent in agents and space:
            _add(words, agent, [name])
    for surname, of in surnames.items():
        if len(of) == 1 and of <= agents and len(surname) >= _MIN_SURNAME and surname not in first_names:
            _add(words, next(iter(of)), [surname])
    return frozenset(first_names)


def _compile(words: Mapping[str, set[str]]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word, ids in words.items():
        for form in {word, word.upper()}:
            automaton.add_word(form, (form, frozenset(ids)))
    automaton.make_automaton()
    return automaton


def relate(gazetteer: Gazetteer) -> Mapping[str, frozenset[str]]:
    """Give, by id, the ids of the entries that have to do with an entry, both ways."""
    related: dict[str, set[str]] = {}
    for entry in gazetteer:
        id_ = entry.entity.id
        others = {*entry.claimants, *entry.holders, *entry.parties, *([entry.parent] if entry.parent else [])}
        for other in others - {id_}:
            related.setdefault(id_, set()).add(other)
            related.setdefault(other, set()).add(id_)
    return {id_: frozenset(others) for id_, others in related.items()}


def between(hits: list[Hit], start: int, end: int) -> list[Hit]:
    """List the hits that begin in a stretch of text."""
    return hits[bisect_left(hits, start, key=_start) : bisect_left(hits, end, key=_start)]


def _start(hit: Hit) -> int:
    return hit.start
