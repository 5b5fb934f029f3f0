"""Answers a checked query in this process, by either engine; run as a module, for a parent process."""

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.errors import GraphError, QueryError
from kgraph.graph.store import Graph, load
from kgraph.vocab import IDS, NAMESPACE, PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["Table", "answer"]

MAX_WIDTH = 60  # characters of a cell as text
TRIPLE_COLUMNS = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer to a query: cells are text (IRIs in full, literals without their type), "" for none.

    ASK gives one column, `answer`, with "true" or "false"; CONSTRUCT and DESCRIBE give triples, sorted.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_text(self) -> str:
        """Write aligned columns for a terminal; long cells are cut, controls that could fool it marked."""
        lines = [[_show(cell) for cell in line] for line in (self.columns, *self.rows)]
        widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
        lines.insert(1, ["-" * width for width in widths])
        return "".join(_align(line, widths) + "\n" for line in lines)

    def to_csv(self) -> str:
        """Write comma-separated values with a header."""
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows((self.columns, *self.rows))
        return stream.getvalue()

    def to_json(self) -> str:
        """Write a list of objects, one a line."""
        rows = (dict(zip(self.columns, row, strict=True)) for row in self.rows)
        return "[" + ",".join("\n" + json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n"


def _show(cell: str) -> str:
    for prefix, namespace in (("id", IDS), ("kg", NAMESPACE)):
        if cell.startswith(namespace):
            cell = f"{prefix}:{cell.removeprefix(namespace)}"
    cell = " ".join(cell.split())
    plain = "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf") else c for c in cell)
    return plain if len(plain) <= MAX_WIDTH else plain[: MAX_WIDTH - 1] + "…"


def _width(text: str) -> int:
    """Count the columns of a terminal: two for a wide letter, none for a combining mark."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _align(cells: Iterable[str], widths: Iterable[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()


def answer(graph: Graph | Path, query: str, engine: str) -> Table:
    """Answer a query that `kgraph.graph.query.check` has let pass.

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
