"""What stands above a noun: its preposition, verb or noun, and who acts there or says so."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import (
    conjuncts,
    first_child,
    first_conjunct,
    is_court,
    is_verb,
    joined_lemma,
    prepositional_objects,
)
from kgraph.propositions.clauses import objects, subject_above, subjects, verb_lemma
from kgraph.propositions.complements import support_verb
from kgraph.propositions.nominals.contents import says_content
from kgraph.propositions.nominals.possessors import naming_modifiers, possessors
from kgraph.tokens import Token

__all__ = [
    "clause_subjects",
    "governor_subjects",
    "governors_of",
    "is_talk_of_others",
    "preposition_before",
    "reporters",
    "supported_by",
]


def preposition_before(noun: Token) -> tuple[Token, ...]:
    """Give the preposition before a noun, or before the list that it stands in."""
    first = first_conjunct(noun)
    return (first.head,) if first.dep_ == "pobj" and first.head != first else ()


def governors_of(noun: Token) -> tuple[Token, ...]:
    """Give the verb or noun above a noun, over a preposition; above "a *string* of attacks" also what is above that.

    So is a participle in front of the clause, which says what was done to its subject: "*Issued* by X, a note to Y".
    """
    first = first_conjunct(noun)
    if first.head == first:
        return ()
    is_behind = first.dep_ == "pobj"
    governor = first.head.head if is_behind else first.head
    is_series = (
        is_behind and first.head.lower_ == "of" and governor.lemma_.lower() in load_cues().support_series
    )
    return (governor, *governors_of(governor)) if is_series else (governor, *_done_in_front(first))


def _done_in_front(subject: Token) -> tuple[Token, ...]:
    """Give the participle that opens the sentence before a subject, with a comma behind."""
    if subject.dep_ not in {"nsubj", "nsubjpass"}:
        return ()
    opening = subject.doc[subject.sent.start]
    is_front = opening.head == subject.head and opening.dep_ == "advcl" and opening.tag_ == "VBN"
    return (opening,) if is_front else ()


def governor_subjects(noun: Token) -> tuple[Token, ...]:
    """Give who acts in the clause above a noun, or whose the noun above is: "*Russia* backs the *claim*"."""
    return tuple(t for governor in governors_of(noun) for t in _subject_above(governor) if t != noun)


def _subject_above(governor: Token) -> tuple[Token, ...]:
    """Give the subject of a verb, or whose a noun is."""
    if is_verb(governor):
        return subjects(governor)
    possessor = first_child(governor, "poss")
    if possessor is not None:
        return conjuncts(possessor)
    if governor.pos_ != "NOUN":
        return ()
    behind = prepositional_objects(governor)
    is_for_others = governor.lemma_.lower() in load_cues().support_demands  # "Turkish calls for recognition"
    named = () if is_for_others else behind.get("by", ()) or naming_modifiers(governor)
    return behind.get("of", ()) or named


def supported_by(noun: Token, support: frozenset[str]) -> tuple[Token, ...]:
    """Find the bearer of a noun below a light verb: the subject, but in "left Japan with claims" the object.

    Whose it is by name bears it before all others: "X helped to end *Y's* dispute with Z". No court has one of its own.
    """
    verb = support_verb(noun, support)
    if verb is None or any(_is_named_owner(c) for c in noun.children):
        return _partaking(noun)
    found = (objects(verb) if noun.head.lower_ == "with" else ()) or subjects(verb)
    owner = first_child(noun, "poss")
    return () if owner is not None and found and all(map(is_court, found)) else found


def _partaking(noun: Token) -> tuple[Token, ...]:
    """Find the several who have a part in what a clause is about: "the war over Z, *in which X and Y* were engaged"."""
    for place in noun.subtree:
        is_in = place.lower_ == "in" and any(c.lower_ == "which" for c in place.children)
        verb = place.head
        if is_in and place.i > noun.i and verb_lemma(verb) in load_cues().support_partaking:
            told = first_child(verb, "nsubj", "nsubjpass")
            several = conjuncts(told) if told is not None else ()
            return several if len(several) > 1 else ()
    return ()


def _is_named_owner(word: Token) -> bool:
    """Tell whether a word names whose something is: "*Peru's* claim", but not "*Saturday's* talks"."""
    return word.dep_ == "poss" and word.pos_ == "PROPN" and word.lower_ not in load_cues().calendar_names


def clause_subjects(noun: Token) -> tuple[Token, ...]:
    """Find the subject of the nearest clause above, if it does not only back or host others' talks."""
    first = noun
    if noun.dep_ == "pobj" and noun.head.lower_ in {"including", "of"} and noun.head.head.dep_ == "dobj":
        first = noun.head.head  # "to host a *round* of talks"
    is_done = first.dep_ == "dobj" and is_talk_of_others(noun, first.head)
    return () if is_done else subject_above(noun)


def is_talk_of_others(noun: Token, verb: Token) -> bool:
    """Tell whether a verb says no more than who backs or hosts a talk, or speaks of it: "welcomed the talks"."""
    cues = load_cues()
    from_outside = cues.presupposed_stands | cues.presupposed_topics | cues.support_hosting
    return verb_lemma(verb) in from_outside and joined_lemma(noun) in cues.presupposed_ongoing


def reporters(noun: Token) -> tuple[Token, ...]:
    """Find who says what the noun is the predicate of: "Malawi contends that the lake is its territory"."""
    token = noun
    while token.head != token and token.dep_ in {"attr", "conj", "xcomp", "dobj", "oprd"}:
        token = token.head
    # "Malawi's claim that the lake is its territory"
    if token.dep_ in {"acl", "ccomp"} and token.head.pos_ == "NOUN":
        return possessors(token.head) if says_content(token, frozenset()) else ()
    return subjects(token.head) if token.dep_ == "ccomp" and token.head.pos_ == "VERB" else ()
