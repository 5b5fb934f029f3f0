"""The subjects of the clauses that a word stands in: "*Peru* denied that the map shows it"."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    has_infinitive,
    is_verb,
    prepositional_objects,
)
from kgraph.propositions.clauses.participles import is_gerund
from kgraph.propositions.clauses.passives import agents_of
from kgraph.propositions.clauses.subjects_and_objects import grammatical_subjects, subjects, through_relative
from kgraph.propositions.clauses.verb_forms import SUBJECTS, is_passive
from kgraph.tokens import Token

__all__ = ["outer_subject", "subject_above"]

_ACTED = frozenset({"acl", "advcl", "xcomp"})


@lru_cache(maxsize=1024)
def subject_above(token: Token) -> tuple[Token, ...]:
    """Find the subject of the nearest clause above that has one of its own."""
    return next(_subjects_above(token), ())


@lru_cache(maxsize=1024)
def outer_subject(token: Token) -> tuple[Token, ...]:
    """Find the subject of the clause above the one that `subject_above` looks at: of "X", not of "talks".

    So in "X resumed talks that were stalled over a dispute with Y".
    """
    return next(islice(_subjects_above(token), 1, None), ())


def _subjects_above(token: Token) -> Iterator[tuple[Token, ...]]:
    """Give the subjects of the clauses above, each once where one does what several say."""
    nearer: tuple[Token, ...] = ()
    for ancestor in token.ancestors:
        is_clause = is_verb(ancestor)
        found = _subjects_around(ancestor, token) if is_clause else _who_ruled_before(ancestor, token)
        if found and found != nearer:
            yield found
        nearer = found or nearer


def _who_ruled_before(ruling: Token, token: Token) -> tuple[Token, ...]:
    rulers = _who_ruled(ruling)
    return rulers if rulers and rulers[0].i < token.i else ()


def _subjects_around(verb: Token, token: Token) -> tuple[Token, ...]:
    """Give the subject of a clause that a word stands in; a gerund or infinitive has that of whoever does what it says.

    So in "critics accuse *Nepal* of issuing a map that shows it", "asked *X* to declare that Y".
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        found = tuple(t for c in own if token not in c.subtree for t in conjuncts(c))
        is_above = bool(found) and (found[0].i < token.i or _is_told_by(found[0], token))
        return through_relative(verb, found) if is_above else _who_did(verb, token)
    if verb.dep_ in _ACTED and has_infinitive(verb):
        return subjects(verb)
    acting = grammatical_subjects(verb, 0) if is_gerund(verb) else ()
    # no pronoun from further on: to tell whom it means, the subject above itself would be asked for
    return tuple(t for t in acting if t.i < token.i or t.pos_ != "PRON")


def _who_did(verb: Token, token: Token) -> tuple[Token, ...]:
    """Find by whom that is done of which a word is a part: "a decree *recognising* X was signed by *Y*".

    Whoever only judges it says nothing of his own: "was criticised by Y".
    """
    cues = load_cues()
    is_done = verb.pos_ == "VERB" and is_passive(verb)
    if not is_done or verb.lemma_.lower() in cues.support_judging | cues.presupposed_stands:
        return ()
    done = first_child(verb, "nsubjpass")
    return agents_of(verb) if done is not None and done.is_ancestor(token) else ()


def _is_told_by(speaker: Token, token: Token) -> bool:
    """Tell whether somebody behind a clause says what it says: "Talks with Y will go on, *X* said"."""
    verb = speaker.head
    is_saying = verb.pos_ == "VERB" and verb.lemma_.lower() in load_cues().reporting_verbs
    return is_saying and any(
        c.dep_ == "ccomp" and c.i < speaker.i and token in c.subtree for c in verb.children
    )


def _who_ruled(ruling: Token) -> tuple[Token, ...]:
    """Find whose a ruling is of which a clause says what was decided: "the *court's* ruling that X"."""
    if ruling.pos_ != "NOUN" or ruling.lemma_.lower() not in load_cues().bodies_rulings:
        return ()
    found = prepositional_objects(ruling)
    possessor = first_child(ruling, "poss")
    return conjuncts(possessor) if possessor is not None else found.get("by", ()) or found.get("of", ())
