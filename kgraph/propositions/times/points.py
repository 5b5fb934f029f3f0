"""Single dates in a text, before neighbours are joined to intervals."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kgraph.propositions.times.calendar_dates import CALENDAR_FORMS, CALENDAR_OPENINGS
from kgraph.propositions.times.dates import Context, Date
from kgraph.propositions.times.eras import ERA_FORMS, ERA_OPENINGS, ERA_WORDS
from kgraph.propositions.times.forms import Form
from kgraph.propositions.times.leads import words_before
from kgraph.propositions.times.relative_dates import AGO, LATER, RELATIVE_FORMS, RELATIVE_OPENINGS

__all__ = ["Point", "find_points"]

_MAX_BACK = 400  # characters between a time and another that counts from it
_FORMS = (*CALENDAR_FORMS, *RELATIVE_FORMS)
_OPENING = re.compile("|".join(dict.fromkeys((*CALENDAR_OPENINGS, *RELATIVE_OPENINGS))))
_ERA_OPENING = re.compile("|".join(ERA_OPENINGS))
_COUNTING = re.compile(r"(?:decade|year|month|week|day)s?\s+(?:later|earlier|previously|after|before)\b")
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
_PART = re.compile(
    r"\b(?:(?:early|late|later|earlier|mid)(?:\s+(?:in|on))?[\s-]+"
    r"|(?:the\s+)?(?:year|(?:spring|summer|autumn|fall|winter)(?:\s+of)?"
    r"|(?:end|beginning|start|middle|(?:first|second)\s+half)\s+of)\s+)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:(?:in|on)\s+or\s+)?(?:about|almost|approximately|around|ca?\.|circa|nearly|roughly|some)\s+$",
    re.IGNORECASE,
)
_OR_SO = re.compile(r"\s+or\s+so\b")
_AHEAD_BEFORE = re.compile(
    r"\b(?:will|shall|due|expected\s+to|scheduled|set\s+to|plan(?:s|ning)?\s+to|(?:is|are)\s+to|going\s+to|would"
    r"|upcoming|invited|wants\s+to|intends?\s+to)\b(?!.*\b(?:said|told|says|announced|after)\b)"
    r"(?:[^.!?\n]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bGen)\.|(?<=\bU\.[SNK])\.|(?<=\bU)\.)*$"
)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_OPENING_LEAD = re.compile(r"(?:^|[.!?]\s+|\n\s*)(?:In|During)\s+$")
_OPENING_EVENT = re.compile(
    r"(?:^|[.!?]\s+|\n\s*)(?:After|Amid|During|Following|In)\s[^,.;!?\n]+\s(?:in|of)\s+$"
)
# "1989. Mar. 15: …": a year alone that opens the line of a chronology
_YEAR_ENTRY = re.compile(r"(?:^|\n)\W*$")
_BEHIND_YEAR = re.compile(r"[.:,]?\s+|\s*[-–—]\s*")
# "which *had* relied on a landing in"
_HAD_THEN = re.compile(r"\b(?:which|who|that|where)\s+had\b[^,.;:!?\n]*$")
_AHEAD_AFTER = re.compile(r"\s+(?:will|is\s+to|are\s+to|is\s+expected)\b")


@dataclass(frozen=True, slots=True)
class Point:
    """What was found at `[start, end)`: one date, or two where they stand in one range ("May 10-12")."""

    start: int
    end: int
    first: Date
    last: Date | None = None
    is_within: bool = field(default=False, kw_only=True)  # some time between the two


def find_points(text: str, date: datetime.date | None) -> list[Point]:
    """Find the single dates, the longest where several begin together.

    Args:
        text: a sentence, or a longer text.
        date: the document's date; without it no relative expression is read.
    """
    found = sorted(_candidates(text), key=lambda pair: (pair[0].start(), -pair[0].end()))
    barred = {i for match in _NO_YEAR.finditer(text) for i in range(*match.span())} if found else set[int]()
    points: list[Point] = []
    end = 0
    for match, form in found:
        if match.start() < end or not barred.isdisjoint(range(*match.span())):
            continue
        end = match.end()
        start = match.start()
        context = Context(
            date, _is_ahead(match), _named_before(text, points, start), _year_of(text, points, start)
        )
        point = _read(match, form, context)
        if point is not None:
            points.append(point)
    return points


def _candidates(text: str) -> Iterator[tuple[re.Match[str], Form]]:
    """Give what each form matches, from left to right and without overlap of its own."""
    yield from _matches(text, _FORMS, _OPENING)
    if ERA_WORDS.search(text):
        yield from _matches(text, ERA_FORMS, _ERA_OPENING)
    if "ago" in text:
        yield from ((match, AGO) for match in AGO.pattern.finditer(text))
    if _COUNTING.search(text):
        yield from ((match, LATER) for match in LATER.pattern.finditer(text))


def _matches(
    text: str, forms: Sequence[Form], opening: re.Pattern[str]
) -> Iterator[tuple[re.Match[str], Form]]:
    openings = [found.start() for found in opening.finditer(text)]
    for form in forms:
        end = 0
        for start in openings:
            match = form.pattern.match(text, start) if start >= end else None
            if match is not None:
                end = match.end()
                yield match, form


def _named_before(text: str, points: Sequence[Point], start: int) -> Date | None:
    """Give the time that the paragraph named last, not too far back.

    What had been before is told in passing: "In 1927 it landed, whereupon X, which *had* relied on a visit in 1825".
    """
    passed = None
    for point in reversed(points):
        if start - point.end > _MAX_BACK or "\n" in text[point.end : start]:
            break
        if point.first.year is not None and not point.is_within:
            if _HAD_THEN.search(words_before(text, point.start)) is None:
                return point.last or point.first
            passed = passed or point.last or point.first
    return passed


def _year_of(text: str, points: Sequence[Point], start: int) -> int | None:
    """Give the year that opens the sentence and is all that this says of a time before: "In the summer of *2008* …".

    It may be that of what happened before, "After clashes in summer *2008*, …", or head a line: "*1989*. Mar. 15: …".
    """
    last = points[-1] if points else None
    if last is None or last.last or last.first.month or last.first.is_era:
        return None
    before = words_before(text, last.start)
    if _BEHIND_YEAR.fullmatch(text, last.end, start):
        return last.first.year if _YEAR_ENTRY.search(before) else None
    if _SENTENCE_END.search(text, last.end, start):
        return None
    is_frame = _OPENING_EVENT.search(before) is not None and text.startswith(",", last.end)
    return last.first.year if is_frame or _OPENING_LEAD.search(before) else None


def _is_ahead(match: re.Match[str]) -> bool:
    """Tell whether the words around a time speak of what is to come: "will meet on Monday"."""
    before = words_before(match.string, match.start())
    return bool(_AHEAD_BEFORE.search(before) or _AHEAD_AFTER.match(match.string, match.end()))


def _read(match: re.Match[str], form: Form, context: Context) -> Point | None:
    """Read a form, "early", "the end of" and "about" before it taken in; None where it is no time."""
    dates = form.read(match, context)
    if not dates or not all(date.is_possible for date in dates):
        return None
    before = words_before(match.string, match.start())
    part = _PART.search(before)
    if not form.is_time(match, before, part is not None):
        return None
    start = match.start() - len(part[0]) if part else match.start()
    about = _ABOUT.search(words_before(match.string, start))
    or_so = _OR_SO.match(match.string, match.end())
    if about is None and or_so is None:
        return replace(Point(start, match.end(), *dates), is_within=form.is_within)
    guesses = (replace(date, is_about=True) for date in dates)
    return Point(start - len(about[0]) if about else start, or_so.end() if or_so else match.end(), *guesses)
