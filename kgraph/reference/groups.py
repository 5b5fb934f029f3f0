"""Which group or union "the rebels", "the movement", "the bloc" takes up."""

from kgraph.model import Entity
from kgraph.propositions.arguments import first_child, first_conjunct, is_definite
from kgraph.propositions.clauses import subject_above
from kgraph.reference.named import NamedInOrder, may_be_called
from kgraph.reference.pairs import only_one_near
from kgraph.reference.phrases import is_plain
from kgraph.tokens import Token

__all__ = ["group_or_union"]

_OBJECTS = frozenset({"dative", "dobj", "pobj"})


def group_or_union(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the group or union that "the movement", "the rebels", "the bloc" is: the one of the nearest sentence.

    Nobody is meant where that names two, or where a word beside tells whose group it is; a state's name tells
    where it is at home ("the Lebanese group").
    """
    if not is_definite(_bearing_article(token)):
        return ()
    before = named.before(token.i)
    beside = {n.index: n.entity.id for n in before if n.index >= token.left_edge.i and n.is_modifier}
    if not is_plain(token, beside):
        return ()
    acting = {t.i for t in subject_above(token)}
    own = {n.entity for n in before if n.index in acting} if token.dep_ in _OBJECTS else set()
    others = (n for n in before if n.index < token.left_edge.i and n.entity not in own)
    found = [n for n in others if n.homes.issuperset(beside.values()) and may_be_called(n, token)]
    return only_one_near(found, token)


def _bearing_article(noun: Token) -> Token:
    """Give the noun whose article is a plural's as well: "*the government* and rebels"."""
    is_joined = noun.dep_ == "conj" and noun.tag_ == "NNS"
    return first_conjunct(noun) if is_joined and first_child(noun, "det", "poss") is None else noun
