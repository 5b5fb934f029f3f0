"""The records of a .jsonl, .json, .csv or .parquet file: their fields checked, each made a document."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from kgraph.model import Document
from kgraph.reading.dates import parse_date
from kgraph.reading.rejection import Draft, Found, Rejection
from kgraph.reading.stream import Source
from kgraph.text.printable import encodable

__all__ = ["FIELDS", "LAST_YEAR", "Metadata", "Records", "name_another", "read_metadata"]

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

_CHARACTERS_NAMED = 200  # of the names of fields
# What the text of an article is often called in tables that newspapers and archives export.
_OFTEN_THE_TEXT = frozenset(
    {"article", "article_text", "body", "content", "contents", "full_text", "fulltext", "maintext", "story"}
)

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


def read_metadata(record: Mapping[str, object], names: Mapping[str, str] = MappingProxyType({})) -> Metadata:
    """Take title, date, url and source from a record; what is missing, null or empty is None.

    Args:
        record: with its fields.
        names: what it calls those that it calls otherwise.
    """
    complaints: list[str] = []
    called = {name: names.get(name, name) for name in ("title", "date", "url", "source")}
    texts = {name: _optional_text(record, own, complaints) for name, own in called.items()}
    written = texts["date"]
    date = parse_date(written) if written else None
    if date and date.year > LAST_YEAR:
        complaints.append(
            f"`{called['date']}` {written!r} is after {LAST_YEAR}: is the clock right? Kept without a date"
        )
        date = None
    elif written and date is None:
        complaints.append(
            f"`{called['date']}` {written[:40]!r} is not clear: write it as 2019-05-10; kept without a date"
        )
    return Metadata(
        title=texts["title"],
        date=date,
        url=texts["url"],
        source=texts["source"],
        complaints=tuple(complaints),
    )


class Records:
    """Makes documents of the records of one file, one after the other.

    Of records that follow one another without a field for the text one line tells, and so it does of an optional field
    that was named and that no record has.
    """

    def __init__(self, source: Source) -> None:
        """Begin with none of the file's records."""
        self._source = source
        self._text = source.called("text")
        self._unseen = {name: own for name, own in source.names.items() if name != "text"}
        self._documents = 0
        self._lacking = 0  # records without a text since the last that has one
        self._first: tuple[Source, int | None, Mapping[str, object]] = (source, None, {})  # of them

    def read(
        self, record: object, *, number: int, line: int | None = None, entry: Source | None = None
    ) -> Iterator[Found]:
        """Read the next record.

        Args:
            record: the parsed object.
            number: its line or its place in a list, for the id of a record without one; 0: it is the file.
            line: the line for messages; None where the record has none of its own.
            entry: the source that messages name instead of the file.
        """
        if isinstance(record, dict) and self._text not in record:
            self._first = self._first if self._lacking else (entry or self._source, line, record)
            self._lacking += 1
            return
        yield from self.take_lacking()
        self._documents += 1
        if self._unseen and isinstance(record, dict):
            self._unseen = {name: own for name, own in self._unseen.items() if own not in record}
        yield from _read_record(record, source=entry or self._source, number=number, line=line)

    def take_lacking(self) -> Iterator[Rejection]:
        """Complain of the records without a text, if they are the last that were read."""
        if not self._lacking:
            return
        (source, line, record), count, self._lacking = self._first, self._lacking, 0
        which = ": the record" if count == 1 else f" in {count:,} records from here on: the first"
        reason = f"no field `{self._text}`{which} {_list_fields(record)}"
        yield replace(source.reject(reason, line=line), count=count, parsed=True)

    def whole(self, found: Iterator[Found]) -> Iterator[Found]:
        """Give what is found in a file, and at its end what is to be said of all records."""
        try:
            yield from found
        except OSError:
            yield from self.take_lacking()
            raise
        yield from self.take_lacking()
        for name, own in self._unseen.items() if self._documents else ():
            yield from self._source.doubt(f"no record has a field `{own}`: read without {name}")


def name_another(name: str | None = None, among: Iterable[str] = ()) -> str:
    """Say how to name the field that has the text: a given one, else the first of some that is usually called so."""
    name = name or next((each for each in among if each.casefold() in _OFTEN_THE_TEXT), "NAME")
    return f"where the text is in another, say --text-field {name}"


def _list_fields(record: Mapping[str, object]) -> str:
    """Tell what a record has, and which of it may be the text: the longest of several words."""
    if not record:
        return "has none"
    lengths = {name: len(value) for name, value in record.items() if isinstance(value, str) and " " in value}
    longest = max(lengths, key=lambda name: lengths[name], default="NAME")
    return f"has {', '.join(record)[:_CHARACTERS_NAMED]}; {name_another(longest)}"


def _read_record(record: object, *, source: Source, number: int, line: int | None = None) -> Iterator[Found]:
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
        what = f"{_describe(record)} where an object with `{source.called('text')}` belongs"
        yield source.reject(what, line=line)
        return
    text = record[source.called("text")]
    if not isinstance(text, str):
        is_what = "is missing" if text is None else f"is {_describe(text)}"
        yield source.reject(f"`{source.called('text')}` {is_what}: it must be a string", line=line)
        return
    document, complaints = _to_document(record, text, source.name(text, number), source.names)
    yield from (source.reject(complaint, line=line, fatal=False) for complaint in complaints)
    yield Draft(document=document, where=source.where, line=line)


def _to_document(
    record: Mapping[str, object], text: str, default_id: str, names: Mapping[str, str]
) -> tuple[Document, list[str]]:
    metadata = read_metadata(record, names)
    complaints = list(metadata.complaints)
    document = Document(
        id=_read_id(record, names.get("id", "id"), complaints) or default_id,
        text=encodable(text),
        title=metadata.title,
        date=metadata.date,
        url=metadata.url,
        source=metadata.source,
    )
    return document, complaints


def _read_id(record: Mapping[str, object], name: str, complaints: list[str]) -> str | None:
    value = record.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _optional_text(record, name, complaints)


def _optional_text(record: Mapping[str, object], name: str, complaints: list[str]) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return encodable(value).strip() or None if value else None
    complaints.append(f"`{name}` is {_describe(value)}, not a string: kept without it")
    return None


def _describe(value: object) -> str:
    return "null" if value is None else _KINDS.get(type(value), "something else")
