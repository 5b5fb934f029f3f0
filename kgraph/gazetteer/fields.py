"""What a cell of the user's tables may hold, column by column."""

import datetime
import re
import sys
from collections.abc import Callable, Mapping

from kgraph.errors import DataError
from kgraph.tables import Row

__all__ = ["FIELDS", "NOTHING", "read_fields"]

NOTHING = "-"  # in a cell: take away what is known

Read = Callable[[Row, str], object]


def read_fields(row: Row) -> tuple[dict[str, object], list[DataError]]:
    """Read the background that a row gives, as fields of an `Entry`, and what is wrong with it."""
    fields: dict[str, object] = {}
    errors = []
    for column, cell in row.cells.items():
        if cell and column in FIELDS:
            name, read = FIELDS[column]
            try:
                fields[name] = read(row, column) if cell != NOTHING or name == "kind" else _EMPTY.get(name)
            except DataError as error:
                errors.append(error)
    return fields, errors


def _word(row: Row, column: str) -> str:
    return sys.intern(row.need(column))  # a million rows may name one whole


def _words(row: Row, column: str) -> tuple[str, ...]:
    return tuple(map(sys.intern, row.parts(column)))


def _like(pattern: str, example: str) -> Read:
    """Make what reads a cell that must look like the example."""

    def read(row: Row, column: str) -> str:
        value = row.need(column)
        if not re.fullmatch(pattern, value):
            raise row.error(f"{column} is {value!r}; it looks like {example}")
        return value

    return read


def _languages(row: Row, column: str) -> tuple[str, ...]:
    for code in row.parts(column):
        if not re.fullmatch("[a-z]{2,3}", code):
            raise row.error(f"{column} has {code!r}; a language is a code of ISO 639 such as ja")
    return row.parts(column)


def _within(limit: int) -> Read:
    return lambda row, column: row.number(column, limit)


def _date(row: Row, column: str) -> str:
    """Read a year, a month or a day that there is."""
    value = row.need(column)
    whole = {4: f"{value}-01-01", 7: f"{value}-01", 10: value}.get(len(value), "")
    try:
        datetime.date.fromisoformat(whole)
    except ValueError:
        raise row.error(f"{column} is {value!r}; it must be a date: 1956, 1956-10 or 1956-10-19") from None
    return value


# Column -> the field of `Entry` that it gives, and how it is read.
FIELDS: Mapping[str, tuple[str, Read]] = {
    "kind": ("kind", _like("[a-z][a-z_]*", "island_group")),
    "part_of": ("parent", _word),
    "lat": ("lat", _within(90)),
    "lon": ("lon", _within(180)),
    "iso2": ("iso2", _like("[A-Z]{2}", "JP")),
    "iso3": ("iso3", _like("[A-Z]{3}", "JPN")),
    "wikidata": ("wikidata", _like("Q[1-9][0-9]*", "Q17")),
    "geonames": ("geonames", _like("[1-9][0-9]*", "1861060")),
    "capital": ("capital", _word),
    "languages": ("languages", _languages),
    "claimants": ("claimants", _words),
    "holder": ("holders", _words),
    "parties": ("parties", _words),
    "status": ("status", _like("[a-z][a-z_]*", "settled")),
    "successors": ("successors", _words),
    "valid_from": ("valid_from", _date),
    "valid_to": ("valid_to", _date),
}
_EMPTY: Mapping[str, object] = dict.fromkeys(
    ("languages", "claimants", "holders", "parties", "successors"), ()
)
