"""The named queries, and what may be filled into them."""

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.resources import QUERIES
from kgraph.vocab import PREFIXES

__all__ = ["NamedQuery", "Parameter", "fill_in", "find_text", "named_queries"]

_PARAMETER = re.compile(
    r'VALUES \?(?P<name>\w+) \{ "(?P<default>[^"\\]*)"(?:\^\^xsd:(?P<type>\w+))? \}'
    r" *# parameter: (?P<meaning>[^\n]*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What may be filled in: its value unless told otherwise, its type in XML Schema, what it means."""

    name: str
    default: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A query that comes with kgraph; `number` is that of the ontology's list of questions."""

    name: str
    number: int
    question: str
    text: str

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """List what may be filled in."""
        return tuple(_find_parameters(self.text))


@functools.cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Give the queries that come with kgraph, by number."""
    return tuple(sorted((_read_named(path) for path in QUERIES.glob("*.rq")), key=lambda q: q.number))


def _read_named(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    number, question = text.partition("\n")[0].removeprefix("# ").split(" ", 1)
    return NamedQuery(name=path.stem, number=int(number), question=question, text=text)


def find_text(query: str) -> str:
    """Give the SPARQL of a named query, of a file that ends in .rq, or the query itself.

    Raises:
        QueryError: there is no such query, or the file cannot be read.
    """
    named = {q.name: q.text for q in named_queries()}
    if query in named:
        return named[query]
    if query.endswith(".rq"):
        return _read_query(Path(query))
    if re.search(r"\s|\{", query):
        return query
    raise QueryError(
        f"no query is called {query!r}; there are: {', '.join(named)}; or give SPARQL or a .rq file"
    )


def _read_query(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _find_parameters(text: str) -> Iterator[Parameter]:
    for found in _PARAMETER.finditer(text):
        yield Parameter(
            name=found["name"],
            default=found["default"],
            type=found["type"] or "string",
            meaning=found["meaning"],
        )


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Put values in place of the defaults of a query's parameters.

    Raises:
        QueryError: there is no such parameter, or the value does not fit its type.
    """
    known = {parameter.name: parameter for parameter in _find_parameters(text)}
    for name in values:
        if name not in known:
            raise QueryError(f"the query has no parameter {name!r}; it has: {', '.join(known) or 'none'}")

    def fill(found: re.Match[str]) -> str:
        name = found["name"]
        if name not in values:
            return found[0]
        return f"VALUES ?{name} {{ {_write_value(known[name], values[name])} }}"

    return _PARAMETER.sub(fill, text)


def _write_value(parameter: Parameter, value: str) -> str:
    """Write the value as a literal, quoted by Oxigraph, so that nothing in it can end it."""
    try:
        if parameter.type == "date":
            datetime.date.fromisoformat(value)
        if parameter.type == "integer" and not re.fullmatch(r"[0-9]{1,9}", value):
            raise ValueError("not a whole number")
        return str(ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + parameter.type)))
    except ValueError as error:
        wanted = f"{parameter.type}, {parameter.meaning}"
        raise QueryError(f"{parameter.name}={value}: does not fit; wanted: {wanted}") from error
