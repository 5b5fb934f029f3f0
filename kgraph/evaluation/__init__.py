"""Compares what is read with what is annotated: assertions, and the entities that mentions are linked to."""

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
from kgraph.evaluation.links import (
    Answer,
    GoldMention,
    LinkComparison,
    LinkText,
    compare_links,
    read_link_texts,
)
from kgraph.evaluation.names import Names, fold, read_aliases
from kgraph.evaluation.show import comparison_as_json, format_comparison
from kgraph.evaluation.show_links import format_links, links_as_json

__all__ = [
    "PREDICATES",
    "QUALIFIERS",
    "SYMMETRIC",
    "Answer",
    "Causes",
    "Comparison",
    "Counted",
    "GoldMention",
    "GoldText",
    "LinkComparison",
    "LinkText",
    "NamedAssertion",
    "Names",
    "Sight",
    "Tally",
    "compare",
    "compare_links",
    "comparison_as_json",
    "find_causes",
    "fold",
    "format_comparison",
    "format_links",
    "from_record",
    "links_as_json",
    "read_aliases",
    "read_gold",
    "read_link_texts",
    "read_predictions",
]
