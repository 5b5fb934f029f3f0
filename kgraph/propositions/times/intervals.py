"""Neighbouring dates that are the ends of an interval: "between 1998 and 2000", "from May 10 to May 12"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kgraph.propositions.times.calendar_dates import DASH
from kgraph.propositions.times.leads import FROM, words_before
from kgraph.propositions.times.points import Point

__all__ = ["join_intervals"]

_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_TO = re.compile(rf"\s+(?:to|until|till|through|up\s+to)\s+|{DASH}")
# "from 1903 until *its independence in* 1968": the second date stays that of what happened then, too
_UNTIL_AN_EVENT = re.compile(r"\s+(?:until|till)\s+(?:[\w'’-]+\s+){1,6}in\s+")
_YEAR = re.compile(r"\d{4}")
_OR = re.compile(r"\s+or\s+")  # "in 1971 or 1972": some time in the two
_AND = re.compile(r"\s+and\s+(?:into\s+)?")


def join_intervals(text: str, points: Sequence[Point]) -> list[Point]:
    """Make one of two neighbours that are the ends of an interval."""
    joined: list[Point] = []
    for point in points:
        if joined and _is_interval(text, joined[-1], point):
            joined[-1] = _merge(text, joined[-1], point)
        elif joined and _ends_with_event(text, joined[-1], point):
            joined[-1] = replace(joined[-1], last=point.first)
            joined.append(point)
        else:
            joined.append(point)
    return joined


def _is_interval(text: str, left: Point, right: Point) -> bool:
    gap, before = text[left.end : right.start], words_before(text, left.start)
    if left.last or right.last:
        return False
    both = (left.first.is_era and right.first.is_era) or _is_month_of(text, left, right)
    return bool(_TO.fullmatch(gap) or _OR.fullmatch(gap)) or (
        _AND.fullmatch(gap) is not None and (both or _BETWEEN.search(before) is not None)
    )


def _is_month_of(text: str, left: Point, right: Point) -> bool:
    """Tell a month from one whose year it shares: "in *October* and November 1962"."""
    is_bare = _YEAR.search(text, left.start, left.end) is None and left.first.month is not None
    is_month = left.first.day is None and right.first.day is None and right.first.month is not None
    return is_bare and is_month and _YEAR.search(text, right.start, right.end) is not None


def _ends_with_event(text: str, left: Point, right: Point) -> bool:
    """Tell whether the second date is of what ended that which the first began."""
    is_open = FROM.search(words_before(text, left.start)) is not None and not (left.last or right.last)
    return is_open and _UNTIL_AN_EVENT.fullmatch(text[left.end : right.start]) is not None


def _merge(text: str, left: Point, right: Point) -> Point:
    """Join two points; the first borrows what only the second says ("from May 10 to May 12, 2019")."""
    before = words_before(text, left.start)
    lead = _BETWEEN.search(before) or FROM.search(before)
    first = left.first
    if right.first.year and not _YEAR.search(text, left.start, left.end) and first.month:
        first = replace(first, year=right.first.year)
    return Point(left.start - (len(lead[0]) if lead else 0), right.end, first, right.first)
