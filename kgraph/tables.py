"""Reads tab-separated tables; every complaint is one line that names the file and the line.

A table is UTF-8 with a header row, one fact a row, no quoting; `|` separates the values of a cell that has
several. It is read line by line, so a table may be longer than the memory is large.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NoReturn

from kgraph.errors import DataError

__all__ = ["Complain", "Complaints", "Row", "read_cells", "read_rows"]

MAX_LINE_BYTES = 1_000_000  # a longer line is no row of a table, and the file is read no further
MAX_TOLD = 20  # complaints shown at a time
MAX_KEPT = 1000  # complaints kept in order to show the first ones
# Control and format characters, private, unassigned and surrogate ones, line and paragraph separators.
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # they belong to the spelling of Persian and of Indic languages
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
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
        value = self.cells.get(column)
        if not value:
            raise self.error(f"{column} is empty; give it a value")
        return value

    def parts(self, column: str) -> tuple[str, ...]:
        """List the values of a cell that may have several."""
        text = self.cells.get(column)
        return tuple(filter(None, text.split("|"))) if text else ()

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


@dataclass(slots=True)
class Complaints:
    """What is wrong with some tables, gathered in order to be told in one go."""

    count: int = 0
    _kept: list[tuple[int, int, str]] = field(default_factory=list)
    _files: dict[Path, int] = field(default_factory=dict)

    def add(self, path: Path, line: int, error: DataError) -> None:
        """Note one error of a line; 0 is the file as a whole."""
        self.count += 1
        if len(self._kept) < MAX_KEPT:
            self._kept.append((self._files.setdefault(path, len(self._files)), line, str(error)))

    def gather(self, rows: Iterable[Row], take: Callable[[Row], object]) -> None:
        """Have each row taken, and note those that are refused."""
        for row in rows:
            try:
                take(row)
            except DataError as error:
                self.add(row.file, row.line, error)

    def tell(self) -> None:
        """Raise all that was noted, in the order of files and lines, a line each; nothing where all is well.

        Raises:
            DataError: with the first complaints, and the number of all where there are more.
        """
        if self.count:
            told = [text for *_, text in sorted(self._kept)[:MAX_TOLD]]
            more = self.count - len(told)
            raise DataError("\n".join([*told, *([f"... and {more:,} more wrong rows"] if more else [])]))


Complain = Callable[[Path, int, DataError], object]


def read_cells(path: Path, columns: Collection[str]) -> list[list[str]] | None:
    """Read a table that has these columns in this order and is wholly well, in a third of the time of `read_rows`.

    Returns:
        The cells of each row; None where anything is wrong, for `read_rows` to say what and where.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    header, *rows = [line.split("\t") for line in text.removesuffix("\n").split("\n")]
    is_printable = text.replace("\n", " ").replace("\t", " ").isprintable()
    is_well = is_printable and header == [*columns] and {*map(len, rows)} <= {len(columns)}
    return rows if is_well else None


def _fail(path: Path, line: int, error: DataError) -> NoReturn:  # noqa: ARG001 - the signature of `Complain`
    raise error


def read_rows(
    path: Path,
    allowed: Collection[str],
    required: Collection[str] | None = None,
    complain: Complain = _fail,
) -> Iterator[Row]:
    """Read the rows of a table, without the empty lines.

    Args:
        path: the table.
        allowed: the columns it may have.
        required: those it must have, all allowed ones by default.
        complain: is told of each wrong row; by default it raises. One that has not a cell for each column is left out.

    Raises:
        DataError: for an unreadable file, a wrong header or row, or an invisible character, by default.
    """
    if required is None and (rows := read_cells(path, allowed)) is not None:
        columns = list(allowed)
        for number, cells in enumerate(rows, start=2):
            yield Row(path, number, dict(zip(columns, cells, strict=True)))
        return
    try:
        file = path.open("rb")
    except OSError as error:
        said = "is a folder; name a file" if path.is_dir() else f"cannot be read: {error.strerror}"
        complain(path, 0, DataError(f"{path}: {said}"))
        return
    with file:
        columns = _read_header(path, file, allowed, allowed if required is None else required, complain)
        for number, line in enumerate(_lines(path, file, complain) if columns else (), start=2):
            cells = line.split("\t")
            if cells != [""]:
                row = Row(path, number, dict(zip(columns, cells, strict=False)))
                is_well = len(cells) == len(columns) and line.replace("\t", " ").isprintable()
                if not is_well and (wrong := _find_error(row, line, len(cells), len(columns))):
                    complain(path, number, wrong)
                if len(cells) == len(columns):
                    yield row


def _read_header(
    path: Path, file: BinaryIO, allowed: Collection[str], required: Collection[str], complain: Complain
) -> list[str]:
    """Give the names of the columns; none where the header is wrong."""
    first = file.readline(MAX_LINE_BYTES).removeprefix(_BYTE_ORDER_MARK)
    try:
        columns = first.decode().rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        complain(path, 1, DataError(f"{path}:1: {_not_utf8(error)}"))
        return []
    missing = [c for c in required if c not in columns]
    wrong = [c for c in columns if c not in allowed or columns.count(c) > 1]
    if not missing and not wrong:
        return columns
    said = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(map(repr, wrong))}"
    said = f"the header {said}" if first else "the table is empty"
    columns_are = f"the columns are {', '.join(allowed)}, separated by tabs"
    complain(path, 1, DataError(f"{path}:1: {said}; {columns_are}"))
    return []


def _lines(path: Path, file: BinaryIO, complain: Complain) -> Iterator[str]:
    """Read the lines after the header; a wrong one is told of and stands as an empty one."""
    number = 1
    while line := file.readline(MAX_LINE_BYTES):
        number += 1
        if len(line) == MAX_LINE_BYTES:
            complain(path, number, DataError(f"{path}:{number}: longer than {MAX_LINE_BYTES:,} bytes"))
            return
        try:
            yield line.decode().rstrip("\r\n")
        except UnicodeDecodeError as error:
            complain(path, number, DataError(f"{path}:{number}: {_not_utf8(error)}"))
            yield ""


def _not_utf8(error: UnicodeDecodeError) -> str:
    return f"the byte 0x{error.object[error.start]:02x} is not UTF-8; save the table as UTF-8"


def _find_error(row: Row, line: str, cells: int, columns: int) -> DataError | None:
    if cells != columns:
        return row.error(f"{cells} cells for {columns} columns; separate them by tabs")
    for at, character in enumerate(line):
        if character != "\t" and unicodedata.category(character) in _INVISIBLE and not _joins(line, at):
            return row.error(f"the invisible character U+{ord(character):04X} stands in it; delete it")
    return None


def _joins(line: str, at: int) -> bool:
    """Tell whether a character joins or parts two letters of a script that needs such a mark."""
    return line[at] in _JOINERS and all(
        unicodedata.category(c)[0] in "LM" and unicodedata.category(c) not in ("Lu", "Ll")
        for c in (line[at - 1 : at], line[at + 1 : at + 2])
        if c
    )
