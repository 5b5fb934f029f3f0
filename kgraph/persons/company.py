"""Lists of persons as they stand in the text: "NATO chief A, Polish President B and OSCE chairman C"."""

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


def find_company(
    words: Sequence[Word], phrases: Sequence[OfficePhrase], drafts: Sequence[Draft]
) -> tuple[tuple[Span, ...], ...]:
    """Find the names that one list joins, its last with "and"; nothing but titles may stand between them."""
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
        last = len(run) if "and" in joint else last
    yield from [run[:last]] if last > 1 else []


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
