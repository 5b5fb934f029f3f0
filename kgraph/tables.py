"""Reads tab-separated tables; every complaint is one line that names the file and the line.

A table is UTF-8 with a header row, one fact a row, no quoting; `|` separates the values of a cell that has
several.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import DataError

__all__ = ["Row", "read_rows"]

# Control and format characters, private, unassigned and surrogate ones, line and paragraph separators.
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and where it stands."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str | None:
        """Give the cell's text; None where it is empty or the table lacks the column."""
        return self.cells.get(column) or None

    def need(self, column: str) -> str:
        """Give the cell's text, which must not be empty."""
        value = self.get(column)
        if value is None:
            raise self.error(f"{column} is empty; give it a value")
        return value

    def parts(self, column: str) -> tuple[str, ...]:
        """List the values of a cell that may have several."""
        return tuple(part for part in self.cells.get(column, "").split("|") if part)

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        """Give the cell's text, which must be one of those allowed."""
        value = self.need(column)
        if value not in allowed:
            raise self.error(f"{column} is {value!r}; it can be {', '.join(allowed)}")
        return value

    def number(self, column: str, limit: int) -> float | None:
        """Give the cell's number, which must lie within `-limit..limit`; None where the cell is empty."""
        text = self.get(column)
        if text is None:
            return None
        try:
            value = float(text)
        except ValueError:
            raise self.error(f"{column} is {text!r}; it must be a number") from None
        if not -limit <= value <= limit:
            raise self.error(f"{column} is {text}; it must lie between -{limit} and {limit}")
        return value

    def error(self, message: str) -> DataError:
        """Make the error that says this of the row."""
        return DataError(f"{self.file}:{self.line}: {message}")


def read_rows(path: Path, allowed: Collection[str], required: Collection[str] | None = None) -> Iterator[Row]:
    """Read the rows of a table, without the empty lines.

    Args:
        path: the table.
        allowed: the columns it may have.
        required: those it must have, all allowed ones by default.

    Raises:
        DataError: for an unreadable file, a wrong header or row, or an invisible character.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read as a UTF-8 table: {error}") from error
    first, *lines = text.split("\n")
    columns = first.rstrip("\r").split("\t")
    _check_header(path, columns, allowed, allowed if required is None else required)
    for number, line in enumerate(lines, start=2):
        cells = line.rstrip("\r").split("\t")
        if cells != [""]:
            yield _check_row(Row(path, number, dict(zip(columns, cells, strict=False))), cells, columns)


def _check_header(
    path: Path, columns: list[str], allowed: Collection[str], required: Collection[str]
) -> None:
    missing = [c for c in required if c not in columns]
    wrong = [c for c in columns if c not in allowed or columns.count(c) > 1]
    if missing or wrong:
        said = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(map(repr, wrong))}"
        raise DataError(
            f"{path}:1: the header {said}; the columns are {', '.join(allowed)}, separated by tabs"
        )


def _check_row(row: Row, cells: list[str], columns: list[str]) -> Row:
    if len(cells) != len(columns):
        raise row.error(f"{len(cells)} cells for {len(columns)} columns; separate them by tabs")
    text = " ".join(cells)
    if not text.isprintable():  # also false for harmless spaces, so look closer
        for character in text:
            if unicodedata.category(character) in _INVISIBLE:
                raise row.error(f"the invisible character U+{ord(character):04X} stands in it; delete it")
    return row
