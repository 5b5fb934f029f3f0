"""Folders: the files in them and in the folders below, in the same order on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["find_files"]


def find_files(folder: Path) -> Iterator[Path | OSError]:
    """Find all files below a folder, those of a folder before those of the folders in it, each by name.

    Hidden files and folders are passed over, and links to folders are not followed (they can go in circles).

    Yields:
        Paths that begin as `folder` does; an OSError with its file name for a folder that cannot be listed.
    """
    errors: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from errors
        errors.clear()
        yield from (Path(name, f) for f in sorted(files) if not f.startswith("."))
    yield from errors
