"""Tables as data frames of pandas or polars: whole numbers, numbers, days and truth values as such."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.errors import KgraphError
from kgraph.vocab import PREFIXES

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

__all__ = ["Cell", "to_pandas", "to_polars", "values_of"]

Cell = str | int | float | bool | datetime.date | None

_XSD = PREFIXES["xsd"]
_READ: Mapping[str, Callable[[str], Cell]] = MappingProxyType(
    {
        **dict.fromkeys((_XSD + "integer", _XSD + "int", _XSD + "long"), int),
        **dict.fromkeys((_XSD + "decimal", _XSD + "double", _XSD + "float"), float),
        _XSD + "boolean": lambda text: text in {"true", "1"},
        _XSD + "date": datetime.date.fromisoformat,
    }
)
_MOST = 2**63  # beyond it no frame has a whole number


def values_of(terms: Sequence[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]) -> list[Cell]:
    """Give the values of a column: those of one type where all are of one, else the text of each.

    An IRI is its text; what is unbound is None. A year before 1 or a number that does not fit stays text, and
    with it its column.
    """
    texts = [
        None if term is None else str(term) if isinstance(term, ox.Triple) else term.value for term in terms
    ]
    readers = {
        _READ.get(term.datatype.value) if isinstance(term, ox.Literal) else None
        for term in terms
        if term is not None
    }
    read = readers.pop() if len(readers) == 1 else None
    if read is None:
        return list(texts)
    try:
        values = [None if text is None else read(text) for text in texts]
    except ValueError:
        return list(texts)
    fits = all(not isinstance(value, int) or -_MOST <= value < _MOST for value in values)
    return values if fits else list(texts)


def to_pandas(columns: Mapping[str, Sequence[Cell]]) -> "pd.DataFrame":
    """Make a frame of columns of equal length; days are `datetime64[s]`, which holds any year of an article.

    Raises:
        KgraphError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise _missing("pandas") from error
    return pd.DataFrame(
        {name: pd.Series(values, dtype=_DTYPES[_kind(values)]) for name, values in columns.items()}
    )


def to_polars(columns: Mapping[str, Sequence[Cell]]) -> "pl.DataFrame":
    """Make a frame of columns of equal length.

    Raises:
        KgraphError: polars is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise _missing("polars") from error
    types = {bool: pl.Boolean, int: pl.Int64, float: pl.Float64, datetime.date: pl.Date, str: pl.String}
    return pl.DataFrame(
        {name: pl.Series(name, list(values), dtype=types[_kind(values)]) for name, values in columns.items()}
    )


_DTYPES: Mapping[type, str] = MappingProxyType(
    {bool: "boolean", int: "Int64", float: "Float64", datetime.date: "datetime64[s]", str: "str"}
)


def _kind(values: Iterable[Cell]) -> type:
    """Give the one type of the values of a column; text where there is none."""
    return next((type(value) for value in values if value is not None), str)


def _missing(library: str) -> KgraphError:
    return KgraphError(f"a frame of {library} needs it: pip install 'kgraph-disputes[{library}]'")
