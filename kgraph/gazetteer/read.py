"""Reads the gazetteer's tables, one row a fact.

`states`, `territories` and `bodies` say what there is; `names` what it is called, by whom and in which language (a
label is a name too and is not repeated there); `seats` which cities were capitals for a time; `lookalikes` which
longer names hold one of ours without meaning it ("New Mexico"). Each is one file in `data/`, `names.tsv`, or
several in a folder, `names/*.tsv`. What stands in `data/derived/` was written by `derive` and fills what the others
leave open.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kgraph.gazetteer.entries import HOWS, STATE_KINDS, Entry, Knowledge, Name
from kgraph.model import Entity, EntityKind
from kgraph.nearest import suggest
from kgraph.resources import DATA
from kgraph.tables import Complain, Complaints, Row, read_cells, read_rows

__all__ = ["REFERENCES", "complain_of_unknown", "read_knowledge", "table_files"]

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
    "seats": "id name valid_from valid_to source",
    "codes": "id iso2 iso3 geonames source",
    "languages": "id languages source",
    "places": "id lat lon source",
    "lookalikes": "name source",
}
REFERENCES = ("part_of", "claimants", "administered_by", "holder", "parties", "successors", "used_by")
_BODIES = (EntityKind.ORGANIZATION, EntityKind.TRIBUNAL, EntityKind.INSTRUMENT)
_NAME_COLUMNS = _HEADERS["names"].split()
_DERIVED = "derived/"
_MAY_LACK = (_DERIVED, "seats")  # tables that a folder need not have


def read_knowledge(
    data: Path = DATA, derived: Collection[str] = ("codes", "languages", "places", "names")
) -> Knowledge:
    """Read the tables of a folder, and some that were derived.

    Raises:
        DataError: for all wrong rows, with their files and lines.
    """
    complaints = Complaints()
    tables = _Tables(data, derived, complaints)
    entries = tables.entries()
    if not (_related(entries.values()) | tables.names.keys()) <= entries.keys():
        for table in (
            "states",
            "territories",
            "bodies",
            "names",
            "seats",
            _DERIVED + "names",
        ):  # again, for the lines
            columns = ("id", *REFERENCES) if table.endswith(("names", "seats")) else REFERENCES
            complain_of_unknown(_rows(data, table, _pass_over), columns, entries, complaints)
    lookalikes: list[str] = []
    rows = _rows(data, "lookalikes", complaints.add)
    complaints.gather(rows, lambda row: lookalikes.append(row.need("name")))
    complaints.tell()
    return Knowledge(entries, lookalikes)


def complain_of_unknown(
    rows: Iterable[Row], columns: Iterable[str], known: Collection[str], complaints: Complaints
) -> None:
    """Complain of every id in some columns that is not known."""
    for row in rows:
        for id_ in dict.fromkeys(id_ for column in columns for id_ in row.parts(column)):
            if id_ not in known:
                complaints.add(row.file, row.line, row.error(f"there is no id {id_!r}{suggest(id_, known)}"))


def table_files(data: Path, table: str) -> list[Path]:
    """List the files of a table: that of its name, and those of the folder of its name."""
    files = sorted((data / table).glob("*.tsv"))
    whole = data / f"{table}.tsv"
    return [whole, *files] if whole.exists() or not files else files


def _rows(data: Path, table: str, complain: Complain) -> Iterator[Row]:
    columns = _HEADERS[table.removeprefix(_DERIVED)].split()
    for path in table_files(data, table):
        if (cells := read_cells(path, columns)) is not None:
            for line, row in enumerate(cells, start=2):
                yield Row(path, line, dict(zip(columns, row, strict=True)))
        elif path.exists() or not table.startswith(_MAY_LACK):
            yield from read_rows(path, columns, complain=complain)


def _pass_over(*_: object) -> None:
    """Complain of nothing: it has been done."""


class _Tables:
    """The tables of a folder, read in the order in which an entry is complete at once."""

    def __init__(self, data: Path, derived: Collection[str], complaints: Complaints) -> None:
        """Read all that is said of things; what there is comes after it."""
        self._data, self._complaints = data, complaints
        self.names: dict[str, list[Name]] = {}  # of things, by id
        self._derived: dict[str, dict[str, str]] = {}  # cells for what own rows leave open
        self._entries: dict[str, Entry] = {}
        self._read_names("names")
        self._read("seats", self._add_seat)
        for table in derived:
            if table == "names":
                self._read_names(_DERIVED + table)
            else:
                self._read(_DERIVED + table, self._add_derived)

    def entries(self) -> dict[str, Entry]:
        """Read what there is."""
        self._read("states", self._add_state)
        self._read("territories", self._add_territory)
        self._read("bodies", self._add_body)
        return self._entries

    def _read(self, table: str, take: Callable[[Row], None]) -> None:
        self._complaints.gather(_rows(self._data, table, self._complaints.add), take)

    def _read_names(self, table: str) -> None:
        """Read names: a table that is wholly well at once, any other row by row, to say what is wrong."""
        is_derived = table.startswith(_DERIVED)
        for path in table_files(self._data, table):
            if not self._add_names(read_cells(path, _NAME_COLUMNS) or (), is_derived=is_derived) and (
                path.exists() or not is_derived
            ):
                rows = read_rows(path, _NAME_COLUMNS, complain=self._complaints.add)
                self._complaints.gather(rows, self._add_derived_name if is_derived else self._add_name)

    def _add_names(self, rows: Sequence[Sequence[str]], *, is_derived: bool) -> bool:
        """Add the names of a table that is wholly well; else add none and say so."""
        if not rows or len({(row[0], row[1], row[2]) for row in rows}) < len(rows):
            return False
        if not all(id_ and text and how in HOWS and source for id_, text, how, _, _, source in rows):
            return False
        known = (
            {(id_, name.text) for id_, names in self.names.items() for name in names} if is_derived else ()
        )
        for id_, text, how, lang, used_by, source in rows:
            if (id_, text) not in known:
                name = Name(text, how, lang or None, used_by or None, source, derived=is_derived)
                self.names.setdefault(id_, []).append(name)
        return True

    def _add_name(self, row: Row) -> None:
        id_, text, how = row.need("id"), row.need("name"), row.one_of("how", HOWS)
        known = self.names.setdefault(id_, [])
        if any(name.text == text and name.how == how for name in known):
            raise row.error(f"{id_!r} has the name {text!r} already")
        known.append(Name(text, how, row.get("lang"), row.get("used_by"), row.need("source")))

    def _add_seat(self, row: Row) -> None:
        """Add the name of a city that was a seat of government for a time."""
        since, until = row.need("valid_from"), row.need("valid_to")
        seat = Name(
            row.need("name"), "capital", "en", source=row.need("source"), valid_from=since, valid_to=until
        )
        self.names.setdefault(row.need("id"), []).append(seat)

    def _add_derived_name(self, row: Row) -> None:
        text, known = row.need("name"), self.names.setdefault(row.need("id"), [])
        if all(name.text != text for name in known):
            known.append(Name(text, "name", row.get("lang"), source=row.need("source"), derived=True))

    def _add_derived(self, row: Row) -> None:
        self._derived.setdefault(row.need("id"), {}).update(row.cells)

    def _add(self, row: Row, class_: EntityKind, **fields: Any) -> None:
        """Add the entry of a row, with the columns that several tables have."""
        row = self._filled(row)
        id_, label = row.need("id"), row.need("label")
        if id_ in self._entries:
            raise row.error(f"id {id_!r} is there already; ids are unique over all tables")
        source = row.need("source")
        names = (Name(label, lang="en", source=source), *self.names.get(id_, ()))
        self._entries[id_] = Entry(
            entity=Entity(id=id_, label=label, kind=class_),
            names=names,
            lat=row.number("lat", 90),
            lon=row.number("lon", 180),
            wikidata=row.get("wikidata"),
            claimants=row.parts("claimants"),
            iso2=row.get("iso2"),
            iso3=row.get("iso3"),
            geonames=row.get("geonames"),
            languages=row.parts("languages"),
            source=source,
            **fields,
        )

    def _filled(self, row: Row) -> Row:
        """Fill what a row leaves open with what was derived."""
        derived = self._derived.get(row.need("id"))
        if derived is None:
            return row
        return Row(row.file, row.line, derived | {column: cell for column, cell in row.cells.items() if cell})

    def _add_state(self, row: Row) -> None:
        claimants = row.parts("claimants")
        self._add(
            row,
            EntityKind.STATE,
            kind=row.one_of("kind", STATE_KINDS),
            capital=row.get("capital"),
            holders=(row.need("id"),) if claimants else (),  # a state that others claim holds itself
            successors=row.parts("successors"),
            valid_from=row.get("valid_from"),
            valid_to=row.get("valid_to"),
        )

    def _add_territory(self, row: Row) -> None:
        self._add(
            row,
            EntityKind.TERRITORY,
            kind=row.need("kind"),
            parent=row.get("part_of"),
            holders=row.parts("administered_by"),
            status=row.get("status"),
        )

    def _add_body(self, row: Row) -> None:
        self._add(
            row,
            EntityKind(row.one_of("class", _BODIES)),
            kind=row.need("kind"),
            parties=row.parts("parties"),
            valid_from=row.get("year"),
        )


def _related(entries: Iterable[Entry]) -> set[str]:
    """Gather the ids that entries and their names refer to."""
    related: set[str] = set()
    for entry in entries:
        related.update(entry.references(), [name.used_by for name in entry.names if name.used_by])
    return related
