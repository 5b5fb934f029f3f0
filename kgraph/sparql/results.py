"""Answers to queries: RDF terms in rows, and the same as plain text."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from typing import Literal as OneOf

import pyoxigraph as ox

from kgraph.frames import Cell, to_pandas, to_polars
from kgraph.sparql.values import values_of
from kgraph.text.printable import printable
from kgraph.vocab import IDS, NAMESPACE

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Answer", "Kind", "Table", "Term", "gather"]

MAX_WIDTH = 60  # characters of a cell as text
SHOWN = 50  # rows in a notebook

Kind = OneOf["solutions", "boolean", "triples"]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
TRIPLE_COLUMNS = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a query: cells are RDF terms, None for unbound.

    ASK gives one cell, `answer`; CONSTRUCT and DESCRIBE give triples, sorted. `cut` tells by which limit of ours rows
    are missing at the end, "" where all are there; `more`, that a named query found more than its own `--limit`.

    >>> answer = kgraph.Graph.open("out/graph.ttl").query("disputes", territory="Falkland Islands")
    >>> len(answer), [(row["territory"], row["status"]) for row in answer]
    (1, [('Falkland Islands', 'contested')])
    """

    kind: Kind
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    cut: str = ""
    more: bool = False

    def __repr__(self) -> str:
        return f"<Answer of {len(self):,} rows: {', '.join(self.columns)}>"

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def __bool__(self) -> bool:
        """Tell what ASK is answered; of other queries, whether there are rows."""
        return self.values()["answer"] == [True] if self.kind == "boolean" else bool(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Give the rows as Python values by column, as `values` has them."""
        columns = self.values()
        return (dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True))

    def table(self) -> "Table":
        """Give the cells as plain text."""
        rows = tuple(tuple(_text(term) for term in row) for row in self.rows)
        return Table(columns=self.columns, rows=rows, cut=self.cut)

    def values(self) -> dict[str, list[Cell]]:
        """Give the columns as Python values: numbers, days and truth values as such, all else as text."""
        cells = zip(*self.rows, strict=True) if self.rows else ([] for _ in self.columns)
        return {name: values_of(list(terms)) for name, terms in zip(self.columns, cells, strict=True)}

    def to_pandas(self) -> "pd.DataFrame":
        """Give a pandas frame, a column for each of `columns`.

        Raises:
            KgraphError: pandas is not installed.
        """
        return to_pandas(self.values())

    def to_polars(self) -> "pl.DataFrame":
        """Give a polars frame, a column for each of `columns`.

        Raises:
            KgraphError: polars is not installed.
        """
        return to_polars(self.values())

    def _repr_html_(self) -> str:
        """Show the first rows in a notebook."""
        return self.table().to_html(SHOWN)


def gather(
    rows: Iterable[tuple[Term | None, ...]], most_rows: int, most_characters: int
) -> tuple[tuple[tuple[Term | None, ...], ...], str]:
    """Take rows as long as there is room for them; give them, and what there was not room for."""
    taken: list[tuple[Term | None, ...]] = []
    for row in rows:
        most_characters -= sum(len(_text(term)) for term in row)
        if len(taken) == most_rows:
            return tuple(taken), f"the first {most_rows:,} rows of more"
        if most_characters < 0:
            return tuple(taken), f"the first {len(taken):,} rows, as many as there is room for"
        taken.append(row)
    return tuple(taken), ""


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer to a query as text: IRIs in full, literals without their type, "" for none.

    ASK gives one column, `answer`, with "true" or "false"; CONSTRUCT and DESCRIBE give triples, sorted. `cut` tells
    by which limit rows are missing at the end, "" where all are there.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cut: str = ""

    def to_text(self) -> str:
        """Write aligned columns for a terminal; long cells are cut, controls that could fool it marked."""
        lines = [[_one_line(cell, MAX_WIDTH) for cell in line] for line in (self.columns, *self.rows)]
        widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
        lines.insert(1, ["-" * width for width in widths])
        return "".join(_align(line, widths) + "\n" for line in lines)

    def to_csv(self) -> str:
        """Write comma-separated values with a header."""
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows((self.columns, *self.rows))
        return stream.getvalue()

    def to_html(self, rows: int | None = None) -> str:
        """Write an HTML table, of which at most so many rows; None: all."""
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_one_line(cell))}</td>' for cell in row)}</tr>"
            for row in self.rows[:rows]
        )
        left = len(self.rows) - len(self.rows[:rows])
        more = f"<p>and {left:,} rows more</p>" if left else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def to_markdown(self) -> str:
        """Write a Markdown table; nothing in a cell can end it or become mark-up."""
        lines = [[_markdown(cell) for cell in line] for line in (self.columns, *self.rows)]
        lines.insert(1, ["---"] * len(self.columns))
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _one_line(cell: str, longest: int | None = None) -> str:
    for prefix, namespace in (("id", IDS), ("kg", NAMESPACE)):
        if cell.startswith(namespace):
            cell = f"{prefix}:{cell.removeprefix(namespace)}"
    return printable(cell, longest)


def _markdown(cell: str) -> str:
    return "".join("\\" + c if c in "\\`*_{}[]<>#|&!~" else c for c in _one_line(cell))


def _width(text: str) -> int:
    """Count the columns of a terminal: two for a wide letter, none for a combining mark."""
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _align(cells: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(_padded(cells, widths)).rstrip()


def _padded(cells: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    for cell, width in zip(cells, widths, strict=True):
        yield cell + " " * (width - _width(cell))
