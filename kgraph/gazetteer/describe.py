"""Tells what is known of an entry: for people as lines, for programs as a record.

Claimants and holders are marked as background: no text needs to have said it, and no side is taken.
"""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kgraph.gazetteer.entries import Entry, Name
from kgraph.gazetteer.lookup import Gazetteer
from kgraph.model import EntityKind

__all__ = ["as_record", "describe"]

_WIDTH = 110
_LABEL_WIDTH = 14


def describe(entry: Entry, gazetteer: Gazetteer) -> str:
    """Tell all that is known of an entry, a line a fact, each name with its language, user and source."""
    head = (
        f"{entry.entity.label} ({entry.entity.id}): {entry.entity.kind.value}, {entry.kind.replace('_', ' ')}"
    )
    return "\n".join([head, *(_line(label, text) for label, text in _facts(entry, gazetteer) if text)])


def as_record(entry: Entry, gazetteer: Gazetteer) -> dict[str, Any]:
    """Give all that is known of an entry as a JSON object; what is not known is null or an empty list."""
    return {
        "id": entry.entity.id,
        "class": entry.entity.kind.value,
        "kind": entry.kind,
        "label": entry.entity.label,
        "names": [_name_record(name) for name in entry.names],
        "part_of": [whole.entity.id for whole in gazetteer.wholes(entry)],
        "parts": [part.entity.id for part in gazetteer.parts(entry)],
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
        "lat": entry.lat,
        "lon": entry.lon,
        "iso2": entry.iso2,
        "iso3": entry.iso3,
        "wikidata": entry.wikidata,
        "geonames": entry.geonames,
        "capital": entry.capital,
        "languages": entry.languages,
        "predecessors": [before.entity.id for before in gazetteer.predecessors(entry)],
        "successors": entry.successors,
        "parties": entry.parties,
        "background": {"claimants": entry.claimants, "holders": entry.holders, "status": entry.status},
        "source": entry.source,
    }


def _name_record(name: Name) -> Mapping[str, object]:
    return {
        "name": name.text,
        "how": name.how,
        "lang": name.lang,
        "used_by": name.used_by,
        "valid_from": name.valid_from,
        "valid_to": name.valid_to,
        "source": name.source,
        "own": name.own > 0,
    }


def _line(label: str, text: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=f"  {label:<{_LABEL_WIDTH}}",
        subsequent_indent=" " * (_LABEL_WIDTH + 4),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _facts(entry: Entry, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield label and text of each fact; the text is empty where nothing is known."""
    yield from _names(entry, gazetteer)
    yield "part of", " < ".join(_named(gazetteer.wholes(entry)))
    yield "parts", ", ".join(_named(gazetteer.parts(entry)))
    yield from _times(entry)
    yield "parties", _all(entry.parties, gazetteer)
    yield "follows", ", ".join(_named(gazetteer.predecessors(entry)))
    yield "followed by", _all(entry.successors, gazetteer)
    yield "capital", entry.capital or ""
    yield "languages", ", ".join(entry.languages)
    yield (
        "where",
        ""
        if entry.lat is None or entry.lon is None
        else f"{_degrees(entry.lat, 'NS')} {_degrees(entry.lon, 'EW')}",
    )
    yield "codes", _codes(entry)
    yield from _background(entry, gazetteer)
    yield "source", _sources(entry.source)


def _names(entry: Entry, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield each name in a line of its own, and those that a script took from one source together."""
    together: dict[str, list[str]] = {}
    label = "names"
    for name in entry.names:
        if name.derived:
            together.setdefault(name.source, []).append(f"{name.text} ({name.lang})")
        else:
            yield label, _said(name, gazetteer)
            label = ""
    for source, names in together.items():
        yield "also", f"{', '.join(names)} [{source}]"


def _said(name: Name, gazetteer: Gazetteer) -> str:
    """Say of a name what kind it is, in which language, whose it is, and who says so."""
    details = [name.how if name.how != "name" else "", name.lang or ""]
    details += [f"as used by {_label(name.used_by, gazetteer)}"] if name.used_by else []
    details += [f"{name.valid_from} to {name.valid_to}"] if name.valid_to else []
    shown = ", ".join(filter(None, details))
    return f"{name.text}{f' ({shown})' if shown else ''} [{_sources(name.source)}]"


def _times(entry: Entry) -> Iterator[tuple[str, str]]:
    is_signed = entry.entity.kind is EntityKind.INSTRUMENT
    yield "year", (entry.valid_from or "") if is_signed else ""
    if not is_signed and (entry.valid_from or entry.valid_to):
        yield "valid", f"{entry.valid_from or '...'} to {entry.valid_to or 'today'}"


def _codes(entry: Entry) -> str:
    codes = {
        "ISO": " ".join(filter(None, [entry.iso2, entry.iso3])),
        "Wikidata": entry.wikidata and f"https://www.wikidata.org/wiki/{entry.wikidata}",
        "GeoNames": entry.geonames and f"https://www.geonames.org/{entry.geonames}",
    }
    return ", ".join(f"{system} {code}" for system, code in codes.items() if code)


def _background(entry: Entry, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Yield who claims and who holds it today; nothing here was read in a text."""
    said = [
        f"claimed by {_all(entry.claimants, gazetteer)}" if entry.claimants else "",
        f"held by {_all(entry.holders, gazetteer)}" if entry.holders else "",
        f"status {entry.status.replace('_', ' ')}" if entry.status else "",
    ]
    shown = "; ".join(filter(None, said))
    yield "background", f"{shown} (as of mid-2025, taken from no text)" if shown else ""


def _degrees(value: float, directions: str) -> str:
    return f"{abs(value):g}° {directions[value < 0]}"


def _sources(source: str) -> str:
    return ", ".join(source.split("|"))


def _named(entries: Iterable[Entry]) -> Iterator[str]:
    return (f"{entry.entity.label} ({entry.entity.id})" for entry in entries)


def _all(ids: Iterable[str], gazetteer: Gazetteer) -> str:
    return ", ".join(_label(id_, gazetteer) for id_ in ids)


def _label(id_: str, gazetteer: Gazetteer) -> str:
    return gazetteer.entry(id_).entity.label
