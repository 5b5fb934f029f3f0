"""Folders: the files in them and in the folders below, in the same order on every machine.

The names of one folder are sorted, so they are all read before the first file is given. Up to `_IN_MEMORY` they
stay in memory; a folder of a million files sorts them on disk.
"""

import contextlib
import errno
import itertools
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kgraph.reading.temporary import open_table

__all__ = ["BUILT", "Entry", "LinkNotFollowedError", "find_files", "walk"]

# What `kgraph build` writes into a folder, where articles may lie too: reading it would make them say all twice.
BUILT = frozenset({"assertions.jsonl", "graph.html", "graph.kg", "graph.ttl", "parts", "report.json"})

_IN_MEMORY = 10_000  # names
_PART = re.compile(r"[0-9a-f]{32}\.(?:jsonl?|nt)")  # in the folder "parts"
_STORE = ("kgraph.json", "triples")


class Entry(NamedTuple):
    """What a folder holds: entries in order are its files by name, then its folders by name."""

    is_folder: bool
    name: str
    is_link: bool = False


class LinkNotFollowedError(OSError):
    """A link to a folder, which could go in circles."""


def find_files(folder: Path) -> Iterator[Path | OSError]:
    """Find all files below a folder, those of a folder before those of the folders in it, each by name.

    Hidden files and folders are passed over, and so is what kgraph made: stores, and what it wrote into the folder of
    a build. Links to folders are not followed (they can go in circles).

    Yields:
        Paths that begin as `folder` does; an OSError with its file name for a folder that cannot be listed, or
        is a link.
    """
    for found in walk(str(folder), _scan, os.path.join):
        yield found if isinstance(found, OSError) else Path(found)


def walk(
    folder: str, scan: Callable[[str], Iterable[Entry]], join: Callable[[str, str], str]
) -> Iterator[str | OSError]:
    """Go through a tree of folders, wherever it is.

    Args:
        folder: the uppermost.
        scan: lists a folder, in any order; an OSError says that it cannot.
        join: puts the name of a folder and that of an entry together.

    Yields:
        What `join` makes of files; errors as `find_files` gives them.
    """
    way = [(folder, _sorted(scan(folder)))]  # from the uppermost down to the present one
    while way:
        current, entries = way[-1]
        try:
            entry = next(entries, None)
        except OSError as error:
            error.filename = error.filename or current
            yield error
            entry = None
        if entry is None:
            way.pop()
            continue
        path = join(current, entry.name)
        if entry.is_link:
            yield LinkNotFollowedError(errno.ELOOP, "a link to a folder", path)
        elif entry.is_folder:
            way.append((path, _sorted(scan(path))))
        else:
            yield path


def _scan(folder: str) -> Iterator[Entry]:
    if all(Path(folder, name).exists() for name in _STORE):
        return
    own = BUILT if _holds_parts(str(Path(folder, "parts"))) else frozenset[str]()
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(".") and entry.name not in own:
                is_folder = _is_folder(entry)
                yield Entry(is_folder, entry.name, is_folder and entry.is_symlink())


def _holds_parts(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(_PART.fullmatch(entry.name) for entry in entries)
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself; opened as a file, it says so
        return False


def _sorted(entries: Iterable[Entry]) -> Iterator[Entry]:
    rest = iter(entries)
    first = list(itertools.islice(rest, _IN_MEMORY))
    if len(first) < _IN_MEMORY:
        yield from sorted(first)
        return
    with contextlib.closing(open_table("CREATE TABLE names (is_folder, name, is_link)")) as table:
        # As bytes, since a name that is not UTF-8 is no text to SQLite; their order is that of the code points.
        rows = (
            (entry.is_folder, entry.name.encode("utf-8", "surrogatepass"), entry.is_link)
            for entry in itertools.chain(first, rest)
        )
        table.executemany("INSERT INTO names VALUES (?, ?, ?)", rows)
        for is_folder, name, is_link in table.execute("SELECT * FROM names ORDER BY is_folder, name"):
            yield Entry(bool(is_folder), name.decode("utf-8", "surrogatepass"), bool(is_link))
