"""Names of files as ids of documents: short, the same on every machine, one a file."""

import hashlib
import itertools
from collections.abc import Iterator, Sequence

from kgraph.reading.temporary import open_table

__all__ = ["Labels"]


class Labels:
    """Gives each file its label, and never the same to two files.

    A file within a given folder is called by its path in that folder, a file given by itself by its name alone,
    wherever it is called from. Where another file has that label, folders are put before it, one after the
    other: "a.txt", then "2019/a.txt". Of each label and its file a digest is kept, in memory or on disk.
    """

    def __init__(self) -> None:
        self._owners = open_table("CREATE TABLE owners (label BLOB PRIMARY KEY, file BLOB) WITHOUT ROWID")

    def choose(self, parts: Sequence[str], *, size: int = 1) -> str:
        """Choose the label of a file, the same whenever the same file is asked for.

        Args:
            parts: its whole path, from the root.
            size: how many of them the label has at least: those below the given folder, or the name alone.
        """
        own = _digest("/".join(parts))
        return next(label for label in _candidates(parts, size) if self._owner(_digest(label), own) == own)

    def _owner(self, label: bytes, file: bytes) -> bytes:
        """Give the digest of the file that has a label: this one, where none had it."""
        if self._owners.execute("INSERT OR IGNORE INTO owners VALUES (?, ?)", (label, file)).rowcount:
            return file
        (owner,) = self._owners.execute("SELECT file FROM owners WHERE label = ?", (label,)).fetchone()
        return bytes(owner)


def _digest(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _candidates(parts: Sequence[str], size: int) -> Iterator[str]:
    """Give the last parts of a path, more and more of them; when there are no more, all with a number."""
    for n in range(size, len(parts) + 1):
        yield _clean("/".join(parts[-n:]))
    for n in itertools.count(2):
        yield _clean("/".join(parts)) + f" ({n})"


def _clean(label: str) -> str:
    # A name that is not UTF-8 comes with lone surrogates, which no output file could hold.
    return label.encode("utf-8", "backslashreplace").decode("utf-8")
