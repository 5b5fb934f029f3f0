"""Whose "its" and "their" are in what is theirs: "X condemned *its* invasion", "sought *their* return"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_child, verb_above
from kgraph.propositions.clauses import subjects
from kgraph.reference.phrases import is_recognizing
from kgraph.tokens import Token

__all__ = [
    "is_handed_over",
    "is_of_deed",
    "is_of_one",
    "is_owned_by_other",
    "is_said_of",
    "mediating_in",
    "thing_helped",
]

_COPULAS = frozenset({"be", "become", "constitute", "form", "remain"})
_ONE = frozenset({"it", "its", "itself"})
_APIECE = frozenset({"each", "either", "neither"})


def thing_helped(owner: Token) -> Token | None:
    """Give the object, one or several as its owner is, of a verb of help before "in its war"."""
    preposition = owner.head.head
    if preposition.lower_ not in {"against", "during", "in"}:
        return None
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    thing = first_child(verb, "dobj") if verb.lemma_.lower() in load_cues().support_helping else None
    if thing is None or thing.i > owner.i:
        return None
    are_several = thing.tag_ in {"NNS", "NNPS"} or len(conjuncts(thing)) > 1
    return thing if are_several == (owner.lower_ == "their") else None


def is_handed_over(possessive: Token) -> bool:
    """Tell whether "its" is what passes to somebody, and nobody who acts: "sought *their* return"."""
    is_own = possessive.dep_ == "poss" and possessive.lower_ in {"its", "their"}
    return is_own and possessive.head.lemma_.lower() in load_cues().places_handed


def is_owned_by_other(possessive: Token) -> bool:
    """Tell whether "its" is of another than who does something to it: "X recognized *its* independence".

    So it is where he judges what another does or says: "X condemned *its* invasion", "supports *its* claim to Y".
    """
    thing, above, cues = possessive.head, possessive.head.head, load_cues()
    is_reached = thing.dep_ == "pobj"
    if thing.dep_ != "dobj" and not is_reached:
        return False
    what = thing.lemma_.lower()
    judging = above.head if is_reached else above
    if what in cues.references_judged and judging.lemma_.lower() in cues.references_judging:
        return True
    is_object = not is_reached or above.lower_ == "of"
    return is_object and what in cues.references_statehood | cues.references_judged and is_recognizing(above)


def is_of_deed(possessive: Token) -> bool:
    """Tell whether "its" stands before what one state does to others: "*its* occupation", "*its* claim"."""
    return possessive.dep_ == "poss" and possessive.head.lemma_.lower() in load_cues().references_judged


def is_said_of(possessive: Token, predicate: Token) -> bool:
    """Tell whether a possessive stands in what a verb or a noun says of its subject: "is its province".

    So it does in "is regarded by X as its province".
    """
    if possessive.dep_ != "poss" or possessive.pos_ != "PRON":
        return False
    if predicate.pos_ in {"NOUN", "PROPN"}:  # "considers X part of its territory"
        return predicate.is_ancestor(possessive)
    is_copula = predicate.lemma_.lower() in _COPULAS
    agent = first_child(predicate, "agent")
    is_told = agent is not None and agent.i < possessive.i
    said = (
        c
        for c in predicate.children
        if (is_copula and c.dep_ == "attr") or (is_told and (c.dep_ == "oprd" or c.lower_ == "as"))
    )
    return any(c.is_ancestor(possessive) for c in said)


def is_of_one(pronoun: Token) -> bool:
    """Tell whether "its" is of nobody among several who act: "A and B reject *its* claim", not "each keep its own"."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return pronoun.lower_ in _ONE and not any(token.lower_ in _APIECE for token in before)


def mediating_in(owner: Token) -> tuple[Token, ...]:
    """Give who mediates in what is "its": it is another's ("an offer by *X* to mediate in its dispute with Y")."""
    verb = verb_above(owner) if owner.dep_ == "poss" and owner.head.dep_ in {"dobj", "pobj"} else None
    return subjects(verb) if verb is not None and verb.lemma_.lower() in load_cues().talks_mediating else ()
