"""Answers as programs take them that know no RDF: text, numbers and truth values."""

import json
import math
import re
from collections.abc import Sequence
from decimal import Decimal

import pyoxigraph as ox

from kgraph.sparql.results import Answer, Term
from kgraph.vocab import PREFIXES

__all__ = ["Plain", "rows_to_json", "to_json"]

Plain = str | int | float | bool | Decimal | None

_XSD = PREFIXES["xsd"]
_INTEGERS = frozenset({_XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger")})
_FLOATS = frozenset({_XSD + "double", _XSD + "float"})
_DIGITS = 400  # of a number: a longer one is text
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_FLOAT = re.compile(_DECIMAL.pattern + r"(?:[eE][+-]?[0-9]+)?")


def to_json(answer: Answer) -> str:
    """Write a list of objects, one a line; where rows are missing, an object that says so and has the list."""
    listed = rows_to_json(answer)
    return f'{{"cut": {_dump(answer.cut)}, "rows": {listed}}}\n' if answer.cut else listed + "\n"


def rows_to_json(answer: Answer) -> str:
    """Write the rows as a list of objects, each value by its column; null for unbound.

    IRIs are text, and literals without their language. Numbers have all the digits that the graph has, whatever a
    reader makes of them; what JSON cannot have, INF and NaN, is text.
    """
    names = [_dump(column) for column in answer.columns]
    return "[" + ",".join("\n" + _write_row(names, row) for row in answer.rows) + "\n]"


def _write_row(names: Sequence[str], row: Sequence[Term | None]) -> str:
    pairs = (f"{name}: {_dump(_plain(term))}" for name, term in zip(names, row, strict=True))
    return "{" + ", ".join(pairs) + "}"


def _dump(value: Plain) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _plain(term: Term | None) -> Plain:
    if term is None:
        return None
    if isinstance(term, ox.Triple):
        return str(term)
    return _value(term.value, term.datatype.value) if isinstance(term, ox.Literal) else term.value


def _value(text: str, datatype: str) -> Plain:
    if datatype == _XSD + "boolean":
        return {"true": True, "1": True, "false": False, "0": False}.get(text, text)
    if len(text) > _DIGITS:
        return text
    if datatype in _INTEGERS and _INTEGER.fullmatch(text):
        return int(text)
    if datatype in _FLOATS and _FLOAT.fullmatch(text):
        return float(text) if math.isfinite(float(text)) else text
    if datatype == _XSD + "decimal" and _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text
