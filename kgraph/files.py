"""Files as users name them, and written whole or not at all."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from kgraph.errors import KgraphError

__all__ = ["StrPath", "names_of", "replacing"]

StrPath = str | os.PathLike[str]
"""What names a file in Python."""


def names_of(given: StrPath | Iterable[StrPath]) -> tuple[str, ...]:
    """Give the names of one file or of several as text: "a.txt" is one, and no list of letters.

    Raises:
        TypeError: something is no name.
    """
    several = (given,) if isinstance(given, str | os.PathLike) else given
    return tuple(_name_of(each) for each in several)


def _name_of(given: StrPath) -> str:
    if not isinstance(given, str | os.PathLike):
        raise TypeError(
            f"{str(given)[:60]!r} is no name of a file, as text or as a Path; documents are for kgraph.extract"
        )
    return os.fspath(given)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    r"""Write a text file in UTF-8 with "\n" line ends; it takes its place when the block has ended well.

    Until then, and for good where the block raises or is interrupted, the old file stays. A link is followed:
    the file that it points to is replaced.

    Args:
        path: the file to write; its folder must exist.

    Yields:
        The stream to write to.

    Raises:
        KgraphError: the folder is missing or not writable, the path is no ordinary file, the disk is full.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise KgraphError(f"{path}: cannot be written: it is no ordinary file; give the name of a file")
    temporary = (
        target.parent / f".kgraph-{secrets.token_hex(8)}.tmp"
    )  # short, whatever the length of the name
    stream = _create(temporary, path)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        if error.filename not in (
            None,
            str(temporary),
        ):  # the caller's own: a file that it read within the block
            raise
        raise KgraphError(f"{path}: cannot be written: {error.strerror}") from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _create(temporary: Path, path: Path) -> TextIO:
    try:
        return temporary.open("x", encoding="utf-8", newline="\n")
    except FileNotFoundError as error:
        raise KgraphError(
            f"{path}: cannot be written: the folder {path.parent} is missing; make it first"
        ) from error
    except OSError as error:
        raise KgraphError(f"{path}: cannot be written: {error.strerror}") from error
