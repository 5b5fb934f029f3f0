"""Reads the user's own tables, which add to what is known and override it."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kgraph.gazetteer.entries import HOWS, Entry, Knowledge
from kgraph.gazetteer.read import Draft, read_tables
from kgraph.model import Entity, EntityKind
from kgraph.resources import DATA
from kgraph.tables import Row, read_rows

__all__ = ["read_with_own"]

_COLUMNS = ("id", "name", "type", "how", "lang", "used_by", "part_of", "lat", "lon", "wikidata", "source")
_TYPES = (
    EntityKind.STATE,
    EntityKind.TERRITORY,
    EntityKind.ORGANIZATION,
    EntityKind.TRIBUNAL,
    EntityKind.INSTRUMENT,
)


def read_with_own(own: Iterable[Path], data: Path = DATA) -> Knowledge:
    """Read the tables of a folder, then the user's own.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    draft = read_tables(data)
    for number, path in enumerate(own, start=1):
        _read_own(draft, path, number)
    return draft.finish()


def _read_own(draft: Draft, path: Path, number: int) -> None:
    """Read a user's own table: the first row of a new id defines it, every other row adds a name."""
    for row in read_rows(path, allowed=_COLUMNS, required=("id", "name")):
        id_, name = row.need("id"), row.need("name")
        how = row.one_of("how", HOWS) if row.get("how") else "name"
        if id_ not in draft.entries:
            draft.add(row, _own_entry(row))
        elif name not in (known.text for known in draft.names[id_]):
            draft.add_name(row, how)
        draft.entries[id_] = _revised(draft.entries[id_], row)
        draft.refer(row, row.get("part_of"))
        draft.own[id_, name] = number


def _own_entry(row: Row) -> Entry:
    kind = EntityKind(row.one_of("type", _TYPES))
    return Entry(
        entity=Entity(id=row.need("id"), label=row.need("name"), kind=kind),
        kind="sovereign" if kind is EntityKind.STATE else kind.value.lower(),
        is_agent=kind not in (EntityKind.TERRITORY, EntityKind.INSTRUMENT),
        is_place=kind in (EntityKind.STATE, EntityKind.TERRITORY),
        source=row.get("source") or "",
    )


def _revised(entry: Entry, row: Row) -> Entry:
    """Take from a user's row what it says of place and parent, and leave the rest."""
    if row.get("type") not in (None, entry.entity.kind):
        raise row.error(
            f"{entry.entity.id!r} is a {entry.entity.kind}; leave the type empty or take another id"
        )
    lat, lon = row.number("lat", 90), row.number("lon", 180)
    return replace(
        entry,
        parent=row.get("part_of") or entry.parent,
        lat=entry.lat if lat is None else lat,
        lon=entry.lon if lon is None else lon,
        wikidata=row.get("wikidata") or entry.wikidata,
    )
