"""Lines of JSON with their place, for messages that say where."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kgraph.errors import ReadError
from kgraph.files import StrPath

__all__ = ["optional_text", "required_text", "rows_of", "text_of"]


def rows_of(given: StrPath | Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each line of a file that is not blank as `path:line` and the object it holds; objects as `row N`."""
    if not isinstance(given, str | os.PathLike):
        yield from ((f"row {number}", row) for number, row in enumerate(given, start=1))
        return
    for number, line in enumerate(text_of(given).split("\n"), start=1):
        if line.strip():
            yield f"{given}:{number}", _object(line, f"{given}:{number}")


def _object(line: str, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise ReadError(f"{where}: a JSON object is needed, not {type(row).__name__}")
    return row


def required_text(row: Mapping[str, Any], name: str) -> str:
    """Give a field that must be there as a text.

    Raises:
        KeyError: it is missing.
        TypeError: it is something else.
    """
    value = row[name]
    if not isinstance(value, str):
        raise TypeError(f"`{name}` is no text")
    return value


def optional_text(row: Mapping[str, Any], name: str) -> str | None:
    """Give a field that may be missing: null, empty, or the NaN of a data frame, which are all the same."""
    value = row.get(name)
    return value if isinstance(value, str) and value else None


def text_of(path: StrPath) -> str:
    """Give a file's text, whatever mark it opens with."""
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
