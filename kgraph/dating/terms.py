"""When somebody holds an office: which verb says so, and what a term looks like."""

import re

from kgraph.dating.bearers import is_told_of
from kgraph.propositions.arguments import first_child, is_verb
from kgraph.tokens import Token

__all__ = ["BEFORE_TERM", "enters_office", "is_life", "is_term", "verb_of_holding"]

_INSTALLING = frozenset({"appoint", "become", "crown", "inaugurate", "install", "name", "swear"})
_TAKING = frozenset({"assume", "take"})
_LONGEST_TERM = 30  # years in brackets behind a name; more are mostly a life's
# between a name and a term in brackets
BEFORE_TERM = re.compile(
    r"\s*\((?P<stated>(?:in\s+office|in\s+power|ruled|reigned|r\.)[:,]?\s+)?", re.IGNORECASE
)


def verb_of_holding(office: Token) -> Token | None:
    """Give the verb that says that somebody is in office: "*was* president", "*served* as", "was *appointed* envoy"."""
    if office.dep_ in {"attr", "oprd"}:
        return office.head
    verb = office.head.head if office.dep_ == "pobj" and office.head.lower_ == "as" else None
    is_behind = verb is not None and is_verb(verb) and verb.i < office.i
    done = first_child(verb, "dobj") if verb is not None and is_behind else None
    return verb if is_behind and (done is None or done.lower_ == "office") else None


def enters_office(verb: Token) -> bool:
    """Tell whether somebody came into office by what is told: "*became*", "was *sworn* in as", "*took* office as"."""
    done = first_child(verb, "dobj")
    is_taken = verb.lemma_.lower() in _TAKING and done is not None and done.lower_ == "office"
    return is_told_of(verb) and (is_taken or verb.lemma_.lower() in _INSTALLING)


def is_term(value: str) -> bool:
    """Tell whether a time is from when to when, or since when; "until 1999" as well, but no guess."""
    return "/" in value and ".." not in value


def is_life(value: str) -> bool:
    """Tell whether a time is as long as a life is rather than a term; one without an end or a beginning is not."""
    begun, _, ended = (end[:4] for end in value.partition("/"))
    return begun.isdigit() and ended.isdigit() and int(ended) - int(begun) > _LONGEST_TERM
