"""Who "the other" is where two do something to one another: "*each* accuses *the other*"."""

from collections.abc import Callable

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import is_definite
from kgraph.propositions.clauses import subject_above
from kgraph.reference.phrases import is_mutual
from kgraph.tokens import Token

__all__ = ["is_the_other", "one_another"]

_TWO = 2


def is_the_other(token: Token) -> bool:
    """Tell whether a word is "the other", alone or before "side", "country" and the like, with nothing behind it.

    So are "each other" and "one another", whichever of the words the model takes for the head.
    """
    if is_mutual(token):
        return True
    if token.lower_ == "other":
        return token.dep_ != "amod" and is_definite(token) and not _goes_on(token)
    is_one = token.tag_ == "NN" and token.lemma_.lower() in load_cues().agents_both
    told = [c.lower_ for c in token.children if c.dep_ in {"amod", "compound", "nmod", "poss"}]
    return is_one and told == ["other"] and is_definite(token) and not _goes_on(token)


def _goes_on(token: Token) -> bool:
    return any(c.dep_ in {"acl", "relcl"} or c.lower_ in {"in", "two", "three"} for c in token.children)


def one_another(other: Token, meant: Callable[[Token], tuple[Entity, ...]]) -> tuple[Entity, ...]:
    """Give both of the two who act above "the other": what each does is done to whoever of them he is not.

    Args:
        other: the word.
        meant: tells whom another word means.
    """
    acting = (t for t in subject_above(other) if t != other)
    found = tuple(dict.fromkeys(entity for t in acting for entity in meant(t)))
    return found if len(found) == _TWO else ()
