"""Which two, or several just counted, "both", "the two regions", "all three" mean, where places are meant."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import sentence_before
from kgraph.reference.acting import Acting
from kgraph.reference.calling import may_be_among
from kgraph.reference.choice import is_named_as_several
from kgraph.reference.lists import listed
from kgraph.reference.named import Named, NamedInOrder, is_mere_place
from kgraph.reference.pairs import named_together
from kgraph.tokens import Token

__all__ = ["island_state", "several_places"]

_THEY = frozenset({"their", "them", "they"})


def several_places(size: int, token: Token, named: NamedInOrder, acting: Acting) -> tuple[Entity, ...]:
    """Give the places that "all three", "the two regions" means: the nearest list of just so many mere places.

    States only where they stand in a list: "A and B were weak. *Both* were occupied by C".

    Args:
        size: how many they are; of two, those of the nearest sentence that names just two.
        token: the reference.
        named: what the text names.
        acting: tells who acts.
    """
    lemma = token.lemma_.lower()
    places = [n for n in named.before(token.left_edge.i) if n.is_place and not n.is_people]
    before = [n for n in places if is_mere_place(n) and may_be_among(lemma, n)]
    double = [n for n in before if " and " in n.entity.label] if size == 2 else []
    if double and (double[-1] is before[-1] or double[-1].is_object):  # "Matthew and Hunter Islands"
        behind = {n.entity for n in before if n.index > double[-1].index}
        if len(behind) < 2:
            return (double[-1].entity,)
    found = named_together(before, token) if size == 2 else listed(size, token, before)
    if not found and token.lower_ == "both" and token.dep_ == "dobj":
        found = _both_done_to(places, token, acting)
    is_noun = lemma in load_cues().places_nouns
    return found or (() if is_noun else listed(size, token, (n for n in places if not is_mere_place(n))))


def _both_done_to(places: Sequence[Named], token: Token, acting: Acting) -> tuple[Entity, ...]:
    """Give the two of the sentence before but for who does it: "X was Sweden's, as was Y. *Sweden* lost *both*"."""
    start = sentence_before(token).start
    doing = acting.clause_subjects(token)
    near = (n.entity for n in places if start <= n.index < token.sent.start)
    found = tuple(dict.fromkeys(e for e in near if e not in doing))
    return found if len(found) == 2 and doing else ()


def island_state(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the state that was named as several islands, for "they": "*the Solomon Isles* are poor; *they* were taken".

    No land may be named behind it.
    """
    if token.lower_ not in _THEY:
        return ()
    before = (n for n in reversed(named.known_before(token.i)) if n.is_place and not n.is_modifier)
    last = next(before, None)
    if last is None or last.index < sentence_before(token).start:
        return ()
    is_state = last.entity.kind is EntityKind.STATE
    return (last.entity,) if is_state and is_named_as_several(last, token.doc) else ()
