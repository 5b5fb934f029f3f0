"""Lines of JSON with their place, for messages that say where."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kgraph.errors import ReadError

__all__ = ["rows_of", "text_of"]


def rows_of(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give each line that is not blank as `path:line` and the object it holds."""
    for number, line in enumerate(text_of(path).split("\n"), start=1):
        if line.strip():
            yield f"{path}:{number}", _object(line, f"{path}:{number}")


def _object(line: str, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ReadError(f"{where}: not JSON ({error})") from error
    if not isinstance(row, dict):
        raise ReadError(f"{where}: a JSON object is needed, not {type(row).__name__}")
    return row


def text_of(path: Path) -> str:
    """Give a file's text, whatever mark it opens with."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"{path}: cannot be read as UTF-8 text ({error})") from error
