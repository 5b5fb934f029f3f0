"""The country that those are in of whom a sentence tells: "Insurgents *in Iraq* attacked *the country's* forces"."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import is_definite, prepositional_objects
from kgraph.propositions.clauses import outer_subject, subject_above
from kgraph.reference.named import Named, NamedInOrder
from kgraph.reference.phrases import ONE
from kgraph.reference.told_apart import is_bare
from kgraph.tokens import Token

__all__ = ["country_of_those_there"]

_COUNTRIES = frozenset({"country", "nation"})
_MISSIONS = frozenset({"consulate", "embassy", "legation", "mission"})
_WHERE = ("in", "at")


def country_of_those_there(noun: Token, named: NamedInOrder) -> tuple[Entity, ...]:
    """Find the state that "the country" is, where people or an embassy in it are the subject; empty when unsure.

    Whose people they are that it names says more: "*Turkish* officials in Iraq say that the country".
    """
    if noun.lemma_.lower() not in _COUNTRIES or noun.tag_ not in ONE or not is_definite(noun):
        return ()
    if not is_bare(noun):
        return ()
    around = [n for n in named.before(noun.i) if n.index >= noun.sent.start]
    for subject in _subjects_above(noun):
        there = {t.i for name in _WHERE for t in prepositional_objects(subject).get(name, ())}
        states = [n for n in around if n.index in there and _may_be_home(n, subject)]
        if len(states) == 1:
            return (states[0].entity,)
        if any(n.index == subject.i or subject.is_ancestor(subject.doc[n.index]) for n in around):
            return ()
    return ()


def _subjects_above(noun: Token) -> Iterator[Token]:
    """Give the one subject of the clause above, and of the one above that, as far as each is told of by a noun."""
    for found in (subject_above(noun), outer_subject(noun)):
        if len(found) != 1 or found[0].i > noun.i or found[0].pos_ == "PRON":
            return
        yield found[0]


def _may_be_home(named: Named, subject: Token) -> bool:
    """Tell whether somebody is told to be in a state; a city says so of an embassy alone."""
    cues, lemma = load_cues(), subject.lemma_.lower()
    is_mission = lemma in _MISSIONS
    people = cues.references_residing | cues.agents_men | cues.agents_fighting | cues.agents_members
    are_people = lemma in people | cues.agents_serving and subject.tag_ in {"NNS", "NN"}
    is_state = named.entity.kind is EntityKind.STATE and not named.is_modifier
    return is_state and (is_mission or (are_people and not named.is_capital))
