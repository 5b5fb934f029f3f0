"""JSON Lines, one record a line, and JSON, one record or a list of them."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgraph.reading.encoding import Decoded, LineDecoder, decode
from kgraph.reading.record import Records
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
    records = Records(source)
    return records.whole(_read_lines(lines, source, records))


def _read_lines(lines: Iterable[bytes | None], source: Source, records: Records) -> Iterator[Found]:
    decoder = LineDecoder()
    for number, line in enumerate(lines, 1):
        if line is None:
            yield from records.take_lacking()
            yield source.reject(TOO_LONG, line=number)
        elif record := line.strip():
            yield from _read_line(decoder.decode(record), source, number, records)


def _read_line(decoded: Decoded | None, source: Source, number: int, records: Records) -> Iterator[Found]:
    if decoded is None:
        yield from records.take_lacking()
        yield source.reject(UNDECODABLE, line=number)
        return
    yield from source.doubt(decoded.doubt, line=number)
    try:
        record = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield from records.take_lacking()
        yield source.reject(f"not JSON: {_describe(error)}; one whole object a line is needed", line=number)
        return
    yield from records.read(record, number=number, line=number)


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
    records = Records(source)
    if isinstance(content, list):
        yield from records.whole(_read_list(content, source, records))
    else:
        yield from records.whole(records.read(content, number=0))


def _read_list(content: list[object], source: Source, records: Records) -> Iterator[Found]:
    if not content:
        yield source.reject(f"an empty list: it must hold objects with `{source.called('text')}`")
    for number, record in enumerate(content, 1):
        entry = replace(source, where=f"{source.where}#{number}")
        yield from records.read(record, number=number, entry=entry)


def _describe(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number with too many digits"


def _hint(error: ValueError | RecursionError) -> str:
    extra = isinstance(error, json.JSONDecodeError) and error.msg == "Extra data"
    return "; if it holds one object a line, name it .jsonl" if extra else ""
