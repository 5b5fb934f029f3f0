"""Which group or union "the rebels", "the movement", "the bloc" takes up, and whose government fights it."""

import itertools
from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import (
    first_child,
    first_conjunct,
    is_definite,
    sentences_back,
    start_of_sentences_back,
)
from kgraph.propositions.clauses import subject_above
from kgraph.reference.named import ARMED, Named, NamedInOrder, may_be_called
from kgraph.reference.pairs import SENTENCES_OF_ONE, only_one_near
from kgraph.reference.told_apart import is_bare, is_plain
from kgraph.tokens import Token

__all__ = ["government_of_rebels", "group_or_union"]

_SORTS = frozenset(
    {"extremist", "terrorist"}
)  # before a noun they say of what sort it is: "the *terrorist* attack"
_MAX_TIMES_CALLED = 6  # that a group is called so, one time after another, before its name is out of mind
_OBJECTS = frozenset({"dative", "dobj", "pobj"})


def group_or_union(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the group or union that "the movement", "the rebels", "the bloc" is: the one of the nearest sentence.

    Nobody is meant where that names two, or where a word beside tells whose group it is; a state's name tells
    where it is at home ("the Lebanese group"). Who was called so a sentence or two before is meant again.
    """
    if called := _called_so(token, named) or _of_speaker(token, named):
        return called
    taker: Token | None = token
    for _ in range(_MAX_TIMES_CALLED):
        if taker is None or not _takes_up(taker):
            break
        near = _named_near(taker, named)
        found = only_one_near(near, taker)
        if found or _are_near(near, taker):
            return found
        taker = _called_before(taker)
    return ()


def _of_speaker(noun: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the group of whom speaks of "his" own: "a *Hamas* leader said that *his group* might negotiate"."""
    if not any(c.dep_ == "poss" and c.lower_ in {"her", "his"} for c in noun.children):
        return ()
    speakers = {t.i for speaker in subject_above(noun) for t in speaker.subtree if t.i < noun.i}
    beside = [n for n in named.before(noun.i) if n.index in speakers]
    found = tuple(dict.fromkeys(n.entity for n in beside if may_be_called(n, noun)))
    return found if len(found) == len({n.entity for n in beside}) == 1 else ()


def _takes_up(token: Token) -> bool:
    is_sort = token.dep_ == "compound" and token.lemma_.lower() in _SORTS
    return not is_sort and is_definite(_bearing_article(token))


def _named_near(token: Token, named: NamedInOrder) -> list[Named]:
    """List those named before who may be called so; none where a word beside tells of others."""
    before = named.before(token.i)
    beside = {n.index: n.entity.id for n in before if n.index >= token.left_edge.i and n.is_modifier}
    if not is_plain(token, beside):
        return []
    acting = {t.i for t in subject_above(token)}
    own = {n.entity for n in before if n.index in acting} if token.dep_ in _OBJECTS else set()
    others = (n for n in before if n.index < token.left_edge.i and n.entity not in own)
    return [n for n in others if n.homes.issuperset(beside.values()) and may_be_called(n, token)]


def _are_near(named: Sequence[Named], token: Token) -> bool:
    """Tell whether the sentences that a reference looks back over name any of them."""
    first = start_of_sentences_back(token, SENTENCES_OF_ONE)
    return any(n.index >= first for n in named)


def _called_before(token: Token) -> Token | None:
    """Give the same noun that the two sentences before have last, without a word beside: "*The rebels* refused"."""
    before = itertools.islice(sentences_back(token), 1, SENTENCES_OF_ONE)
    same = (t for sentence in before for t in reversed(sentence) if t.lower_ == token.lower_)
    return next((t for t in same if is_plain(t, {})), None)


def _called_so(noun: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the only armed group of the text, which it has called so: "*Tamil Tiger rebels* left. *Rebels* fought"."""
    if noun.tag_ != "NNS" or noun.dep_ != "nsubj" or any(c.i < noun.i for c in noun.children):
        return ()
    groups = [n for n in named.before(noun.i) if n.kind in ARMED]
    words = ((n.entity, noun.doc[n.index]) for n in groups)
    called = {e for e, name in words if noun.lower_ in {name.head.lower_, *name.lower_.split()[-1:]}}
    return tuple(called) if len(called) == len({n.entity for n in groups}) == 1 else ()


def government_of_rebels(token: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Give the state whose government stands beside its rebels: "talks between *the government* and the rebels".

    They are at home in one state that the text names, or were told of with one and no other.
    """
    if token.tag_ != "NN" or not is_definite(token) or not (is_bare(token) or _ends_pair(token)):
        return ()
    kinds = load_cues().agents_taken_for_group
    takers = (t for t in token.sent if t.lemma_.lower() in kinds)
    taken = {entity for t in takers for entity in group_or_union(t, named)}
    told = named.before(token.sent.end)
    groups = [n for n in told if n.entity in taken or (n.index >= token.sent.start and n.kind in ARMED)]
    homes = {home for n in groups for home in n.homes}
    beside = {token.doc[n.index].sent.start for n in groups} - {token.sent.start}
    named_states = [n for n in told if n.entity.kind is EntityKind.STATE]
    at_home = {n.entity for n in named_states if n.entity.id in homes}
    states = at_home or {n.entity for n in named_states if token.doc[n.index].sent.start in beside}
    return tuple(states) if len(states) == 1 else ()


def _ends_pair(token: Token) -> bool:
    """Tell who is second of two, on whom hangs what is said of what is theirs: "a truce between X and *Y* that"."""
    is_second = token.dep_ == "conj" and token.head.head.lower_ == "between"
    return is_second and all(c.dep_ in {"det", "punct", "relcl"} for c in token.children)


def _bearing_article(noun: Token) -> Token:
    """Give the noun whose article is a plural's as well: "*the government* and rebels"."""
    is_joined = noun.dep_ == "conj" and noun.tag_ == "NNS"
    return first_conjunct(noun) if is_joined and first_child(noun, "det", "poss") is None else noun
