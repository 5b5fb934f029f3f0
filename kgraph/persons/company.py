"""Lists of persons as they stand in the text: "NATO chief A, Polish President B and OSCE chairman C"."""

import itertools
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgraph.model import Span
from kgraph.persons.names import skip_prefixes
from kgraph.persons.people import Draft, Naming
from kgraph.persons.phrases import OfficePhrase
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["find_company"]

_JOINTS = frozenset([(",",), ("and",), (",", "and"), ("and", "with")])
_MAX_PREFIX_WORDS = 4
_MAX_TO_OTHERS = 5  # words from "and" to them: "and other key members"
_OTHERS = frozenset(
    """
    aides commanders delegates diplomats envoys figures lawmakers leaders legislators members ministers negotiators
    officers officials others parliamentarians politicians representatives
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def find_company(
    words: Sequence[Word], phrases: Sequence[OfficePhrase], drafts: Sequence[Draft]
) -> tuple[tuple[Span, ...], ...]:
    """Find the names that one list joins; nothing but titles may stand between them.

    The last of them, or others without a name, "and" joins: "X, President Y *and opposition leaders*".
    """
    namings = sorted((n for draft in drafts for n in draft.namings), key=lambda n: n.first)
    starts = {holder.first: phrase.first for phrase in phrases for holder in phrase.holders}
    return tuple(
        tuple(Span(start=words[n.first].start, end=words[n.stop - 1].end) for n in members)
        for members in _runs(words, namings, starts)
    )


def _runs(
    words: Sequence[Word], namings: Sequence[Naming], starts: dict[int, int]
) -> Iterator[Sequence[Naming]]:
    run: list[Naming] = list(namings[:1])
    last = 1  # members up to the last "and"
    for one, other in pairwise(namings):
        joint = tuple(word.key for word in words[_end(words, one) : _start(words, other, starts)])
        if joint not in _JOINTS:
            yield from [run[:last]] if last > 1 else []
            run, last = [other], 1
            continue
        run.append(other)
        last = len(run) if "and" in joint or _goes_on(words, _end(words, other)) else last
    yield from [run[:last]] if last > 1 else []


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Tell whether a list goes on with others who have no name: "*and other key members* of government"."""
    at += at < len(words) and words[at].key == ","
    behind = words[at + 1 : at + 1 + _MAX_TO_OTHERS] if at < len(words) and words[at].key == "and" else ()
    described = itertools.takewhile(lambda word: word.text.islower(), behind)
    return any(word.key in _OTHERS for word in described)


def _end(words: Sequence[Word], naming: Naming) -> int:
    """Give where a name ends, over "of Russia"."""
    after = words[naming.stop : naming.stop + 2]
    is_of = len(after) > 1 and after[0].key == "of" and after[1].mention is not None
    return naming.stop + 2 if is_of else naming.stop


def _start(words: Sequence[Word], naming: Naming, starts: dict[int, int]) -> int:
    """Give where a name begins with its title, or with its honorifics and ranks."""
    if naming.first in starts:
        return min(starts[naming.first], naming.first)
    for start in range(max(0, naming.first - _MAX_PREFIX_WORDS), naming.first):
        if skip_prefixes(words, start, Titles.load()) == naming.first:
            return start
    return naming.first
