"""Answers to queries, and how they are written down."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from kgraph.vocab import IDS, NAMESPACE

__all__ = ["Table"]

MAX_WIDTH = 60  # characters of a cell as text


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
