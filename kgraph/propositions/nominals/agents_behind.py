"""Who does or made what a noun names, told behind it: "its invasion *by Iraq*", "the zone *that Norway set up*"."""

from kgraph.cues import load_cues
from kgraph.propositions.arguments import first_child
from kgraph.propositions.clauses import subjects
from kgraph.tokens import Token

__all__ = ["is_bare_act", "is_done_to_its_own", "makers"]

_MAKING = frozenset(
    {"announce", "create", "declare", "decree", "draw", "establish", "extend", "introduce", "proclaim", "set"}
)


def is_done_to_its_own(noun: Token) -> bool:
    """Tell whether somebody does to the possessor what a noun says: "Kuwait's invasion *by Iraq*".

    None does so in "was decided in Chad's favour *by the court*".
    """
    by = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if by.lower_ != "by" or first_child(noun, "poss") is None:
        return False
    if by.dep_ == "agent" and by.head != noun:
        return False
    return _is_by_somebody(by)


def is_bare_act(noun: Token) -> bool:
    """Tell whether a noun says by whom something is done, but not to what: "following *annexation* by Germany"."""
    by = next((c for c in noun.children if c.lower_ == "by"), None)
    if by is None:
        return False
    before = (c for c in noun.children if c.i < by.i)
    is_told = any(c.dep_ in {"det", "poss"} or c.lower_ in {"in", "of"} for c in before)
    return not is_told and _is_by_somebody(by)


def makers(noun: Token) -> tuple[Token, ...]:
    """Find who made what a noun names, as the clause behind it tells: "the zone *that Norway set up*"."""
    clause = first_child(noun, "relcl", "acl")
    if clause is None or clause.lemma_.lower() not in _MAKING:
        return ()
    return tuple(t for t in subjects(clause) if t.i > noun.i and t.pos_ in {"NOUN", "PROPN"})


def _is_by_somebody(by: Token) -> bool:
    return any(_acts(token) for token in by.children if token.dep_ == "pobj")


def _acts(token: Token) -> bool:
    """Tell whether a word can be somebody's who acts, and is no time: "by Iraq", "by its army", but not "by May"."""
    is_name = token.pos_ == "PROPN" and token.lower_ not in load_cues().calendar_names
    return is_name or token.lemma_.lower() in load_cues().agents_nouns
