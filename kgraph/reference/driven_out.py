"""Who held what he was driven from: "drove *the rebels* from the towns that *they* had taken"."""

from kgraph.propositions.arguments import first_child
from kgraph.tokens import Token

__all__ = ["driven_out_of"]

_DRIVING = frozenset(
    """
    chase clear dislodge drive eject evict expel flush force oust push remove rout
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_FROM = frozenset({"from", "of", "off"})


def driven_out_of(pronoun: Token) -> Token | None:
    """Find whom "they" means in what says who held a place before, where the clause above drives him from it."""
    clause = pronoun.head
    place = clause.head
    is_holder = pronoun.lower_ in {"it", "they"} and pronoun.dep_ == "nsubj"
    if not is_holder or clause.dep_ != "relcl" or place.dep_ != "pobj":
        return None
    preposition = place.head
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    if preposition.lower_ not in _FROM or verb.lemma_.lower() not in _DRIVING:
        return None
    driven = first_child(verb, "dobj", "nsubjpass")
    return driven if driven is not None and driven.i < pronoun.i else None
