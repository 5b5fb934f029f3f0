"""The derived layer: what follows from the assertions of a graph, marked with the rule and with what it rests on.

`derive` gives the whole layer, from the read layer alone; `refresh` gives what changes in it when the read layer
changed, at the cost of what was touched. Both give the same. Nothing derived is an assertion or counts as read.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import Facts
from kgraph.derive.layer import difference, is_derived, strip
from kgraph.derive.rules import RULES
from kgraph.derive.touched import find_touched
from kgraph.graph.draft import Draft
from kgraph.graph.store import Change, Graph

__all__ = ["RULES", "derive", "is_derived", "refresh", "strip"]


def derive(graph: Graph) -> Iterator[Triple]:
    """Give the derived layer of a graph, rule by rule, each triple once; what the graph has of it does not count."""
    background = Background(Facts.of_all(graph))
    said = background.facts.all_said()
    for rule in RULES:
        yield from rule.whole(said, background)


def refresh(graph: Graph | Draft, changed: Iterable[Triple]) -> Change:
    """Give the change of the derived layer that a change of the read layer makes necessary.

    Args:
        graph: the read layer as it is after its change, or on paper, with the derived layer as it was before.
        changed: the triples of the read layer that came or went; one that did neither does no harm.
    """
    touched, background = find_touched(graph, changed), Background(Facts(graph))
    old: set[Triple] = set()
    new: set[Triple] = set()
    for rule in RULES:
        for key in rule.touched(touched):
            old.update(rule.before(key, graph))
            new.update(rule.again(key, background))
    return difference(old, new)
