"""The rows of `data/office_holders.tsv`, read once for all who ask: by the case of names, by persons, by states."""

from functools import cache
from pathlib import Path

from kgraph.resources import DATA
from kgraph.tables import Row, read_rows

__all__ = ["OFFICE_HOLDERS", "read_office_holders"]

OFFICE_HOLDERS = DATA / "office_holders.tsv"
_COLUMNS = ("name", "surname", "agent", "label", "kind", "since", "until", "source")


@cache
def read_office_holders(path: Path = OFFICE_HOLDERS) -> tuple[Row, ...]:
    """Read the rows, in the order of the table.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    return tuple(read_rows(path, _COLUMNS))
