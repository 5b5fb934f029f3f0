"""Days that a time of a text begins and ends with, and how it is said."""

import calendar
import datetime
import re

__all__ = ["MONTHS", "SPANS", "WEEKDAYS", "describe_time", "is_year", "time_bounds"]

# In English, whatever the language of the machine: the names of `calendar` are those of its locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# In small letters.
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
# Lemmas of what a length of time is counted in: "for two *decades*".
SPANS = frozenset({"century", "day", "decade", "month", "week", "year"})

_YEAR = 4  # figures
# "X" for a figure that is not told, "~" for what is about then, brackets for some time in a set: as in ISO 8601-2.
_ISO_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?~?")


def is_year(word: str) -> bool:
    """Tell whether a word may be a year: "1974"."""
    return len(word) == _YEAR and word.isdigit()


def time_bounds(time: str) -> tuple[datetime.date | None, datetime.date | None]:
    """Give the first and the last day of an ISO 8601 date or interval; None where it is open or not a date.

    "1945" is 1945-01-01 to 1945-12-31, "1954/" begins on 1954-01-01, "/1994" ends on 1994-12-31. "197X" is some time
    from 1970-01-01 to 1979-12-31, "[1939..1945]" some time from 1939-01-01 to 1945-12-31. Of "1971~" the bounds are
    those of 1971: how far it may be off, no text says.
    """
    is_set = time.startswith("[") and time.endswith("]")
    first, mark, last = time[1:-1].partition("..") if is_set else time.partition("/")
    return _day(first, last=False), _day(last if mark else first, last=True)


def _day(text: str, *, last: bool) -> datetime.date | None:
    found = _ISO_DATE.fullmatch(text)
    if not found or not found[1].isascii():
        return None
    try:
        year, month = int(found[1].replace("X", "9" if last else "0")), int(found[2] or (12 if last else 1))
        edge = calendar.monthrange(year, month)[1] if last else 1
        return datetime.date(year, month, int(found[3] or edge))
    except (ValueError, calendar.IllegalMonthError):  # the year 0, a 13th month, a 31st of June
        return None


def describe_time(time: str | None) -> str | None:
    """Put an ISO 8601 date or interval in words: "1954/" is "since 1954", "197X" "the 1970s", "1971~" "about 1971"."""
    if time is None:
        return None
    if time.startswith("["):
        return f"between {time[1:-1].replace('..', ' and ')}"
    start, slash, end = time.partition("/")
    start, end = _describe_date(start), _describe_date(end)
    if not slash:
        return start
    if start and end:
        return f"{start} to {end}"
    return f"since {start}" if start else f"until {end}"


def _describe_date(date: str) -> str:
    if date.endswith("~"):
        return f"about {_describe_date(date[:-1])}"
    if re.fullmatch(r"\d{3}X", date):
        return f"the {date[:3]}0s"
    if re.fullmatch(r"\d{2}XX", date):
        return f"the {_ordinal(int(date[:2]) + 1)} century"
    return date


def _ordinal(count: int) -> str:
    is_teen = 10 < count < 20
    return f"{count}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"
