"""The named queries, and what may be filled into them.

A query of a .rq file answers without parameters. A line `#? territory: …` is a part that is put in where that
parameter is given, with `$territory` for its value. Where a territory or an agent is, the answer is best begun with
that: then lines that end in `#-` are left out, and those that begin with `#+` put in. The comment above a query says
what it answers, in the first line, and what its columns hold, in lines `# ?column  meaning`. `LIMIT 1000  # --limit`
is a limit that a user can set.
"""

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.nearest import suggest
from kgraph.resources import QUERIES
from kgraph.text.printable import without_controls
from kgraph.vocab import PREFIXES

__all__ = [
    "LIMIT",
    "NAMED",
    "NamedQuery",
    "Parameter",
    "fill_in",
    "find_text",
    "named_queries",
    "rows_wanted",
]

NAMED = "kgraph-name:"  # the scheme of an IRI that stands for what a user calls something

LIMIT = "limit"
# A question in English, as who is in a hurry types it: no word of it begins SPARQL that has no other signs.
_PLAIN_WORDS = re.compile(
    r"(?!\s*(?:add|ask|clear|copy|create|describe|drop|load|move)\b)[\w\s'’?,.-]+", re.IGNORECASE
)
_OPTIONAL = re.compile(r"^(?P<indent> *)#\? (?P<name>\w+): (?P<part>.*)$", re.MULTILINE)
_WITHOUT = re.compile(r"^.*  #-\n", re.MULTILINE)
_WITHIN = re.compile(r"^(?P<indent> *)#\+ ", re.MULTILINE)
_LIMITED = re.compile(r"\bLIMIT (?P<rows>\d+)  # --limit$", re.MULTILINE)
_SHOWN = re.compile(r"\bLIMIT \d+  # of which (?P<rows>\d+) are shown$", re.MULTILINE)
_COLUMN = re.compile(r"^# \?(?P<name>\w+) +(?P<meaning>.+)$", re.MULTILINE)
_VARIABLE = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What may be filled in.

    Attributes:
        name: as the option `--name`, and in `name=value`.
        type: "thing" (whatever it is called by), "integer", "date" or "string".
        meaning: for whoever asks.
        default: what holds unless told otherwise; "" for all.
    """

    name: str
    type: str
    meaning: str
    default: str = ""


_KNOWN: Mapping[str, Parameter] = MappingProxyType(
    {
        each.name: each
        for each in (
            Parameter(
                name="territory", type="thing", meaning="a territory and what lies in it, by any name or id"
            ),
            Parameter(name="agent", type="thing", meaning="a state, organization or person on either side"),
            Parameter(name="speaker", type="thing", meaning="whose word it is"),
            Parameter(name="year", type="integer", meaning="the year that it is about, four digits"),
            Parameter(name="published", type="integer", meaning="the year in which it was published"),
            Parameter(name="since", type="date", meaning="the first day that counts, YYYY-MM-DD"),
            Parameter(name="until", type="date", meaning="the last day that counts, YYYY-MM-DD"),
            Parameter(name="source", type="string", meaning="the publisher, as the documents name it"),
        )
    }
)


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

    @property
    def columns(self) -> Mapping[str, str]:
        """Give what each column holds."""
        return {found["name"]: found["meaning"] for found in _COLUMN.finditer(self.text)}

    @property
    def limit(self) -> int | None:
        """Give how many rows it gives at most, unless told otherwise."""
        found = _LIMITED.search(self.text)
        return int(found["rows"]) if found else None


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
    if re.search(r"\s|\{", query) and not _PLAIN_WORDS.fullmatch(query):
        return query
    hint = suggest(query, named) or f"; there are: {', '.join(named)}."
    raise QueryError(f"no query is called {query!r}{hint} Or give SPARQL or a .rq file")


def _read_query(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _find_parameters(text: str) -> Iterator[Parameter]:
    names = dict.fromkeys(found["name"] for found in _OPTIONAL.finditer(text))
    for name in names:
        yield _KNOWN.get(name, Parameter(name=name, type="string", meaning="of your own query"))
    found = _LIMITED.search(text)
    if found:
        meaning = "how many rows at most, 0 for all"
        yield Parameter(name=LIMIT, type="integer", meaning=meaning, default=found["rows"])


def fill_in(text: str, values: Mapping[str, str]) -> str:
    """Put values in; what a user calls a thing becomes an IRI that `kgraph.sparql.things` finds the thing of.

    A query with a limit asks for one row more, by which it is seen whether there are more.

    Raises:
        QueryError: there is no such parameter, or the value does not fit its type.
    """
    known = {parameter.name: parameter for parameter in _find_parameters(text)}
    if values.get(LIMIT) == "0" and LIMIT not in known:  # what has no limit gives all anyway
        values = {name: value for name, value in values.items() if name != LIMIT}
    for name in values:
        if name not in known:
            options = ", ".join(known) or "none"
            raise QueryError(f"the query has no parameter {name!r}; it has: {options}{suggest(name, known)}")
    written = {name: _write_value(known[name], value) for name, value in values.items()}

    def put_in(found: re.Match[str]) -> str:
        if found["name"] not in written:
            return found[0]
        part = _VARIABLE.sub(lambda variable: written.get(variable[1], variable[0]), found["part"])
        return found["indent"] + part

    if written.keys() & {"territory", "agent"}:
        text = _WITHIN.sub(r"\g<indent>", _WITHOUT.sub("", text))
    return _LIMITED.sub(
        lambda found: _write_limit(written.get(LIMIT, found["rows"])), _OPTIONAL.sub(put_in, text)
    )


def _write_limit(rows: str) -> str:
    return f"LIMIT {int(rows) + 1}  # of which {int(rows)} are shown" if int(rows) else ""


def rows_wanted(text: str) -> int | None:
    """Give how many rows a query that `fill_in` has made is to show; None: all."""
    found = _SHOWN.search(text)
    return int(found["rows"]) if found else None


def _write_value(parameter: Parameter, value: str) -> str:
    """Write the value as a term, quoted by Oxigraph or percent signs, so that nothing in it can end it."""
    try:
        if not value.strip():
            raise ValueError("nothing given")
        match parameter.type:
            case "thing":
                return f"<{NAMED}{parameter.name}/{quote(value.strip(), safe='')}>"
            case "integer":
                return _whole_number(value)
            case "date":
                datetime.date.fromisoformat(value)
        return str(ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + parameter.type)))
    except ValueError as error:
        wanted = f"{parameter.type}, {parameter.meaning}"
        shown = without_controls(value)
        raise QueryError(f"{parameter.name}={shown}: does not fit; wanted: {wanted}") from error


def _whole_number(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise ValueError("not a whole number")
    return value
