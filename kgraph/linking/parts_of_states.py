"""Names told to be a part of a state: "*Johor* was part of Malaya", "Malaya was made up of *Johor* and Perak"."""

from collections.abc import Callable

from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    is_definite,
    prepositional_objects,
)
from kgraph.tokens import Token

__all__ = ["is_told_of_state"]

_BEING = frozenset({"be", "become", "form", "remain", "stay"})
_PARTS = frozenset({"part", "province", "region"})
_MADE_OF = frozenset({"compose", "comprise", "consist", "make"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_told_of_state(name: Token, is_state: Callable[[Token], bool]) -> bool:
    """Tell whether the clause of a name says that it is a part of a state, or that a state is made up of it.

    What belongs to a state may be a ship, who is made up of others a delegation: neither says that a name is a land's.
    """
    if is_definite(name):
        return False  # "*the Bailiwick* is no part of the United Kingdom"
    first = first_conjunct(name)
    if first.dep_ in _SUBJECTS and first.head.lemma_.lower() in _BEING:
        part = first_child(first.head, "attr") or first_child(first.head, "dobj")
        wholes = prepositional_objects(part).get("of", ()) if part is not None and _is_part(part) else ()
        return any(is_state(t) for t in wholes)
    verb = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else first.head
    is_within = first.dep_ == "pobj" or (first.dep_ == "dobj" and verb.lemma_.lower() == "comprise")
    if not is_within or verb.lemma_.lower() not in _MADE_OF:
        return False
    made = [t for c in verb.children if c.dep_ in _SUBJECTS and c.i < name.i for t in conjuncts(c)]
    return bool(made) and all(is_state(t) for t in made)


def _is_part(noun: Token) -> bool:
    return noun.lemma_.lower() in _PARTS
