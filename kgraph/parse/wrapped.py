"""Lines of a paragraph that a mail program or a terminal wrapped, read on as the one line that they are.

That a line end is only wrapped is told by the form: the next word had no more room in the line, or the next line goes
on in small letters within a sentence. A heading, an entry of a list, a row of a table, a verse and a dateline end where
their line ends. A line end and a space are both one code point, so that every place in the text stays what it was.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgraph.parse.sentences import DATELINE

__all__ = ["unwrap"]

_INSIDE = re.compile(r"\S[^\S\n]*\n[^\S\n]*\S")  # a line end with no blank line before or behind it
_MAX_WIDTH = 100  # characters of a line that is wrapped; a longer one is a paragraph by itself
_MIN_WIDTH = 30  # of lines that form alone shows to be wrapped
_RAGGED = 8  # a line of prose is full where it leaves an eighth of the width free
_LONG = 50  # characters of a line that is none of an address or a letterhead
_FEW = 2  # words of a line that is no sentence of its own: "... of Western / Sahara."
_MOST_ENDS = 2 / 3  # of a paragraph's line ends: so many are behind full lines
_SOME_ENDS = 1 / 3  # so many are before small letters
_STOPPED = re.compile(r"[.!?…:;][\"”’'»)\]]*\Z")
_ENDED = re.compile(r"[.!?][\"”’'»)\]]*\Z")
_PARTED = re.compile(r"[^\W\d_]-\Z")
_GOES_ON = re.compile(r"\s(?:a|an|and|at|by|for|from|in|its|of|on|or|that|the|their|to|which|with)\Z")
# An entry of a list, a heading, what is underlined or quoted in a mail.
_MARKED = re.compile(r"(?:[-*+•·▪◦>]|#+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)(?:\s|\Z)|[>=_~*-]{3}")
_CELLS = re.compile(r"[|\t]|\S {3,}\S")


def unwrap(text: str) -> str:
    r"""Put a space for each line end that only wraps a paragraph: "Japan claims\nKunashir."."""
    if not _INSIDE.search(text):
        return text
    lines = text.split("\n")
    bare = [line.strip() for line in lines]
    wrapped = _find_wrapped(bare)
    if not wrapped:
        return text
    ends = [" " if at in wrapped else "\n" for at in range(len(lines) - 1)] + [""]
    spaced = (
        f"{line[:-1]} " if end == " " and line.endswith("\r") else line
        for line, end in zip(lines, ends, strict=True)
    )
    return "".join(line + end for line, end in zip(spaced, ends, strict=True))


def _find_wrapped(lines: Sequence[str]) -> set[int]:
    """Give the numbers of the lines that go on in the next one."""
    blocks = list(_blocks(lines))
    prose = {first for first, stop in blocks if _is_prose(lines[first:stop])}
    usual = max((_width(lines[first:stop]) for first, stop in blocks if first in prose), default=0)
    found = set()
    for first, stop in blocks:
        block = lines[first:stop]
        goes_on = _goes_on_in_prose if first in prose else _goes_on
        width = _width(block) if first in prose else max(_width(block), usual)
        found |= {at for at in range(first, stop - 1) if goes_on(lines[at], lines[at + 1], width)}
    return found


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the stretches of several lines, none of them blank or longer than a wrapped one."""
    first = 0
    for at, line in enumerate([*lines, ""]):
        if 0 < len(line) <= _MAX_WIDTH:
            continue
        if at - first > 1:
            yield first, at
        first = at + 1


def _width(block: Sequence[str]) -> int:
    """Give the length of the longest line, but for those of one word, say an address of the web."""
    return max((len(line) for line in block if " " in line), default=0)


def _is_prose(block: Sequence[str]) -> bool:
    """Tell whether lines are those of a wrapped paragraph: most are full, and some go on in small letters.

    A word that is parted fills its line, and no paragraph that is not wrapped has one.
    """
    width, ends = _width(block), list(pairwise(block))
    if len(ends) < 2 or width < _MIN_WIDTH:
        return False
    parted = sum(_is_parted(line, after) for line, after in ends)
    full = parted + sum(_is_full(line, after, width) for line, after in ends if not _is_parted(line, after))
    small = sum(after[0].islower() for _, after in ends)
    return full >= _MOST_ENDS * len(ends) and (parted > 0 or small >= _SOME_ENDS * len(ends))


def _is_parted(line: str, after: str) -> bool:
    """Tell whether the last word of a line goes on in the next one."""
    return _PARTED.search(line) is not None and after[0].islower()


def _is_full(line: str, after: str, width: int) -> bool:
    """Tell whether the next line's first word had no more room in a line."""
    return len(line) + 1 + len(after.split(None, 1)[0]) > width


def _goes_on_in_prose(line: str, after: str, width: int) -> bool:
    """Tell whether a line goes on in the next one of the same paragraph, where that is wrapped."""
    if _is_set_off(line, after):
        return False
    return _is_full(line, after, width - width // _RAGGED) or _goes_on_small(line, after, width)


def _goes_on(line: str, after: str, width: int) -> bool:
    """Tell whether a line goes on in the next one, of which nothing else is known."""
    if _STOPPED.search(line) or _is_set_off(line, after):
        return False
    if after[0].islower():
        return _goes_on_small(line, after, width)
    if not _is_full(line, after, width):
        return False
    is_long = len(line) >= _LONG
    if _GOES_ON.search(line) or (is_long and line.endswith(",")):
        return True
    is_last = _ENDED.search(after) is not None and len(after) <= len(line)
    return is_last and (line.split()[-1].islower() or (is_long and len(after.split()) <= _FEW))


def _goes_on_small(line: str, after: str, width: int) -> bool:
    """Tell whether a sentence goes on in small letters, behind a parted word or a line long enough for prose."""
    is_long = 2 * len(line) >= width and " " in line
    is_whole = _STOPPED.search(line) is not None or not is_long
    return _is_parted(line, after) or (after[0].islower() and not is_whole)


def _is_set_off(line: str, after: str) -> bool:
    """Tell whether one of two lines is a heading, an entry of a list, a row of a table, or begins with a dateline."""
    if _MARKED.match(after) or line.startswith("#") or _CELLS.search(line) or _CELLS.search(after):
        return True
    is_heading = line.isupper() and not after.isupper()
    return is_heading or DATELINE.match(after) is not None
