"""What is done to whom, told before a noun: "Morocco's *Ceuta* claim", "*Ceuta*'s capture by Portugal"."""

from kgraph.propositions.arguments import conjuncts, first_child
from kgraph.propositions.nominals.agents_behind import is_bare_act, is_done_to_its_own
from kgraph.propositions.nominals.opened_clauses import opened_subjects
from kgraph.propositions.nominals.possessors import joined_name, owner_of, possessors
from kgraph.tokens import Token

__all__ = ["done_to"]


def done_to(noun: Token) -> tuple[Token, ...]:
    """Give the name before a noun that says what it is of, where it is told whose it is.

    So in "Morocco's *Ceuta* claim" and "*Ceuta*'s capture by Portugal"; also behind what opens a sentence: "after
    occupation by Iraq *Kuwait* was rebuilt". Who leads it will do as well: "the U.S.-led *Iraq* invasion".
    """
    if is_done_to_its_own(noun):
        owner = next(c for c in noun.children if c.dep_ == "poss")
        named = opened_subjects(noun) if owner.pos_ == "PRON" else ()  # "after *its* occupation by Y, X"
        return named if any(t.pos_ == "PROPN" for t in named) else conjuncts(owner)
    if is_bare_act(noun):
        return tuple(t for told in opened_subjects(noun) for t in (possessors(told) or (told,)))
    joined = joined_name(noun)
    is_anyones = owner_of(noun) is not None or any(c.lower_ == "by" or _is_led(c) for c in noun.children)
    return conjuncts(joined) if joined is not None and is_anyones else ()


def _is_led(word: Token) -> bool:
    """Tell whether a word before a noun says who leads the act: "the *U.S.-led* Iraq invasion"."""
    return word.dep_ == "amod" and word.lemma_ == "lead" and first_child(word, "npadvmod") is not None
