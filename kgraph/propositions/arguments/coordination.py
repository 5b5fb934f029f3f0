"""Which words are coordinated: the members of a list, wherever the parser hung them."""

from functools import lru_cache

from kgraph.cues import load_cues
from kgraph.propositions.arguments.dependents import first_child, is_beyond_semicolon, is_bracketed
from kgraph.tokens import Token

__all__ = [
    "MEASURES",
    "PARTING",
    "begins_remnant",
    "conjuncts",
    "ends_as_well_as",
    "first_conjunct",
    "governed",
    "is_listed_apposition",
    "is_passed_over",
    "names_some",
]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
MEASURES = frozenset(
    {
        "majority",
        "ten",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "million",
        "number",
        "handful",
        "couple",
        "series",
        "spate",
        "string",
        "succession",
        "wave",
    }
)
PARTING = frozenset({",", ";", "and", "while"})
# No name has one of these right behind it.
_OPENING_REMNANT = frozenset({"a", "an", "another", "half", "most", "much", "the"})
_GROUPS = frozenset({"archipelago", "chain", "group", "qundao"})
_MAX_CHAIN = 40  # conjuncts looked at: a list of hundreds is a table, not a statement


@lru_cache(maxsize=1024)
def conjuncts(head: Token) -> tuple[Token, ...]:
    """Give the head and all that is coordinated with it, left to right.

    A name that the parser took for an apposition inside a list ("A (B), C, and D") counts as coordinated.
    """
    found = [head]
    for token in found:
        for child in token.children:
            if _is_excluded(child):
                continue
            if (child.dep_ == "conj" and child.pos_ in _NOMINAL) or is_listed_apposition(child):
                found.append(child)
        found.extend(_included_in(_measured(token)))
        found.extend(_included_after(token))
        found.extend(_titles_below(token))
        found.extend(_no_less(token))
        if len(found) > _MAX_CHAIN:
            break
    return tuple(sorted({_measured(token) for token in found}, key=lambda t: t.i))


def first_conjunct(token: Token) -> Token:
    """Give the first noun of the coordination that a noun stands in."""
    for _ in range(_MAX_CHAIN):
        if token.dep_ != "conj" or token.head == token or token.head.pos_ not in {"NOUN", "PROPN"}:
            break
        token = token.head
    return token


def governed(preposition: Token) -> tuple[Token, ...]:
    """Give the heads of what a preposition leads to, coordination spread."""
    return tuple(t for c in preposition.children if c.dep_ == "pobj" for t in conjuncts(c))


def is_listed_apposition(token: Token) -> bool:
    """Tell whether an apposition is a member of a list: two bare names, and the list goes on after the second."""
    if token.dep_ != "appos" or token.pos_ != "PROPN" or token.head.pos_ != "PROPN" or is_bracketed(token):
        return False
    before = token.doc[token.head.i : token.i]
    is_parted = any(t.text == ":" for t in before)  # "claim the islands: A, B and C"
    if is_parted or first_child(token, "det") is not None:
        return False
    if any(c.dep_ in {"conj", "cc"} and c.i > token.i for c in (*token.head.children, *token.children)):
        return True
    following = token.doc[token.right_edge.i + 1 : token.right_edge.i + 3].text
    return following.startswith((", and", "and ", ", or"))


def is_passed_over(conjunct: Token) -> bool:
    """Tell whether it is the other and not this one: "X rather than *Y* has held it"."""
    between = (c for c in conjunct.head.children if c.dep_ == "cc" and conjunct.head.i < c.i < conjunct.i)
    return any(c.lower_ == "than" for c in between)


def begins_remnant(name: Token) -> bool:
    """Tell whether a name begins a clause that leaves its verb out: "X holds part of it, and *Y* another"."""
    if name.pos_ != "PROPN" or name.i + 2 >= len(name.doc) or name.i <= name.sent.start:
        return False
    is_opened = name.nbor(-1).lower_ in PARTING and name.nbor(1).lower_ in _OPENING_REMNANT
    return is_opened and not _is_dated_member(name)


def _is_dated_member(name: Token) -> bool:
    """Tell whether a date stands behind it as behind one before it: "A in 1922 and *B the same year*"."""
    if name.dep_ != "conj" or not any(c.dep_ == "npadvmod" and c.i > name.i for c in name.children):
        return False
    first = first_conjunct(name)
    return any(c.dep_ in {"npadvmod", "prep"} and first.i < c.i < name.i for c in first.children)


def _is_excluded(conjunct: Token) -> bool:
    """Tell whether a conjunct is named to be left out, "to Iraq and not to Iran", or is of another statement."""
    if begins_remnant(conjunct):
        return True
    if conjunct.dep_ != "conj":
        return False
    is_denied = any(c.dep_ == "neg" for c in conjunct.children) or is_passed_over(conjunct)
    return is_denied or _is_of_another_statement(conjunct)


def _is_of_another_statement(conjunct: Token) -> bool:
    """Tell whether the sentence's only semicolon parts the two: where there are more, they part a list."""
    is_parted = is_beyond_semicolon(conjunct.head, conjunct)
    return is_parted and sum(t.text == ";" for t in conjunct.sent) == 1


def _measured(token: Token) -> Token:
    """Give what is counted: "soldiers" of "tens of thousands of soldiers"."""
    if token.lemma_.lower() in MEASURES:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                counted = first_child(child, "pobj")
                return _measured(counted) if counted is not None else token
    return token


def _included_in(group: Token) -> list[Token]:
    """Give what "officials, including the president" names of a group, and "islands, among them X"."""
    if not _names_several(group):
        return []
    names = (c for c in group.children if c.dep_ == "prep" and names_some(c))
    members = (t for c in names for t in c.children if t.dep_ == "pobj")
    return [t for t in members if not _are_strangers(t, group)]


def _included_after(group: Token) -> list[Token]:
    """Find what ", including" names of a group where the parser hung it elsewhere."""
    if not _names_several(group):
        return []
    following = group.doc[group.right_edge.i + 1 : group.right_edge.i + 3]
    if len(following) < 2 or following[0].text != ",":
        return []
    word = following[1]
    is_behind = word.lower_ == "including" and word.head.i < group.i
    return [t for t in governed(word) if not _are_strangers(t, group)] if is_behind else []


def _are_strangers(members: Token, group: Token) -> bool:
    """Tell whether it says whence some fighters come, who act for no state: "insurgents, including *five Syrians*"."""
    is_counted = first_child(members, "det", "nummod") is not None and members.text.istitle()
    return is_counted and group.lemma_.lower() in load_cues().agents_fighting


def names_some(preposition: Token) -> bool:
    """Tell whether a preposition leads to some of a group: "islands, *including* X", "islands, *among* them X"."""
    if preposition.lower_ == "including":
        return True
    return preposition.lower_ == "among" and any(c.lower_ == "them" for c in preposition.children)


def _names_several(token: Token) -> bool:
    """Tell whether a word is of several: "tracts", "the Spratly Islands", "the Spratly archipelago"."""
    return token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() in _GROUPS


def _no_less(name: Token) -> list[Token]:
    """Find what "as well as" adds to a list, where the parser hung it on no name: "X and Y, *as well as Z*"."""
    behind = name.doc[name.right_edge.i + 1 : name.right_edge.i + 5]
    is_behind = len(behind) > 2 and behind[0].text in {",", "as"}
    marks = (t for t in (behind if is_behind else name.children) if ends_as_well_as(t))
    return [o for t in marks for o in t.children if o.dep_ == "pobj" and o.pos_ in {"NOUN", "PROPN"}]


def ends_as_well_as(word: Token) -> bool:
    """Tell whether a word is the last of "as well as"."""
    return (
        word.lower_ == "as" and word.i > 1 and word.nbor(-1).lower_ == "well" and word.nbor(-2).lower_ == "as"
    )


def _titles_below(title: Token) -> list[Token]:
    """Find a second title that the parser hung below the first: "President of A and Prime Minister of B X. Y."."""
    if title.pos_ != "PROPN":
        return []
    inner = [o for c in title.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"]
    below = [c for o in inner for c in o.children if c.dep_ == "conj"]
    return [c for c in below if c.pos_ == "PROPN" and any(t.lower_ == "of" for t in c.children)]
