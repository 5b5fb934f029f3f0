"""The bytes of a graph file on their way to the parser: unpacked, without a mark, and within bounds.

Oxigraph's parsers bound the length of a token (16 MB), not the depth of brackets: 3,000 nested objects of
JSON-LD (20 kB) took 1.8 GB, a million opening brackets of Turtle 340 MB. So depth is bounded here.
"""

import codecs
import gzip
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path

__all__ = [
    "MAX_DEPTH",
    "MAX_OPEN",
    "Guarded",
    "GuardedJson",
    "GuardedTriples",
    "UnreadableError",
    "open_bytes",
]

MAX_DEPTH = 500  # objects and lists within one another; 500 take 30 MB, and the memory grows with the square
MAX_OPEN = 500_000  # brackets not closed; those in texts count too, which no graph has that many of
MAX_NESTED = (
    5_000  # triples of RDF 1.2 within one another; 50,000 overflow Oxigraph's stack and end the process
)
_OPENING = (b"(", b"[", b"{", b"<<")
_CLOSING = (b")", b"]", b"}", b">>")
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


class UnreadableError(ValueError):
    """A file has what is beyond a graph of ours; says what."""


@contextmanager
def open_bytes(path: Path) -> Iterator[BufferedIOBase]:
    """Open a file, unpacked where its name ends in .gz; a byte order mark is passed over."""
    with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as stream:
        if stream.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
            stream.seek(0)
        yield stream


class GuardedTriples:
    """A stream for the parser that gives up on triples within triples within triples."""

    def __init__(self, stream: BufferedIOBase) -> None:
        self._stream = stream
        self._nested = 0

    def read(self, size: int = -1) -> bytes:
        """Read on.

        Raises:
            UnreadableError: they lie too deep within one another.
        """
        data = self._stream.read(size)
        self._nested = max(0, self._nested + data.count(b"<<(") - data.count(b")>>"))
        if self._nested > MAX_NESTED:
            raise UnreadableError(f"more than {MAX_NESTED:,} triples within one another")
        return data


class Guarded(GuardedTriples):
    """The same for Turtle and TriG, where brackets may open without end, too."""

    def __init__(self, stream: BufferedIOBase) -> None:
        super().__init__(stream)
        self._open = 0

    def read(self, size: int = -1) -> bytes:
        """Read on.

        Raises:
            UnreadableError: the text has opened too many brackets.
        """
        data = super().read(size)
        self._open += _count(_OPENING, data) - _count(_CLOSING, data)
        if self._open > MAX_OPEN:
            raise UnreadableError(f"more than {MAX_OPEN:,} brackets open and do not close")
        self._open = max(self._open, 0)
        return data


def _count(marks: Iterable[bytes], data: bytes) -> int:
    return sum(map(data.count, marks))


class GuardedJson(Guarded):
    """The same for JSON, where the depth of brackets itself is bounded."""

    def __init__(self, stream: BufferedIOBase) -> None:
        super().__init__(stream)
        self._depth = 0
        self._rest = b""  # what a string that has not ended leaves to the next piece

    def read(self, size: int = -1) -> bytes:
        """Read on.

        Raises:
            UnreadableError: objects or lists lie too deep within one another.
        """
        data = self._stream.read(size)
        bare = _STRING.sub(b"", self._rest + data)
        text, quote, after = bare.partition(b'"')
        escapes = len(after) - len(after.rstrip(b"\\"))
        self._rest = quote + b"\\" * (escapes % 2)
        for bracket in text.translate(None, _BRACKETS):
            self._depth += 1 if bracket in b"[{" else -1
            if self._depth > MAX_DEPTH:
                raise UnreadableError(f"objects and lists nested more than {MAX_DEPTH} deep")
        return data
