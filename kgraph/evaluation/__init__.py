"""Compares extracted assertions with gold ones: how many are right, by what, and why the others are not."""

from kgraph.evaluation.causes import Causes, Sight, find_causes
from kgraph.evaluation.compare import Comparison, Counted, Tally, compare
from kgraph.evaluation.gold import (
    PREDICATES,
    QUALIFIERS,
    SYMMETRIC,
    GoldText,
    NamedAssertion,
    from_record,
    read_gold,
    read_predictions,
)
from kgraph.evaluation.names import Names, fold, read_aliases
from kgraph.evaluation.show import comparison_as_json, format_comparison

__all__ = [
    "PREDICATES",
    "QUALIFIERS",
    "SYMMETRIC",
    "Causes",
    "Comparison",
    "Counted",
    "GoldText",
    "NamedAssertion",
    "Names",
    "Sight",
    "Tally",
    "compare",
    "comparison_as_json",
    "find_causes",
    "fold",
    "format_comparison",
    "from_record",
    "read_aliases",
    "read_gold",
    "read_predictions",
]
