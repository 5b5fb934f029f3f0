"""Entries of a register: "Treaty of Tarawa, 20 September 1979. *Parties: Kiribati, United States*".

What the entry is about heads a line before, which has no verb, over what is told of when and where it was made: "Signed
at Suva." Who is listed stands behind a colon, or behind "include".
"""

from itertools import islice

from kgraph.propositions.arguments import conjuncts, sentences_back
from kgraph.propositions.clauses.verb_forms import SUBJECTS
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
    if noun.dep_ not in {"ROOT", *SUBJECTS}:
        before.insert(0, noun.sent)
    for line in before:
        if _is_heading(line, noun):
            return (line.root,)
        if not opens_list(line.root) and not _tells_of_making(line):
            return ()
    return ()


def listed_behind(noun: Token) -> tuple[Token, ...]:
    """Give the names behind a noun and a colon, left to right: "Parties: *Kiribati*, *United States*"."""
    if not opens_list(noun):
        return ()
    if (including := _including(noun)) is not None:
        return tuple(t for c in including.children if c.dep_ == "dobj" for t in conjuncts(c))
    behind = (t for t in noun.subtree if t.i > noun.i + 1 and t.pos_ in _NOMINAL)
    return tuple(t for t in behind if _is_member(t, noun))


def opens_list(noun: Token) -> bool:
    """Tell whether a colon stands behind a noun, or "include": "Parties: ...", "Parties include ..."."""
    has_colon = noun.i + 1 < noun.sent.end and noun.nbor(1).text == ":"
    return has_colon or _including(noun) is not None


def _including(noun: Token) -> Token | None:
    """Give "include" right behind a noun that opens a sentence, whose subject it is."""
    verb = noun.head
    is_one = verb.lemma_.lower() == "include" and noun.dep_ == "nsubj" and verb.i == noun.i + 1
    return verb if is_one and noun.i == noun.sent.start else None


def _is_heading(line: Words, noun: Token) -> bool:
    is_nominal = line.root.pos_ in _NOMINAL and line.root.i < noun.i and not opens_list(line.root)
    return is_nominal and not any(t.pos_ in {"AUX", "VERB"} and t.dep_ not in {"acl", "amod"} for t in line)


def _tells_of_making(line: Words) -> bool:
    """Tell whether a line says no more than when and where: "Signed at Suva.", "Entered into force 3 May 1850."."""
    begins = line.root.i == line.start and line.root.tag_ in {"VBD", "VBN"}
    return begins and not any(c.dep_ in SUBJECTS for c in line.root.children)


def _is_member(token: Token, noun: Token) -> bool:
    """Tell whether a word stands in the list and not below one of its members."""
    while token != noun:
        if token.dep_ not in _MEMBERS:
            return False
        token = token.head
    return True
