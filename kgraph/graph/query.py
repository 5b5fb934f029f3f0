"""Questions to a graph: the named queries, and any SPARQL query that only reads.

A query from outside can do nothing but read this one graph: what would write, or reach a file or the network,
is refused before it is parsed, and the answer is worked out in a child process that is killed when its time
is up (no engine here can be stopped otherwise, and a hostile query can crash Oxigraph).
"""

import datetime
import functools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal as OneOf

import pyoxigraph as ox

from kgraph.errors import GraphError, QueryError
from kgraph.graph.answer import Table, answer
from kgraph.graph.store import Graph
from kgraph.resources import PACKAGE, QUERIES
from kgraph.vocab import PREFIXES

__all__ = ["MAX_NESTING", "TIME_LIMIT", "Engine", "NamedQuery", "Parameter", "check", "named_queries", "run"]

TIME_LIMIT = 60.0  # seconds
MAX_NESTING = 100  # brackets; from 3,000 on Oxigraph overflows its stack and takes the process down

Engine = OneOf["oxigraph", "rdflib"]

_PARAMETER = re.compile(
    r'VALUES \?(?P<name>\w+) \{ "(?P<default>[^"\\]*)"(?:\^\^xsd:(?P<type>\w+))? \}'
    r" *# parameter: (?P<meaning>[^\n]*)"
)
_TOKEN = re.compile(
    r"""
      (?P<skipped> <[^<>"{}|^`\\\x00-\x20]*>                          # IRI
      | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\" | '''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'                 # strings
      | \#[^\n\r]*                                                    # comment
      | [?$]\w+ | @[A-Za-z-]+ | [\w.-]*:[\w.%:-]* )        # variable, language, prefixed name
    | (?P<word> [A-Za-z_]\w* ) | (?P<open> [({\[] ) | (?P<close> [)}\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("SERVICE",), "asks another server"),
        **dict.fromkeys(("FROM", "LOAD"), "reads another source"),
        **dict.fromkeys(
            ("INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"), "changes a graph"
        ),
    }
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


def run(
    graph: Graph | Path,
    query: str,
    *,
    engine: Engine = "oxigraph",
    parameters: Mapping[str, str] | None = None,
    time_limit: float | None = TIME_LIMIT,
) -> Table:
    """Ask the graph a question.

    Args:
        graph: a graph, or the file to load one from.
        query: the name of a query of `named_queries()`, a file that ends in .rq, or SPARQL; kgraph's prefixes
            (`kg:`, `id:`, `rdf:` …) need no declaration.
        engine: who answers; the named queries give the same rows by either.
        parameters: what to fill in, by name: `{"since": "2019-01-01"}`.
        time_limit: seconds until the child process is killed, loading included; None: answer in this process,
            which a hostile query can crash.

    Raises:
        QueryError: the query is unknown, wrong or not allowed, a parameter does not fit, the time is up.
        GraphError: the file cannot be read.
    """
    text = _fill_in(_find_text(query), parameters or {})
    check(text)
    if time_limit is None:
        return answer(graph, text, engine)
    return _answer_in_child(graph, text, engine, time_limit)


def _find_text(query: str) -> str:
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


# ------------------------------------------------------------------ parameters


def _find_parameters(text: str) -> Iterator[Parameter]:
    for found in _PARAMETER.finditer(text):
        yield Parameter(
            name=found["name"],
            default=found["default"],
            type=found["type"] or "string",
            meaning=found["meaning"],
        )


def _fill_in(text: str, values: Mapping[str, str]) -> str:
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


# ------------------------------------------------------------------ what is allowed


def check(text: str) -> None:
    """See that the query only reads, and that no engine breaks on its nesting.

    Raises:
        QueryError: says what is not allowed.
    """
    _check_tokens(text)
    # rdflib undoes \u0053 anywhere in a query before it reads it, so such a query is looked at in both forms.
    _check_tokens(re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", _undo_escape, text))


def _undo_escape(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _check_tokens(text: str) -> None:
    depth, form = 0, None
    for token in _TOKEN.finditer(text):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth > MAX_NESTING:
            raise QueryError(f"the query nests more than {MAX_NESTING} brackets")
        word = (token["word"] or "").upper()
        if word in _REFUSED:
            raise QueryError(
                f"{word} is not allowed: it {_REFUSED[word]}, and a query may only read this graph"
            )
        form = form or (word if word in _READING else None)
    if form is None:
        raise QueryError(f"not a SPARQL query: it has none of {', '.join(sorted(_READING))}")


# ------------------------------------------------------------------ the child process


def _answer_in_child(graph: Graph | Path, text: str, engine: Engine, time_limit: float) -> Table:
    path = str(graph) if isinstance(graph, Path) else None
    header = json.dumps({"path": path, "query": text, "engine": engine}).encode() + b"\n"
    data = b"" if isinstance(graph, Path) else graph.to_bytes()
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kgraph.graph.answer"],
            input=header + data,
            capture_output=True,
            timeout=time_limit,
            env=os.environ | {"PYTHONPATH": _search_path(), "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"no answer within {time_limit:g} s; narrow the query, or give it more time"
        ) from error
    return _read_answer(done)


def _search_path() -> str:
    """Let the child find this very package, installed or not."""
    return os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))


def _read_answer(done: subprocess.CompletedProcess[bytes]) -> Table:
    if done.returncode < 0:
        raise QueryError(f"the query broke the engine (signal {-done.returncode}); try it in smaller steps")
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    result = json.loads(done.stdout)
    if "graph_error" in result:
        raise GraphError(result["graph_error"])
    if "query_error" in result:
        raise QueryError(result["query_error"])
    return Table(columns=tuple(result["columns"]), rows=tuple(tuple(row) for row in result["rows"]))
