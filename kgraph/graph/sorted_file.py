"""The triples of a graph sorted in a temporary file: gone through in order, and found by subject."""

import mmap
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from pyoxigraph import BlankNode, NamedNode, Triple

from kgraph.graph.ordered import Lines, parse_lines, sorted_lines

__all__ = ["SortedFile", "sort_to_file"]


@contextmanager
def sort_to_file(triples: Iterable[Triple]) -> Iterator["SortedFile"]:
    """Sort the triples of a graph into a temporary file, which the end of the block removes."""
    with tempfile.TemporaryFile() as file:
        with Lines() as lines:
            file.writelines(sorted_lines(triples, lines))
        file.flush()
        yield SortedFile(file)


class SortedFile:
    """Lines of N-Triples in order.

    Where graphs are compared as they are written this takes the place of a store, which would not keep the spelling
    of literals.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._text: mmap.mmap | bytes = b""  # an empty file cannot be mapped
        if file.tell():
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        return iter(self._file)

    def about(self, subject: NamedNode | BlankNode) -> Iterator[Triple]:
        """Give the triples of a subject in order; where it is none, none."""
        return parse_lines(self._lines_that_begin(f"{subject} ".encode()))

    def _lines_that_begin(self, begins: bytes) -> Iterator[bytes]:
        at = self._find_first(begins)
        while self._text[at : at + len(begins)] == begins:
            end = self._text.find(b"\n", at) + 1
            yield self._text[at:end]
            at = end

    def _find_first(self, begins: bytes) -> int:
        """Find where the first line begins that does not sort before these bytes."""
        low, high = 0, len(self._text)
        while low < high:
            line = self._text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self._text[line : line + len(begins)] < begins:
                low = self._text.find(b"\n", line) + 1
            else:
                high = line
        return low
