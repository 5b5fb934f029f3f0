"""Reads the data of a page, as its script `packing.js` does."""

import json
import re
from typing import Any


def read_data(html: str) -> dict[str, Any]:
    """Read the JSON that a page carries, its rows made records."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return unpack(json.loads(found[1]))


def unpack(packed: dict[str, Any]) -> Any:
    """Make records of rows."""
    return _unpack(packed["content"], "", packed["headings"])


def _unpack(value: Any, path: str, headings: dict[str, list[str]]) -> Any:
    if isinstance(value, list) and path in headings:
        return [_record(row, path, headings) for row in value]
    if isinstance(value, dict):
        return {key: _unpack(below, f"{path}.{key}".lstrip("."), headings) for key, below in value.items()}
    return value


def _record(row: list[Any], path: str, headings: dict[str, list[str]]) -> dict[str, Any]:
    cells = zip(headings[path], row, strict=False)  # nothing after the last value
    return {key: _unpack(cell, f"{path}.{key}", headings) for key, cell in cells if cell is not None}
