"""What "which", "whom", "whose", "from where" and "most of which" stand for."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import conjuncts, first_conjunct
from kgraph.propositions.clauses.subjects_and_objects import antecedents_of
from kgraph.tokens import Token

__all__ = ["resolve_relatives"]

_RESOLVED = frozenset({"whose", "which", "whom"})  # other than as subject or object
_EACH = frozenset({"all", "both", "each", "neither", "none"})
_PARTS = frozenset({"bulk", "half", "part", "rest"})


def resolve_relatives(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put what they stand for in the place of "whose", "which" and "whom": "islands to which X lays claim"."""
    return tuple(t for token in tokens for t in (_stands_for(token) or (token,)))


def _stands_for(pronoun: Token) -> tuple[Token, ...]:
    """Find what a relative pronoun stands for: what its clause modifies, or the name before the comma.

    A quantity of it counts as it: "the region, *most of which* X claims".
    """
    is_place = pronoun.lower_ == "where" and pronoun.dep_ == "pobj"  # "from *where* it withdrew"
    if pronoun.lower_ not in _RESOLVED and not is_place:
        return _whole_of(pronoun)
    clause = next((a for a in pronoun.ancestors if a.dep_ == "relcl"), None)
    if clause is not None and clause.head.i < pronoun.i:
        is_shared = pronoun.lower_ == "whose"  # "A and B, whose independence X recognised"
        return _listed_before(clause) if is_shared else antecedents_of(clause)
    before = pronoun.doc[pronoun.i - 2] if pronoun.i >= 2 and pronoun.nbor(-1).text == "," else None
    return (before,) if before is not None and before.pos_ in {"NOUN", "PROPN"} else ()


def _listed_before(clause: Token) -> tuple[Token, ...]:
    """Give the list before a relative clause, or its last alone where another has a clause of its own.

    "A, whose troops invaded X, and *B*, whose army left Y".
    """
    listed = tuple(t for t in conjuncts(first_conjunct(clause.head)) if t.i < clause.i)
    is_parted = any(c.dep_ == "relcl" for t in listed if t != clause.head for c in t.children)
    return (clause.head,) if is_parted else listed


def _whole_of(quantity: Token) -> tuple[Token, ...]:
    """Give what "all of which", "part of which" is some of."""
    word = quantity.lower_
    if word not in _PARTS and word not in _EACH and word not in load_cues().places_quantities:
        return ()
    pronoun = next((t for c in quantity.children if c.lower_ == "of" for t in c.children), None)
    if pronoun is None or pronoun.lower_ != "which":
        return ()
    is_of_list = word in _EACH  # "A and B, *both of which* X claims"
    clause = next((a for a in quantity.ancestors if a.dep_ == "relcl"), None)
    if clause is not None and clause.head.i < quantity.i:
        return conjuncts(first_conjunct(clause.head)) if is_of_list else antecedents_of(clause)
    at = quantity.left_edge.i
    before = quantity.doc[at - 2] if at >= 2 and quantity.doc[at - 1].text == "," else None
    if before is None or before.pos_ not in {"NOUN", "PROPN"}:
        return ()
    return conjuncts(first_conjunct(before)) if is_of_list else (before,)
