"""What the gazetteer knows: entries, read from the package's tables and the user's own.

The knowledge is five tables in `data/`, one row a fact. `states.tsv`, `territories.tsv` and `bodies.tsv` say
what there is; `names.tsv` what it is called, by whom and in which language (a label is a name too and is not
repeated there); `lookalikes.tsv` which longer names hold one of ours without meaning it ("New Mexico").

One thing is one entry, whatever its status: Abkhazia is both what others claim and what acts for itself, so
its entry `is_place` and `is_agent`.
"""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kgraph.model import Entity, EntityKind
from kgraph.resources import DATA
from kgraph.tables import Row, read_rows

__all__ = ["HOWS", "STATE_KINDS", "Entry", "Knowledge", "Name", "read_knowledge", "suggest"]

HOWS = ("name", "short", "former", "adjective", "demonym", "capital", "metonym")
STATE_KINDS = ("sovereign", "partially_recognised", "de_facto", "historical")
KINDS_WITH_GOVERNMENT = ("dependency", "self_declared")  # territories for which somebody acts and speaks

_HEADERS = {
    "states.tsv": "id label kind iso2 iso3 wikidata valid_from valid_to capital lat lon claimants source",
    "territories.tsv": (
        "id label kind lat lon wikidata geonames part_of claimants administered_by status source"
    ),
    "bodies.tsv": "id label class kind year parties wikidata source",
    "names.tsv": "id name how lang used_by source",
    "lookalikes.tsv": "name source",
}
_OWN_HEADER = ("id", "name", "type", "how", "lang", "used_by", "part_of", "lat", "lon", "wikidata", "source")
_BODIES = (EntityKind.ORGANIZATION, EntityKind.TRIBUNAL, EntityKind.INSTRUMENT)
_TYPES = (EntityKind.STATE, EntityKind.TERRITORY, *_BODIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of one thing; `used_by` is the id of the party whose name it is, where it is a party's."""

    text: str
    how: str = "name"  # one of HOWS
    lang: str | None = None
    used_by: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the gazetteer knows, with background that is never taken for something a text says.

    `names` begins with the label. `claimants` and `holder` are today's (about mid-2025), for the map and for
    choosing between candidates; `holder` is None where several hold parts. `valid_from` and `valid_to` are
    ISO 8601 dates or years.
    """

    entity: Entity
    kind: str
    names: tuple[Name, ...] = ()
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    wikidata: str | None = None
    claimants: tuple[str, ...] = ()
    holder: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    is_agent: bool
    is_place: bool
    source: str = ""


@dataclass(slots=True)
class Knowledge:
    """All that the tables say: entries by id, lookalikes, and which names are the user's own."""

    entries: dict[str, Entry] = field(default_factory=dict)
    lookalikes: list[str] = field(default_factory=list)
    own: dict[tuple[str, str], int] = field(default_factory=dict)  # (id, name) -> number of the user's table


@dataclass(slots=True)
class _Draft(Knowledge):
    """Knowledge while it is being read: names and references are gathered, and joined at the end."""

    names: dict[str, list[Name]] = field(default_factory=dict)
    references: list[tuple[Row, str]] = field(default_factory=list)

    def add(self, row: Row, entry: Entry) -> None:
        """Add the entry of a row under an id that is new."""
        id_ = entry.entity.id
        if id_ in self.entries:
            raise row.error(f"id {id_!r} is there already; ids are unique over all tables")
        self.entries[id_] = entry
        self.names[id_] = [Name(text=entry.entity.label, lang="en", source=entry.source)]
        self.refer(row, entry.parent, entry.holder, *entry.claimants)

    def add_name(self, row: Row, how: str) -> None:
        """Add the name of a row to an entry that is there."""
        id_ = row.need("id")
        if id_ not in self.names:
            raise row.error(f"there is no id {id_!r}{suggest(id_, self.names)}")
        text, used_by = row.need("name"), row.get("used_by")
        if any(known.text == text and known.how == how for known in self.names[id_]):
            raise row.error(f"{id_!r} has the name {text!r} already")
        name = Name(text=text, how=how, lang=row.get("lang"), used_by=used_by, source=row.get("source") or "")
        self.names[id_].append(name)
        self.refer(row, used_by)

    def refer(self, row: Row, *ids: str | None) -> None:
        """Note the ids that a row refers to; they may stand further down."""
        self.references += [(row, id_) for id_ in ids if id_]

    def finish(self) -> Knowledge:
        """Join names to entries, once every reference is known to lead somewhere."""
        for row, id_ in self.references:
            if id_ not in self.entries:
                raise row.error(f"there is no id {id_!r}{suggest(id_, self.entries)}")
        entries = {id_: replace(entry, names=tuple(self.names[id_])) for id_, entry in self.entries.items()}
        return Knowledge(entries=entries, lookalikes=self.lookalikes, own=self.own)


def read_knowledge(own: Iterable[Path] = (), data: Path = DATA) -> Knowledge:
    """Read the tables of a folder, then the user's own.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    draft = _Draft()
    for row in _read_table(data / "states.tsv"):
        draft.add(row, _state(row))
    for row in _read_table(data / "territories.tsv"):
        draft.add(row, _territory(row))
        draft.refer(row, *row.parts("administered_by"))
    for row in _read_table(data / "bodies.tsv"):
        draft.add(row, _body(row))
        draft.refer(row, *row.parts("parties"))
    for row in _read_table(data / "names.tsv"):
        draft.add_name(row, row.one_of("how", HOWS))
    draft.lookalikes += [row.need("name") for row in _read_table(data / "lookalikes.tsv")]
    for number, path in enumerate(own, start=1):
        _read_own(draft, path, number)
    return draft.finish()


def suggest(word: str, known: Iterable[str]) -> str:
    """Give the end of a complaint about an unknown word: the known ones nearest to it, or nothing."""
    close = difflib.get_close_matches(word, list(known), n=3)
    return f"; did you mean {' or '.join(map(repr, close))}?" if close else ""


def _read_table(path: Path) -> Iterator[Row]:
    return read_rows(path, allowed=_HEADERS[path.name].split())


def _entity(row: Row, kind: EntityKind) -> Entity:
    return Entity(id=row.need("id"), label=row.need("label"), kind=kind)


def _state(row: Row) -> Entry:
    entity, claimants = _entity(row, EntityKind.STATE), row.parts("claimants")
    return Entry(
        entity=entity,
        kind=row.one_of("kind", STATE_KINDS),
        lat=row.number("lat", 90),
        lon=row.number("lon", 180),
        wikidata=row.get("wikidata"),
        claimants=claimants,
        holder=entity.id if claimants else None,  # a state that others claim holds itself
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        is_agent=True,
        is_place=True,
        source=row.need("source"),
    )


def _territory(row: Row) -> Entry:
    kind, holders = row.need("kind"), row.parts("administered_by")
    return Entry(
        entity=_entity(row, EntityKind.TERRITORY),
        kind=kind,
        parent=row.get("part_of"),
        lat=row.number("lat", 90),
        lon=row.number("lon", 180),
        wikidata=row.get("wikidata"),
        claimants=row.parts("claimants"),
        holder=holders[0] if len(holders) == 1 else None,
        is_agent=kind in KINDS_WITH_GOVERNMENT,
        is_place=True,
        source=row.need("source"),
    )


def _body(row: Row) -> Entry:
    kind = EntityKind(row.one_of("class", _BODIES))
    return Entry(
        entity=_entity(row, kind),
        kind=row.need("kind"),
        wikidata=row.get("wikidata"),
        valid_from=row.get("year"),
        is_agent=kind is not EntityKind.INSTRUMENT,
        is_place=False,
        source=row.need("source"),
    )


def _read_own(draft: _Draft, path: Path, number: int) -> None:
    """Read a user's own table: the first row of a new id defines it, every other row adds a name."""
    for row in read_rows(path, allowed=_OWN_HEADER, required=("id", "name")):
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
