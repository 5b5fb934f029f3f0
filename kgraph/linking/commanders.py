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
_OF_PEOPLE = frozenset({"amod", "compound"})
_PEOPLES = frozenset({"JJ", "NNP", "NNPS"})
_TITLES = frozenset({"ADJ", "DET", "NOUN", "PROPN"})  # what may stand before a commander's name
_MAX_TO_NAME = 10  # words from the force to it


def commander_of(force: Token, named: NamedThings) -> tuple[Linked, ...]:
    """Link the person whose forces a noun is of: "gunmen led by *X*", "troops of *X*", "*X*'s militia".

    "Chechen rebels led by X" are told apart without him.
    """
    cues = named.cues
    if singular(force) not in cues.agents_fighting | cues.agents_armed | cues.agents_serving:
        return ()
    if any(c.dep_ in _OF_PEOPLE and c.tag_ in _PEOPLES and c.is_title for c in force.children):
        return ()
    told = (name for token in _told(force) for name in (token, *_apposed(token)))
    persons = ((token, named.person_at(token)) for token in (*told, *_behind_title(force, named)))
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


def _apposed(title: Token) -> Iterator[Token]:
    """Give X of "the cleric *X*"."""
    return (c for c in title.children if c.dep_ == "appos")


def _behind_title(force: Token, named: NamedThings) -> Iterator[Token]:
    """Give X of "gunmen loyal to radical cleric *X*", which the model often hangs elsewhere."""
    behind = force.doc[force.i + 1 : min(force.i + _MAX_TO_NAME, force.sent.end)]
    words = [token.lower_ for token in behind[:2]]
    is_loyal = words[:1] and words[0] in _LOYAL and words[1:] in (["to"], ["with"])
    if not is_loyal and not (words[1:] == ["by"] and behind[0].lemma_.lower() in _LEADING):
        return
    for token in behind[2:]:
        if named.person_at(token) is not None:
            yield token
        if token.pos_ not in _TITLES:
            return


def _told_by_clause(clause: Token) -> Iterator[Token]:
    """Give X of "commanded by *X*" and "loyal to *X*"."""
    around = prepositional_objects(clause)
    if clause.lemma_.lower() in _LEADING:
        yield from around.get("by", ())
    if clause.lower_ in _LOYAL or clause.lemma_.lower() in _LOYAL:
        yield from (*around.get("to", ()), *around.get("with", ()))
