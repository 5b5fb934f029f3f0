"""What is derived, as triples: each conclusion a node of its own, marked with its rule and with what it rests on."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kgraph.graph import terms
from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import Value, node, text
from kgraph.vocab import IDS

__all__ = ["Conclusion", "difference", "is_conclusion", "is_derived", "mint", "strip", "to_triples"]

_PREFIX = IDS + "i_"
_DIGITS = 20


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a rule concludes.

    Args:
        rule: the rule's id.
        kind: the IRI of its class beside kg:Inferred.
        key: what makes it this conclusion and no other; the IRI is a hash of it.
        pairs: its properties.
        sources: the assertions that it follows from.
    """

    rule: str
    kind: str
    key: tuple[object, ...]
    pairs: tuple[tuple[str, Value], ...]
    sources: tuple[NamedNode, ...]

    @property
    def iri(self) -> NamedNode:
        """Give the IRI: the same rule and key have the same one on every machine."""
        return mint(self.rule, self.key)


def mint(rule: str, key: Iterable[object]) -> NamedNode:
    """Mint the IRI of what a rule concludes of a key."""
    digest = hashlib.sha256(
        "\x1f".join((rule, *(str(part or "") for part in key))).encode("utf-8", "surrogatepass")
    )
    return NamedNode(_PREFIX + digest.hexdigest()[:_DIGITS])


def to_triples(conclusion: Conclusion) -> Iterator[Triple]:
    """Write a conclusion."""
    iri = conclusion.iri
    yield Triple(iri, node(terms.TYPE), node(terms.INFERRED))
    yield Triple(iri, node(terms.TYPE), node(conclusion.kind))
    yield Triple(iri, node(terms.DERIVED_BY), text(conclusion.rule))
    for predicate, value in conclusion.pairs:
        yield Triple(iri, node(predicate), value)
    for source in conclusion.sources:
        yield Triple(iri, node(terms.DERIVED_FROM), source)


def is_derived(triple: Triple) -> bool:
    """Tell whether a triple belongs to the derived layer: by its terms alone, whatever graph it is in."""
    if triple.predicate.value in terms.DERIVED_PROPERTIES:
        return True
    return isinstance(triple.subject, NamedNode) and is_conclusion(triple.subject)


def is_conclusion(thing: NamedNode) -> bool:
    """Tell whether a node is one that a rule concluded, by its IRI."""
    return thing.value.startswith(_PREFIX)


def strip(graph: Graph) -> Graph:
    """Give the read layer of a graph: all but what is derived."""
    return Graph(triple for triple in graph if not is_derived(triple))


def difference(old: Iterable[Triple], new: Iterable[Triple]) -> Change:
    """Give the change that makes the one set of triples the other."""
    before, after = frozenset(old), frozenset(new)
    return Change(gone=before - after, new=after - before)
