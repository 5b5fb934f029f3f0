"""Who holds what and is where, as relations tell it: from whom a land parts is often said of it before.

So is from where somebody's forces leave.
"""

from collections.abc import Iterable, Iterator, Sequence

from kgraph.cues import load_cues
from kgraph.linking import Linker
from kgraph.model import Modality, Polarity
from kgraph.propositions.arguments import is_verb
from kgraph.relations.relation import Relation
from kgraph.relations.traits import ABROAD, HELD, HOLDING, OCCUPYING, TWO_SIDED
from kgraph.tokens import Token

__all__ = ["holdings_before", "is_telling", "tell"]

_EARLIER = frozenset({"after", "following", "since"})  # what is told behind these came before
_BRIEFLY = frozenset({"briefly", "momentarily", "temporarily"})


def is_telling(relation: Relation) -> bool:
    """Tell whether a relation says who holds a land in fact, or where somebody's forces are."""
    return _is_holding(relation) or _is_presence(relation)


def _is_holding(relation: Relation) -> bool:
    return relation.predicate in HOLDING | HELD and _is_so(relation)


def _is_presence(relation: Relation) -> bool:
    """Tell whether somebody's forces are in a land or leave it: nobody leaves where he was not."""
    if relation.predicate in ABROAD:
        return _is_so(relation) or relation.qualifiers.polarity is Polarity.NEGATIVE
    word = relation.trigger.lemma_.lower()
    entered = relation.predicate in TWO_SIDED and word in load_cues().places_entering
    return (relation.predicate in HOLDING | OCCUPYING or entered) and _is_so(relation)


def _is_so(relation: Relation) -> bool:
    said = relation.qualifiers
    return said.polarity is Polarity.POSITIVE and said.modality is Modality.ACTUAL


def tell(relations: Iterable[Relation], linker: Linker) -> None:
    """Let the linker take note of who holds what and whose forces are where, in the order of the text."""
    for relation in relations:
        if _is_holding(relation):
            land, holder = relation.subject.entity, relation.object.entity
            if relation.predicate in HOLDING:
                land, holder = holder, land
            is_own_word = relation.attribution is not None and relation.attribution.entity == holder
            if not is_own_word and not _is_brief(relation.trigger):  # who says so of himself only claims it
                linker.tell_holder(land, holder)
        if _is_presence(relation):
            by_force = relation.predicate not in HOLDING
            linker.tell_presence(relation.subject.entity, relation.object.entity, by_force=by_force)


def _is_brief(trigger: Token) -> bool:
    """Tell whether somebody held a land for a while only, and another thereafter: "was *briefly* under French rule"."""
    for above in (trigger, *trigger.ancestors):
        if any(c.lower_ in _BRIEFLY for c in above.children):
            return True
        if is_verb(above):
            break
    return False


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
