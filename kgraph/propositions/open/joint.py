"""What stands together though "and" joins it: what is between two, fixed pairs, what each of several has one of."""

from kgraph.propositions.arguments import first_child
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = ["COLLECTIVE", "is_done_together", "is_each_other", "stands_together"]

COLLECTIVE = frozenset({"among", "amongst", "between"})
_TOGETHER = frozenset({"jointly", "mutually", "together"})
_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})


def stands_together(members: list[Token]) -> bool:
    """Tell whether a list is one thing: "between *A and B*", "*law and order*", "the kings of *A and B*"."""
    first = members[0]
    if first.dep_ == "pobj" and first.head.lower_ in COLLECTIVE:
        return True
    return len(members) > 1 and (_is_pair(members) or _is_one_each(members))


def _is_pair(members: list[Token]) -> bool:
    if len(members) > 2 or members[1].i - members[0].i != 2:
        return False
    words = members[0].doc[members[0].i : members[1].i + 1]
    return words.text.lower() in open_words().pairs


def _is_one_each(members: list[Token]) -> bool:
    """Tell whether of several each has one of what a plural names: "the presidents of *Kenya and Uganda*"."""
    first = members[0]
    above = first.head.head
    is_of = first.dep_ == "pobj" and first.head.lower_ == "of" and above.tag_ == "NNS"
    words = open_words()
    if not is_of or above.lemma_.lower() not in words.titles | words.one_each:
        return False
    return all(t.pos_ == "PROPN" for t in members)


def is_done_together(verb: Token) -> bool:
    """Tell whether subjects do something as one: "signed it *together*", "*jointly* own it", "met *each other*"."""
    for child in verb.children:
        if child.lower_ in _TOGETHER and child.dep_ == "advmod":
            return True
        thing = first_child(child, "pobj") if child.dep_ == "prep" else child
        if thing is not None and is_each_other(thing):
            return True
    return False


def is_each_other(noun: Token) -> bool:
    """Tell whether words stand for those who are the subject, each to the others."""
    return noun.i > 0 and (noun.nbor(-1).lower_, noun.lower_) in _EACH_OTHER
