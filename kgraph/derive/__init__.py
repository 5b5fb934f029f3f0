"""The derived layer: what follows from the assertions of a graph, marked with the rule and with what it rests on.

`derive` gives the whole layer, from the read layer alone; `refresh` gives what changes in it when the read layer
changed, at the cost of what was touched. Both give the same. Nothing derived is an assertion or counts as read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import Literal, Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import Facts
from kgraph.derive.layer import difference, is_derived, strip
from kgraph.derive.places import Within
from kgraph.derive.rules import RULES
from kgraph.derive.sharded import add_derived_in_shards
from kgraph.derive.touched import find_touched
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.store import Change, Graph
from kgraph.vocab import local_name

__all__ = [
    "RULES",
    "add_derived",
    "add_derived_in_shards",
    "add_within",
    "count_conclusions",
    "derive",
    "is_derived",
    "refresh",
    "strip",
    "with_derived",
]


def derive(graph: Graph) -> Iterator[Triple]:
    """Give the derived layer of a graph, rule by rule, each triple once; what the graph has of it does not count."""
    background = Background(Facts.of_all(graph))
    said = background.facts.all_said()
    for rule in RULES:
        yield from rule.whole(said, background)


def with_derived(graph: Graph) -> Graph:
    """Give the read layer of a graph with its derived layer made anew."""
    read = (triple for triple in graph if not is_derived(triple))
    return Graph(chain(read, derive(graph)))


def add_derived(graph: Graph) -> None:
    """Put the derived layer into a graph in memory that has none, or what `add_within` gives.

    A new graph would take a third more memory.
    """
    graph.extend(list(derive(graph)))


def add_within(graph: Graph) -> None:
    """Put of the derived layer into a graph only what lies within what, in a hundredth of the time."""
    graph.extend(list(Within().whole((), Background(Facts(graph)))))


def refresh(graph: Graph | Draft, changed: Iterable[Triple]) -> Change:
    """Give the change of the derived layer that a change of the read layer makes necessary.

    Args:
        graph: the read layer as it is after its change, or on paper, with the derived layer as it was before.
        changed: the triples of the read layer that came or went; one that did neither does no harm.
    """
    touched, background = find_touched(graph, changed)
    old: set[Triple] = set()
    new: set[Triple] = set()
    for rule in RULES:
        for key in rule.touched(touched):
            old.update(rule.before(key, background, touched))
            new.update(rule.again(key, background))
    return difference(old, new)


def count_conclusions(graph: Graph) -> dict[str, int]:
    """Count what each rule concluded in a graph, in the order of the rules; what concluded nothing is left out."""
    nodes = Counter(
        t.object.value for t in graph.match(predicate=terms.DERIVED_BY) if isinstance(t.object, Literal)
    )
    for name in sorted(terms.DERIVED_PROPERTIES):
        nodes[local_name(name)] = sum(1 for _ in graph.match(predicate=name))
    return {rule.id: nodes[rule.id] for rule in RULES if nodes[rule.id]}
