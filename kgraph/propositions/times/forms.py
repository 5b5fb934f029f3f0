"""What a form of words for a time is: the words, how they are read, and when they are no time after all."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kgraph.propositions.times.dates import Context, Dates

__all__ = ["Check", "Form", "Reader", "form"]

Reader = Callable[[re.Match[str], Context], Dates]
Check = Callable[[re.Match[str], str, bool], bool]

_START = r"(?:(?<![\w$€£¥#.,/-])|(?<=[Mm]id-)|(?<=[Ee]arly-)|(?<=[Ll]ate-))"


def _always(_match: re.Match[str], _before: str, _has_part: bool) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Form:
    """A form of words that may be a time, and its reader, which gives no dates where nothing can be told.

    `is_time` is asked with the match, the words before it, and whether "early" or "the end of" stands there.
    Where it `is_within`, the two dates are ends between which it was, and not from when to when.
    """

    pattern: re.Pattern[str]
    read: Reader
    is_time: Check = _always
    is_within: bool = False


def form(pattern: str, read: Reader, is_time: Check = _always, *, is_within: bool = False) -> Form:
    """Make a form that begins where a word or number does: not inside "$2000" or "1,945"."""
    return Form(re.compile(rf"{_START}(?:{pattern})", re.VERBOSE), read, is_time, is_within)
