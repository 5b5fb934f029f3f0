"""One record of a .jsonl, .json or .csv file: its fields checked, made a document."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kgraph.model import Document
from kgraph.printable import encodable
from kgraph.reading.dates import parse_date
from kgraph.reading.rejection import Draft, Found
from kgraph.reading.stream import Source

__all__ = ["FIELDS", "LAST_YEAR", "Metadata", "read_metadata", "read_record"]

FIELDS = (
    "id",
    "text",
    "title",
    "date",
    "url",
    "source",
)  # what a record may have; anything else is passed over

# No clock is asked, so that the same input always gives the same; beyond this year a date is a mistake for sure.
LAST_YEAR = 2100

_KINDS = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    str: "a string",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The optional fields of a record; `complaints` says which of them were left out, and why."""

    title: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    source: str | None = None
    complaints: tuple[str, ...] = ()


def read_metadata(record: Mapping[str, object]) -> Metadata:
    """Take title, date, url and source from a record; what is missing, null or empty is None."""
    complaints: list[str] = []
    texts = {name: _optional_text(record, name, complaints) for name in ("title", "date", "url", "source")}
    written = texts["date"]
    date = parse_date(written) if written else None
    if date and date.year > LAST_YEAR:
        complaints.append(f"`date` {written!r} is after {LAST_YEAR}: is the clock right? Kept without a date")
        date = None
    elif written and date is None:
        complaints.append(
            f"`date` {written[:40]!r} is not clear: write it as 2019-05-10; kept without a date"
        )
    return Metadata(
        title=texts["title"],
        date=date,
        url=texts["url"],
        source=texts["source"],
        complaints=tuple(complaints),
    )


def read_record(record: object, *, source: Source, number: int, line: int | None = None) -> Iterator[Found]:
    r"""Make a document of one record, with a complaint for each field that cannot be used.

    A surrogate without its partner ("\ud800" in JSON) is no character and cannot be written to any file: it
    is replaced by U+FFFD, which changes no offset.

    Args:
        record: the parsed object.
        source: the file it comes from.
        number: its line or its place in a list, for the id of a record without one; 0: it is the file.
        line: the line for messages; None where the record has none of its own.
    """
    if not isinstance(record, dict):
        yield source.reject(f"{_describe(record)} where an object with `text` belongs", line=line)
        return
    text = record.get("text")
    if not isinstance(text, str):
        is_what = "is missing" if text is None else f"is {_describe(text)}"
        yield source.reject(f"`text` {is_what}: it must be a string", line=line)
        return
    document, complaints = _to_document(record, text, source.name(text, number))
    yield from (source.reject(complaint, line=line, fatal=False) for complaint in complaints)
    yield Draft(document=document, where=source.where, line=line)


def _to_document(record: Mapping[str, object], text: str, default_id: str) -> tuple[Document, list[str]]:
    metadata = read_metadata(record)
    complaints = list(metadata.complaints)
    document = Document(
        id=_read_id(record, complaints) or default_id,
        text=encodable(text),
        title=metadata.title,
        date=metadata.date,
        url=metadata.url,
        source=metadata.source,
    )
    return document, complaints


def _read_id(record: Mapping[str, object], complaints: list[str]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _optional_text(record, "id", complaints)


def _optional_text(record: Mapping[str, object], name: str, complaints: list[str]) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return encodable(value).strip() or None if value else None
    complaints.append(f"`{name}` is {_describe(value)}, not a string: kept without it")
    return None


def _describe(value: object) -> str:
    return "null" if value is None else _KINDS.get(type(value), "something else")
