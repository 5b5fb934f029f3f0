"""Bytes of one input: opened, bounded in size, cut into lines, and told from binary data."""

import codecs
import hashlib
import itertools
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Protocol

from kgraph.reading.rejection import Rejection

__all__ = [
    "MAX_BYTES",
    "TOO_LONG",
    "EndlessError",
    "LineStream",
    "Source",
    "TooLargeError",
    "describe_binary",
    "join_lines",
    "open_file",
    "read_whole",
    "split_lines",
]

MAX_BYTES = 50_000_000  # of one text file, or of one record of a stream of records
TOO_LONG = f"longer than {MAX_BYTES // 1_000_000} MB: split the text into articles"

_PIECE = 1 << 20  # in which a line that is too long is passed over
_MAX_PASSED = 2_000_000_000

UTF16_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_MAGIC = (
    (b"%PDF-", "a PDF: convert it to text first (pdftotext)"),
    (b"PK\x03\x04", "a ZIP archive or an office document: unpack it, or save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document: save it as plain text"),
    (b"{\\rtf", "a rich text document: save it as plain text"),
    (b"\x89PNG", "an image: kgraph reads text only"),
    (b"\xff\xd8\xff", "an image: kgraph reads text only"),
    (b"GIF8", "an image: kgraph reads text only"),
    (b"\x1f\x8b", "gzip data: let its name end in .jsonl.gz, .csv.gz or .warc.gz, or unpack it (gunzip)"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"\xfd7zXZ", "xz data: unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "zstd data: let its name end in .jsonl.zst or .csv.zst, or unpack it (unzstd)"),
    (b"PAR1", "a Parquet file: let its name end in .parquet"),
    (b"WARC/1.", "a WARC archive: let its name end in .warc"),
    (b"SQLite format 3\x00", "an SQLite database: export it as .jsonl or .csv"),
)


class EndlessError(OSError):
    """A line that does not end within `_MAX_PASSED`."""

    def __init__(self) -> None:
        super().__init__(
            f"one line is longer than {_MAX_PASSED // 1_000_000} MB: the rest is left out; is it one record a line?"
        )


class TooLargeError(OSError):
    """The input is larger than `MAX_BYTES`."""

    def __init__(self) -> None:
        super().__init__(TOO_LONG)


class LineStream(Protocol):
    """A binary stream, as far as lines of it are read."""

    def readline(self, size: int = -1, /) -> bytes:
        """Read up to the end of the line, or up to `size` bytes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One input: its name in messages, and what the ids of its documents are made of.

    Attributes:
        where: its name in messages.
        label: what it is called, the same on every machine; None for standard input, which is called nothing.
        names: what its records call the fields of a record that they call otherwise: {"text": "body"}.
    """

    where: str
    label: str | None
    names: Mapping[str, str] = field(default_factory=dict)

    def called(self, name: str) -> str:
        """Give what records call a field."""
        return self.names.get(name, name)

    def name(self, text: str, number: int = 0) -> str:
        """Choose the id of a document that has none of its own.

        A text of standard input is called by its digest: what comes there tomorrow is another document.

        Args:
            text: that of the document.
            number: its line or its place in a list; 0: it is the whole input.
        """
        if self.label is None:
            return f"stdin-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
        return f"{self.label}#{number}" if number else self.label

    def reject(self, reason: str, *, line: int | None = None, fatal: bool = True) -> Rejection:
        """Complain of this input."""
        return Rejection(where=self.where, line=line, reason=reason, fatal=fatal)

    def doubt(self, reason: str | None, *, line: int | None = None) -> Iterator[Rejection]:
        """Complain of what is read all the same; None: nothing is to be said."""
        if reason is not None:
            yield self.reject(reason, line=line, fatal=False)


def open_file(path: Path) -> BinaryIO:
    """Open a file for reading.

    Raises:
        OSError: it is not there, may not be read, or is no ordinary file (a pipe would wait for ever).
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not an ordinary file")
    return path.open("rb")


def read_whole(stream: BinaryIO) -> bytes:
    """Read everything, at most `MAX_BYTES`.

    Raises:
        TooLargeError: there is more.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLargeError
    return data


def split_lines(stream: LineStream) -> Iterator[bytes | None]:
    r"""Cut a stream at its line feeds, as UTF-8 where it is UTF-16, without a byte order mark.

    Yields:
        Each line with its end (a "\r" before the "\n" too); None for one that is longer than `MAX_BYTES`.
    """
    lines = _raw_lines(stream)
    first = next(lines, b"")
    if first is not None and first.startswith(UTF16_BOMS):
        yield from _from_utf16(itertools.chain([first], lines))
        return
    yield first and first.removeprefix(codecs.BOM_UTF8)
    yield from lines


def join_lines(lines: Iterable[bytes | None]) -> bytes:
    """Put lines together again, at most `MAX_BYTES`.

    Raises:
        TooLargeError: there is more.
    """
    data = bytearray()
    for line in lines:
        if line is None or len(data) + len(line) > MAX_BYTES:
            raise TooLargeError
        data += line
    return bytes(data)


def _raw_lines(stream: LineStream) -> Iterator[bytes | None]:
    while line := stream.readline(MAX_BYTES + 1):
        if len(line) <= MAX_BYTES:
            yield line
            continue
        line = line[-1:]  # of what is passed over, no more is held than a piece
        passed = MAX_BYTES
        while line and not line.endswith(b"\n"):
            line = stream.readline(_PIECE)
            passed += len(line)
            if passed > _MAX_PASSED:
                raise EndlessError
        yield None


def _from_utf16(chunks: Iterator[bytes | None]) -> Iterator[bytes | None]:
    # The chunks end at bytes 0A, not at line feeds: half a character may be among them.
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    pending = ""
    for chunk in chunks:
        if chunk is None or len(pending) > MAX_BYTES:
            pending = ""
            yield None
        *whole, pending = (pending + decoder.decode(chunk or b"")).split("\n")
        yield from ((line + "\n").encode("utf-8", "replace") for line in whole)
    yield pending.encode("utf-8", "replace")


def describe_binary(data: bytes) -> str | None:
    """Say what binary data are and what to do with them; None for what may be text."""
    for magic, meaning in _MAGIC:
        if data.startswith(magic):
            return meaning
    if b"\x00" in data and not data.startswith(UTF16_BOMS):
        return "binary data (it holds NUL bytes): save it as plain text in UTF-8"
    return None
