"""The files of wordings as they are: `kgraph.relations` checks and reads by them, the page shows their examples."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from kgraph.errors import DataError
from kgraph.resources import DATA

__all__ = ["Tables", "package_tables", "read_tables"]

Tables = Mapping[str, Mapping[str, Any]]  # what each file holds, by its name


@cache
def package_tables() -> Tables:
    """Give the package's own files, read once a process."""
    return read_tables(DATA / "wordings")


def read_tables(folder: Path) -> Tables:
    """Read the TOML files of a folder, by name.

    Raises:
        DataError: one is not TOML; names it.
    """
    return {path.name: _read(path) for path in sorted(folder.glob("*.toml"))}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error
