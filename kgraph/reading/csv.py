"""Tables with a header: the columns are the fields of a record."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from kgraph.reading import stream
from kgraph.reading.encoding import LineDecoder
from kgraph.reading.record import Records, name_another
from kgraph.reading.rejection import Found, Rejection
from kgraph.reading.stream import TOO_LONG, Source
from kgraph.reading.text import UNDECODABLE

__all__ = ["read_csv"]

_LONGEST_HEADER = 1_000_000  # characters; each column takes 90 bytes or more
_DELIMITERS = (",", ";", "\t")  # spreadsheets write ";" where the comma is the decimal point


class _Lines:
    """The decoded lines of a table, for `csv.reader` to pull; collects complaints on the way."""

    def __init__(self, lines: Iterable[bytes | None], source: Source) -> None:
        self.number = 0  # of the last line pulled
        self.filled = 0  # lines pulled that are not blank
        self._lines = iter(lines)
        self._source = source
        self._decoder = LineDecoder()
        self._complaints: list[Rejection] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        decoded = None if line is None else self._decoder.decode(line)
        if decoded is None:
            reason = TOO_LONG if line is None else UNDECODABLE
            self._complaints.append(self._source.reject(reason, line=self.number))
            return ""
        self._complaints += self._source.doubt(decoded.doubt, line=self.number)
        self.filled += bool(decoded.text.strip())
        return decoded.text

    def take_complaints(self) -> list[Rejection]:
        """Give the complaints since the last time."""
        taken, self._complaints = self._complaints, []
        return taken


def read_csv(lines: Iterable[bytes | None], source: Source) -> Iterator[Found]:
    """Read a table row by row; a row that is wrong costs itself alone.

    Commas, semicolons or tabs may stand between the fields. Line breaks in a quoted field stay as they are.
    A quotation mark that is never closed costs all the lines that it swallows, each counted as an input.
    """
    # The limit belongs to the whole process: it is raised, never lowered for somebody else.
    csv.field_size_limit(max(csv.field_size_limit(), stream.MAX_BYTES))
    table = _Lines(lines, source)
    header = next((line for line in table if line.strip()), None)
    yield from table.take_complaints()
    if header is None:
        return
    if len(header) > _LONGEST_HEADER:
        reason = f"a header of more than {_LONGEST_HEADER:,} characters: is a line break missing?"
        yield source.reject(reason, line=table.number)
        return
    source = replace(source, names={field: _fold(name) for field, name in source.names.items()})
    text = source.called("text")
    columns, delimiter = _read_header(header, text)
    if text not in columns:
        named = ", ".join(columns)[:200]
        reason = f"no column `{text}` in the header: it names {named}; {name_another(among=columns)}"
        yield source.reject(reason, line=table.number)
        return
    records = Records(source)
    yield from records.whole(_read_rows(table, columns, delimiter, records, source))


def _read_header(line: str, text: str) -> tuple[list[str], str]:
    """Give the names of the columns, and the delimiter: the first that makes one of them that of the text."""
    headers = [(_split(line, delimiter), delimiter) for delimiter in _DELIMITERS]
    return next((header for header in headers if text in header[0]), headers[0])


def _fold(name: str) -> str:
    return name.strip().lower()


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return [_fold(name) for name in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:  # carriage returns alone as line ends: the header is the whole file
        return line.split("\r", 1)[0].split(delimiter)


def _read_rows(
    table: _Lines, columns: list[str], delimiter: str, records: Records, source: Source
) -> Iterator[Found]:
    # Not strict, it would take all the rest of the table for one text, and what follows a closed quotation too.
    reader = csv.reader(table, delimiter=delimiter, strict=True)
    while True:
        start, filled = table.number + 1, table.filled
        try:
            row = next(reader, None)
        except csv.Error as error:
            yield _reject_row(error, source, start, table.filled - filled)
            continue
        yield from table.take_complaints()
        if row is None:
            return
        if row:
            yield from _read_row(row, columns, records, source, start)


def _reject_row(error: csv.Error, source: Source, line: int, count: int) -> Rejection:
    """Complain of a row that is no CSV, with all the lines that were taken for part of it."""
    reason = f"not CSV: {error}; is a quotation mark missing?"
    if count > 1:
        reason += f" {count} lines from here on are left out"
    return replace(source.reject(reason, line=line), count=max(count, 1))


def _read_row(
    row: list[str], columns: list[str], records: Records, source: Source, line: int
) -> Iterator[Found]:
    if any(row[len(columns) :]):
        yield source.reject(
            f"{len(row)} fields where the header names {len(columns)}: put the text in double quotes",
            line=line,
        )
        return
    # what a row ends before is there, and empty
    record = dict(zip_longest(columns, row[: len(columns)]))
    yield from records.read(record, number=line, line=line)
