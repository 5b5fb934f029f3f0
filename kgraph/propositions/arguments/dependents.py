"""What stands right below or above a word, and marks its phrase: articles, "to", "that", brackets."""

from kgraph.propositions.arguments.words import is_verb
from kgraph.tokens import Token

__all__ = [
    "INSERTION_MARKS",
    "finite_word",
    "first_child",
    "has_infinitive",
    "is_beyond_semicolon",
    "is_bracketed",
    "is_definite",
    "is_subjunctive",
    "opens_with_that",
    "verb_above",
]

INSERTION_MARKS = frozenset({",", "-", "–", "—", "--"})  # part what is said in passing from its clause
_OPEN_BRACKETS = frozenset("([")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "its", "their", "his", "our"})


def first_child(token: Token, *labels: str) -> Token | None:
    """Give the first dependent with one of these labels, None where there is none."""
    # asked for more often than anything else: a generator would take twice as long
    for child in token.children:
        if child.dep_ in labels:
            return child
    return None


def verb_above(token: Token) -> Token | None:
    """Give the nearest verb or auxiliary that a word stands below, None where there is none."""
    return next(filter(is_verb, token.ancestors), None)


def is_definite(noun: Token) -> bool:
    """Tell whether a noun takes what it means as known: "the islands", "these islands", "its islands"."""
    # "the island part of its territory": a slip of the parse
    if noun.dep_ == "compound" and noun.pos_ == "NOUN":
        return is_definite(noun.head)
    return any(c.lower_ in _DEFINITE for c in noun.children if c.dep_ in {"det", "poss", "predet"})


def is_bracketed(token: Token) -> bool:
    """Tell whether the token's phrase opens with a bracket."""
    left = token.left_edge
    return left.text in _OPEN_BRACKETS or (left.i > 0 and left.nbor(-1).text in _OPEN_BRACKETS)


def has_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def opens_with_that(clause: Token) -> bool:
    """Tell whether "that" opens a clause."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def finite_word(clause: Token) -> Token:
    """Give the word of a clause that has its tense: "*has* left", "*withdrew*"."""
    return first_child(clause, "aux", "auxpass") or clause


def is_subjunctive(clause: Token) -> bool:
    """Tell whether a clause with "that" has a base form for its verb, as wishes have: "demands that it *be* left"."""
    return opens_with_that(clause) and finite_word(clause).tag_ == "VB"


def is_beyond_semicolon(token: Token, other: Token) -> bool:
    """Tell whether a semicolon stands between two words: what it parts says neither of the other.

    The parser makes "X claims A; Y claims B" a clause that Y's claim reports.
    """
    first, last = sorted((token.i, other.i))
    return any(t.text == ";" for t in token.doc[first + 1 : last])
