"""Forces that are told by who commands them, where that is nobody who acts for a state: "fighters loyal to *X*"."""

from collections.abc import Iterator

from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, singular
from kgraph.propositions.arguments import prepositional_objects
from kgraph.tokens import Token

__all__ = ["commander_of"]

_LEADING = frozenset({"command", "head", "lead"})
_LOYAL = frozenset({"align", "aligned", "allied", "ally", "faithful", "loyal"})
_BEHIND = frozenset({"acl", "amod", "relcl"})
_OWNED = frozenset({"of", "under"})


def commander_of(force: Token, named: NamedThings) -> tuple[Linked, ...]:
    """Link the person whose forces a noun is of: "gunmen led by *X*", "troops of *X*", "*X*'s militia"."""
    cues = named.cues
    if singular(force) not in cues.agents_fighting | cues.agents_armed | cues.agents_serving:
        return ()
    persons = ((token, named.person_at(token)) for token in _told(force))
    found = ((token, person) for token, person in persons if person is not None)
    # who is told to hold an office acts for his state, which is found otherwise
    own = (Linked(p.entity, named.phrase(t)) for t, p in found if p.office is None and not p.official)
    return next(((link,) for link in own), ())


def _told(force: Token) -> Iterator[Token]:
    """Give the words that may name who commands a force, behind it or as its owner."""
    for child in force.children:
        if child.dep_ == "poss":
            yield child
        elif child.dep_ in _BEHIND and child.i > force.i:
            yield from _told_by_clause(child)
    for preposition, persons in prepositional_objects(force).items():
        if preposition in _OWNED:
            yield from persons


def _told_by_clause(clause: Token) -> Iterator[Token]:
    """Give X of "commanded by *X*" and "loyal to *X*"."""
    around = prepositional_objects(clause)
    if clause.lemma_.lower() in _LEADING:
        yield from around.get("by", ())
    if clause.lower_ in _LOYAL or clause.lemma_.lower() in _LOYAL:
        yield from (*around.get("to", ()), *around.get("with", ()))
