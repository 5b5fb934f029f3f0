"""Clauses that say what a noun is of: "the claim that X holds Y"."""

from kgraph.propositions.arguments import first_child, opens_with_that
from kgraph.tokens import Token

__all__ = ["content_clauses", "says_content"]


def content_clauses(noun: Token, support: frozenset[str]) -> tuple[Token, ...]:
    """Give the clauses that say what a noun is of."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"})
    return tuple(c for c in clauses if says_content(c, support))


def says_content(clause: Token, support: frozenset[str]) -> bool:
    """Tell whether a clause says what a noun is of: "the claim that X holds Y", but not "that X makes to Y"."""
    is_open = first_child(clause, "dobj", "attr", "acomp", "nsubjpass") is None
    is_relative = is_open and clause.lemma_.lower() in support
    return not is_relative and opens_with_that(clause)
