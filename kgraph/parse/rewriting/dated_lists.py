"""Lists of names with a date behind each: "invaded Hungary in 1956, Czechoslovakia in 1968 and Afghanistan in 1979".

The model takes what follows the first date for anything but the second member of a list, so that the dates are read
apart as brackets are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.parse.texts import text_of
from kgraph.times import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

__all__ = ["find_dates_in_lists"]

_MONTHS = frozenset(MONTHS)
_HINTS = re.compile(
    rf"\b(?:\d{{4}}|{'|'.join(sorted(_MONTHS))}|afterwards|before|earlier|later|following|next|same)\b"
)
_BEFORE_DATES = frozenset({"by", "from", "in", "on", "since", "until"})
_PARTS = frozenset({"early", "late", "mid"})
_SPANS = frozenset({"day", "days", "decade", "decades", "month", "months", "week", "weeks", "year", "years"})
_AFTER_SPANS = frozenset({"afterwards", "before", "earlier", "later"})
_ORDERS = frozenset({"following", "next", "same"})
_SOON = frozenset({"shortly", "soon"})
_JOINING = frozenset({",", "and", "or"})
_IN_NAMES = frozenset(
    {
        "the",
        "of",
        "'s",
        "’s",
        "-",
        "central",
        "eastern",
        "northern",
        "southern",
        "western",
        "most",
        "parts",
        "part",
    }
)
# Govern one name of the clause, so that what follows is no list with it: "took A *from B* in 1742, C in 1793".
_PARTING = frozenset({"from", "to"})
_BEHIND = frozenset({"and", "as", "but", "for", "though", "when", "where", "which", "while", "with"})
_MAX_DATE = 16  # words of a date, and of several in a row
_MAX_NAME = 8  # words from one date to the next
_MAX_SPAN = 3  # words before "later"


@dataclass(frozen=True, slots=True)
class _Date:
    """A stretch `[start, end)` of words."""

    start: int
    end: int


def find_dates_in_lists(doc: "Doc") -> tuple[range, ...]:
    """Find the dates that stand behind the members of a list of names, left to right.

    Args:
        doc: the words.
    """
    found: list[range] = []
    dates = list(_dates(doc)) if len(_HINTS.findall(text_of(doc))) > 1 else []
    run: list[_Date] = dates[:1]
    for one, other in pairwise(dates):
        if not _is_name(doc[one.end : other.start]):
            found += _of_list(doc, run)
            run = []
        run.append(other)
    return (*found, *_of_list(doc, run))


def _of_list(doc: "Doc", run: Sequence[_Date]) -> list[range]:
    """Give the dates of a run, where names stand before each and it ends as a list may."""
    if len(run) < 2 or not run[0].start or not _names(doc[run[0].start - 1]):
        return []
    first = run[0].start - 1
    while first and (_names(doc[first]) or doc[first].lower_ in _IN_NAMES):
        first -= 1
    behind = doc[run[-1].end : run[-1].end + 1]
    is_closed = all(token.is_punct or token.is_space or token.lower_ in _BEHIND for token in behind)
    if doc[first].lower_ in _PARTING or not is_closed:
        return []
    return [range(date.start, date.end) for date in run]


def _names(token: "Token") -> bool:
    return token.text[:1].isupper() and token.text not in _MONTHS


def _is_name(between: "Span") -> bool:
    """Tell whether what stands between two dates is what joins a list, and a name."""
    if not 1 < len(between) <= _MAX_NAME or between[0].text not in _JOINING:
        return False
    words = [token for token in between if token.text not in _JOINING]
    are_names = all(_names(t) or t.lower_ in _IN_NAMES or _is_of_place(t) for t in words)
    return bool(words) and are_names and (_names(words[-1]) or _is_of_place(words[-1]))


def _is_of_place(token: "Token") -> bool:
    return bool({token.lower_, token.lower_.removesuffix("s")} & load_cues().places_nouns)


def _dates(doc: "Doc") -> Iterator[_Date]:
    """Find dates with what stands before them, left to right: "in May 1967", "ten years later", "the same year"."""
    done = 0
    for token in doc:
        start = _start_of_date(token) if token.i >= done else None
        if start is not None and start >= done:
            done = token.i + 1
            yield _Date(start, done)


def _is_of_date(token: "Token") -> bool:
    return token.text in _MONTHS or token.like_num or token.lower_ in _PARTS


def _is_day(token: "Token") -> bool:
    """Tell whether a number ends a date without a year: "by December *1*"."""
    is_day = (
        token.is_digit and len(token.text) < len("000") and token.doc[max(0, token.i - 1)].text in _MONTHS
    )
    behind = token.doc[token.i + 1 : token.i + 3]
    return is_day and not any(t.shape_ == "dddd" for t in behind)


def _start_of_date(last: "Token") -> int | None:
    """Give where the date begins that ends in a word; None where none does."""
    doc, at = last.doc, last.i
    if _is_day(last):
        return at - 2 if at > 1 and doc[at - 2].lower_ in _BEFORE_DATES else None
    if last.shape_ == "dddd" or last.text in _MONTHS:
        follows = doc[at + 1 : at + 2]
        if last.text in _MONTHS and any(t.like_num for t in follows):
            return None
        first = max(0, at - _MAX_DATE)
        while at > first and (
            _is_of_date(doc[at - 1]) or (at > 1 and doc[at - 1].text == "," and _is_of_date(doc[at - 2]))
        ):
            at -= 1
        return at - 1 if at and doc[at - 1].lower_ in _BEFORE_DATES else None
    if last.lower_ in _AFTER_SPANS:
        if at and doc[at - 1].lower_ in _SOON:
            return at - 1
        span = next((i for i in range(at - 1, max(-1, at - _MAX_SPAN), -1) if doc[i].lower_ in _SPANS), None)
        return span - 1 if span and (doc[span - 1].like_num or doc[span - 1].lower_ == "a") else None
    is_ordered = last.lower_ in _SPANS and at > 1 and doc[at - 1].lower_ in _ORDERS
    if not is_ordered or doc[at - 2].lower_ != "the":
        return None
    return at - 3 if at > 2 and doc[at - 3].lower_ in _BEFORE_DATES else at - 2
