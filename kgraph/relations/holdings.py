"""Who holds what, as relations tell it: from whom a land parts is often said of it before."""

from collections.abc import Iterable, Iterator, Sequence

from kgraph.linking import Linker
from kgraph.model import Modality, Polarity
from kgraph.relations.relation import Relation
from kgraph.relations.traits import HELD, HOLDING
from kgraph.tokens import Token

__all__ = ["holdings_before", "is_holding", "tell"]

_EARLIER = frozenset({"after", "following", "since"})  # what is told behind these came before


def is_holding(relation: Relation) -> bool:
    """Tell whether a relation says who holds a land in fact."""
    if relation.predicate not in HOLDING | HELD:
        return False
    said = relation.qualifiers
    return said.polarity is Polarity.POSITIVE and said.modality is Modality.ACTUAL


def tell(holdings: Iterable[Relation], linker: Linker) -> None:
    """Let the linker take note of who holds what, in the order of the text."""
    for relation in holdings:
        land, holder = relation.subject.entity, relation.object.entity
        if relation.predicate in HOLDING:
            land, holder = holder, land
        linker.tell_holder(land, holder)


def holdings_before(trigger: Token, holdings: Sequence[Relation]) -> Iterator[Relation]:
    """Give what a sentence tells of before a predicate, or of earlier times: "became free *after French rule*"."""
    yield from (each for each in holdings if each.trigger.i > trigger.i and _is_earlier(each.trigger))
    yield from (each for each in holdings if each.trigger.i < trigger.i)


def _is_earlier(trigger: Token) -> bool:
    above = (trigger, *trigger.ancestors)
    return any(
        t.lower_ in _EARLIER or any(c.lower_ in _EARLIER for c in t.children if c.dep_ == "mark")
        for t in above
    )
