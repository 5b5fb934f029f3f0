"""Time expressions to ISO 8601: "since May 2010" is `2010-05/`, "on Friday" a day if the text is dated.

A grammar in three steps, without a parser: the readers of `_FORMS` find single dates ("May 10, 2019", "last
year"), `_join` makes intervals of neighbours ("between 1998 and 2000"), and `_bounds` applies the word that
stands before ("since", "until"). What is vague stays out: decades, weeks, "nearly two years ago".
What counts from a time that was named before ("the following year", "three days later", "ever since") is resolved
against the last one in the same paragraph.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.model import Span
from kgraph.numerals import NUMERALS

__all__ = ["TimeExpression", "add_duration", "find_times"]

PAST = 3  # years before the document: a day without a year goes on with what is told
MAX_DAYS_AHEAD = 60  # "on June 2" in a text of May is this June; in a text of January it is last June
LOOKBEHIND = 80  # characters before a date that can decide its reading
MAX_BACK = 400  # characters between a time and another that counts from it


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


@dataclass(frozen=True, slots=True)
class _Date:
    """A calendar date as far as the text says it; one without a year is not resolved yet."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        parts = f"{self.year:04d}", self.month and f"{self.month:02d}", self.day and f"{self.day:02d}"
        return "-".join(part for part in parts if part)

    @property
    def is_possible(self) -> bool:
        """Tell whether the calendar has such a date; 29 February needs no year to be possible."""
        try:
            datetime.date(self.year or 2000, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class _Point:
    """What was found at `[start, end)`: one date, or two where they stand in one range ("May 10-12")."""

    start: int
    end: int
    first: _Date
    last: _Date | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    """What a reader may ask beside its own words.

    The document's date, whether the future is meant, and the time that the text named last.
    """

    date: datetime.date | None
    is_ahead: bool
    before: _Date | None = None

    def place(self, month: int, day: int | None) -> _Date:
        """Give a month or day its year, none where it cannot be told.

        In a dated text that is the year in which it lies nearest, as news mean it, but where the text tells of years
        past, and in an undated one, that of the time named before or, where the month is over then, the next. After
        a year alone it may be a month of the present: "fought a war in 1999. In August they resumed talks".
        """
        told = self.before if self.before and self.before.month else None
        is_past = (
            told is not None and told.year is not None and self.date and self.date.year - told.year >= PAST
        )
        if self.date and not is_past:
            return _Date(self._year_of(month, day, self.date), month, day)
        if told is None or told.year is None or told.month is None:
            return _Date(None, month, day)
        return _Date(told.year + (month < told.month), month, day)

    def _year_of(self, month: int, day: int | None, date: datetime.date) -> int:
        days = (month - date.month) * 30 + (day or date.day) - date.day
        if self.is_ahead:
            return date.year + (days < 0)
        return date.year - (days > MAX_DAYS_AHEAD) + (days < MAX_DAYS_AHEAD - 360)


_Dates = tuple[_Date, ...]
_Reader = Callable[[re.Match[str], _Context], _Dates]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTS = {"a": 1, "an": 1, **NUMERALS}

_DURATION = re.compile(
    rf"(?P<count>[1-9]\d{{0,2}}|{'|'.join(_COUNTS)})[ -](?P<unit>day|week|month|year)s?", re.IGNORECASE
)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?![\w])"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[,.:]\d)"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[,.:]\d|%|°|['’]s\s+and\b)"
_DASH = r"\s?[-‐‑–—−]\s?"
_AFTER_RANGE = (
    r"(?=\s*(?:[,.;)]|$)|\s+(?:19|20)\d\d|\s+(?:to|in|at|for|where|when|and|as)\b)"  # not "to 30 people"
)


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    return _MONTHS.index(text[:3].lower()) + 1


def _shift(word: str) -> int:
    return {"last": -1, "previous": -1, "this": 0, "next": 1}[word.lower()]


def _read_iso(match: re.Match[str], _: _Context) -> _Dates:
    """Read "2019-05-10"."""
    return (_Date(*(int(part) for part in match[0].split("-"))),)


def _read_days(match: re.Match[str], context: _Context) -> _Dates:
    """Read "May 10, 2019", "10 May 2019", "May 10", "10-12 May" and "May 10 to 12"."""
    month, year = _month(match["month"]), match["year"]
    days = [_number(day) for day in (match["day"], match["last"]) if day]
    return tuple(_Date(int(year), month, day) if year else context.place(month, day) for day in days)


def _read_month_of_year(match: re.Match[str], context: _Context) -> _Dates:
    """Read "May 2019", "May of 2019" and "May of last year"."""
    if match["year"]:
        return (_Date(int(match["year"]), _month(match["month"])),)
    if not context.date:
        return ()
    return (_Date(context.date.year + _shift(match["which"]), _month(match["month"])),)


def _read_month(match: re.Match[str], context: _Context) -> _Dates:
    """Read "in May", "early May", "last May", "that May"; a month's name alone may be a word or a person."""
    month = _month(match["month"])
    if match["which"] in {"last", "Last", "next", "Next"} and not context.date:
        return ()
    if match["which"] in {"that", "That"}:
        return (_Date(context.before.year, month),) if context.before else ()
    if match["which"] and context.date:
        year = context.date.year
        is_over, is_next = month < context.date.month, match["which"].lower() == "next"
        return (_Date(year + (is_over if is_next else is_over - 1), month),)
    return (context.place(month, None),)


def _read_months(match: re.Match[str], context: _Context) -> _Dates:
    """Read "between May and July 2018", "from May to July"."""
    months = [_month(match[name]) for name in ("m1", "m2", "m3", "m4") if match[name]]
    year = match["year"]
    return tuple(_Date(int(year), month) if year else context.place(month, None) for month in months)


def _read_short_range(match: re.Match[str], _: _Context) -> _Dates:
    """Read "1967-73", "1899-1902" and "1998/99"; "2005-05" is a month."""
    year, rest = int(match["year"]), int(match["rest"])
    if rest > 99:
        return (_Date(year), _Date(rest)) if rest > year else (_Date(year),)
    if rest > year % 100:
        return (_Date(year), _Date(year - year % 100 + rest))
    return (_Date(year, rest),) if 1 <= rest <= 12 and match["sign"] == "-" else ()


def _read_year(match: re.Match[str], _: _Context) -> _Dates:
    """Read "1954"."""
    return (_Date(int(match[0])),)


def _read_relative(match: re.Match[str], context: _Context) -> _Dates:
    """Read "last year", "this month"."""
    if not context.date:
        return ()
    return (_back(context.date, -_shift(match["which"]), match["unit"]),)


def _read_ago(match: re.Match[str], context: _Context) -> _Dates:
    """Read "two years ago", "ten days ago"."""
    count = _count(match["count"])
    return (_back(context.date, count, match["unit"]),) if count and context.date else ()


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _COUNTS.get(word.lower())


def _read_later(match: re.Match[str], context: _Context) -> _Dates:
    """Read "five years later", "three days earlier": counted from the time named before."""
    count = _count(match["count"])
    is_earlier = match["way"] in {"earlier", "before"}
    return _counted(context.before, (count if is_earlier else -count) if count else 0, match["unit"])


def _read_neighbour(match: re.Match[str], context: _Context) -> _Dates:
    """Read "the following year", "later that month", "the day before": beside the time named before, or in it."""
    word = (match["which"] or match["way"]).lower()
    back = {"following": -1, "next": -1, "after": -1, "previous": 1, "preceding": 1, "before": 1}.get(word, 0)
    return _counted(context.before, back, match["unit"])


def _read_then(_: re.Match[str], context: _Context) -> _Dates:
    """Read "since then", "until then" and a "since" with nothing after it."""
    return (context.before,) if context.before else ()


def _counted(start: _Date | None, back: int, unit: str) -> _Dates:
    """Count back or on from a date; nothing where it is less precise than the unit."""
    has = {"year": True, "month": start and start.month, "day": start and start.day}[unit]
    if start is None or start.year is None or not has or not start.is_possible:
        return ()
    return (_back(datetime.date(start.year, start.month or 1, start.day or 1), back, unit),)


def _back(date: datetime.date, count: int, unit: str) -> _Date:
    if unit == "year":
        return _Date(date.year - count)
    if unit == "month":
        months = date.year * 12 + date.month - 1 - count
        return _Date(months // 12, months % 12 + 1)
    return _on(date - datetime.timedelta(days=count))


def _on(day: datetime.date) -> _Date:
    return _Date(day.year, day.month, day.day)


def _read_today(match: re.Match[str], context: _Context) -> _Dates:
    """Read "today", "yesterday", "tomorrow", "tonight", "this morning"."""
    if not context.date:
        return ()
    days = {"yesterday": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    return (_on(context.date + datetime.timedelta(days=days)),)


def _read_weekday(match: re.Match[str], context: _Context) -> _Dates:
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
    return (_on(context.date - datetime.timedelta(days=back)),)


def _form(pattern: str) -> re.Pattern[str]:
    start = r"(?:(?<![\w$€£¥#.,/-])|(?<=[Mm]id-)|(?<=[Ee]arly-)|(?<=[Ll]ate-))"
    return re.compile(rf"{start}(?:{pattern})", re.VERBOSE)


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_form(r"\d{4}-\d\d-\d\d(?!\d)"), _read_iso),
    (
        _form(
            rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:(?:{_DASH}|\s+(?:to|and)\s+(?={_DAY}{_AFTER_RANGE}))"
            rf"(?P<last>{_DAY}))?(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
        ),
        _read_days,
    ),
    (
        _form(
            rf"(?P<day>{_DAY})(?:(?:{_DASH}|\s+(?:to|and)\s+)(?P<last>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})"
            rf"(?:,?\s+(?P<year>{_YEAR}))?"
        ),
        _read_days,
    ),
    (
        _form(rf"(?P<month>{_MONTH}),?\s+(?:of\s+)?(?:(?P<year>{_YEAR})|(?P<which>last|this|next)\s+year\b)"),
        _read_month_of_year,
    ),
    (
        _form(
            rf"(?:[Bb]etween\s+(?P<m1>{_MONTH})\s+and\s+(?P<m2>{_MONTH})"
            rf"|(?:[Ff]rom\s+)?(?P<m3>{_MONTH})(?:\s+(?:to|until|through)\s+|{_DASH})(?P<m4>{_MONTH}))"
            rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?(?!\s\d)"
        ),
        _read_months,
    ),
    (_form(rf"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]hat)\s+)?(?P<month>{_MONTH})"), _read_month),
    (
        _form(r"(?P<year>(?:1[5-9]|20)\d\d)(?P<sign>[-–/])(?P<rest>(?:1[5-9]|20)?\d\d)(?!\w|[-–/]\d)"),
        _read_short_range,
    ),
    (_form(_YEAR), _read_year),
    (_form(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<unit>year|month)\b"), _read_relative),
    (
        _form(
            r"[Tt]oday\b|[Yy]esterday\b|[Tt]omorrow\b|[Tt]onight\b|[Tt]his\s+(?:morning|afternoon|evening)\b"
        ),
        _read_today,
    ),
    (
        _form(
            r"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
            r"(?:\s+(?:morning|afternoon|evening|night)\b)?(?:\s+(?:of\s+)?(?P<week>last\s+week)\b)?"
        ),
        _read_weekday,
    ),
    (
        _form(
            r"(?:[Tt]he\s+(?P<which>following|next|same|previous|preceding)|[Tt]hat(?:\s+same)?)"
            r"\s+(?P<unit>year|month|day)\b(?P<way>)"
        ),
        _read_neighbour,
    ),
    (
        _form(r"(?P<which>)[Tt]he\s+(?P<unit>year|month|day)\s+(?P<way>after|before)(?=\s*(?:[.,;)]|$))"),
        _read_neighbour,
    ),
    (_form(r"(?:(?<=[Ss]ince\s)|(?<=[Uu]ntil\s))then\b|(?:ever\s+)?since(?=\s*(?:[.,;)]|$))"), _read_then),
)

_LATER = _form(
    r"(?P<count>\d{1,2}|[A-Za-z]+)\s+(?P<unit>year|month|day)s?\s+"
    r"(?P<way>(?:later|earlier)\b(?!\s+than)|(?:afterwards|after|before)(?=\s*(?:[.,;)]|$)))"
)
_AGO = _form(r"(?P<count>\d{1,2}|[A-Za-z]+)\s+(?P<unit>year|month|day)s?\s+ago\b")  # begins with any word
# What every other form begins with: to look for these alone is ten times as fast as to try each form everywhere.
_OPENING = re.compile(
    "|".join(
        (
            r"\d",
            *("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            *("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"),
            *("between", "Between", "from", "From", "last", "Last", "next", "Next", "this", "This"),
            *("today", "Today", "yesterday", "Yesterday", "tomorrow", "Tomorrow", "tonight", "Tonight"),
            r"[Tt]he\s+(?:following|next|same|previous|preceding|year|month|day)\s",
            rf"[Tt]hat\s+(?:same\b|year\b|month\b|day\b|{_MONTH})",
            *(r"(?<=ince\s)then\b", r"(?<=ntil\s)then\b", r"ever\s+since\b", r"since\s*(?:[.,;)]|$)"),
        )
    )
)

# Numbers that look like years and are none: resolutions and pages, addresses, measures, hours.
_NO_YEAR = re.compile(
    r"\b(?:resolutions?|unscrs?|nos?\.|numbers?|articles?|flight|paragraphs?|pages?|room|route|copyright|section)"
    r"\s*(?:\d+\s*(?:,|and|or|&)\s*)*\(?\d{4}\b(?:\s*(?:,|and|or|&)\s*\d{4}\b)*"
    r"|©\s*\d{4}|\bhttps?://\S+|\bwww\.\S+|\S{1,64}@\S{1,255}"
    r"|\b\d{4}[\s-](?:square|sq|nautical|miles?|km|kilomet\w+|met(?:er|re)s?|feet|ft|hectares?|acres?|tons?|tonnes?"
    r"|troops|soldiers|people|persons|men|women|refugees|civilians|police|ships|dollars|euros|gmt|utc|hours|hrs"
    r"|local\s+time|years|days|percent|strong|islands|islets)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?!was\b|is\b|has\b|this\b|its\b|his\b|as\b)[a-z]+s\b")  # "2000 fighters"
_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|that|these|those|any|each|both)|['’]s|s['’])\s+$",
    re.IGNORECASE,
)
_COUNTING = re.compile(r"(?:year|month|day)s?\s+(?:later|earlier|after|before)\b")
_COMING = re.compile(r"\b(?:in|within|during|of|throughout)\s+$", re.IGNORECASE)  # "in the next year"
_VAGUE = re.compile(r"\b(?:than|over|nearly|almost|about|some|around|roughly|many|past)\s+$", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(r"\b(?:the|for|over)\s+$", re.IGNORECASE)  # "over the last year"
_PART = re.compile(
    r"\b(?:(?:early|late|later|earlier|mid)(?:\s+(?:in|on))?[\s-]+"
    r"|(?:the\s+)?(?:year|(?:spring|summer|autumn|fall|winter)(?:\s+of)?"
    r"|(?:end|beginning|start|middle|(?:first|second)\s+half)\s+of)\s+)$",
    re.IGNORECASE,
)
_MONTH_LEAD = re.compile(r"\b(?:in|since|until|till|during|by)\s+$", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:since(?:\s+(?:at\s+least|about|around))?|after"
    r"|(?:began|begun|begins|beginning|started|starting|commenced)(?:\s+(?:in|on))?)\s+$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!dating )(?<!dates )(?<!dated )(?<!back )\bfrom\s+$", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|till|up\s+to|through|before|by(?:\s+the)?|no\s+later\s+than)\s+$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\bnot\s+until\s+$", re.IGNORECASE)  # "not until 1921 did": it was then
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+(?:onwards?|on)\b(?=\s*(?:[,.;)]|$)|(?<=wards)|(?<=ward))")
_TO = re.compile(rf"\s+(?:to|until|till|through|up\s+to)\s+|{_DASH}")
_AND = re.compile(r"\s+and\s+")
_PREPOSITION = re.compile(
    r"\b(?:in|on|of|at|since|until|till|by|from|during|after|before|through|to|and|or)\s+$", re.IGNORECASE
)
_TITLE_OF = re.compile(r"\b(?!As\b)[A-Z][a-z]+\s+of\s+$")
_NOUN_AFTER = re.compile(
    r"['’]s\b|s?['’](?=\s)|\s+(?!(?:and|or|but|to|in|on|at|of|by|for|from|with|as|that|which|who|when|while|after"
    r"|before|since|until|over|under|about|against|between|into|near|because|is|are|was|were|be|been|has|have|had"
    r"|will|would|can|could|may|might|must|shall|should|the|an?|its|their|his|her|it|he|she|they|we|this|these"
    r"|those|if|where|than|not|also|never|following|during|amid|saying|saw|said|says|told|through|without|despite"
    r"|onwards?|ago|i)\b)[A-Za-z]",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\s")
_AHEAD_BEFORE = re.compile(
    r"\b(?:will|shall|due|expected\s+to|scheduled|set\s+to|plan(?:s|ning)?\s+to|(?:is|are)\s+to|going\s+to|would"
    r"|upcoming|invited|wants\s+to|intends?\s+to)\b(?!.*\b(?:said|told|says|announced|after)\b)[^.!?\n]*$"
)
_AHEAD_AFTER = re.compile(r"\s+(?:will|is\s+to|are\s+to|is\s+expected)\b")


def find_times(text: str, date: datetime.date | None, offset: int = 0) -> tuple[TimeExpression, ...]:
    """Find what the text says of times, in text order and without overlap.

    Args:
        text: a sentence, or a longer text.
        date: the document's date; without it no relative expression is read.
        offset: where the text begins in the document; it is added to the spans.

    Returns:
        The expressions with their values: `1945`, `2005-05`, `1954/` (since), `/1994` (until), `1998/2000`.
    """
    points = _join(text, _find_points(text, date))
    return tuple(_express(text, point, offset) for point in points if point.first.year is not None)


def add_duration(start: str, words: str) -> str | None:
    """Give the interval that begins at an ISO 8601 date and lasts "ten weeks", "a year", "15 days".

    The end is as precise as the unit, and never more than the start: weeks and months give a month, years a year.
    None where the start is an interval, the words are no exact duration ("about ten years"), or the unit is finer
    than the start ("in 1982 … for ten weeks").
    """
    found = _DURATION.fullmatch(words.strip())
    day = _ISO_DATE.fullmatch(start)
    if not found or not day:
        return None
    count = _COUNTS.get(found["count"].lower()) or _number(found["count"])
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


def _find_points(text: str, date: datetime.date | None) -> list[_Point]:
    """Find the single dates, the longest where several begin together."""
    found = sorted(_candidates(text), key=lambda pair: (pair[0].start(), -pair[0].end()))
    barred = {i for match in _NO_YEAR.finditer(text) for i in range(*match.span())} if found else set[int]()
    points: list[_Point] = []
    end = 0
    for match, reader in found:
        if match.start() < end or not barred.isdisjoint(range(*match.span())):
            continue
        end = match.end()
        dates = reader(
            match, _Context(date, _is_ahead(text, match), _named_before(text, points, match.start()))
        )
        point = _widen(text, match, dates)
        if point and all(d.is_possible for d in dates):
            points.append(point)
    return points


def _candidates(text: str) -> Iterator[tuple[re.Match[str], _Reader]]:
    """Give what each form matches, from left to right and without overlap of its own."""
    openings = [opening.start() for opening in _OPENING.finditer(text)]
    for pattern, reader in _FORMS:
        end = 0
        for start in openings:
            match = pattern.match(text, start) if start >= end else None
            if match is not None:
                end = match.end()
                yield match, reader
    if "ago" in text:
        yield from ((match, _read_ago) for match in _AGO.finditer(text))
    if _COUNTING.search(text):
        yield from ((match, _read_later) for match in _LATER.finditer(text))


def _named_before(text: str, points: Sequence[_Point], start: int) -> _Date | None:
    """Give the time that the paragraph named last, not too far back."""
    for point in reversed(points):
        if start - point.end > MAX_BACK or "\n" in text[point.end : start]:
            return None
        if point.first.year is not None:
            return point.last or point.first
    return None


def _is_ahead(text: str, match: re.Match[str]) -> bool:
    return bool(_AHEAD_BEFORE.search(_before(text, match.start())) or _AHEAD_AFTER.match(text, match.end()))


def _before(text: str, start: int) -> str:
    return text[max(0, start - LOOKBEHIND) : start]


def _widen(text: str, match: re.Match[str], dates: _Dates) -> _Point | None:
    """Take "early" and "the end of" into the point; None where the words are no time, or too vague a one."""
    part = _PART.search(_before(text, match.start()))
    start = match.start() - len(part[0]) if part else match.start()
    if not dates or not _is_time(text, match, bool(part)):
        return None
    return _Point(start, match.end(), *dates)


def _is_time(text: str, match: re.Match[str], has_part: bool) -> bool:
    before, groups = _before(text, match.start()), match.groupdict()
    if groups.get("which") == "next" and "way" in groups and _COMING.search(before):
        return False
    if "count" in groups or "unit" in groups:
        return not (_VAGUE.search(before) or (_SPAN_OF_TIME.search(before) and not has_part))
    if groups.keys() == {"month", "which"}:
        return bool(groups["which"] or has_part or _MONTH_LEAD.search(before))
    if match.re.pattern == _BARE_YEAR and _COUNTED.match(text, match.end()):
        return bool(_DETERMINED.search(before) or _PREPOSITION.search(before))
    return True


_BARE_YEAR = _form(_YEAR).pattern


def _join(text: str, points: Sequence[_Point]) -> list[_Point]:
    """Make one of two neighbours that are the ends of an interval."""
    joined: list[_Point] = []
    for point in points:
        if joined and _is_interval(text, joined[-1], point):
            joined[-1] = _merge(text, joined[-1], point)
        else:
            joined.append(point)
    return joined


def _is_interval(text: str, left: _Point, right: _Point) -> bool:
    gap, before = text[left.end : right.start], _before(text, left.start)
    if left.last or right.last:
        return False
    return bool(_TO.fullmatch(gap) or (_BETWEEN.search(before) and _AND.fullmatch(gap)))


def _merge(text: str, left: _Point, right: _Point) -> _Point:
    """Join two points; the first borrows what only the second says ("from May 10 to May 12, 2019")."""
    lead = _BETWEEN.search(_before(text, left.start)) or _FROM.search(_before(text, left.start))
    first = left.first
    if right.first.year and not re.search(r"\d{4}", text[left.start : left.end]) and first.month:
        first = replace(first, year=right.first.year)
    return _Point(left.start - (len(lead[0]) if lead else 0), right.end, first, right.first)


def _express(text: str, point: _Point, offset: int) -> TimeExpression:
    start, end, value = _bounds(text, point)
    return TimeExpression(
        span=Span(start=offset + start, end=offset + end), value=value, in_name=_is_in_name(text, point)
    )


def _bounds(text: str, point: _Point) -> tuple[int, int, str]:
    """Give the expression's place and value, with the word before or after that makes it open at one end."""
    value, before = point.first.iso, _before(text, point.start)
    if text.endswith("since", point.start, point.end):
        return point.start, point.end, f"{value}/"
    if point.last:
        return point.start, point.end, f"{value}/{point.last.iso}"
    if (lead := _SINCE.search(before) or _FROM.search(before)) and not _is_in_name(text, point):
        onwards = _ONWARDS.match(text, point.end)
        return point.start - len(lead[0]), onwards.end() if onwards else point.end, f"{value}/"
    if (lead := _NOT_BEFORE.search(before)) and not _is_in_name(text, point):
        return point.start - len(lead[0]), point.end, value
    if (lead := _UNTIL.search(before)) and not _is_in_name(text, point):
        return point.start - len(lead[0]), point.end, f"/{value}"
    return point.start, point.end, value


def _is_in_name(text: str, point: _Point) -> bool:
    before = _before(text, point.start)
    if _TITLE_OF.search(before) or _POSSESSIVE.match(text, point.end):
        return True
    if not _NOUN_AFTER.match(text, point.end):
        return False
    has_digit = any(c.isdigit() for c in text[point.start : point.end])
    return bool(_DETERMINED.search(before)) or (has_digit and not _PREPOSITION.search(before))
