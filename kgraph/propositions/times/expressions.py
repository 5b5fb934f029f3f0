"""Time expressions: where a text says when, and the ISO 8601 value with the word before it applied ("since 1954")."""

import datetime
import re
from dataclasses import dataclass

from kgraph.model import Span
from kgraph.propositions.times.intervals import join_intervals
from kgraph.propositions.times.leads import DETERMINER, FROM, PREPOSITION, words_before
from kgraph.propositions.times.points import Point, find_points

__all__ = ["TimeExpression", "find_times"]

_SINCE = re.compile(
    r"\b(?:since(?:\s+at\s+least)?|after"
    r"|(?:began|begun|begins|beginning|started|starting|commenced)(?:\s+(?:in|on))?)\s+$",
    re.IGNORECASE,
)
_FOR_THE_PAST = re.compile(r"for\s+(?:at\s+least\s+)?the\s+(?:past|last)\s", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:(?:until|till|up\s+to)(?:\s+at\s+least)?|through|before|prior\s+to|by(?:\s+the)?|no\s+later\s+than)\s+$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\bnot\s+until\s+$", re.IGNORECASE)  # "not until 1921 did": it was then
_CLAUSE = 90  # characters from "did not" to the date
# "did not join until 1971": so was it then.
_NOT_DONE_BEFORE = re.compile(
    r"\b(?:could|did|does|do|had|has|have|is|are|was|were|will|would)(?:\s+not|n['’]t|\s+never)"
    r"(?:\s+[\w'’.-]+){0,8}\s+until\s+$"
)
# "had to wait until 1862 for X to join", "it took until 1862": so, too.
_WAITED_BEFORE = re.compile(r"\b(?:(?:had|have)\s+to\s+wait|took|waited)(?:\s+[\w'’.-]+){0,3}\s+until\s+$")
_ONWARDS = re.compile(r"\s+(?:onwards?|on)\b(?=\s*(?:[.,;)]|$)|(?<=wards)|(?<=ward))")
_TITLE_OF = re.compile(r"\b(?!As\b)[A-Z][a-z]+\s+of\s+$")
_NOUN_AFTER = re.compile(
    r"['’]s\b|s?['’](?=\s)|\s+(?!(?:and|or|but|to|in|on|at|of|by|for|from|with|as|that|which|who|when|while|after"
    r"|before|since|until|over|under|about|against|between|into|near|because|is|are|was|were|be|been|has|have|had"
    r"|will|would|can|could|may|might|must|shall|should|the|an?|its|their|his|her|it|he|she|they|we|this|these"
    r"|those|if|where|than|not|also|never|following|during|amid|saying|saw|said|says|told|through|without|despite"
    r"|onwards?|ago|i)\b)[A-Za-z]",
    re.IGNORECASE,
)
_COMMON_NOUN = re.compile(r"\s+[a-z]")
_POSSESSIVE = re.compile(r"['’]s?\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A stretch of text that says when, and its ISO 8601 value.

    `in_name` is True where the time stands before a noun ("the 1956 declaration", "Saturday's election") or
    in a title ("the Convention of 1907"): it dates that thing, and only the caller can tell whether it dates
    the clause too.
    """

    span: Span
    value: str
    in_name: bool = False


def find_times(text: str, date: datetime.date | None, offset: int = 0) -> tuple[TimeExpression, ...]:
    """Find what the text says of times, in text order and without overlap.

    Args:
        text: a sentence, or a longer text.
        date: the document's date; without it no relative expression is read.
        offset: where the text begins in the document; it is added to the spans.

    Returns:
        The expressions with their values: `1945`, `2005-05`, `1954/` (since), `/1994` (until), `1998/2000`, `197X`
        (a decade), `18XX` (a century), `1971~` (about then), `[1939..1945]` (some time in these years).
    """
    points = join_intervals(text, find_points(text, date))
    return tuple(_express(text, point, offset) for point in points if point.first.year is not None)


def _express(text: str, point: Point, offset: int) -> TimeExpression:
    in_name = _is_in_name(text, point)
    start, end, value = _bounds(text, point, in_name=in_name)
    return TimeExpression(span=Span(start=offset + start, end=offset + end), value=value, in_name=in_name)


def _bounds(text: str, point: Point, *, in_name: bool) -> tuple[int, int, str]:
    """Give the expression's place and value, with the word before or after that makes it open at one end."""
    start, end, value, before = point.start, point.end, point.first.iso, words_before(text, point.start)
    if text.endswith("since", start, end) or _FOR_THE_PAST.match(text, start):
        return start, end, f"{value}/"
    if point.is_within and point.last:
        return start, end, f"[{value}..{point.last.iso}]"
    if point.last:
        return start, end, f"{value}/{point.last.iso}"
    if in_name:
        return start, end, value
    if lead := _SINCE.search(before) or FROM.search(before):
        onwards = _ONWARDS.match(text, end)
        return start - len(lead[0]), onwards.end() if onwards else end, f"{value}/"
    if lead := _NOT_BEFORE.search(before):
        return start - len(lead[0]), end, value
    if lead := _UNTIL.search(before):
        first = max(0, start - _CLAUSE)
        is_then = _NOT_DONE_BEFORE.search(text, first, start) or _WAITED_BEFORE.search(text, first, start)
        return start - len(lead[0]), end, value if is_then else f"/{value}"
    return start, end, value


def _is_in_name(text: str, point: Point) -> bool:
    """Tell whether a time is part of what a noun or title names: "the 1956 declaration"."""
    before = words_before(text, point.start)
    if _TITLE_OF.search(before) or _POSSESSIVE.match(text, point.end):
        return True
    if point.first.is_era and text.startswith("-", point.end):
        return True  # "a 1920s-era base"
    if not _NOUN_AFTER.match(text, point.end):
        return False
    if point.first.is_era and _COMMON_NOUN.match(text, point.end):
        return True  # "the 1990s war", but "in the 1990s Georgia"
    has_digit = any(c.isdigit() for c in text[point.start : point.end])
    return bool(DETERMINER.search(before)) or (has_digit and not PREPOSITION.search(before))
