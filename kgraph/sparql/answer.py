"""Answers a checked query in this process, by either engine; run as a module, for a parent process."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.errors import GraphError, QueryError
from kgraph.graph.store import Graph, load
from kgraph.sparql.results import Table
from kgraph.vocab import PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["answer"]

TRIPLE_COLUMNS = ("subject", "predicate", "object")


def answer(graph: Graph | Path, query: str, engine: str) -> Table:
    """Answer a query that `kgraph.sparql.guard.check` has let pass.

    Raises:
        QueryError: the engine does not understand it.
        GraphError: the file cannot be read.
    """
    loaded = load(graph) if isinstance(graph, Path) else graph
    return _ask_rdflib(loaded, query) if engine == "rdflib" else _ask_oxigraph(loaded, query)


def _ask_oxigraph(graph: Graph, query: str) -> Table:
    try:
        found = graph.query(query)
    except SyntaxError as error:
        raise QueryError(f"not SPARQL: {_one_line(error)}") from error
    if isinstance(found, ox.QueryBoolean):
        return _yes_or_no(bool(found))
    if isinstance(found, ox.QueryTriples):
        return _triples([(_cell(t.subject), _cell(t.predicate), _cell(t.object)) for t in found])
    names = tuple(variable.value for variable in found.variables)
    return Table(columns=names, rows=tuple(tuple(_cell(row[name]) for name in names) for row in found))


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value


def _ask_rdflib(graph: Graph, query: str) -> Table:
    import rdflib.plugins.sparql  # 0.13 s that Oxigraph's users need not wait
    from pyparsing import ParseException

    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False  # a second wall: FROM has been refused already
    try:
        found = graph.rdflib().query(query, initNs=dict(PREFIXES))
    except (ParseException, SyntaxError, RecursionError) as error:
        raise QueryError(f"not SPARQL: {_one_line(error)}") from error
    except Exception as error:  # rdflib raises bare Exception for an unknown prefix and the like
        raise QueryError(f"rdflib cannot answer it: {_one_line(error)}") from error
    if found.type == "ASK":
        return _yes_or_no(bool(found.askAnswer))
    if found.graph is not None:
        return _triples([(str(s), str(p), str(o)) for s, p, o in found.graph])
    return _solutions(found)


def _solutions(found: "rdflib.query.Result") -> Table:
    variables = found.vars or []
    rows = tuple(tuple(_text(row.get(variable)) for variable in variables) for row in found.bindings)
    return Table(columns=tuple(str(variable) for variable in variables), rows=rows)


def _text(term: object) -> str:
    return "" if term is None else str(term)


def _yes_or_no(value: bool) -> Table:
    return Table(columns=("answer",), rows=(("true" if value else "false",),))


def _triples(rows: Iterable[tuple[str, str, str]]) -> Table:
    return Table(columns=TRIPLE_COLUMNS, rows=tuple(sorted(rows)))


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


def main() -> None:
    """Read a header line (JSON) and N-Triples from standard input, write the answer to standard output."""
    header = json.loads(sys.stdin.buffer.readline())
    json.dump(_respond(header), sys.stdout)


def _respond(header: dict[str, str]) -> dict[str, object]:
    try:
        graph = Path(header["path"]) if header["path"] else Graph.from_bytes(sys.stdin.buffer.read())
        table = answer(graph, header["query"], header["engine"])
    except GraphError as error:
        return {"graph_error": str(error)}
    except QueryError as error:
        return {"query_error": str(error)}
    return {"columns": table.columns, "rows": table.rows}


if __name__ == "__main__":
    main()
