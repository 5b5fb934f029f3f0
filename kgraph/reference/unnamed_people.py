"""People whom no name tells: "the settlers came from Norway, and *they* ruled X" is of nobody named before."""

from collections.abc import Callable

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.clauses import subject_above
from kgraph.tokens import Token

__all__ = ["means_unnamed_people"]

_PLURAL = frozenset({"they", "them", "their", "theirs"})


def means_unnamed_people(pronoun: Token, agents_of: Callable[[Token], tuple[Entity, ...]]) -> bool:
    """Tell whether "they" takes up people who act for nobody: the subject above, or whom one man or thing acts on.

    "*The Mutawa family* led the isles and *they* ruled X", "the emir pardoned *some exiles*, and *they* returned".
    """
    if pronoun.lower_ not in _PLURAL:
        return False
    above = [t for t in subject_above(pronoun) if t.sent == pronoun.sent]
    if any(_are_unnamed(t, agents_of) for t in above):
        return True
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    if any(t.dep_ == "nsubj" and t.tag_ == "NNS" and agents_of(t) for t in before):
        return False  # "*officials* say that the line divides families and that they"
    acted_on = [t for t in before if t.dep_ == "dobj" and _are_unnamed(t, agents_of)]
    doing = [c for t in acted_on for c in t.head.children if c.dep_ == "nsubj"]
    return bool(doing) and all(c.tag_ in {"NN", "NNP"} for c in doing)


def _are_unnamed(noun: Token, agents_of: Callable[[Token], tuple[Entity, ...]]) -> bool:
    cues = load_cues()
    are_people = noun.lemma_.lower() in cues.agents_people | cues.agents_communities | cues.agents_fighting
    return noun.tag_ in {"NN", "NNS"} and are_people and not agents_of(noun)
