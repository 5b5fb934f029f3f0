"""Finds what a user calls something in the graph that is asked: by id, label, or any name it has, in any script.

`<kgraph-name:territory/Kurils>` in a query stands for the thing called so; for a territory, also for all that lies
within it. A name that nothing has gives those that are near.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from urllib.parse import unquote

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.sparql.named import NAMED
from kgraph.text.printable import printable
from kgraph.vocab import IDS, local_name

__all__ = ["Rows", "name_things"]

# Asks a query of our own, and gives its rows.
Rows = Callable[[str], Iterable[Sequence[object]]]

_MARK = re.compile(rf"<{NAMED}(?P<parameter>\w+)/(?P<name>[^<>]*)>")
_CLASSES = {
    "territory": ("kg:Territory", "kg:State"),
    "agent": ("kg:State", "kg:Organization", "kg:Tribunal", "kg:Person"),
    "speaker": ("kg:Person", "kg:State", "kg:Organization", "kg:Tribunal"),
}
_NEAREST = 3  # things to offer where none has the name
_NAMES = "rdfs:label|skos:altLabel"


def name_things(text: str, ask: Rows) -> str:
    """Put the IRIs of things in place of what a user calls them.

    Raises:
        QueryError: the graph has nothing of that name; says what is near.
    """
    found = {mark[0]: _find(mark["parameter"], unquote(mark["name"]), ask) for mark in _MARK.finditer(text)}
    return _MARK.sub(lambda mark: " ".join(f"<{iri}>" for iri in found[mark[0]]), text)


def _find(parameter: str, name: str, ask: Rows) -> tuple[str, ...]:
    things = _called(name, parameter, ask)
    if not things:
        raise QueryError(printable(_unknown(parameter, name, ask), longest=None))
    return tuple(sorted(_with_parts(things, ask) if parameter == "territory" else things))


def _called(name: str, parameter: str, ask: Rows) -> set[str]:
    """Find the things by id, else by a name written just so, else by one written alike, else by the gazetteer's.

    What is called so comes before what texts also call so: "Vladimir Putin" is the man, not Russia, for which he acts.
    """
    by_name = (f"{{ ?thing {kind} {ox.Literal(name)} }}" for kind in ("rdfs:label", "skos:altLabel"))
    for pattern in (*_by_ids([name.removeprefix("id:"), name.removeprefix(IDS)]), *by_name):
        things = _of_class(f"{pattern} ?thing rdfs:label ?label", parameter, ask)
        if things:
            return things
    key = _key(name)
    labels = _all_names(parameter, ask)
    alike = {iri for iri, label in labels if _key(label) == key}
    return alike or _by_gazetteer(name, {iri for iri, _ in labels})


def _by_ids(names: Iterable[str]) -> tuple[str, ...]:
    ids = (IDS + name for name in names if _is_id(name))
    return (f"VALUES ?thing {{ {' '.join(f'<{iri}>' for iri in ids)} }}",)


def _is_id(name: str) -> bool:
    """Tell whether a name can stand at the end of an IRI; `%` alone cannot."""
    try:
        ox.NamedNode(IDS + name)
    except ValueError:
        return False
    return re.fullmatch(r"[\w~.%-]+", name) is not None


def _of_class(pattern: str, parameter: str, ask: Rows) -> set[str]:
    """List what matches the pattern, of the classes that the parameter is about; where there is none, of any."""
    found = [
        (_text(thing), _text(kind))
        for thing, kind in ask(f"SELECT ?thing ?kind {{ {pattern} . ?thing a ?kind }}")
    ]
    wanted = {name.removeprefix("kg:") for name in _CLASSES.get(parameter, ())}
    return {thing for thing, kind in found if local_name(kind) in wanted} or {thing for thing, _ in found}


def _all_names(parameter: str, ask: Rows) -> list[tuple[str, str]]:
    """List the names of all things of the parameter's classes."""
    classes = " ".join(_CLASSES.get(parameter, ("kg:Territory", "kg:State")))
    rows = ask(f"SELECT ?thing ?name {{ VALUES ?kind {{ {classes} }} ?thing a ?kind ; {_NAMES} ?name }}")
    return [(_text(thing), _text(name)) for thing, name in rows]


def _by_gazetteer(name: str, there: set[str]) -> set[str]:
    """Find what the gazetteer knows by the name, in any of its scripts and spellings, and the graph has."""
    from kgraph.gazetteer import Gazetteer  # its tables take longer than a query

    return {IDS + entry.entity.id for entry in Gazetteer.load().by_name(name)} & there


def _with_parts(things: set[str], ask: Rows) -> set[str]:
    """Add what lies within: by the derived layer, where the graph has one, else step by step."""
    if any(ask("SELECT ?part { ?part kg:within ?whole } LIMIT 1")):
        steps = "?part kg:within ?whole"
    else:
        steps = "{ ?part skos:broader ?whole } UNION { ?part kg:partOf ?whole } . ?whole a kg:Territory"
    found, new = set(things), set(things)
    while new:
        wholes = " ".join(f"<{iri}>" for iri in sorted(new))
        rows = ask(f"SELECT DISTINCT ?part {{ VALUES ?whole {{ {wholes} }} {steps} . ?part a kg:Territory }}")
        new = {_text(row[0]) for row in rows} - found
        found |= new
    return found


def _unknown(parameter: str, name: str, ask: Rows) -> str:
    """Say what is near: what the graph has, or what the gazetteer knows and the graph does not speak of."""
    from rapidfuzz import fuzz, process  # only who mistypes needs it

    from kgraph.gazetteer import Gazetteer

    known = [entry.entity for entry in Gazetteer.load().by_name(name)]
    if known:
        told = ", ".join(f"{entity.label} ({entity.id})" for entity in known)
        return f"{parameter}={name}: this graph does not speak of {told}"
    names = _all_names(parameter, ask)
    labels = [label for _, label in names]
    near = process.extract(_key(name), labels, scorer=fuzz.ratio, processor=_key, limit=20, score_cutoff=60)
    things = {names[place][0]: label for label, _, place in reversed(near)}  # each by its nearest name
    nearest = sorted(things, key=[names[place][0] for _, _, place in near].index)[:_NEAREST]
    hint = " or ".join(f"{things[iri]} ({local_name(iri)})" for iri in nearest)
    return f"{parameter}={name}: the graph has nothing of that name" + (
        f"; did you mean {hint}?" if hint else ""
    )


def _key(name: str) -> str:
    """Fold what does not tell names apart: case, accents, blanks and hyphens."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in letters if not unicodedata.combining(c) and c.isalnum())


def _text(term: object) -> str:
    return str(getattr(term, "value", term))
