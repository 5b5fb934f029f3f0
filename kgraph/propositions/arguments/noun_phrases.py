"""The minimal noun phrase of a head: the words that say which thing it is."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments.coordination import first_conjunct
from kgraph.propositions.arguments.dependents import first_child, is_bracketed
from kgraph.tokens import Token

__all__ = ["noun_phrase"]

# Dependents that are not part of a minimal noun phrase: they say more about the thing, not which thing it is.
_THINGS = frozenset({"NOUN", "PROPN"})
_OUTSIDE = frozenset(
    {"relcl", "appos", "cc", "conj", "punct", "det", "predet", "advcl", "preconj", "parataxis"}
)
_JOINED_TO_MODIFIER = frozenset({"case", "cc", "conj", "pobj", "prep", "punct"})


def noun_phrase(
    head: Token, *, post: bool = True, clauses: bool = False, lists: bool = False
) -> tuple[Token, Token]:
    """Give the first and last token of the minimal noun phrase of a head.

    Args:
        head: a noun, name or pronoun.
        post: keep prepositional phrases after the head ("islands at the mouth of the river").
        clauses: keep participles after the head too ("land occupied in 1967").
        lists: keep all members of a list after the head ("the islets of A, B and C").
    """
    kept = [head]
    for child in head.children:
        if child.dep_ in _OUTSIDE or is_bracketed(child):
            continue
        if child.i < head.i:
            kept.extend(_modifying(child))
        elif post:
            kept.extend(_following(child, head, clauses=clauses, lists=lists))
    kept = [t for t in kept if t.i <= head.i or post]
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    while first.i < head.i and (first.dep_ in {"det", "neg", "punct", "predet"} or first.is_space):
        first = first.nbor(1)
    while last.i > head.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return first, last


def _modifying(child: Token) -> list[Token]:
    """Give the words of a modifier before the head, without what more is said of it."""
    return [t for t in child.subtree if t.i <= child.i or t.dep_ in _JOINED_TO_MODIFIER]


def _following(child: Token, head: Token, *, clauses: bool, lists: bool) -> list[Token]:
    """Give the words of a phrase after the head that say which thing it is; none where it says something else."""
    end = _first_break(head, lists=lists)
    is_kept = child.dep_ == "prep" or _locates(child) or (clauses and child.dep_ == "acl")
    if child.i >= end or not is_kept or _is_second_recipient(child, head):
        return []
    whole = clauses or child.dep_ == "acl"
    return [t for t in child.subtree if t.i < end and (whole or not _is_clause_inside(t, head))]


def _is_second_recipient(preposition: Token, head: Token) -> bool:
    """Tell whether a preposition is of the verb: "gave a town *to X*", "gave A to X and the east *to Y*"."""
    if preposition.lower_ != "to":
        return False
    first = first_conjunct(head)
    is_listed = head.dep_ == "conj" and first.dep_ == "pobj" and first.head.lower_ == "to"
    is_given = (
        first.dep_ in {"dobj", "nsubjpass"} and first.head.lemma_.lower() in load_cues().support_passing
    )
    return is_listed or is_given


def _locates(child: Token) -> bool:
    """Tell whether a word after a noun says where it lies: "west" of "the area west of the river", "stretching"."""
    if child.dep_ == "acl":
        is_told = first_child(child, "prep", "dobj", "advmod") is not None
        return is_told and child.tag_ == "VBG" and child.lemma_.lower() in load_cues().places_lying
    return child.dep_ in {"advmod", "amod", "npadvmod"} and first_child(child, "prep") is not None


def _is_clause_inside(token: Token, head: Token) -> bool:
    """Tell whether a token stands in a clause that says more: "islands" of "group of islands controlled by X"."""
    while token != head and token.head != token:
        if token.dep_ in {"acl", "relcl", "appos", "advcl"}:
            return True
        token = token.head
    return False


def _first_break(head: Token, *, lists: bool) -> int:
    """Find where the phrase is cut: at the first comma, bracket or dash after the head."""
    for token in head.doc[head.i + 1 : head.right_edge.i + 1]:
        is_mark = token.is_punct and token.text not in {"-", "'", "’", '"', "“", "”", "‘", "/", "."}
        if is_mark and not (lists and token.text == "," and _joins_nouns(token)):
            return token.i
    return head.right_edge.i + 1


def _joins_nouns(comma: Token) -> bool:
    """Tell whether a comma parts two members of a list of things: "A, B and C", "A, and the isles of B"."""
    if comma.i + 1 == len(comma.doc):
        return False
    follower = comma.nbor(1)
    first = follower.head if follower.dep_ == "cc" else None
    if first is not None:
        after = (c for c in first.children if c.dep_ == "conj" and c.i > comma.i)
        return first.i < comma.i and any(c.pos_ in _THINGS for c in after)
    while follower.dep_ != "conj" and follower.head.left_edge.i == comma.i + 1 and follower.head != follower:
        follower = follower.head
    return follower.dep_ == "conj" and follower.head.i < comma.i and follower.pos_ in _THINGS
