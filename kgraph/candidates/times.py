"""Which years a sentence speaks of, where they say when something was: not those that are part of a name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.times import MONTHS

__all__ = ["Years", "all_years", "find_years"]

_YEAR = r"(?P<year>1[4-9]\d\d|20\d\d)"
_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_LEAD = r"(?:in|of|during|by|until|till|from|throughout|summer|spring|autumn|winter|early|late|mid|and|to)"
_BEFORE = (
    rf"(?:\b(?i:{_LEAD})\s(?:early\s|late\s|mid-|the\syear\s)?"
    rf"|{_MONTH}\s(?:\d{{1,2}},?\s)?|(?<=\d[-–])|(?<=\d\s[-–]\s)|\()"
)
_WHEN = re.compile(rf"{_BEFORE}{_YEAR}(?!\d|s)")
_DECADE = re.compile(r"\b[Ii]n the (?:early |late |mid-)?(?P<year>1[4-9]\d0|20\d0)s\b")
_CENTURY = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|and|to|or) the (?:early |late |mid-)?"
    r"(?P<first>1[0-9]|20)th(?:(?: and|,| to|-)(?: the)?(?: early| late)? (?P<last>1[1-9]|20)th)? centur(?:y|ies)\b"
)
_AFTER = re.compile(rf"\b(?P<word>[Aa]fter|[Bb]efore)\s{_YEAR}(?!\d)")
_SINCE = re.compile(r"\b[Ss]ince\s$")  # goes on
_HAD_SINCE = re.compile(rf"\bhad\b[^,;:]*?\bsince\s{_YEAR}(?!\d|s)")  # "had run the province since 1878"
_ANY = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Years:
    """A stretch of years `[first, last]` that a text speaks of, and where it says so."""

    first: int
    last: int
    at: int

    def meets(self, begin: int | None, end: int | None) -> bool:
        """Tell whether something that was there from one year to another was there in these; None is open."""
        return (begin is None or begin <= self.last) and (end is None or self.first <= end)


def find_years(sentence: str, eras: Mapping[str, tuple[int, int]]) -> tuple[Years, ...]:
    """List the years that a sentence speaks of, in their order.

    "In 1956", "on 19 October 1956", "in the 1950s", "in the 17th and 18th centuries", "before 1914", a named era; but
    neither "the 1956 declaration", which may be spoken of at any time, nor "since 1945", which goes on; "had ruled
    since 1945" is over.
    """
    return tuple(sorted(_years(sentence, eras), key=lambda years: years.at))


def _years(sentence: str, eras: Mapping[str, tuple[int, int]]) -> Iterator[Years]:
    for found in _WHEN.finditer(sentence):
        if _SINCE.search(sentence, 0, found.start()):
            continue
        year = int(found["year"])
        yield Years(year, year, found.start("year"))
    for found in _DECADE.finditer(sentence):
        year = int(found["year"])
        yield Years(year, year + (99 if year % 100 == 0 else 9), found.start("year"))
    for found in _CENTURY.finditer(sentence):
        first, last = int(found["first"]), int(found["last"] or found["first"])
        yield Years(100 * first - 100, 100 * last - 1, found.start("first"))
    for found in _HAD_SINCE.finditer(sentence):
        year = int(found["year"])
        yield Years(year, year, found.start("year"))
    for found in _AFTER.finditer(sentence):
        year = int(found["year"]) + (1 if found["word"].lower() == "after" else -1)
        yield Years(year, year, found.start("year"))
    for name, (first, last) in eras.items():
        for found in re.finditer(
            rf"\b(?i:in|during|throughout)\s(?:the\s)?{name}\b(?! (?:I|II)\b)", sentence
        ):
            yield Years(first, last, found.start())


def all_years(text: str) -> list[int]:
    """List all years in some words, in their order, whatever they are said of."""
    return [int(year) for year in _ANY.findall(text)]
