"""Answers as rows for a page: what Oxigraph wrote, read again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kgraph.serve.asking import Form

__all__ = ["Cell", "Table", "plain_rows", "table_of"]

SHOWN = 1000  # rows of a page; a file has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value of a row; `iri` tells whether it can be a link, `lang` in which language it is."""

    text: str
    iri: bool = False
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows to be shown, at most `SHOWN`, and how many there are."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    total: int


def table_of(body: bytes, form: Form) -> Table:
    """Read an answer: SPARQL results in JSON, or N-Triples."""
    return _table_of_triples(body) if form == "triples" else _table_of_solutions(body)


def plain_rows(body: bytes) -> tuple[list[str], list[dict[str, object]]]:
    """Give columns and rows of SPARQL results in JSON, each value as text, a number or a truth value."""
    result = json.loads(body)
    if "boolean" in result:
        return ["answer"], [{"answer": result["boolean"]}]
    columns: list[str] = result["head"]["vars"]
    rows = (
        {name: _plain(row[name]) if name in row else None for name in columns}
        for row in result["results"]["bindings"]
    )
    return columns, list(rows)


def _plain(term: Mapping[str, str]) -> object:
    kind = term.get("datatype", "").rpartition("#")[2]
    value = term["value"]
    if kind == "boolean":
        return value == "true"
    if kind == "integer":
        return int(value)
    return float(value) if kind in ("decimal", "double") else value


def _table_of_solutions(body: bytes) -> Table:
    result = json.loads(body)
    if "boolean" in result:
        yes = Cell(text="yes" if result["boolean"] else "no")
        return Table(columns=("answer",), rows=((yes,),), total=1)
    columns, bindings = tuple(result["head"]["vars"]), result["results"]["bindings"]
    rows = tuple(
        tuple(_cell(row[name]) if name in row else None for name in columns) for row in bindings[:SHOWN]
    )
    return Table(columns=columns, rows=rows, total=len(bindings))


def _cell(term: Mapping[str, str]) -> Cell:
    return Cell(text=str(term["value"]), iri=term["type"] == "uri", lang=term.get("xml:lang"))


def _table_of_triples(body: bytes) -> Table:
    triples = sorted({quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)}, key=str)
    rows = tuple(tuple(_term_cells(triple)) for triple in triples[:SHOWN])
    return Table(columns=("subject", "predicate", "object"), rows=rows, total=len(triples))


def _term_cells(triple: ox.Triple) -> Iterable[Cell]:
    for term in (triple.subject, triple.predicate, triple.object):
        if isinstance(term, ox.Literal):
            yield Cell(text=term.value, lang=term.language)
        else:
            yield Cell(text=getattr(term, "value", str(term)), iri=isinstance(term, ox.NamedNode))
