"""What else a relative clause or a participle may be about than what stands nearest.

In "the treaty with Japan, which Russia signed" grammar leaves open what Russia signed; in "India and Pakistan, which
fought over it" whether both did. What the verb says decides: so whoever asks for something that what stands nearest
is not may look at the others.
"""

from collections.abc import Iterator

from kgraph.propositions.arguments import conjuncts, first_child, first_conjunct
from kgraph.propositions.clauses.relative_clauses import RELATIVE
from kgraph.tokens import Token

__all__ = ["antecedent_role", "other_antecedents"]

_MAX_CLIMB = 3  # nouns above the nearest
_NOMINAL = frozenset({"NOUN", "PROPN"})


def other_antecedents(verb: Token, nearest: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Give what else the clause of a verb may be about, from the nearest: the list, then the nouns that it hangs on.

    Args:
        verb: the clause's own.
        nearest: what it is taken to be about.
    """
    noun = nearest[-1] if nearest else verb.head
    if noun.pos_ not in _NOMINAL:
        return
    first = verb.left_edge
    if noun.pos_ != "PROPN" and (first.i == 0 or first.nbor(-1).text != ","):
        return  # "the boundary beyond the point demarcated by X"
    for _ in range(_MAX_CLIMB):
        first = first_conjunct(noun)
        listed = tuple(t for t in conjuncts(first) if t.i < verb.i)
        if len(listed) > 1 and listed != nearest:
            yield listed
        above = first.head.head if first.dep_ == "pobj" else first.head
        if first.dep_ == "pobj" and above.pos_ == "VERB":
            yield from _acting_there(above)
            return
        if first.dep_ not in {"pobj", "appos"} or above.pos_ not in _NOMINAL or above.i >= first.i:
            return
        noun = above
        yield (noun,)


def _acting_there(verb: Token) -> Iterator[tuple[Token, ...]]:
    """Give who does something at a place: "a *panel* sitting in London, which", "the *panel* sat in London, which"."""
    who = verb.head if verb.dep_ == "acl" else first_child(verb, "nsubj", "nsubjpass")
    if who is not None and who.pos_ in _NOMINAL:
        yield (who,)


def antecedent_role(verb: Token, *, passive: bool) -> str:
    """Give the role that what a clause is about has in it; "" where it is about nothing."""
    if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG", "VBD"}:
        return "object" if passive else "subject"
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and passive and verb.i > verb.head.i:
        return "object"  # "saw the occupation of X, *condemned* by Y"
    if verb.dep_ != "relcl":
        return ""
    for child in verb.children:
        if child.lower_ in RELATIVE and child.dep_ in {"dobj", "nsubj", "nsubjpass"}:
            return "object" if child.dep_ == "dobj" or passive else "subject"
        goal = first_child(child, "pobj") if child.dep_ == "prep" and child.i < verb.i else None
        if goal is not None and goal.lower_ in RELATIVE:
            return child.lower_
    return ""
