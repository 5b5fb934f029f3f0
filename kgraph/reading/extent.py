"""How much there is to read, and how much of it was read so far: in bytes, by the sizes of files.

It takes a look at each file's size before, and one at the place of the file that is being read when somebody asks.
Of standard input, of URLs and of very many files nothing is known.
"""

import gzip
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import BinaryIO

from kgraph.reading.file import File
from kgraph.reading.kinds import find_suffix
from kgraph.reading.url import is_url

__all__ = ["Extent"]

MOST_FILES = 100_000  # whose sizes are asked for: a second
# Bytes that unpacking may have taken before they are needed: what it reads at a time, and what it has unpacked.
_AHEAD = getattr(gzip, "READ_BUFFER_SIZE", 1 << 13) + (1 << 14)
_AHEAD_OF = {".txt": 0, ".md": 0, ".html": 0, ".htm": 0, ".json": 0, ".jsonl": 0, ".csv": 0}  # by suffix
_ANYWHERE = ".parquet"  # read here and there: where it stands says nothing


class Extent:
    """The size of sources, and how far in them their reading is."""

    def __init__(self, sources: Sequence[str | Path]) -> None:
        """Take sources as `read_sources` does; nothing is looked at yet."""
        self._sources = sources
        self._before = 0  # bytes of the files that were read
        self._size = 0  # of the one that is open, or was last
        self._stream: BinaryIO | None = None
        self._ahead: int | None = 0

    @cached_property
    def total(self) -> int | None:
        """The bytes of all files; None where they are not known."""
        total = count = 0
        for given in self._sources:
            sizes = _sizes_of(given)
            if sizes is None:
                return None
            for size in sizes:
                total += size
                count += 1
                if count > MOST_FILES:
                    return None
        return total

    def share(self) -> float | None:
        """Tell what share of all bytes was read, above 0 and up to 1; None where that is not known, or none was."""
        if not self.total:
            return None
        done = self._before + self._done()
        return min(done / self.total, 1.0) if done else None

    def follow(self, file: File) -> File:
        """Give a file that is followed from when it is opened."""
        return replace(file, open=partial(self._open, file))

    def _open(self, file: File) -> BinaryIO:
        stream = file.open()
        self._before += self._size
        self._stream, self._size = stream, _size_of(stream)
        suffix = find_suffix(file.name) or ""
        self._ahead = None if suffix == _ANYWHERE else _AHEAD_OF.get(suffix, _AHEAD)
        return stream

    def _done(self) -> int:
        """Give how many bytes were read of the file that is open, or was last; 0 while that is too unsure."""
        if self._stream is None or self._stream.closed:
            return self._size
        place = 0 if self._ahead is None else self._stream.tell()
        return place - self._ahead if self._ahead is not None and place >= 4 * self._ahead else 0


def _sizes_of(given: str | Path) -> Iterator[int] | None:
    """Give the sizes of the files that a source names, 0 for what is not read; None where they are not known."""
    if str(given) == "-" or (isinstance(given, str) and is_url(given)):
        return None
    return _sizes_below(os.fspath(given)) if os.path.isdir(given) else iter((_size_at(given),))  # noqa: PTH112


def _sizes_below(folder: str) -> Iterator[int]:
    """Give the sizes of files below a folder, in whatever order: those that `find_files` finds."""
    folders = [folder]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir():
                    folders += [] if entry.is_symlink() else [entry.path]
                else:
                    yield _size_at(entry)


def _size_at(path: "str | os.PathLike[str]") -> int:
    with suppress(OSError):
        if find_suffix(os.fspath(path)):
            return os.stat(path).st_size  # noqa: PTH116 - a path of its own for each takes longer
    return 0


def _size_of(stream: BinaryIO) -> int:
    with suppress(OSError):  # of what is no file here
        return os.fstat(stream.fileno()).st_size
    return 0
