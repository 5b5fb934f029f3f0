"""Clauses with two recipients under one verb: "ceded A to X and B to Y" says two things.

The parser coordinates X with B; what tells is the second "to" after B.
"""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from kgraph.propositions.arguments import conjuncts

__all__ = ["shares_of"]

_RECIPIENT = "to"
_Roles = Mapping[str, tuple[Token, ...]]


def shares_of(verb: Token, argument: Callable[[str], tuple[Token, ...]]) -> tuple[_Roles, ...]:
    """Give, for each object with its own recipient, these two; nothing where the verb has all its arguments at once.

    Args:
        verb: the predicate.
        argument: gives the heads of one of its arguments.
    """
    recipients = argument(_RECIPIENT) if argument("object") else ()
    if len(recipients) < 2:
        return ()
    first = recipients[0]
    second = _second_recipient(verb, first)
    given = tuple(t for t in conjuncts(first) if second is not None and first.i < t.i < second.head.i)
    if second is None or not given:
        return ()
    return (
        {"object": argument("object"), _RECIPIENT: (first,)},
        {"object": given, _RECIPIENT: conjuncts(second)},
    )


def _second_recipient(verb: Token, first: Token) -> Token | None:
    bearers = (verb, *conjuncts(first))
    prepositions = [c for t in bearers for c in t.children if c.lower_ == _RECIPIENT and c.i > first.i]
    return next((c for p in prepositions for c in p.children if c.dep_ == "pobj"), None)
