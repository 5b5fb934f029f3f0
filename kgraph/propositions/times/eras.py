"""Decades, centuries and world wars: "the late 1970s", "the 14th to the mid-19th century", "during World War II"."""

import re

from kgraph.propositions.times.calendar_dates import DASH
from kgraph.propositions.times.dates import Context, Date, Dates
from kgraph.propositions.times.forms import Form, form

__all__ = ["ERA_FORMS", "ERA_OPENINGS", "ERA_WORDS"]

ERA_WORDS = re.compile(r"0['’]?s\b|[Cc]entur(?:y|ies)\b|World\s+War\b|\bWWI")  # one of which each form has

_DECADE_FIGURES, _CENTURY_FIGURES = 3, 2
_NAMES = ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")
_FIRST_NAMED = 15
_DURING = re.compile(
    r"\b(?:amid|during|in|throughout|(?:at|in|near)\s+the\s+(?:very\s+)?(?:beginning|close|end|height|middle|start)"
    r"\s+of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THE = r"(?:[Tt]he\s+)?"
_PART = r"(?:(?:very\s+)?(?:early|late|later|middle|mid)(?:[\s-]+(?:and|to)[\s-]+(?:early|late|mid))?[\s-]+)?"
_ORDINAL = rf"(?:(?:[2-9]|1\d|2[01])(?:st|nd|rd|th)|(?i:{'|'.join(_NAMES)}))"


def _century(ordinal: str) -> int:
    """Give the first year of what "19th" or "nineteenth" counts: 1800."""
    name = ordinal.lower()
    count = _NAMES.index(name) + _FIRST_NAMED if name in _NAMES else int(re.sub(r"\D", "", ordinal))
    return 100 * (count - 1)


def _read_decade(match: re.Match[str], _: Context) -> Dates:
    """Read "the early 1970s", "the '70s"; "the 1800s" are a century, but "the 2000s" are not."""
    year = 10 * int(match["decade"] or f"19{match['short']}")
    is_century = year % 100 == 0 and year < 2000
    return (Date(year, figures=_CENTURY_FIGURES if is_century else _DECADE_FIGURES),)


def _read_century(match: re.Match[str], _: Context) -> Dates:
    """Read "the late 19th century", "the 17th and 18th centuries", "the turn of the 20th century"."""
    if match["turn"]:
        return (Date(_century(match["last"]), is_about=True),)
    told = (match["first"], match["last"])
    return tuple(Date(_century(ordinal), figures=_CENTURY_FIGURES) for ordinal in told if ordinal)


def _read_war(match: re.Match[str], _: Context) -> Dates:
    """Read "the Second World War", "World War II"."""
    is_second = (match["number"] or match["ordinal"]).lower() in {"2", "ii", "second", "two"}
    return (Date(1939), Date(1945)) if is_second else (Date(1914), Date(1918))


def _is_during(_match: re.Match[str], before: str, _has_part: bool) -> bool:
    """Tell what was done in a war from what was before or after it, or is only called by it."""
    return _DURING.search(before) is not None


ERA_FORMS: tuple[Form, ...] = (
    form(
        rf"{_THE}{_PART}(?:(?P<decade>(?:1[1-9]|20)\d)|(?:(?<=\s)[’'‘](?P<short>[2-9])))0['’]?s\b",
        _read_decade,
    ),
    form(
        rf"(?:(?P<turn>{_THE}turn\s+of\s+the\s+)|{_THE}{_PART}"
        rf"(?:(?P<first>{_ORDINAL})(?:\s+(?:century\s+)?(?:and|or|through|to|until)\s+|{DASH}){_THE}{_PART})?)"
        rf"(?P<last>{_ORDINAL})[\s-]+centur(?:y|ies)\b(?!\s+B\.?C)",
        _read_century,
    ),
    form(
        r"(?:(?P<ordinal>First|Second)\s+World\s+War|(?:World\s+War\s+|WW)(?P<number>II?|[12]|One|Two))\b"
        r"(?!['’]s?\s|\s+(?:[a-z]+s|era)\b)",
        _read_war,
        _is_during,
        is_within=True,
    ),
)

# What they begin with.
ERA_OPENINGS = (
    r"\d",
    r"[Tt]he(?=\s+(?:[’'‘]?\d|early|late|mid|turn|very|fif|six|seven|eigh|nine|twent))",
    r"turn(?=\s+of\s)",
    r"(?<=\s)[’'‘](?=\d0s)",
    rf"(?i:{'|'.join(_NAMES)})",
    "(?:First|Second)(?=\\s+World)",
    "World(?=\\s+War)",
    "WW(?=I)",
)
