"""Dates as articles write them, where they are clear: "10/05/2019" is not."""

import datetime
import re

__all__ = ["find_date_line", "parse_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_TIME = r"(?:[T ,]+(?:at )?[0-9]{1,2}:[0-9]{2}.{0,30})?"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/.]?)(?P<month>[0-9]{2})(?P=mark)(?P<day>[0-9]{2})",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    )
)
_NUMBERS = re.compile(r"(?P<one>[0-9]{1,2})([/.-])(?P<other>[0-9]{1,2})\2(?P<year>[0-9]{4})" + _TIME)
_LABEL = re.compile(r"(?:date|dated|published|posted)(?: on)?\s*:?\s+", re.IGNORECASE)
_LINES_LOOKED_AT = 6  # title, subtitle, byline, place, date, and one to spare


def parse_date(text: str) -> datetime.date | None:
    """Read a date: "2019-05-10", the same with a time, "20190510", "May 10, 2019", "Fri, 10 May 2019 12:00:00 GMT".

    Of "31/12/2020" and "12/31/2020" only one number can be the month; of "10/05/2019" either.

    Returns:
        The date as written, whatever the time zone; None where it is none, or not clear to the day.
    """
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            return _to_date(match["year"], match["month"], match["day"])
    match = _NUMBERS.fullmatch(text.strip())
    return _by_numbers(match["year"], match["one"], match["other"]) if match else None


def _by_numbers(year: str, one: str, other: str) -> datetime.date | None:
    """Give the only day that two numbers can mean, whichever is the month; None where both may be."""
    found = {_to_date(year, one, other), _to_date(year, other, one)} - {None}
    return found.pop() if len(found) == 1 else None


def _to_date(year: str, month: str, day: str) -> datetime.date | None:
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return datetime.date(int(year), number, int(day))
    except ValueError:  # a 30th of February
        return None


def find_date_line(lines: list[str]) -> tuple[int, datetime.date] | None:
    """Find the line near the top that is a date and nothing else ("Date: " may stand before it)."""
    near_top = [(i, line.strip()) for i, line in enumerate(lines) if line.strip()][:_LINES_LOOKED_AT]
    for index, line in near_top:
        if date := parse_date(_LABEL.sub("", line, count=1) if _LABEL.match(line) else line):
            return index, date
    return None
