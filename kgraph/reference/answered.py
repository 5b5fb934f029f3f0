"""Whose deed a sentence says to be answered: "China cut ties with *Gambia* after *it* recognized Taiwan"."""

from collections.abc import Iterator

from kgraph.propositions.arguments import conjuncts, first_child
from kgraph.tokens import Token

__all__ = ["who_is_answered"]

_MARKS = frozenset({"after", "because", "since", "unless", "until", "when"})
# To whom one does these for what he has done, or to make him do something.
_TO_HIM = frozenset(
    """
    attack blame bomb bombard boycott condemn criticise criticize denounce invade isolate praise punish rebuke sanction
    shell strike thank
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# Of these it is told behind a preposition: "cut ties *with X*", "imposed sanctions *on X*".
_WITH_NOUN = frozenset(
    "announce break cut declare end freeze halt impose launch recall sever slap suspend withdraw".split()  # noqa: SIM905
)
_NOUNS = frozenset(
    """
    aid ambassador assistance attack blockade contact embargo envoy link offensive operation raid recognition relation
    sanction strike tie war
    """.split()  # noqa: SIM905
)
_LEADING = frozenset({"against", "from", "of", "on", "to", "with"})


def who_is_answered(pronoun: Token) -> tuple[Token, ...]:
    """Find whom "it" means as the subject of what an act upon somebody answers; empty where nothing tells."""
    clause = pronoun.head
    if pronoun.lower_ != "it" or pronoun.dep_ != "nsubj" or clause.dep_ != "advcl" or clause.i < pronoun.i:
        return ()
    marks = (c for c in clause.children if c.dep_ in {"advmod", "mark"})
    verb = clause.head
    if not any(c.lower_ in _MARKS for c in marks) or verb.pos_ != "VERB" or verb.i > pronoun.i:
        return ()
    thing = first_child(verb, "dobj")
    if thing is None or thing.i > pronoun.i:
        return ()
    if verb.lemma_.lower() in _TO_HIM:
        return conjuncts(thing)
    if verb.lemma_.lower() in _WITH_NOUN and thing.lemma_.lower() in _NOUNS:
        return tuple(_behind(verb, thing, pronoun))
    return ()


def _behind(verb: Token, thing: Token, pronoun: Token) -> Iterator[Token]:
    beside = (c for word in (thing, verb) for c in word.children if c.dep_ == "prep" and c.i < pronoun.i)
    for preposition in beside:
        if preposition.lower_ in _LEADING:
            yield from (t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c))
