"""Reads the gazetteer's tables, one row a fact.

`states`, `territories` and `bodies` say what there is; `names` what it is called, by whom and in which language
(a label is a name too and is not repeated there); `lookalikes` which longer names hold one of ours without
meaning it ("New Mexico"). Each is one file in `data/`, `names.tsv`, or several in a folder, `names/*.tsv`. What
stands in `data/derived/` was written by `derive` and fills what the others leave open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from kgraph.gazetteer.entries import HOWS, STATE_KINDS, Entry, Knowledge, Name, suggest
from kgraph.model import Entity, EntityKind
from kgraph.resources import DATA
from kgraph.tables import Row, read_rows

__all__ = ["Draft", "read_knowledge", "read_tables"]

KINDS_WITH_GOVERNMENT = ("dependency", "self_declared")  # territories for which somebody acts and speaks

_HEADERS = {
    "states": (
        "id label kind iso2 iso3 wikidata valid_from valid_to capital lat lon claimants languages successors "
        "source"
    ),
    "territories": (
        "id label kind lat lon wikidata geonames part_of claimants administered_by status source"
    ),
    "bodies": "id label class kind year parties wikidata source",
    "names": "id name how lang used_by source",
    "codes": "id iso2 iso3 geonames source",
    "languages": "id languages source",
    "lookalikes": "name source",
}
_BODIES = (EntityKind.ORGANIZATION, EntityKind.TRIBUNAL, EntityKind.INSTRUMENT)


@dataclass(slots=True)
class Draft(Knowledge):
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
        self.refer(row, entry.parent, *entry.holders, *entry.claimants, *entry.parties, *entry.successors)

    def complete(self, row: Row) -> None:
        """Take from a derived row what the entry lacks."""
        entry = self.entries[self._known(row)]
        id_, text = entry.entity.id, row.get("name")
        if text is None:
            self.entries[id_] = replace(
                entry,
                iso2=entry.iso2 or row.get("iso2"),
                iso3=entry.iso3 or row.get("iso3"),
                geonames=entry.geonames or row.get("geonames"),
                languages=entry.languages or row.parts("languages"),
            )
        elif all(known.text != text for known in self.names[id_]):
            self.names[id_].append(Name(text=text, lang=row.get("lang"), source=row.need("source")))

    def add_name(self, row: Row, how: str) -> None:
        """Add the name of a row to an entry that is there."""
        id_ = self._known(row)
        text, used_by = row.need("name"), row.get("used_by")
        if any(known.text == text and known.how == how for known in self.names[id_]):
            raise row.error(f"{id_!r} has the name {text!r} already")
        name = Name(text=text, how=how, lang=row.get("lang"), used_by=used_by, source=row.get("source") or "")
        self.names[id_].append(name)
        self.refer(row, used_by)

    def _known(self, row: Row) -> str:
        """Give the id of a row that says more of an entry that is there."""
        id_ = row.need("id")
        if id_ not in self.entries:
            raise row.error(f"there is no id {id_!r}{suggest(id_, self.entries)}")
        return id_

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


def read_knowledge(data: Path = DATA) -> Knowledge:
    """Read the tables of a folder.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    return read_tables(data).finish()


def read_tables(data: Path = DATA, derived: Iterable[str] = ("codes", "languages")) -> Draft:
    """Read the tables of a folder, then these derived ones, into a draft, which more tables can be added to."""
    draft = Draft()
    for row in _rows(data, "states"):
        draft.add(row, _state(row))
    for row in _rows(data, "territories"):
        draft.add(row, _territory(row))
    for row in _rows(data, "bodies"):
        draft.add(row, _body(row))
    for row in _rows(data, "names"):
        draft.add_name(row, row.one_of("how", HOWS))
    draft.lookalikes += [row.need("name") for row in _rows(data, "lookalikes")]
    for table in derived:
        path = data / "derived" / f"{table}.tsv"
        for row in read_rows(path, _HEADERS[table].split()) if path.exists() else ():
            draft.complete(row)
    return draft


def table_files(data: Path, table: str) -> list[Path]:
    """List the files of a table: that of its name, and those of the folder of its name."""
    files = sorted((data / table).glob("*.tsv"))
    whole = data / f"{table}.tsv"
    return [whole, *files] if whole.exists() or not files else files


def _rows(data: Path, table: str) -> Iterator[Row]:
    for path in table_files(data, table):
        yield from read_rows(path, allowed=_HEADERS[table].split())


def _entity(row: Row, kind: EntityKind) -> Entity:
    return Entity(id=row.need("id"), label=row.need("label"), kind=kind)


def _state(row: Row) -> Entry:
    entity, claimants = _entity(row, EntityKind.STATE), row.parts("claimants")
    return Entry(
        entity=entity,
        kind=row.one_of("kind", STATE_KINDS),
        lat=row.number("lat", 90),
        lon=row.number("lon", 180),
        iso2=row.get("iso2"),
        iso3=row.get("iso3"),
        wikidata=row.get("wikidata"),
        capital=row.get("capital"),
        languages=row.parts("languages"),
        claimants=claimants,
        holders=(entity.id,) if claimants else (),  # a state that others claim holds itself
        successors=row.parts("successors"),
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        is_agent=True,
        is_place=True,
        source=row.need("source"),
    )


def _territory(row: Row) -> Entry:
    kind = row.need("kind")
    return Entry(
        entity=_entity(row, EntityKind.TERRITORY),
        kind=kind,
        parent=row.get("part_of"),
        lat=row.number("lat", 90),
        lon=row.number("lon", 180),
        wikidata=row.get("wikidata"),
        geonames=row.get("geonames"),
        claimants=row.parts("claimants"),
        holders=row.parts("administered_by"),
        status=row.get("status"),
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
        parties=row.parts("parties"),
        valid_from=row.get("year"),
        is_agent=kind is not EntityKind.INSTRUMENT,
        is_place=False,
        source=row.need("source"),
    )
