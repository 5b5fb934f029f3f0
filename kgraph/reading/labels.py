"""Names of files as ids of documents: short, the same on every machine, one a file."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

__all__ = ["Labels"]


class Labels:
    """Gives each file its label, and never the same to two files.

    A file within a given folder is called by its path in that folder, a file given by itself by its name alone,
    wherever it is called from. Where another file has that label, folders are put before it, one after the
    other: "a.txt", then "2019/a.txt".
    """

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}

    def choose(self, path: Path, *, folder: Path | None = None) -> str:
        """Choose the label of a file, the same whenever the same file is asked for.

        Args:
            path: the file.
            folder: the given folder in which it was found, if it was.
        """
        own = os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links and rename the file)
        parts = PurePath(own).parts[1:]
        candidates = _candidates(parts, _own_size(path, folder))
        return next(label for label in candidates if self._owners.setdefault(label, own) == own)


def _candidates(parts: tuple[str, ...], size: int) -> Iterator[str]:
    """Give the last parts of a path, more and more of them; when there are no more, all with a number."""
    for n in range(size, len(parts) + 1):
        yield _clean("/".join(parts[-n:]))
    for n in itertools.count(2):
        yield _clean("/".join(parts)) + f" ({n})"


def _own_size(path: Path, folder: Path | None) -> int:
    """Count the parts of the path that the label has at least."""
    return 1 if folder is None else len(path.relative_to(folder).parts)


def _clean(label: str) -> str:
    # A name that is not UTF-8 comes with lone surrogates, which no output file could hold.
    return label.encode("utf-8", "backslashreplace").decode("utf-8")
