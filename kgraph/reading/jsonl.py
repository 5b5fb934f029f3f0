"""JSON Lines, one record a line, and JSON, one record or a list of them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgraph.reading.encoding import Decoded, LineDecoder, decode
from kgraph.reading.record import read_record
from kgraph.reading.rejection import Found
from kgraph.reading.stream import TOO_LONG, Source
from kgraph.reading.text import UNDECODABLE

__all__ = ["looks_like_json_lines", "read_json", "read_jsonl"]

_OBJECT_START = re.compile(rb'\s*\{\s*(?:"|\}\s*$)')


def looks_like_json_lines(line: bytes) -> bool:
    """Tell whether a first line begins a JSON object."""
    return _OBJECT_START.match(line) is not None


def read_jsonl(lines: Iterable[bytes | None], source: Source) -> Iterator[Found]:
    """Read records one line at a time; blank lines do not count, a broken line costs itself alone."""
    decoder = LineDecoder()
    for number, line in enumerate(lines, 1):
        if line is None:
            yield source.reject(TOO_LONG, line=number)
        elif record := line.strip():
            yield from _read_line(decoder.decode(record), source, number)


def _read_line(decoded: Decoded | None, source: Source, number: int) -> Iterator[Found]:
    if decoded is None:
        yield source.reject(UNDECODABLE, line=number)
        return
    yield from source.doubt(decoded.doubt, line=number)
    try:
        record = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield source.reject(f"not JSON: {_describe(error)}; one whole object a line is needed", line=number)
        return
    yield from read_record(record, source=source, number=number, line=number)


def read_json(data: bytes, source: Source) -> Iterator[Found]:
    """Read a JSON file that holds one record, or a list of them."""
    decoded = decode(data)
    if decoded is None:
        yield source.reject(UNDECODABLE)
        return
    yield from source.doubt(decoded.doubt)
    try:
        content = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield source.reject(
            f"not JSON: {_describe(error)}{_hint(error)}", line=getattr(error, "lineno", None)
        )
        return
    if isinstance(content, list):
        yield from _read_list(content, source)
    else:
        yield from read_record(content, source=source, number=0)


def _read_list(records: list[object], source: Source) -> Iterator[Found]:
    if not records:
        yield source.reject("an empty list: it must hold objects with `text`")
    for number, record in enumerate(records, 1):
        entry = replace(source, where=f"{source.where}#{number}")
        yield from read_record(record, source=entry, number=number)


def _describe(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number with too many digits"


def _hint(error: ValueError | RecursionError) -> str:
    extra = isinstance(error, json.JSONDecodeError) and error.msg == "Extra data"
    return "; if it holds one object a line, name it .jsonl" if extra else ""
