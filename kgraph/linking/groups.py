"""Who the members of a group are, where the text names them behind it: "five states: A, B, C, D and E"."""

import re
from collections.abc import Callable, Iterable, Iterator

from kgraph.cues import load_cues
from kgraph.text.numerals import NUMERALS
from kgraph.tokens import Doc, Token

__all__ = ["TWINS", "are_all_members", "members_of_named", "named_members", "twin_names"]

# Two states of one name: "the two Koreas".
TWINS = re.compile(r"\b(?i:both|two) (?:[A-Z]\w+)s\b")
_BEARINGS = ("North", "South", "East", "West")

_OPENING = frozenset({":", "(", "–", "—", "--"})
_JOINING = frozenset({",", ";", "and", "&", "the"})
_PART_OF = frozenset({"of", "in"})
_EQUATING = frozenset({"be", "comprise", "include"})
_MAX_WHOLE = 6  # words between a group and its members: "members of the European Union ("


def named_members(group: Token, is_agent: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Find the members of a group that are named right behind it, in order; empty where none are.

    They stand in brackets, behind a colon or a dash, or are led over to: "a hundred states, among them A and B".
    Behind a comma alone two or more stand: "its neighbours, A and B,". Or the clause says who they are: "the states
    that signed it *are* A and B".

    Args:
        group: a noun in the plural.
        is_agent: tells whether a token is the name of somebody who acts.
    """
    if group.tag_ == "CD":  # "two of its neighbours, A and B"
        whole = [t for c in group.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
        return named_members(whole[0], is_agent) if len(whole) == 1 and whole[0].tag_ != "CD" else ()
    if group.lemma_.lower() not in load_cues().agents_groups:
        return ()
    if equated := _equated(group, is_agent):
        return equated
    if group.tag_ not in {"NNS", "NNPS"}:
        return ()
    doc, end = group.doc, group.sent.end
    opening = _after_whole(group, end)
    if opening >= end:
        return ()
    is_opened = _is_opening(doc[opening])
    if not is_opened and (closing := _told_at_last(group, is_agent)):
        return closing
    start = _after_listing(doc, opening + 1)
    is_led = start > opening + 1
    if not is_opened and not (doc[opening].text == "," or _is_listing(doc, opening)):
        return ()
    if _is_listing(doc, opening):
        start, is_led = _after_listing(doc, opening), True
    found = list(_names(doc, start, end, is_agent))
    is_list = len(found) > 1 or is_opened or is_led
    return tuple(found) if is_list else ()


def members_of_named(
    group: Token, before: Iterable[Token], is_agent: Callable[[Token], bool]
) -> tuple[Token, ...]:
    """Find the members that a group with a name has in a text: "*the Central Powers* (A, B and C)".

    "*The three powers*" of that name further on are those listed before, if they are as many.

    Args:
        group: the last word of its name.
        before: the same of where the group is named before, in order.
        is_agent: tells whether a token is the name of somebody who acts.
    """
    here = _set_off(group, is_agent)
    count = _count(group)
    if here or count is None:
        return here
    lists = (_set_off(each, is_agent) for each in before)
    return next((found for found in lists if str(len(found)) == count), ())


def _set_off(group: Token, is_agent: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Give the names in brackets, or behind a colon or a dash, right behind a group."""
    opening = group.i + 1
    if opening >= group.sent.end or not _is_opening(group.doc[opening]):
        return ()
    return tuple(_names(group.doc, opening + 1, group.sent.end, is_agent))


def are_all_members(noun: Token) -> bool:
    """Tell whether the members of a body are counted as all there are: "*the ten members* of ASEAN"."""
    before = [c for c in noun.children if c.i < noun.i]
    is_all = {c.dep_ for c in before} == {"det", "nummod"} and any(c.lower_ == "the" for c in before)
    is_part = noun.dep_ == "pobj" and noun.head.lower_ == "of"  # "three of the ten members"
    return noun.tag_ == "NNS" and is_all and not is_part


def _equated(group: Token, is_agent: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Find who a group is said to be: "the states that signed it *were A and B*", "signatories *include* A and B"."""
    verb, is_told_by_clause = group.head, any(c.dep_ == "relcl" for c in group.children)
    if group.dep_ != "nsubj" or verb.i < group.i or verb.lemma_.lower() not in _EQUATING:
        return ()
    if group.tag_ == "NN" and not is_told_by_clause:  # "the state is X's"
        return ()
    return tuple(_names(group.doc, verb.i + 1, group.sent.end, is_agent))


def _told_at_last(group: Token, is_agent: Callable[[Token], bool]) -> tuple[Token, ...]:
    """Find as many names as a group has members behind the sentence's last colon: "*Two* states claim X: A and B".

    How many "*the following* states" are, their names tell, and who "the states *that signed it*: A and B" are.
    """
    count = _count(group)
    is_announced = any(c.dep_ == "amod" and c.lower_ == "following" for c in group.children)
    colons = [t.i for t in group.doc[group.i : group.sent.end] if t.text == ":"]
    is_announced = is_announced or (bool(colons) and _ends_clause_of(group, colons[-1]))
    if not colons or (count is None and not is_announced):
        return ()
    found = tuple(_names(group.doc, colons[-1] + 1, group.sent.end, is_agent))
    return found if count is None or count == str(len(found)) else ()


def _ends_clause_of(group: Token, at: int) -> bool:
    """Tell whether a mark stands right behind the clause that says who a group are: "states *that signed it*:"."""
    clauses = [c for c in group.children if c.dep_ == "relcl" and c.i < at]
    return any(group.doc[at - 1] in clause.subtree for clause in clauses)


def _count(group: Token) -> str | None:
    """Give how many a group are said to be, in figures; None where that is not said."""
    counts = [c.lower_ for c in group.children if c.dep_ == "nummod"]
    return str(NUMERALS.get(counts[0], counts[0])) if len(counts) == 1 else None


def _after_whole(group: Token, end: int) -> int:
    """Give where what a group is a part of ends: behind "members of the European Union"."""
    at = group.i + 1
    if at < end and group.doc[at].lower_ in _PART_OF:
        while at < end and at - group.i <= _MAX_WHOLE and not group.doc[at].is_punct:
            at += 1
    return at


def _is_opening(token: Token) -> bool:
    """Tell whether a mark can lead over to the names of a group's members."""
    return token.text in _OPENING or _is_dash(token)


def _is_dash(token: Token) -> bool:
    """Tell whether a hyphen stands for a dash, between spaces."""
    return token.text == "-" and token.i > 0 and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)


def _is_listing(doc: Doc, at: int) -> bool:
    return _after_listing(doc, at) > at


def _after_listing(doc: Doc, at: int) -> int:
    """Give where words that lead over to a list end, the same place where none stand there."""
    listing = load_cues().agents_listing
    for length in (2, 1):
        if doc[at : at + length].text.lower() in listing:
            return at + length
    return at


def _names(doc: Doc, at: int, end: int, is_agent: Callable[[Token], bool]) -> Iterator[Token]:
    """Give the names of a list that begins there, up to the first word that neither is one nor joins them."""
    while at < end and (doc[at].lower_ in _JOINING or is_agent(doc[at])):
        if is_agent(doc[at]):
            yield doc[at]
        at += 1


def twin_names(head: Token) -> tuple[str, ...]:
    """Give the names that two states of one name can have: "North Korea" and the like for "the two Koreas".

    The name alone comes last: beside South Sudan there is Sudan.
    """
    before = head.doc[max(head.i - 1, 0)]
    if head.pos_ != "PROPN" or not TWINS.fullmatch(f"{before.lower_} {head.text}"):
        return ()
    name = head.text.removesuffix("s")
    return (*(f"{bearing} {name}" for bearing in _BEARINGS), name)
