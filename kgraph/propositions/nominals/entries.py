"""Entries of a register: "Treaty of Tarawa, 20 September 1979. *Parties: Kiribati, United States*".

What the entry is about heads a line before, which has no verb; who is listed stands behind a colon.
"""

from itertools import islice

from kgraph.propositions.arguments import sentences_back
from kgraph.tokens import Token, Words

__all__ = ["heading_of_entry", "listed_behind", "opens_list"]

_MAX_LINES = 3  # from a list of parties back to the line that names the treaty
_MEMBERS = frozenset({"appos", "conj", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN"})


def heading_of_entry(noun: Token) -> tuple[Token, ...]:
    """Give what an entry is about whose list a noun opens: the noun that heads a line before and has no verb."""
    if not opens_list(noun):
        return ()
    before = list(islice(sentences_back(noun), 1, 1 + _MAX_LINES))
    if noun.dep_ != "ROOT":
        before.insert(0, noun.sent)
    for line in before:
        if line.root.pos_ not in _NOMINAL or line.root.i >= noun.i or _has_verb(line):
            return ()
        if not opens_list(line.root):
            return (line.root,)
    return ()


def listed_behind(noun: Token) -> tuple[Token, ...]:
    """Give the names behind a noun and a colon, left to right: "Parties: *Kiribati*, *United States*"."""
    if not opens_list(noun):
        return ()
    behind = (t for t in noun.subtree if t.i > noun.i + 1 and t.pos_ in _NOMINAL)
    return tuple(t for t in behind if _is_member(t, noun))


def opens_list(noun: Token) -> bool:
    """Tell whether a colon stands behind a noun: "Parties: ..."."""
    return noun.i + 1 < noun.sent.end and noun.nbor(1).text == ":"


def _has_verb(line: Words) -> bool:
    return any(t.pos_ in {"AUX", "VERB"} and t.dep_ not in {"acl", "amod"} for t in line)


def _is_member(token: Token, noun: Token) -> bool:
    """Tell whether a word stands in the list and not below one of its members."""
    while token != noun:
        if token.dep_ not in _MEMBERS:
            return False
        token = token.head
    return True
