"""Answers as programs take them that know no RDF: text, numbers and truth values."""

import json
import math
import re
from collections.abc import Mapping
from decimal import Decimal

import pyoxigraph as ox

from kgraph.sparql.results import Answer, Term
from kgraph.vocab import PREFIXES

__all__ = ["Plain", "plain_rows", "to_json"]

Plain = str | int | float | bool | None

_XSD = PREFIXES["xsd"]
_INTEGERS = frozenset({_XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger")})
_FLOATS = frozenset({_XSD + "double", _XSD + "float"})
_EXACT = 2**53  # up to here every program that reads JSON has the same integer
_DIGITS = 400  # of a number that is looked at: a longer one is text in any case
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_FLOAT = re.compile(_DECIMAL.pattern + r"(?:[eE][+-]?[0-9]+)?")


def plain_rows(answer: Answer) -> list[dict[str, Plain]]:
    """Give each row by column; None for unbound.

    IRIs are text, and literals without their language. A number is one where no digit is lost by it: else, as
    INF, NaN and a decimal of twenty digits, it is the text that the graph has.
    """
    return [dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows]


def to_json(answer: Answer) -> str:
    """Write a list of objects, one a line; where rows are missing, an object that says so and has the list."""
    listed = "[" + ",".join("\n" + _dump(row) for row in plain_rows(answer)) + "\n]"
    return f'{{"cut": {_dump(answer.cut)}, "rows": {listed}}}\n' if answer.cut else listed + "\n"


def _dump(value: str | Mapping[str, Plain]) -> str:
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
        return int(text) if abs(int(text)) <= _EXACT else text
    if datatype in _FLOATS and _FLOAT.fullmatch(text):
        return float(text) if math.isfinite(float(text)) else text
    if datatype == _XSD + "decimal" and _DECIMAL.fullmatch(text):
        return float(text) if Decimal(repr(float(text))) == Decimal(text) else text
    return text
