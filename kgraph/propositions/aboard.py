"""Whom a vehicle carries, where that is who arrives, leaves or is struck: "a train carrying *Russian troops* left".

Whose the vehicle is says more: "a U.S. warship carrying marines".
"""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts
from kgraph.tokens import Token

__all__ = ["who_move"]

_TOLD = frozenset({"amod", "compound", "nmod", "poss"})


def who_move(vehicle: Token, verb: Token) -> tuple[Token, ...]:
    """Give the forces that a vehicle carries, where they are told to be somebody's and it is not; else the word.

    Nobody invades a land by train.
    """
    cues, kind = load_cues(), vehicle.lemma_.lower()
    if kind not in cues.vehicles_nouns or _is_somebodys(vehicle):
        return (vehicle,)
    if kind in cues.vehicles_peaceful and verb.lemma_.lower() in cues.vehicles_crossing:
        return (vehicle,)
    forces = cues.agents_serving | cues.agents_armed
    carried = [t for t in _carried(vehicle) if t.lemma_.lower() in forces and _is_somebodys(t)]
    return tuple(carried) or (vehicle,)


def _carried(vehicle: Token) -> Iterator[Token]:
    """Give what stands behind "carrying", or behind "with" and before "on board"."""
    cues = load_cues()
    for child in vehicle.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in cues.vehicles_carrying:
            yield from (t for c in child.children if c.dep_ == "dobj" for t in conjuncts(c))
        inside = [t for c in child.children if c.dep_ == "pobj" for t in conjuncts(c)]
        if child.lower_ == "with":
            yield from (t for t in inside if _is_aboard(t))
        elif child.lower_ == "of":  # "a convoy *of trucks carrying Y soldiers*"
            yield from (
                t for each in inside if each.lemma_.lower() in cues.vehicles_nouns for t in _carried(each)
            )


def _is_aboard(forces: Token) -> bool:
    behind = [t.lower_ for t in forces.doc[forces.i + 1 : forces.i + 3]]
    return behind[:1] == ["aboard"] or behind == ["on", "board"]


def _is_somebodys(noun: Token) -> bool:
    """Tell whether a word with a capital before a noun says whose it is: "*Russian* troops"."""
    return any(c.dep_ in _TOLD and c.text[:1].isupper() for c in noun.children)
