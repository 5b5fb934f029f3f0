"""Triples in order, as many as there may be: sorted as lines of N-Triples, on disk where memory would not do.

The order is that of the lines' bytes, which is that of their code points: by subject, predicate and object. Lines of
bytes sort many times faster than terms that Python compares.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from operator import attrgetter
from types import TracebackType
from typing import IO, cast

import pyoxigraph as ox

from kgraph.graph import terms
from kgraph.graph.prefixes import Seen
from kgraph.graph.store import Graph

__all__ = ["Lines", "in_reading_order", "parse_lines", "sorted_lines"]

RUN_BYTES = 2**26  # sorted in memory at a time, which takes four times as much; more goes to temporary files
_BATCH = 4096  # lines parsed at a time
_FIRST = (terms.TYPE, terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.LABEL)
_RANKS = {predicate: rank for rank, predicate in enumerate(_FIRST)}


class Lines:
    """Collects lines of bytes, in any pieces, and gives them back sorted, each once.

    More than `run_bytes` (`RUN_BYTES`) go to temporary files (where `TMPDIR` says), which `close` removes. What `seen`
    looks for has been found when the lines are given back.
    """

    def __init__(self, *seen: Seen, run_bytes: int | None = None) -> None:
        self._seen = seen
        self._run_bytes = run_bytes or RUN_BYTES
        self._pieces: list[bytes] = []
        self._size = 0
        self._runs: list[IO[bytes]] = []
        self._open_files = ExitStack()

    def __enter__(self) -> "Lines":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, data: bytes) -> int:
        """Take a piece, whatever it begins and ends with."""
        self._pieces.append(data)
        self._size += len(data)
        if self._size > self._run_bytes:
            self._spill()
        return len(data)

    def flush(self) -> None:
        """Do nothing: there is nothing to flush to."""

    def _spill(self) -> None:
        whole, newline, rest = b"".join(self._pieces).rpartition(b"\n")
        self._pieces, self._size = [rest], len(rest)
        run = self._open_files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
        self._runs.append(run)
        run.writelines(self._sort(whole + newline))

    def _sort(self, block: bytes) -> list[bytes]:
        for seen in self._seen:
            seen.look(block)
        return sorted(block.splitlines(keepends=True))

    def __iter__(self) -> Iterator[bytes]:
        """Give the lines; this can be done once."""
        last = self._sort(b"".join(self._pieces))
        self._pieces = []
        for run in self._runs:
            run.seek(0)
        merged = heapq.merge(*self._runs, last) if self._runs else last
        return (line for line, _ in groupby(merged))

    def close(self) -> None:
        """Remove the temporary files."""
        self._open_files.close()


def sorted_lines(triples: Iterable[ox.Triple], lines: Lines) -> Iterator[bytes]:
    """Give triples as sorted lines of N-Triples; `lines` is what collects them, empty and the caller's to close."""
    stream = cast(IO[bytes], lines)
    if isinstance(triples, Graph):
        triples.dump(stream)
    else:
        ox.serialize(triples, stream, format=ox.RdfFormat.N_TRIPLES)
    return iter(lines)


def parse_lines(lines: Iterable[bytes]) -> Iterator[ox.Triple]:
    """Read lines of N-Triples that we wrote."""
    left = iter(lines)
    while batch := b"".join(islice(left, _BATCH)):
        for quad in ox.parse(batch, format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def in_reading_order(triples: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """Put in front what a reader of a subject wants to see first: what it is, and what it says or is called."""
    for _, same in groupby(triples, attrgetter("subject")):
        yield from sorted(same, key=lambda triple: _RANKS.get(triple.predicate.value, len(_RANKS)))
