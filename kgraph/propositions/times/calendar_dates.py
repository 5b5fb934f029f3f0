"""Dates by the calendar: "May 10, 2019", "10-12 May", "in September", "1967-73"."""

import re

from kgraph.propositions.times.dates import Context, Date, Dates
from kgraph.propositions.times.forms import Form, form
from kgraph.propositions.times.leads import DETERMINER, PREPOSITION
from kgraph.times import MONTHS

__all__ = ["CALENDAR_FORMS", "CALENDAR_OPENINGS", "DASH", "year_shift"]

_SHORT_MONTHS = tuple(month[:3] for month in MONTHS)

DASH = r"\s?[-‐‑–—−]\s?"
_MONTH = (
    rf"(?:{'|'.join(MONTHS)}"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![\w])"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[,.:]\d)"
_IS_ALONE = r"(?!\w|[,.:]\d|%|°|['’]s\s+and\b|\s*B\.?C\b)"
_YEAR = rf"(?:14[5-9]|1[5-9]\d|20\d)\d{_IS_ALONE}"
_TOLD_YEAR = r"(?P<told>that(?:\s+same)?|the\s+(?:following|next|preceding|previous|same))\s+year\b"
# A smaller number is more often one of things: the words on both sides have to say that it is a year.
_EARLY_YEAR = (
    rf"1(?:[0-3]\d|4[0-4])\d{_IS_ALONE}"
    r"(?=\s*(?:[,;.):]|$)|\s+(?:and|when|as|after|but|by|from|under)\b"
    r"|\s+(?:to|until|till)\s+(?:the|about|\d{4}(?!\s+[a-z]+s\b))\b)"
)
_EARLY_LEAD = re.compile(
    r"\b(?:in|since|until|till|from|during|after|before|between|1\d{3}\s+(?:and|to|until|till))\s+$",
    re.IGNORECASE,
)
_AFTER_RANGE = (
    r"(?=\s*(?:[,.;)]|$)|\s+(?:19|20)\d\d|\s+(?:to|in|at|for|where|when|and|as)\b)"  # not "to 30 people"
)
_COUNTED = re.compile(r"\s+(?!was\b|is\b|has\b|this\b|its\b|his\b|as\b)[a-z]+s\b")  # "2000 fighters"
# "nearly 1500 died"; and what is about a hundred is a number where no preposition says that it is a year
_FEWER = re.compile(r"\b(?:almost|fewer\s+than|less\s+than|more\s+than|nearly|some)\s+$", re.IGNORECASE)
_ROUGHLY = re.compile(
    r"(?<!in )(?<!or )(?<!since )(?<!from )(?<!until )(?<!by )(?<!of )(?<!before )(?<!after )\b"
    r"(?:about|approximately|roughly)\s+$",
    re.IGNORECASE,
)
_MONTH_LEAD = re.compile(r"\b(?:in|since|until|till|during|by)\s+$", re.IGNORECASE)


def year_shift(word: str) -> int:
    """Give how many years or months from now "last", "this" and "next" are."""
    return {"last": -1, "this": 0, "next": 1}[word.lower()]


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    return _SHORT_MONTHS.index(text[:3]) + 1


def _read_iso(match: re.Match[str], _: Context) -> Dates:
    """Read "2019-05-10"."""
    return (Date(*(int(part) for part in match[0].split("-"))),)


def _read_days(match: re.Match[str], context: Context) -> Dates:
    """Read "May 10, 2019", "10 May 2019", "May 10", "10-12 May", "May 10 to 12" and "10 May of that year"."""
    month, year = _month(match["month"]), int(match["year"] or 0)
    if match["told"]:
        year = context.year_told(match["told"]) or 0
        if not year:
            return ()
    days = [_number(day) for day in (match["day"], match["last"]) if day]
    return tuple(Date(year, month, day) if year else context.place(month, day) for day in days)


def _read_month_of_year(match: re.Match[str], context: Context) -> Dates:
    """Read "May 2019", "May of 2019", "May of last year" and "May of the following year"."""
    if match["year"]:
        return (Date(int(match["year"]), _month(match["month"])),)
    if match["told"]:
        year = context.year_told(match["told"])
        return (Date(year, _month(match["month"])),) if year else ()
    if not context.date:
        return ()
    return (Date(context.date.year + year_shift(match["which"]), _month(match["month"])),)


def _read_month_behind_year(match: re.Match[str], _: Context) -> Dates:
    """Read "1947 August", as chronologies have it."""
    return (Date(int(match["year"]), _month(match["month"])),)


def _read_month(match: re.Match[str], context: Context) -> Dates:
    """Read "in May", "early May", "last May", "that May", "the following May".

    A month's name alone may be a word or a person.
    """
    month = _month(match["month"])
    which = (match["which"] or "").lower()
    if which == "that":
        return (Date(context.before.year, month),) if context.before and not context.before.is_era else ()
    if which.endswith("following"):
        following = context.month_after(month)
        return (following,) if following else ()
    if not which:
        return (context.place(month, None),)
    if not context.date:
        return ()
    is_over = month < context.date.month
    return (Date(context.date.year + (is_over if which == "next" else is_over - 1), month),)


def _is_month(match: re.Match[str], before: str, has_part: bool) -> bool:
    return bool(match["which"] or has_part or _MONTH_LEAD.search(before))


def _read_months(match: re.Match[str], context: Context) -> Dates:
    """Read "between May and July 2018", "from May to July"."""
    months = [_month(match[name]) for name in ("m1", "m2", "m3", "m4") if match[name]]
    year = match["year"]
    return tuple(Date(int(year), month) if year else context.place(month, None) for month in months)


def _read_short_range(match: re.Match[str], _: Context) -> Dates:
    """Read "1967-73", "1967 - 73", "1899-1902" and "1998/99"; "2005-05" is a month."""
    year, rest = int(match["year"]), int(match["rest"])
    if rest > 99:
        return (Date(year), Date(rest)) if rest > year else (Date(year),)
    if rest > year % 100:
        return (Date(year), Date(year - year % 100 + rest))
    return (Date(year, rest),) if 1 <= rest <= 12 and match["sign"] == "-" else ()


def _read_year(match: re.Match[str], _: Context) -> Dates:
    """Read "1954"."""
    return (Date(int(match[0])),)


def _is_early_year(_match: re.Match[str], before: str, _has_part: bool) -> bool:
    """Tell a year of the Middle Ages from a number of things: "in 1266, Norway ceded"."""
    return _EARLY_LEAD.search(before) is not None


def _is_year(match: re.Match[str], before: str, _has_part: bool) -> bool:
    """Tell a year from a number of things: "2000 fighters", but "in 2000 fighters came"."""
    if _FEWER.search(before) or (match[0].endswith("00") and _ROUGHLY.search(before)):
        return False
    is_counting = _COUNTED.match(match.string, match.end()) is not None
    return not is_counting or bool(DETERMINER.search(before) or PREPOSITION.search(before))


CALENDAR_FORMS: tuple[Form, ...] = (
    form(r"\d{4}-\d\d-\d\d(?!\d)", _read_iso),
    form(
        rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:(?:{DASH}|\s+(?:to|and)\s+(?={_DAY}{_AFTER_RANGE}))"
        rf"(?P<last>{_DAY}))?(?:,?\s+(?:of\s+)?(?:(?P<year>{_YEAR})|{_TOLD_YEAR}))?",
        _read_days,
    ),
    form(
        rf"(?P<day>{_DAY})(?:(?:{DASH}|\s+(?:to|and)\s+)(?P<last>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})"
        rf"(?:,?\s+(?:(?P<year>{_YEAR})|(?:of\s+)?{_TOLD_YEAR}))?",
        _read_days,
    ),
    form(
        rf"(?P<month>{_MONTH}),?\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<which>last|this|next)\s+year\b|{_TOLD_YEAR})",
        _read_month_of_year,
    ),
    form(rf"(?P<year>{_YEAR})\s+(?P<month>{_MONTH})(?=\s*[-–—:]\s)", _read_month_behind_year),
    form(
        rf"(?:[Bb]etween\s+(?P<m1>{_MONTH})\s+and\s+(?P<m2>{_MONTH})"
        rf"|(?:[Ff]rom\s+)?(?P<m3>{_MONTH})(?:\s+(?:to|until|through)\s+|{DASH})(?P<m4>{_MONTH}))"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?(?!\s\d)",
        _read_months,
    ),
    form(
        rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]hat|[Tt]he\s+following)\s+)?(?P<month>{_MONTH})",
        _read_month,
        _is_month,
    ),
    form(
        r"(?P<year>(?:1[5-9]|20)\d\d)(?P<sign>[-–/])(?P<rest>(?:1[5-9]|20)?\d\d)(?!\w|[-–/]\d)",
        _read_short_range,
    ),
    form(
        r"(?P<year>(?:1[5-9]|20)\d\d)(?P<sign>\s[-–]\s)(?P<rest>\d\d)(?=\s+[A-Z]|\s*[),.;:]|$)",
        _read_short_range,
    ),
    form(_YEAR, _read_year, _is_year),
    form(_EARLY_YEAR, _read_year, _is_early_year),
)

# What they begin with: to look for these alone is ten times as fast as to try each form everywhere.
CALENDAR_OPENINGS = (
    r"\d",
    *_SHORT_MONTHS,
    "[Bb]etween",
    "[Ff]rom",
    "[Ll]ast",
    "[Nn]ext",
    rf"[Tt]hat\s+{_MONTH}",
    rf"[Tt]he\s+following\s+{_MONTH}",
)
