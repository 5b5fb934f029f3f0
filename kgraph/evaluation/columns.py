"""The outcome of a comparison as tables, column by column."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kgraph.evaluation.gold import QUALIFIERS, NamedAssertion
from kgraph.frames import Cell, Types

if TYPE_CHECKING:
    from kgraph.evaluation.compare import Comparison, Counted, Tally

__all__ = ["TYPES", "columns_of"]

_COUNTS, _SHARES = (
    ("hits", "extracted", "wanted", "right", "stated"),
    ("precision", "recall", "f1", "accuracy"),
)
TYPES: Types = MappingProxyType(
    {**dict.fromkeys(_COUNTS, int), **dict.fromkeys(_SHARES, float), "confidence": float}
)  # of the columns that are no text

_Row = dict[str, Cell]


def columns_of(comparison: "Comparison", table: str) -> dict[str, list[Cell]]:
    """Give one of the tables that `Comparison.columns` names."""
    if table not in _TABLES:
        raise ValueError(f"no table {table!r}; there are {', '.join(_TABLES)}")
    names, make = _TABLES[table]
    rows = list(make(comparison))
    return {name: [row[name] for row in rows] for name in names}


def _figures(name: str, counted: "Mapping[str, Tally | Counted]") -> Iterable[_Row]:
    return ({name: key, **one.figures} for key, one in counted.items())


def _assertions(comparison: "Comparison") -> Iterable[_Row]:
    for outcome, ones in (
        ("hit", comparison.hits),
        ("missed", comparison.missed),
        ("extra", comparison.extra),
    ):
        yield from ({"outcome": outcome, **_assertion(one)} for one in ones)


def _assertion(one: NamedAssertion) -> _Row:
    return {
        "doc": one.document_id,
        "subject": one.subjects[0],
        "predicate": one.predicate,
        "object": one.objects[0],
        **one.qualifiers,
        "confidence": one.confidence,
        "construction": str(one.construction) or None,  # of an enumeration, or a text
        "sentence": one.quotation,
    }


_TALLIED = ("hits", "extracted", "wanted", "precision", "recall", "f1")
_ASSERTION = ("doc", "subject", "predicate", "object", *QUALIFIERS, "confidence", "construction", "sentence")
_TABLES: "Mapping[str, tuple[tuple[str, ...], Callable[[Comparison], Iterable[_Row]]]]" = MappingProxyType(
    {
        "predicates": (("predicate", *_TALLIED), lambda made: _figures("predicate", made.predicates)),
        "constructions": (
            ("construction", *_TALLIED),
            lambda made: _figures("construction", made.constructions),
        ),
        "qualifiers": (
            ("qualifier", "right", "stated", "accuracy"),
            lambda made: _figures("qualifier", made.qualifiers),
        ),
        "assertions": (("outcome", *_ASSERTION), _assertions),
    }
)
