"""How long something lasts: "ten weeks", "a year"."""

import datetime
import re

from kgraph.text.numerals import NUMERALS

__all__ = ["add_duration", "count_of"]

_COUNTS = {"a": 1, "an": 1, **NUMERALS}
_DURATION = re.compile(
    rf"(?P<count>[1-9]\d{{0,2}}|{'|'.join(_COUNTS)})[ -](?P<unit>day|week|month|year)s?", re.IGNORECASE
)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def count_of(word: str) -> int | None:
    """Give the number that "3", "three", "thirty-nine" or "a" is; None where a word is no number."""
    if word.isdigit():
        return int(word)
    counts = [_COUNTS.get(part) for part in word.lower().split("-")]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def add_duration(start: str, words: str) -> str | None:
    """Give the interval that begins at an ISO 8601 date and lasts "ten weeks", "a year", "15 days".

    The end is as precise as the unit, and never more than the start: weeks and months give a month, years a year.
    None where the start is an interval, the words are no exact duration ("about ten years"), or the unit is finer
    than the start ("in 1982 … for ten weeks").
    """
    found = _DURATION.fullmatch(words.strip())
    day = _ISO_DATE.fullmatch(start)
    count = count_of(found["count"]) if found else None
    if not found or not day or count is None:
        return None
    year, month = int(day[1]), int(day[2] or 1)
    match found["unit"]:
        case "year":
            return f"{start}/{year + count:04d}"
        case "month" if day[2]:
            months = year * 12 + month - 1 + count
            return f"{start}/{months // 12:04d}-{months % 12 + 1:02d}"
        case "week" | "day" if day[3]:
            days = count * (7 if found["unit"] == "week" else 1)
            last = datetime.date(year, month, int(day[3])) + datetime.timedelta(days=days)
            return f"{start}/{last.isoformat()[: 7 if found['unit'] == 'week' else 10]}"
    return None
