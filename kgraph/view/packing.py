"""The data of the page with each key said once: records that stand in lists become rows, their keys a heading.

A page of a hundred entities is a twentieth smaller so, one of ten thousand a sixth.
`scripts/data.js` turns the rows into records again.
"""

from collections.abc import Mapping

__all__ = ["pack"]

Json = dict[str, object]


def pack(content: Mapping[str, object]) -> Json:
    """Turn the records of lists into rows, however deep the lists lie.

    Where a list holds records alone, each becomes a row: its values in the order of the heading, null for what it
    has not, nothing after its last value. All lists of one path ("statements.evidence") share a heading.

    Args:
        content: JSON; in its records nothing is null.

    Returns:
        `headings`, by path, and the `content` with rows.

    Raises:
        ValueError: of two lists of one path, one holds records and the other something else.
    """
    headings: dict[str, list[str]] = {}
    _collect(content, "", headings)
    return {"headings": headings, "content": _pack(content, "", headings)}


def _collect(value: object, path: str, headings: dict[str, list[str]]) -> None:
    for record in _records(value):
        keys = headings.setdefault(path, [])
        keys += [key for key in record if key not in keys]
        _collect(record, path, headings)
    if isinstance(value, dict):
        for key, below in value.items():
            _collect(below, f"{path}.{key}".lstrip("."), headings)


def _pack(value: object, path: str, headings: Mapping[str, list[str]]) -> object:
    if records := _records(value):
        return [_row(record, path, headings) for record in records]
    if isinstance(value, list) and value and path in headings:
        raise ValueError(f"records and other things under {path}")
    if isinstance(value, dict):
        return {key: _pack(below, f"{path}.{key}".lstrip("."), headings) for key, below in value.items()}
    return value


def _row(record: Json, path: str, headings: Mapping[str, list[str]]) -> list[object]:
    row = [_pack(record[key], f"{path}.{key}", headings) if key in record else None for key in headings[path]]
    while row and row[-1] is None:
        row.pop()
    return row


def _records(value: object) -> list[Json]:
    """Give the records of a list that holds nothing else; none of what is no such list."""
    if isinstance(value, list) and all(isinstance(each, dict) for each in value):
        return value
    return []
