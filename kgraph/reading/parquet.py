"""Parquet files: tables whose columns are the fields of a record, read a few rows at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from kgraph.reading import stream as bounds
from kgraph.reading.encoding import LineDecoder
from kgraph.reading.record import FIELDS, Records, name_another
from kgraph.reading.rejection import EMPTY, Found, Rejection
from kgraph.reading.stream import TOO_LONG, Source, describe_binary
from kgraph.reading.text import UNDECODABLE

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

__all__ = ["read_parquet"]

T = TypeVar("T")

_MAGIC = b"PAR1"
_BYTES_AT_ONCE = 4_000_000  # of text, about, as rows are taken together
_MAX_ROWS_AT_ONCE = 1_000
_BUFFER = 1 << 20  # bytes of a column that are read at a time; without it a whole row group is
_OVERLONG = object()  # in the place of a value that is longer than `MAX_BYTES`
_COLUMNS_NAMED = 200  # characters


def read_parquet(stream: BinaryIO, source: Source) -> Iterator[Found]:
    """Read a table row by row, row group after row group; a group that is damaged costs its own rows alone.

    The line of a document is its row, from 1. Columns that are no field of a record are not even read from disk.

    Args:
        stream: the file; it must be possible to go back in it.
        source: its name.

    Raises:
        OSError: the stream cannot be read.
    """
    start = stream.read(len(_MAGIC))
    if start != _MAGIC:
        what = describe_binary(start) or "no Parquet data, though its name ends in .parquet"
        yield source.reject(what if start else EMPTY)
        return
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield source.reject(".parquet needs pyarrow: pip install 'kgraph-disputes[parquet]'")
        return
    opened = partial(
        ParquetFile, stream, buffer_size=_BUFFER, pre_buffer=False, page_checksum_verification=True
    )
    try:
        table = _ask(lambda: _Table(opened(), source))
    except _DamagedError as error:
        yield source.reject(f"damaged: its table of contents cannot be read ({error}); fetch it again")
        return
    yield from table.read()


class _DamagedError(Exception):
    """What Arrow could not read."""


def _ask(question: Callable[[], T]) -> T:
    """Ask Arrow something about a file; whatever it raises means that the file is damaged."""
    try:
        return question()
    except Exception as error:  # beside its own, those of Python: a name of a column that is not UTF-8
        raise _DamagedError((str(error).splitlines() or [type(error).__name__])[0][:200]) from error


class _Table:
    """A table on its way."""

    def __init__(self, file: "ParquetFile", source: Source) -> None:
        self._file = file
        self._source = source
        self._decoder = LineDecoder()
        self._schema: pa.Schema = file.schema_arrow
        self._columns = _find_columns(self._schema.names, source)
        self._records = Records(source)
        self._row = 0  # the one before the next, from 1

    def read(self) -> Iterator[Found]:
        return self._records.whole(self._read())

    def _read(self) -> Iterator[Found]:
        if "text" not in self._columns:
            named = ", ".join(self._schema.names)[:_COLUMNS_NAMED]
            text = self._source.called("text")
            yield self._source.reject(
                f"no column `{text}` in the table: it has {named}; {name_another(among=self._schema.names)}"
            )
            return
        for field, name in sorted(self._columns.items()):
            if wrong := _check_type(field, name, self._schema.field(name).type):
                yield self._source.reject(wrong, fatal=field == "text")
                del self._columns[field]
        if "text" not in self._columns:
            return
        if not self._file.metadata.num_rows:
            yield self._source.reject(EMPTY)
        for group in range(self._file.num_row_groups):
            yield from self._read_group(group)

    def _read_group(self, group: int) -> Iterator[Found]:
        first, count = self._row, self._file.metadata.row_group(group).num_rows
        try:
            batches = _ask(partial(self._batches, group))
            while (batch := _ask(partial(next, batches, None))) is not None:
                yield from self._read_batch(batch)
            if self._row < first + count:  # damage of a header can make Arrow end without a word
                raise _DamagedError("its rows end early")
        except _DamagedError as error:
            yield self._reject_rest(group, max(first + count - self._row, 1), error)
            self._row = first + count

    def _reject_rest(self, group: int, left: int, error: _DamagedError) -> Rejection:
        rows = f"{left:,} {'row' if left == 1 else 'rows'} of row group {group + 1} of {self._file.num_row_groups}"
        reason = f"damaged ({error}): {rows} are left out; fetch it again"
        return replace(self._source.reject(reason, line=self._row + 1), count=left)

    def _batches(self, group: int) -> "Iterator[pa.RecordBatch]":
        metadata = self._file.metadata.row_group(group)
        each = metadata.total_byte_size // max(metadata.num_rows, 1) + 1
        rows = min(max(_BYTES_AT_ONCE // each, 1), _MAX_ROWS_AT_ONCE)
        batches: Iterator[pa.RecordBatch] = self._file.iter_batches(
            rows, row_groups=[group], columns=list(dict.fromkeys(self._columns.values())), use_threads=False
        )
        return batches

    def _read_batch(self, batch: "pa.RecordBatch") -> Iterator[Found]:
        columns = _ask(
            lambda: {field: _to_values(batch.column(name)) for field, name in self._columns.items()}
        )
        for values in zip(*columns.values(), strict=True):
            self._row += 1
            yield from self._read_row(dict(zip(columns, values, strict=True)))

    def _read_row(self, row: dict[str, Any]) -> Iterator[Found]:
        line = self._row
        for field, value in row.items():
            if value is _OVERLONG:
                yield self._source.reject(TOO_LONG, line=line)
                return
            if isinstance(value, bytes):
                decoded = self._decoder.decode(value)
                if decoded is None:
                    yield self._source.reject(UNDECODABLE, line=line)
                    return
                yield from self._source.doubt(decoded.doubt, line=line)
                row[field] = decoded.text
        record = {self._source.called(field): value for field, value in row.items()}
        yield from self._records.read(record, number=line, line=line)


def _find_columns(names: list[str], source: Source) -> dict[str, str]:
    """Find the column of each field; one that is written just so goes before one in other letters."""
    found: dict[str, str] = {}
    for field in FIELDS:
        called = source.called(field)
        alike = [name for name in names if name.strip().lower() == called.strip().lower()]
        if alike:
            found[field] = called if called in alike else alike[0]
    return found


def _check_type(field: str, name: str, kind: "pa.DataType") -> str | None:
    """Say what is wrong with the type of a field's column; None: its values can be read."""
    from pyarrow import types

    inner = kind.value_type if types.is_dictionary(kind) else kind
    allowed = [_is_text]
    allowed += [types.is_integer] * (field == "id") + [types.is_date, types.is_timestamp] * (field == "date")
    if any(is_allowed(inner) for is_allowed in (*allowed, types.is_null)):
        return None
    left = "" if field == "text" else ": read without it"
    return f"the column `{name}` holds {kind}, not strings{left}"


def _is_text(kind: "pa.DataType") -> bool:
    from pyarrow import types

    return any(
        is_kind(kind)
        for is_kind in (
            types.is_string,
            types.is_large_string,
            types.is_string_view,
            types.is_binary,
            types.is_large_binary,
            types.is_binary_view,
        )
    )


def _to_values(column: "pa.Array") -> Iterable[Any]:
    """Give the values of a column: strings as bytes, which may be no UTF-8; days as they are written."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import types

    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if types.is_timestamp(column.type) or types.is_date(column.type):
        column = column.cast(pa.date32(), safe=False).cast(pa.string())
    if not _is_text(column.type):
        values: list[Any] = column.to_pylist()
        return values
    column = column.cast(pa.large_binary())
    lengths = pc.binary_length(column).to_pylist()
    # One after the other: an overlong one is never copied, the others are not held together.
    return (
        _OVERLONG if length is not None and length > bounds.MAX_BYTES else value.as_py()
        for length, value in zip(lengths, column, strict=True)
    )
