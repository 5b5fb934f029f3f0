"""Reads the user's own tables, which add to what is known and override it.

A table is tab-separated UTF-8 with a header. It needs the column `id`; all others may be left out, and stand in any
order. A row says something of one thing; several rows may speak of the same.

`type`     State, Territory, Organization, Tribunal or Instrument; needed where an id is new
`name`     a name of it; the first one of a new id is its label
`how`      what kind of name (name, short, former, adjective, demonym, capital, metonym); `not` takes the name away
`lang`     the language of the name, a code of ISO 639
`used_by`  the id of the party whose name it is
`label`    what it is called in lists and pages
`kind`, `part_of`, `lat`, `lon`, `iso2`, `iso3`, `wikidata`, `geonames`, `capital`, `languages`, `claimants`, `holder`,
`parties`, `status`, `successors`, `valid_from`, `valid_to`    background, which replaces what was known
`source`   where the row is from; the table's own name by default

An empty cell leaves what is known, `-` takes it away, and `|` separates several values. What is given twice holds as
it is given last. An own name means its own thing before it means anything else of that name.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from kgraph.errors import DataError
from kgraph.gazetteer.entries import HOWS, STATE_KINDS, Entry, Knowledge, Name
from kgraph.gazetteer.fields import FIELDS, NOTHING, read_fields
from kgraph.gazetteer.read import REFERENCES, complain_of_unknown, read_knowledge
from kgraph.model import Entity, EntityKind
from kgraph.nearest import suggest
from kgraph.resources import DATA
from kgraph.tables import Complain, Complaints, Row, read_rows

__all__ = ["Changes", "read_own", "read_with_own"]

_COLUMNS = ("id", "type", "name", "how", "lang", "used_by", "label", *FIELDS, "source")
_NOT = "not"
_TYPES = (
    EntityKind.STATE,
    EntityKind.TERRITORY,
    EntityKind.ORGANIZATION,
    EntityKind.TRIBUNAL,
    EntityKind.INSTRUMENT,
)
_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST_NAME = 300  # characters


@dataclass(slots=True)
class Changes:
    """How many rows the user's tables have, and how many things and names they add and take away."""

    rows: int = 0
    new: int = 0
    names: int = 0  # of what was known, or further ones of what is new
    taken: int = 0


def read_with_own(own: Sequence[Path], data: Path = DATA) -> Knowledge:
    """Read the tables of a folder, then the user's own.

    Raises:
        DataError: for all wrong rows, with their files and lines; nothing of a wrong table is taken.
    """
    knowledge = read_knowledge(data)
    if own:
        read_own(own, knowledge)
    return knowledge


def read_own(own: Sequence[Path], knowledge: Knowledge) -> Changes:
    """Add the user's own tables to what is known.

    Raises:
        DataError: for all wrong rows; what is known may have changed by then, and is of no more use.
    """
    complaints = Complaints()
    additions = _Additions(knowledge.entries, complaints)
    for number, path in enumerate(own, start=1):
        additions.number, additions.table = number, path.name
        complaints.gather(_rows(path, complaints.add), additions.take)
    additions.finish(own)
    complaints.tell()
    return additions.changes


def _rows(path: Path, complain: Complain) -> Iterator[Row]:
    return read_rows(path, allowed=_COLUMNS, required=("id",), complain=complain)


@dataclass(slots=True)
class _Additions:
    """The entries while the user's tables are read.

    A thing of one row, and there may be a million, is complete at once; of others the names are gathered apart.
    """

    entries: dict[str, Entry]
    complaints: Complaints
    number: int = 0  # of the table that is read
    table: str = ""  # its name
    changes: Changes = field(default_factory=Changes)
    names: dict[str, dict[str, Name]] = field(default_factory=dict)  # of things with several rows, by text
    refused: set[str] = field(default_factory=set)  # new ids whose row is wrong
    related: set[str] = field(default_factory=set)  # ids that rows refer to

    def take(self, row: Row) -> None:
        """Take what a row says."""
        fields, errors = read_fields(row)
        for error in errors:
            self.complaints.add(row.file, row.line, error)
        id_ = row.need("id")
        known = self.entries.get(id_)
        if known is not None:
            entry = self._revise(known, row, self._name(row), fields)
        elif id_ not in self.refused:
            self.refused.add(id_)
            entry = self._define(row, self._name(row), fields)
            self.refused.remove(id_)
        else:
            return
        self.related.update(entry.references(), row.parts("used_by"))
        self.changes.rows += 1

    def _define(self, row: Row, name: Name | None, fields: dict[str, Any]) -> Entry:
        """Add the thing that the first row of a new id defines."""
        id_ = row.need("id")
        if not _ID.fullmatch(id_):
            raise row.error(f"the id is {id_!r}; use small letters a to z, digits and - between them")
        if row.get("how") == _NOT:
            raise row.error(f"there is no id {id_!r} to take a name from{suggest(id_, self.entries)}")
        kind = EntityKind(row.one_of("type", _TYPES))
        label = self._label(row) or (name.text if name else row.need("name"))
        given = (name,) if name else ()
        if not name or name.text != label:
            given = (Name(label, source=self._source(row), own=self.number), *given)
        entry = Entry(
            entity=Entity(id=id_, label=label, kind=kind),
            names=given,
            source=self._source(row),
            **{"kind": "sovereign" if kind is EntityKind.STATE else kind.value.lower()} | fields,
        )
        self.entries[id_] = _checked(entry, row)
        self.changes.new += 1
        return entry

    def _revise(self, known: Entry, row: Row, name: Name | None, fields: dict[str, Any]) -> Entry:
        """Change what a row says otherwise of a thing that is known."""
        id_, kind, label = known.entity.id, known.entity.kind, self._label(row)
        if row.get("type") not in (None, kind):
            raise row.error(f"{id_!r} is a {kind}; leave the type empty or take another id")
        entry = known
        if fields or label:
            entity = replace(known.entity, label=label or known.entity.label)
            entry = _checked(
                replace(known, entity=entity, source=_joined(known.source, self._source(row)), **fields), row
            )
            self.entries[id_] = entry
        names = self.names.setdefault(id_, {each.text: each for each in known.names})
        if label:
            names.setdefault(label, Name(label, source=self._source(row), own=self.number))
        if name:
            self._call(entry, row, name, names)
        return entry

    def _call(self, entry: Entry, row: Row, name: Name, names: dict[str, Name]) -> None:
        """Give the thing a name, or take it away."""
        id_, known = entry.entity.id, names.get(name.text)
        if row.get("how") == _NOT:
            if known is None:
                raise row.error(f"{id_!r} has no name {name.text!r}{suggest(name.text, names)}")
            if name.text == entry.entity.label:
                raise row.error(f"{name.text!r} is the label of {id_!r}; give another label first")
            del names[name.text]
            self.changes.taken += 1
        elif known is None:
            names[name.text] = name
            self.changes.names += 1
        elif known.own == self.number:
            raise row.error(f"{id_!r} has the name {name.text!r} already in this table")
        else:
            names[name.text] = _renewed(known, name, row)

    def _name(self, row: Row) -> Name | None:
        """Read the name of a row, where it gives one."""
        text = row.get("name")
        if text is None:
            return None
        how = row.one_of("how", (*HOWS, _NOT)) if row.get("how") else "name"
        lang = _given(row, "lang")
        if lang is not None and not _LANGUAGE.fullmatch(lang):
            raise row.error(f"lang is {lang!r}; a language is a code of ISO 639 such as ja")
        return Name(_spelt(row, "name"), how, lang, _given(row, "used_by"), self._source(row), self.number)

    def _label(self, row: Row) -> str | None:
        return _spelt(row, "label") if row.get("label") else None

    def _source(self, row: Row) -> str:
        return row.cells.get("source") or self.table

    def finish(self, own: Sequence[Path]) -> None:
        """Join the names that were gathered, and look whether what rows refer to is there and leads nowhere round."""
        for id_, names in self.names.items():
            entry = self.entries[id_]
            label = names.pop(entry.entity.label)
            self.entries[id_] = replace(entry, names=(label, *names.values()))
        if unknown := self.related - self.entries.keys() - self.refused - {NOTHING}:
            known, so_far = self.entries.keys() | self.refused | {NOTHING}, self.complaints.count
            complain_of_unknown(_again(own), REFERENCES, known, self.complaints)
            if self.complaints.count == so_far:
                error = DataError(f"{own[-1]}: there is no id {min(unknown)!r}; a file would give the line")
                self.complaints.add(own[-1], 0, error)
        if circles := list(_circles(self.entries)):
            self._complain_of_circles(own, circles)

    def _complain_of_circles(self, own: Sequence[Path], circles: list[list[str]]) -> None:
        """Complain of each circle once, at its first row."""
        circle_of = {id_: circle for circle in circles for id_ in circle}
        for row in _again(own):
            if row.get("part_of") and (circle := circle_of.get(row.cells["id"])):
                round_ = " -> ".join([*circle, circle[0]])
                self.complaints.add(
                    row.file, row.line, row.error(f"part_of leads round in a circle: {round_}")
                )
                for id_ in circle:
                    del circle_of[id_]


def _again(own: Sequence[Path]) -> Iterator[Row]:
    """Read the rows of the tables once more, to say which are wrong; a pipe cannot be read again."""
    for path in own:
        if path.is_file():
            yield from _rows(path, lambda *_: None)


def _given(row: Row, column: str) -> str | None:
    """Give the cell's text; None where it is empty or takes away."""
    value = row.get(column)
    return None if value is None or value == NOTHING else sys.intern(value)


def _spelt(row: Row, column: str) -> str:
    """Give a name, which must be one."""
    text = row.need(column)
    if text != text.strip() or not any(character.isalnum() for character in text):
        raise row.error(f"{column} is {text[:40]!r}; it must have a letter, and no space before or after")
    if len(text) > _LONGEST_NAME:
        raise row.error(f"{column} has {len(text)} characters; it can have {_LONGEST_NAME}")
    return text


def _joined(*sources: str) -> str:
    """Name all sources, each once."""
    return "|".join(dict.fromkeys(each for source in sources for each in source.split("|") if each))


def _renewed(known: Name, name: Name, row: Row) -> Name:
    """Let a row replace what was known of a name."""
    return name._replace(
        how=name.how if row.get("how") else known.how,
        lang=name.lang if row.get("lang") else known.lang,
        used_by=name.used_by if row.get("used_by") else known.used_by,
    )


def _checked(entry: Entry, row: Row) -> Entry:
    """Give the entry back, where its fields fit together."""
    if (entry.lat is None) != (entry.lon is None):
        raise row.error(f"{'lat' if entry.lat is None else 'lon'} is empty; a place has both or none")
    if entry.entity.kind is EntityKind.STATE and entry.kind not in STATE_KINDS:
        raise row.error(f"kind is {entry.kind!r}; that of a State can be {', '.join(STATE_KINDS)}")
    since, until = entry.valid_from, entry.valid_to
    if since and until and since[: len(until)] > until[: len(since)]:
        raise row.error(f"valid_from {since} is after valid_to {until}")
    return entry


def _circles(entries: Mapping[str, Entry]) -> Iterator[list[str]]:
    """Yield the things that are parts of themselves, each circle once."""
    done: set[str] = set()
    for id_, entry in entries.items():
        if entry.parent is None or id_ in done:
            continue
        way: dict[str, int] = {}
        at: str | None = id_
        while at is not None and at not in way and at not in done:
            way[at] = len(way)
            above = entries.get(at)
            at = above.parent if above else None
        if at in way:
            yield list(way)[way[at] :]
        done.update(way)
