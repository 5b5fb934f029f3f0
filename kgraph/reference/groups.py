"""Which group or union "the rebels", "the movement", "the bloc" takes up, and whose government fights it."""

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import first_child, first_conjunct, is_definite
from kgraph.propositions.clauses import subject_above
from kgraph.reference.named import ARMED, NamedInOrder, may_be_called
from kgraph.reference.pairs import only_one_near
from kgraph.reference.phrases import is_bare, is_plain
from kgraph.tokens import Token

__all__ = ["government_of_rebels", "group_or_union"]

_SORTS = frozenset(
    {"extremist", "terrorist"}
)  # before a noun they say of what sort it is: "the *terrorist* attack"
_OBJECTS = frozenset({"dative", "dobj", "pobj"})


def group_or_union(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the group or union that "the movement", "the rebels", "the bloc" is: the one of the nearest sentence.

    Nobody is meant where that names two, or where a word beside tells whose group it is; a state's name tells
    where it is at home ("the Lebanese group").
    """
    is_sort = token.dep_ == "compound" and token.lemma_.lower() in _SORTS
    if is_sort or not is_definite(_bearing_article(token)):
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


def government_of_rebels(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the state whose government stands beside its rebels: "talks between *the government* and the rebels".

    They are at home in one state that the text names, or were told of with one and no other.
    """
    if token.tag_ != "NN" or not is_definite(token) or not is_bare(token):
        return ()
    kinds = load_cues().agents_taken_for_group
    takers = (t for t in token.sent if t.lemma_.lower() in kinds)
    taken = {entity for t in takers for entity in group_or_union(t, named)}
    told = named.before(token.sent.end)
    groups = [n for n in told if n.entity in taken or (n.index >= token.sent.start and n.kind in ARMED)]
    homes = {home for n in groups for home in n.homes}
    beside = {token.doc[n.index].sent.start for n in groups} - {token.sent.start}
    states = {
        n.entity
        for n in told
        if n.entity.kind is EntityKind.STATE
        and (n.entity.id in homes if homes else token.doc[n.index].sent.start in beside)
    }
    return tuple(states) if len(states) == 1 else ()


def _bearing_article(noun: Token) -> Token:
    """Give the noun whose article is a plural's as well: "*the government* and rebels"."""
    is_joined = noun.dep_ == "conj" and noun.tag_ == "NNS"
    return first_conjunct(noun) if is_joined and first_child(noun, "det", "poss") is None else noun
