"""Which two of those named before "both", "the two countries", "neither side" mean, and which one other."""

import itertools
from collections import Counter
from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import sentences_back
from kgraph.propositions.clauses import subject_above, subjects
from kgraph.reference.choice import LIST_GAP
from kgraph.reference.lists import MAX_SENTENCES_BACK
from kgraph.reference.named import Named
from kgraph.reference.phrases import is_united
from kgraph.tokens import Doc, Token, Words

__all__ = [
    "SENTENCES_OF_ONE",
    "is_whereabouts",
    "named_just",
    "named_together",
    "only_one_near",
    "who_does_it_to",
]

_THREE = 3  # of more, nothing tells which two are meant
SENTENCES_OF_ONE = 3  # that "its neighbour" and "the group" look back over, their own among them
_BELOW_NAME = frozenset({"amod", "appos", "compound", "nmod", "poss"})
_WHERE = frozenset({"in", "at", "near"})


def named_together(before: Sequence[Named], token: Token) -> tuple[Entity, ...]:
    """Give two agents of the nearest sentence, from the token's own backwards, that names two.

    Of more than two, those that "and" joins are meant ("a conflict between Japan and Russia over China"), else the
    last. Who is named alone in the token's own sentence is one of them, unless he only says what the two do or the
    sentence before names just two others: "Peru and Chile clashed. *Norway* hosted talks between the two sides".
    """
    is_one_here = False
    for sentence in itertools.islice(sentences_back(token), MAX_SENTENCES_BACK):
        inside = _parties(before, sentence)
        found = tuple(dict.fromkeys(n.entity for n in inside))
        if len(found) == 2:
            return found
        if is_one_here:
            break
        if len(found) > 2:
            joined = _joined_by_and(inside, token.doc) or _most_named(before, found)
            return joined or (_last_two(inside) if len(found) == _THREE else ())
        if found and not _is_reported(token):
            if sentence.start != token.sent.start:
                break  # "A quarrelled with B; the two": A is one of them
            is_one_here = True
    return ()


def who_does_it_to(token: Token) -> set[int]:
    """Give who does to two what stands above, and is none of them: "*Norway* is urging the two sides to meet".

    So is who helps them do something: "*Norway* is helping the two sides meet".
    """
    verb = token.head
    if token.dep_ == "nsubj" and verb.tag_ == "VB" and verb.dep_ in {"ccomp", "xcomp"}:
        verb = verb.head
    elif token.dep_ != "dobj" or is_united(token):
        return set()
    return {t.i for t in subjects(verb) or subject_above(verb)} if verb.pos_ == "VERB" else set()


def named_just(size: int, before: Sequence[Named], token: Token) -> tuple[Entity, ...]:
    """Give the members of the nearest sentence before that names two or more, where they are just that many."""
    for sentence in itertools.islice(sentences_back(token), 1, 1 + MAX_SENTENCES_BACK):
        found = tuple(dict.fromkeys(n.entity for n in _parties(before, sentence)))
        if len(found) > 1:
            return found if len(found) == size else ()
    return ()


def _most_named(before: Sequence[Named], among: Sequence[Entity]) -> tuple[Entity, ...]:
    """Give the two that the text has named most often, and clearly so; empty where a third comes up as often."""
    counts = Counter(n.entity for n in before).most_common(3)
    first, second, third = (counts + [(None, 0)] * 3)[:3]
    is_clear = second[1] > max(third[1], 1) and {first[0], second[0]} <= set(among)
    return tuple(entity for entity in among if entity in {first[0], second[0]}) if is_clear else ()


def _parties(before: Sequence[Named], sentence: Words) -> list[Named]:
    """Give what a sentence names, but for where: "A's envoy met B's *in a C resort*"; all where fewer than two act."""
    named = [n for n in before if sentence.start <= n.index < sentence.end]
    tokens = ((n, sentence.doc[n.index]) for n in named)
    acting = [n for n, token in tokens if not (is_whereabouts(token) or _is_left(token) or _helps(token))]
    return acting if len({n.entity for n in acting}) >= 2 else named


def _is_left(token: Token) -> bool:
    """Tell whether a name only says from whom somebody once became free: "its independence *from Spain*"."""
    return token.dep_ == "pobj" and token.head.head.lemma_.lower() == "independence"


def _helps(token: Token) -> bool:
    """Tell whether a name only says who helped: "after talks mediated *by Kenya*"."""
    verb = token.head.head
    return token.dep_ == "pobj" and token.head.lower_ == "by" and verb.lower_ in load_cues().talks_helped


def is_whereabouts(token: Token) -> bool:
    """Tell whether a name stands in a phrase that says where something happens: "in the Egyptian town of Taba"."""
    while token.dep_ in _BELOW_NAME and token.head != token:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in _WHERE and token.head.head.pos_ != "PROPN"


def _is_reported(token: Token) -> bool:
    return any(t.dep_ in {"ccomp", "parataxis"} for t in (token, *token.ancestors))


def _joined_by_and(named: Sequence[Named], doc: Doc) -> tuple[Entity, ...]:
    """Give the last two that "and" joins to a pair and not to a longer list."""
    pairs = [
        (one.entity, other.entity)
        for one, other in itertools.pairwise(named)
        if one.entity != other.entity
        and other.index - one.index <= LIST_GAP
        and doc[one.index + 1].lower_ == "and"
        and not _goes_on(named, one, doc)
    ]
    return pairs[-1] if pairs else ()


def _goes_on(named: Sequence[Named], one: Named, doc: Doc) -> bool:
    """Tell whether a list leads up to a name: "the EU, *Norway* and Japan"."""
    before = [n for n in named if n.index < one.index and n.entity != one.entity]
    return bool(before) and one.index - before[-1].index <= LIST_GAP and doc[before[-1].index + 1].text == ","


def _last_two(named: Sequence[Named]) -> tuple[Entity, ...]:
    """Give the last two that are named, in order; empty where fewer are."""
    last = tuple(dict.fromkeys(n.entity for n in reversed(named)))
    return (last[1], last[0]) if len(last) > 1 else ()


def only_one_near(named: Sequence[Named], token: Token) -> tuple[Entity, ...]:
    """Give the one that the nearest sentence names, from the token's own backwards; empty where it names several."""
    for sentence in itertools.islice(sentences_back(token), SENTENCES_OF_ONE):
        found = {n.entity for n in named if sentence.start <= n.index < sentence.end}
        if found:
            return tuple(found) if len(found) == 1 else ()
    return ()
