"""Dates told from another: from that of the document ("last year", "on Friday") or the one named before ("since then").

Those of the first kind are deictic, those of the second anaphoric.
"""

import datetime
import re
from dataclasses import replace

from kgraph.propositions.times.calendar_dates import year_shift
from kgraph.propositions.times.dates import Context, Date, Dates, counted_back, date_of
from kgraph.propositions.times.durations import count_of
from kgraph.propositions.times.forms import Form, form

__all__ = ["AGO", "LATER", "RELATIVE_FORMS", "RELATIVE_OPENINGS"]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COMING = re.compile(r"\b(?:in|within|during|of|throughout)\s+$", re.IGNORECASE)  # "in the next year"
_VAGUE = re.compile(r"\b(?:than|over|many|past)\s+$", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(r"\b(?:the|for|over)\s+$", re.IGNORECASE)  # "over the last year"

_COARSE = {"week": ("day", 7), "decade": ("year", 10)}  # said of what is not counted by the day or the year


def _read_relative(match: re.Match[str], context: Context) -> Dates:
    """Read "last year", "this month"."""
    if not context.date:
        return ()
    return (counted_back(context.date, -year_shift(match["which"]), match["unit"]),)


def _read_ago(match: re.Match[str], context: Context) -> Dates:
    """Read "two years ago", "ten days ago"; weeks and decades are told by about the day and the year."""
    count = count_of(match["count"])
    if not count or not context.date:
        return ()
    unit, times = _COARSE.get(match["unit"], (match["unit"], 1))
    return (replace(counted_back(context.date, times * count, unit), is_about=times > 1),)


def _read_past(match: re.Match[str], context: Context) -> Dates:
    """Read "for the past six months": when it began."""
    count = count_of(match["count"] or "a")
    if not count or not context.date:
        return ()  # "for the past few years"
    unit, times = _COARSE.get(match["unit"], (match["unit"], 1))
    began = counted_back(context.date, times * count, unit)
    return (replace(began, is_about=True) if times > 1 else began,)


def _read_later(match: re.Match[str], context: Context) -> Dates:
    """Read "five years later", "three days earlier": counted from the time named before.

    Weeks and decades tell about the day and the year, as in "two weeks ago".
    """
    count = count_of(match["count"])
    if not count:
        return ()  # "many years later"
    is_earlier = match["way"] in {"earlier", "before", "previously"}
    unit, times = _COARSE.get(match["unit"], (match["unit"], 1))
    counted = _counted_from(context.before, count * times * (1 if is_earlier else -1), unit)
    return tuple(replace(date, is_about=True) for date in counted) if times > 1 else counted


def _read_neighbour(match: re.Match[str], context: Context) -> Dates:
    """Read "the following year", "later that month", "the day before": beside the time named before, or in it."""
    word = (match["which"] or match["way"]).lower()
    back = {"following": -1, "next": -1, "after": -1, "previous": 1, "preceding": 1, "before": 1}.get(word, 0)
    return _counted_from(context.before, back, match["unit"])


def _read_then(_: re.Match[str], context: Context) -> Dates:
    """Read "since then", "until then" and a "since" with nothing after it."""
    return (context.before,) if context.before else ()


def _counted_from(start: Date | None, back: int, unit: str) -> Dates:
    """Count back or on from a date; nothing where it is less precise than the unit."""
    unit = "day" if unit == "date" else unit
    has = {"year": True, "month": start and start.month, "day": start and start.day}[unit]
    if start is None or start.year is None or start.is_era or not has or not start.is_possible:
        return ()
    counted = counted_back(datetime.date(start.year, start.month or 1, start.day or 1), back, unit)
    return (replace(counted, is_about=start.is_about),)


def _read_today(match: re.Match[str], context: Context) -> Dates:
    """Read "today", "yesterday", "tomorrow", "tonight", "this morning", "the day before yesterday"."""
    if not context.date:
        return ()
    words = match[0].lower().split()
    days = {"yesterday": -1, "tomorrow": 1}.get(words[-1], 0) * (2 if words[0] == "the" else 1)
    return (date_of(context.date + datetime.timedelta(days=days)),)


def _read_weekday(match: re.Match[str], context: Context) -> Dates:
    """Read "Friday": the last one up to the document's date, or the next one where the future is meant."""
    if not context.date:
        return ()
    which = (match["which"] or "").lower()
    weekday = _WEEKDAYS.index(match["weekday"][:3].lower())
    back = (context.date.weekday() - weekday) % 7
    if match["week"]:
        back = context.date.weekday() - weekday + 7
    elif which == "next" or (context.is_ahead and which != "last"):
        back = back - 7 if back or which else 0
    elif which == "last":
        back = back or 7
    return (date_of(context.date - datetime.timedelta(days=back)),)


def _is_exact(_: re.Match[str], before: str, has_part: bool) -> bool:
    """Tell a time from a stretch and from what is left open: not "over the last year", not "over two years ago"."""
    return not (_VAGUE.search(before) or (_SPAN_OF_TIME.search(before) and not has_part))


def _is_neighbour(match: re.Match[str], before: str, has_part: bool) -> bool:
    """Tell "the next year", which came, from "in the next year", which is to come."""
    is_coming = match["which"] == "next" and _COMING.search(before) is not None
    return not is_coming and _is_exact(match, before, has_part)


RELATIVE_FORMS: tuple[Form, ...] = (
    form(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<unit>year|month)\b", _read_relative, _is_exact),
    form(
        r"[Tt]he\s+day\s+(?:before\s+yesterday|after\s+tomorrow)\b|[Tt]oday\b|[Yy]esterday\b|[Tt]omorrow\b|[Tt]onight\b|[Tt]his\s+(?:morning|afternoon|evening)\b",
        _read_today,
    ),
    form(
        r"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
        r"(?:\s+(?:morning|afternoon|evening|night)\b)?(?:\s+(?:of\s+)?(?P<week>last\s+week)\b)?",
        _read_weekday,
    ),
    form(
        r"[Ff]or\s+(?:at\s+least\s+)?the\s+(?:past|last)\s+(?:(?P<count>\d{1,2}|[a-z-]+)\s+)?"
        r"(?P<unit>year|month|week|day|decade)s?\b(?!\s+of\b)",
        _read_past,
    ),
    form(
        r"(?:[Tt]he\s+(?P<which>following|next|same|previous|preceding)|[Tt]hat(?:\s+same)?)"
        r"\s+(?P<unit>year|month|day)\b(?P<way>)",
        _read_neighbour,
        _is_neighbour,
    ),
    form(r"[Tt]he\s+(?P<which>same)\s+(?P<unit>date)\b(?P<way>)", _read_neighbour),
    form(
        r"(?P<which>)[Tt]he\s+(?P<unit>year|month|day)\s+(?P<way>after|before)(?=\s*(?:[.,;)]|$))",
        _read_neighbour,
        _is_exact,
    ),
    form(r"(?:(?<=[Ss]ince\s)|(?<=[Uu]ntil\s))then\b|(?:ever\s+)?since(?=\s*(?:[.,;)]|$))", _read_then),
)

# What they begin with, but for the two that begin with any word.
RELATIVE_OPENINGS = (
    *("[Ll]ast", "[Nn]ext", "[Tt]his", "[Tt]oday", "[Yy]esterday", "[Tt]omorrow", "[Tt]onight"),
    *("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"),
    r"[Ff]or\s+(?:at\s+least\s+)?the\s+(?:past|last)\s",
    r"[Tt]he\s+(?:following|next|same|previous|preceding|year|month|day)\s",
    r"[Tt]hat\s+(?:same|year|month|day)\b",
    *(r"(?<=ince\s)then\b", r"(?<=ntil\s)then\b", r"ever\s+since\b", r"since\s*(?:[.,;)]|$)"),
)

AGO = form(
    r"(?P<count>\d{1,2}|[A-Za-z]+)\s+(?P<unit>decade|year|month|week|day)s?\s+ago\b", _read_ago, _is_exact
)
LATER = form(
    r"(?P<count>\d{1,2}|(?:\w+ty-)?[A-Za-z]+)\s+(?P<unit>decade|year|month|week|day)s?\s+"
    r"(?P<way>(?:later|earlier|previously)\b(?!\s+than)|(?:afterwards|after|before)(?=\s*(?:[.,;)]|$)))",
    _read_later,
    _is_exact,
)
