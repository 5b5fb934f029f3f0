"""Files and folders to read, on this machine or elsewhere."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from kgraph.reading.folder import find_files
from kgraph.reading.stream import open_file

__all__ = ["File", "Folder", "find_path", "parts_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that is known by name, and not yet opened.

    Attributes:
        where: its name in messages.
        parts: its whole path, as `parts_of` has it, or from the server; the last is its name, which tells its kind.
        open: opens it for reading from its start; raises OSError.
        below: how many of the parts lie below the folder that the user gave; 1 for a file given by itself.
    """

    where: str
    parts: tuple[str, ...]
    open: Callable[[], BinaryIO]
    below: int = 1

    @property
    def name(self) -> str:
        """What the file is called in its folder."""
        return self.parts[-1] if self.parts else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder, with the files in it and in the folders below.

    Attributes:
        where: its name in messages.
        files: those that are found, in order, as they are asked for; an OSError with a file name for a folder that
            cannot be listed.
    """

    where: str
    files: Iterable[File | OSError]


def find_path(path: Path, where: str) -> File | Folder:
    """Take a file or a folder of this machine; a file need not be there.

    Args:
        path: its path.
        where: its name in messages.
    """
    if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir() raises where a folder above may not be entered)
        return Folder(where=str(path), files=_files(path))
    return _local_file(path, where=where, below=1)


def _files(folder: Path) -> Iterator[File | OSError]:
    for path in find_files(folder):
        if isinstance(path, OSError):
            yield path
        else:
            yield _local_file(path, where=str(path), below=len(path.relative_to(folder).parts))


def _local_file(path: Path, *, where: str, below: int) -> File:
    own = os.path.abspath(path)  # noqa: PTH100 (resolve() would follow links and rename the file)
    return File(where=where, parts=parts_of(PurePath(own)), open=partial(open_file, path), below=below)


def parts_of(path: PurePath) -> tuple[str, ...]:
    r"""Give the parts of a path from its root; on Windows the drive comes first, as "C" or as server and share.

    One name on two drives is two files.
    """
    drive = path.drive.replace("\\", "/").replace(":", "")
    return (*filter(None, drive.split("/")), *path.parts[1:])
