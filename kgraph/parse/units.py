"""A text cut into units, each read by itself: what a sentence gives does not depend on its neighbours.

A unit ends where a sentence surely ends: at the end of a line, behind a dateline or the mark of an entry of a list, and
behind a full stop that nothing else can explain. Where that is not sure ("the U.S. Senate"; a quotation that ends in
a question mark, before "Lavrov asked") there is no cut, and the model, which reads the unit whole, decides. What
stands in brackets stays whole.
"""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kgraph.model import Span
from kgraph.parse.sentences import DATELINE

__all__ = ["Unit", "find_units", "is_entry_mark"]


class Unit(NamedTuple):
    """A stretch `[start, end)` of a text, in code points; `opens` tells whether it begins a line."""

    start: int
    end: int
    opens: bool


# A stop, what closes behind it, white space, and what begins a sentence behind that.
_STOP = re.compile(r"(?P<stop>[.!?…]+)(?P<closing>[\"”’'»)\]]*)\s+(?=[\"“‘'«(\[]*[A-Z0-9À-Ý])")
_LINE = re.compile(r"\n\s*")
# What marks an entry of a list at the beginning of a line; it is a unit by itself.
_ENTRY_MARK = re.compile(
    r"(?m:^)[^\S\n]*(?:[-*+–—]|\d{1,2}[.)]|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[a-z]\))[^\S\n]+(?=[^\s\d])"
)
_BEFORE = re.compile(r"[^\s(\[\"“‘'«]+\Z")
_REACH = 40  # characters: the longest word before a full stop that is looked at
# Words with a full stop of their own; a sentence can end behind some of them, and the model decides.
_SHORT = frozenset(
    """
    adm al apr approx art aug ave bldg blvd bros brig ca capt cf ch cmdr co col comdr corp cpl dec dem dept det dist dr
    e.g ed eds est etc feb fig fr fri ft gen gov govt hon i.e inc insp jan jr jul jun lt ltd maj mar messrs mgr mon
    mr mrs ms mt nos nov nr oct op p para ph.d pp prof pvt ref rep res ret rev sat sec sen sens sept sgt sr st ste sun
    supt thu thur thurs treas tue tues u.k u.n u.s v viz vol vols vs wed
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_NUMBERED = frozenset({"no", "art", "para", "sec", "vol", "fig"})  # before a number only
_MAX_BRACKET = 600  # characters; a longer one was never closed


def find_units(text: str, names: Sequence[Span] = ()) -> list[Unit]:
    """Cut a text into units that cover it, each with the white space behind it.

    Args:
        text: any text.
        names: where names stand, left to right; none is cut.
    """
    entries = {m.end() for m in _ENTRY_MARK.finditer(text)}
    lines = {m.end() for m in _LINE.finditer(text)} | entries
    datelines = {m.end() for m in DATELINE.finditer(text)}
    cuts = sorted({c for c in {*_stops(text), *lines, *datelines} if 0 < c < len(text)})
    kept = [cut for cut in cuts if not _is_inside(cut, names)]
    bounds = [0, *kept, len(text)]
    return [Unit(a, b, a == 0 or a in lines) for a, b in itertools.pairwise(bounds)]


def is_entry_mark(text: str) -> bool:
    """Tell whether a unit is nothing but what marks an entry of a list: "- ", "2. ", "(b) "."""
    mark = _ENTRY_MARK.match(f"{text}.")
    return mark is not None and mark.end() == len(text)


def _is_inside(cut: int, names: Sequence[Span]) -> bool:
    at = bisect_left(names, cut, key=lambda span: span.start)  # the first that begins here or later
    return at > 0 and names[at - 1].end > cut


def _stops(text: str) -> Iterator[int]:
    """Give where sentences begin behind a stop that surely ends one."""
    brackets = list(_brackets(text))
    for match in _STOP.finditer(text):
        if _ends_sentence(text, match) and not _is_inside(match.end(), brackets):
            yield match.end()


def _brackets(text: str) -> Iterator[Span]:
    """Find what stands in round brackets, from mark to mark, the outermost only."""
    depth, start = 0, 0
    for match in re.finditer(r"[()\n]", text):
        if match[0] == "\n":
            depth = 0
        elif match[0] == "(":
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and match.end() - start <= _MAX_BRACKET:
                yield Span(start=start, end=match.end())


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    stop, closing = match["stop"], match["closing"]
    if stop != ".":
        return not closing and stop in {"!", "?"}  # "…" goes on, and so may “Is it?” before "Lavrov asked"
    found = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
    word = found[0] if found is not None else ""
    return closing != "" or _is_whole(word, text[match.end() : match.end() + 1])


def _is_whole(word: str, after: str) -> bool:
    """Tell whether a word is none that is written with a full stop: an initial, an abbreviation, a number."""
    plain = word.lower().rstrip("'’\"”)")
    if len(plain) < 2 or plain in _SHORT or ("." in plain and not plain[0].isdigit()):
        return False
    return not (plain in _NUMBERED and after.isdigit()) and not (plain.isdigit() and len(plain) < 3)
