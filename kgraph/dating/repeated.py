"""Times in a row, at each of which something happened: "clashed in 1965 and again in 1971"."""

import re
from collections.abc import Sequence

from kgraph.propositions.times import TimeExpression

__all__ = ["times_in_row"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = len("2000-01")
_JOINED = re.compile(
    r"\s*(?:,\s*)?(?:(?:and|as well as|then)\s+)?(?:(?:again|later|once\s+(?:again|more)|then)\s+)?"
    r"(?:(?:in|on)\s+(?:the\s+)?)?(?:early\s+|late\s+)?",
    re.IGNORECASE,
)


def times_in_row(text: str, times: Sequence[TimeExpression], value: str) -> list[str]:
    """Give the values of the times that are joined to the one with this value by commas and "and", and it itself.

    Where the text has none of this value there is it alone. Days of one month are those of one event.
    """
    place = next((i for i, time in enumerate(times) if time.value == value), None)
    if place is None:
        return [value]
    first, last = place, place
    while first > 0 and _are_joined(text, times[first - 1], times[first]):
        first -= 1
    while last + 1 < len(times) and _are_joined(text, times[last], times[last + 1]):
        last += 1
    row: dict[str, str] = {}
    for time in times[first : last + 1]:
        row.setdefault(time.value[:_MONTH] if _DAY.fullmatch(time.value) else time.value, time.value)
    return [value, *(each for each in row.values() if each != value and each[:_MONTH] != value[:_MONTH])]


def _are_joined(text: str, one: TimeExpression, other: TimeExpression) -> bool:
    between = text[one.span.end : other.span.start]
    return bool(between.strip()) and _JOINED.fullmatch(between) is not None
