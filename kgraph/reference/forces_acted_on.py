"""Whose forces "them" are that something is done to: "bombed *Serb forces* to keep *them* from taking the town"."""

from collections.abc import Callable

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import conjuncts, first_child
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token

__all__ = ["forces_acted_on"]

_PLURAL = frozenset({"NNPS", "NNS"})


def forces_acted_on(pronoun: Token, agents_of: Callable[[Token], tuple[Entity, ...]]) -> tuple[Entity, ...]:
    """Give whose forces somebody else acts on in the clause above "them", or above "they" where he is but one."""
    if pronoun.lower_ not in {"them", "they"}:
        return ()
    for verb in pronoun.ancestors:
        forces = first_child(verb, "dobj")
        if forces is not None and forces.i < pronoun.i and _are_armed(forces):
            acting = [t for t in subjects(verb) if t.i < pronoun.i]
            own = {entity for t in acting for entity in agents_of(t)}
            found = tuple(dict.fromkeys(e for t in conjuncts(forces) for e in agents_of(t)))
            are_several = pronoun.lower_ == "they" and any(t.tag_ in _PLURAL for t in acting)
            return () if are_several or not own or own & set(found) else found
    return ()


def _are_armed(noun: Token) -> bool:
    cues = load_cues()
    return noun.tag_ in _PLURAL and noun.lemma_.lower() in cues.agents_serving | cues.agents_fighting
