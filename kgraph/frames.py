"""Tables as data frames of pandas or polars: whole numbers, numbers, days and truth values as such."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from kgraph.errors import KgraphError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["NO_TYPES", "Cell", "Types", "to_pandas", "to_polars"]

Cell = str | int | float | bool | datetime.date | None


Types = Mapping[str, type]  # of columns, by name

NO_TYPES: Types = MappingProxyType({})


def to_pandas(columns: Mapping[str, Sequence[Cell]], types: Types = NO_TYPES) -> "pd.DataFrame":
    """Make a frame of columns of equal length; days are `datetime64[s]`, which holds any year of an article.

    Args:
        columns: the values of each, all of one type; None where there is none.
        types: of columns that have it whether there are values or not; else it is that of the values.

    Raises:
        KgraphError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise _missing("pandas") from error
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=_DTYPES[types.get(name) or _kind(values)])
            for name, values in columns.items()
        }
    )


def to_polars(columns: Mapping[str, Sequence[Cell]], types: Types = NO_TYPES) -> "pl.DataFrame":
    """Make a frame of columns of equal length; the arguments are those of `to_pandas`.

    Raises:
        KgraphError: polars is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise _missing("polars") from error
    kinds = {bool: pl.Boolean, int: pl.Int64, float: pl.Float64, datetime.date: pl.Date, str: pl.String}
    return pl.DataFrame(
        {
            name: pl.Series(name, list(values), dtype=kinds[types.get(name) or _kind(values)])
            for name, values in columns.items()
        }
    )


_DTYPES: Mapping[type, str] = MappingProxyType(
    {bool: "boolean", int: "Int64", float: "Float64", datetime.date: "datetime64[s]", str: "str"}
)


def _kind(values: Iterable[Cell]) -> type:
    """Give the one type of the values of a column; text where there is none."""
    return next((type(value) for value in values if value is not None), str)


def _missing(library: str) -> KgraphError:
    return KgraphError(f"a frame of {library} needs it: pip install 'kgraph-disputes[{library}]'")
