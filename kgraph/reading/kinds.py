"""The kinds of files, by suffix, and how one of each is read."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from kgraph.reading.complaints import MOST_NAMED
from kgraph.reading.csv import read_csv
from kgraph.reading.file import File
from kgraph.reading.jsonl import read_json, read_jsonl
from kgraph.reading.page import RawPage
from kgraph.reading.parquet import read_parquet
from kgraph.reading.rejection import EMPTY, Found, Rejection
from kgraph.reading.stream import Source, describe_binary, read_whole, split_lines
from kgraph.reading.text import read_markdown, read_text
from kgraph.reading.unpacking import PACKINGS, DamagedError, unpack
from kgraph.reading.warc import read_warc

__all__ = [
    "KNOWN",
    "SUFFIXES",
    "describe_error",
    "find_suffix",
    "read_data",
    "read_file",
    "read_lines",
    "with_damage",
]

ReadWhole = Callable[[bytes, Source], Iterator[Found | RawPage]]
ReadLines = Callable[[Iterable[bytes | None], Source], Iterator[Found]]
ReadStream = Callable[[BinaryIO, Source], Iterator[Found | RawPage]]


def _take_page(data: bytes, source: Source) -> Iterator[RawPage]:
    """Give a file that is a web page, unread."""
    yield RawPage(id=source.name(""), data=data, where=source.where)


_WHOLE: dict[str, ReadWhole] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": _take_page,
    ".htm": _take_page,
    ".json": read_json,
}
_BY_LINE: dict[str, ReadLines] = {
    suffix + packing: read
    for suffix, read in ((".jsonl", read_jsonl), (".csv", read_csv))
    for packing in ("", *PACKINGS)
}
_BY_RECORD: dict[str, ReadStream] = {
    ".parquet": read_parquet,
    ".warc": partial(read_warc, packed=False),
    ".warc.gz": partial(read_warc, packed=True),
}
SUFFIXES = (
    *_WHOLE,
    *_BY_LINE,
    *_BY_RECORD,
)  # what `read_sources` reads, in any mixture of upper and lower case
KNOWN = " ".join(SUFFIXES)


def find_suffix(name: str) -> str | None:
    """Find the suffix that tells the kind of a file."""
    return next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), None)


def read_file(file: File, label: str, names: Mapping[str, str]) -> Iterator[Found | RawPage]:
    """Read one file; what stands before the place where it is damaged is given.

    Args:
        file: a file.
        label: what it is called in ids.
        names: what its records call their fields, as `Source` has it.
    """
    source = Source(where=file.where, label=label, names=names)
    suffix = find_suffix(file.name)
    try:
        with file.open() as stream:
            if suffix is None:
                yield source.reject(f"unknown kind of file: kgraph reads {KNOWN}")
            elif suffix in _WHOLE:
                yield from read_data(read_whole(stream), source, _WHOLE[suffix])
            elif suffix in _BY_LINE:
                yield from _read_by_line(stream, source, suffix)
            else:
                yield from _BY_RECORD[suffix](stream, source)
    except OSError as error:
        yield source.reject(describe_error(error))


def _read_by_line(stream: BinaryIO, source: Source, suffix: str) -> Iterator[Found]:
    packing = next((packing for packing in PACKINGS if suffix.endswith(packing)), None)
    lines = split_lines(unpack(stream, packing) if packing else stream)
    found = read_lines(lines, source, _BY_LINE[suffix])
    yield from with_damage(found, source) if packing else found


def read_data(data: bytes, source: Source, read: ReadWhole) -> Iterator[Found | RawPage]:
    """Read what stands for itself: one text, one page; binary data and emptiness are said."""
    if binary := describe_binary(data):
        yield source.reject(binary)
    elif not data.strip():
        yield source.reject(EMPTY)
    else:
        yield from read(data, source)


def read_lines(lines: Iterator[bytes | None], source: Source, read: ReadLines) -> Iterator[Found]:
    """Read records from lines; binary data and emptiness are said."""
    first = next(lines, None)
    if binary := describe_binary(first or b""):
        yield source.reject(binary)
        return
    nothing = True
    for found in read(itertools.chain([first], lines), source):
        nothing = nothing and isinstance(found, Rejection) and not found.fatal
        yield found
    if nothing:
        yield source.reject(EMPTY)


def with_damage(found: Iterator[Found], source: Source) -> Iterator[Found]:
    """Give what is found in packed data, where damage can garble lines long before it shows at a check sum.

    Complaints of lines that are left out wait for the end: if the data turn out to be damaged, one complaint is for
    them all.
    """
    held: list[Rejection] = []
    more = 0  # lines, beyond those that are held
    try:
        for each in found:
            if not isinstance(each, Rejection) or each.line is None or not each.fatal:
                yield each
            elif len(held) < MOST_NAMED:
                held.append(each)
            else:
                more += each.count
    except DamagedError as error:
        yield from (each for each in held if each.parsed)
        count = sum(each.count for each in held if not each.parsed) + more
        if not count:
            raise
        lines = "1 line is" if count == 1 else f"{count:,} lines are"
        reason = f"{error.what}: {lines} garbled and left out, and what is read may be garbled; fetch the file again"
        yield replace(source.reject(reason), count=count)
        return
    yield from held
    if more:
        yield replace(held[-1], count=more)


def describe_error(error: OSError) -> str:
    """Say why a file cannot be read, and what to do."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder: check the name"
        case PermissionError():
            return "it may not be read: check its permissions"
        case _:
            return error.strerror or str(error)
