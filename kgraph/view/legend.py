"""The legend: what is drawn in which way, with counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kgraph.view.content import all_claimants, is_identified
from kgraph.view.network import Line, Node
from kgraph.view.wording import FAMILIES, KINDS, STANCES, family_of
from kgraph.vocab import Predicate

__all__ = ["Entry", "Legend", "list_families", "list_kinds", "list_stances", "make_legend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the legend; `examples` are the relations that it stands for."""

    id: str
    label: str
    count: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """All rows of the legend, and how many points bear each mark."""

    families: Sequence[Entry]
    stances: Sequence[Entry]
    kinds: Sequence[Entry]
    disputed: int
    aside: int
    unknown: int


def make_legend(nodes: Sequence[Node], lines: Sequence[Line], predicates: Mapping[str, Predicate]) -> Legend:
    """Count what is drawn."""
    return Legend(
        families=list_families(lines, predicates),
        stances=list_stances(lines),
        kinds=list_kinds(nodes),
        disputed=sum(len(all_claimants(node)) > 1 for node in nodes),
        aside=sum(node.aside for node in nodes),
        unknown=sum(not is_identified(node.entity) for node in nodes),
    )


def list_families(lines: Sequence[Line], predicates: Mapping[str, Predicate]) -> list[Entry]:
    """List the families that are drawn, each with the relations that stand for it here."""
    count = Counter(family_of(line.assertion, predicates) for line in lines)
    verbs = {f: Counter[str]() for f in FAMILIES}
    for line in lines:
        predicate = predicates.get(line.assertion.predicate)
        words = predicate.verb_phrase if predicate else line.assertion.predicate
        verbs[family_of(line.assertion, predicates)][words] += 1
    return [
        Entry(id=f, label=label, count=count[f], examples=_most_frequent(verbs[f]))
        for f, label in FAMILIES.items()
        if count[f]
    ]


def list_stances(lines: Sequence[Line]) -> list[Entry]:
    """List the ways in which a relation can be stated; all four, even where one does not occur."""
    count = Counter(line.stance for line in lines)
    return [Entry(id=stance, label=label, count=count[stance]) for stance, label in STANCES.items()]


def list_kinds(nodes: Sequence[Node]) -> list[Entry]:
    """List the kinds of entities that are drawn."""
    count = Counter(node.entity.kind for node in nodes)
    return [Entry(id=kind, label=label, count=count[kind]) for kind, label in KINDS.items() if count[kind]]


def _most_frequent(count: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(count, key=lambda words: (-count[words], words)))
