"""Answers as rows for a page."""

from dataclasses import dataclass

import pyoxigraph as ox

from kgraph.sparql.results import Answer, Term

__all__ = ["Cell", "Table", "cell_of", "table_of"]

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


def table_of(answer: Answer) -> Table:
    """Take the first rows of an answer."""
    rows = tuple(
        tuple(cell_of(term) if term is not None else None for term in row) for row in answer.rows[:SHOWN]
    )
    return Table(columns=answer.columns, rows=rows, total=len(answer.rows))


def cell_of(term: Term) -> Cell:
    """Give a term of a graph as a value to be shown."""
    if isinstance(term, ox.Literal):
        return Cell(text=term.value, lang=term.language)
    return Cell(text=getattr(term, "value", str(term)), iri=isinstance(term, ox.NamedNode))
