"""Whose dispute a court judges: "the ICJ ruled for *Somalia* in *its* dispute with Kenya"."""

from collections.abc import Iterator

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child
from kgraph.tokens import Token

__all__ = ["judging", "who_may_be_judged"]

_SUBJECTS = ("nsubj", "agent")


def judging(possessive: Token) -> Token | None:
    """Find who may be a court that judges the matter that "its" has: the subject of the clause, or its agent."""
    if possessive.dep_ != "poss" or not _is_of_parties(possessive.head.lemma_.lower()):
        return None
    for verb in possessive.ancestors:
        if verb.pos_ == "VERB" and (found := first_child(verb, *_SUBJECTS)) is not None:
            return first_child(found, "pobj") if found.dep_ == "agent" else found
    return None


def _is_of_parties(noun: str) -> bool:
    """Tell whether only a party has one: a dispute, a claim, a boundary, a land."""
    cues = load_cues()
    return any(
        noun in nouns
        for nouns in (cues.presupposed_states, cues.lines_nouns, cues.places_own, cues.bodies_brought)
    )


def who_may_be_judged(possessive: Token, court: Token) -> Iterator[Token]:
    """Give the words of the court's clause, without the court and the matter itself, one of which names the party."""
    matter, verb = possessive.head, court.head.head if court.dep_ == "pobj" else court.head
    outside = {t.i for phrase in (matter, court) for t in phrase.subtree}
    return (t for t in verb.subtree if t.i not in outside)
