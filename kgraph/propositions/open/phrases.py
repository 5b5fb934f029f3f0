"""The words of an argument: minimal phrases of a parsed sentence, one for each reading of a coordination.

A phrase keeps what tells which thing is meant: determiner, modifiers, number, prepositional phrases. It leaves out
what says more of the thing: relative and participial clauses, appositions, brackets. Of "elements of a city and a
village" there are two phrases, each with a gap; of "the border between A and B" there is one.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kgraph.propositions.arguments import first_child, has_infinitive, is_bracketed, is_listed_apposition
from kgraph.propositions.open.joint import COLLECTIVE, stands_together
from kgraph.propositions.open.stretches import finish, is_joined, is_joint, text_of
from kgraph.propositions.open.words import open_words
from kgraph.tokens import Token

__all__ = [
    "Phrase",
    "clause_phrase",
    "is_close",
    "is_example",
    "is_inside",
    "joint_phrase",
    "noun_phrases",
    "object_phrases",
    "plain_phrase",
    "spread",
    "without_case",
]

_SPREAD_OVER = frozenset({"conj", "cc", "preconj"})
_ASIDE = frozenset({"relcl", "appos", "advcl", "parataxis", "acl", "nsubj", "cop", "discourse", "intj"})
_NO_PART = frozenset({"punct", "neg", "mark", "prep", "expl", "aux", "auxpass"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_AFTER = frozenset(
    {"nummod", "advmod", "npadvmod", "case", "compound", "nmod", "amod", "poss", "quantmod", "prt"}
)
_OF_TWO = frozenset({"both", "either", "neither"})
# They name members or an alternative: what follows is a proposition of its own.
_ENUMERATING = frozenset({"including", "excluding", "like", "except", "besides", "according"})
_BREAKS = frozenset({",", ";", ":", "(", "[", "-", "–", "—", "--", "-LRB-"})
_NAMED_IN_ONE = frozenset({"ORG", "WORK_OF_ART", "LAW", "FAC", "EVENT"})
_PLACES = frozenset({"GPE", "LOC"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_MAX_VARIANTS = 8
_MAX_MEMBERS = 40
_MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of one sentence in their order, with the word that heads them."""

    head: Token
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words as they stand in the sentence, a blank for each gap."""
        return text_of(self.tokens)

    @property
    def bounds(self) -> tuple[int, int]:
        """Where the words stand, gaps included, in code points of the parsed part."""
        last = self.tokens[-1]
        return self.tokens[0].idx, last.idx + len(last.text)


def plain_phrase(head: Token) -> Phrase:
    """Give the phrase of a head without what follows it: "a large number" of "a large number of islands"."""
    return _finished(head, [head, *_before(head, None), *_name_in_one(head)])


def noun_phrases(head: Token, without: Collection[Token] = ()) -> list[Phrase]:
    """Give the phrases of a noun alone, without what is coordinated with it; several where it has such inside.

    Args:
        head: the noun.
        without: prepositions after it that belong elsewhere.
    """
    return [_finished(head, tokens) for tokens in _variants(head, 0, without)[:_MAX_VARIANTS]]


def object_phrases(head: Token, without: Collection[Token] = ()) -> list[Phrase]:
    """Give the phrases of a noun and of all that is coordinated with it; one where it all stands together."""
    if stands_together(_members(head)):
        return [joint_phrase(head, without)]
    return [phrase for token in spread(head) for phrase in noun_phrases(token, without)]


def joint_phrase(head: Token, without: Collection[Token] = ()) -> Phrase:
    """Give a noun and all that is coordinated with it as one phrase: "Kenya and Uganda"."""
    places = [t.i for member in _members(head) for t in noun_phrases(member, without)[0].tokens]
    return _finished(head, head.doc[min(places) : max(places) + 1])


def without_case(phrase: Phrase) -> Phrase:
    """Give "Russia" for "Russia's"."""
    kept = tuple(t for t in phrase.tokens if t.dep_ != "case" or t.head != phrase.head)
    return Phrase(phrase.head, kept or phrase.tokens)


def clause_phrase(verb: Token, *, without: Iterable[Token] = ()) -> Phrase:
    """Give a clause word by word, without the punctuation around it and the words named."""
    left_out = set(without)
    tokens = [t for t in verb.subtree if t not in left_out and not t.is_space]
    return _finished(verb, _contiguous(verb, tokens), fill=False)


def _contiguous(head: Token, tokens: list[Token]) -> list[Token]:
    """Keep the stretch around the head: what the parser hung to it from far away is no part of the clause."""
    places = {t.i for t in tokens}
    first = last = head.i
    while first - 1 in places or (first > 1 and first - 2 in places and head.doc[first - 1].is_space):
        first -= 1
    while last + 1 in places or (last + 2 in places and head.doc[last + 1].is_space):
        last += 1
    return [t for t in tokens if first <= t.i <= last]


def _finished(head: Token, tokens: Iterable[Token], *, fill: bool = True) -> Phrase:
    kept = finish(head, tokens, fill=fill)
    return Phrase(head if head in kept else kept[0], tuple(kept))


# -- coordination ------------------------------------------------------------------------------------------


def spread(head: Token) -> list[Token]:
    """Give what is coordinated with a head, unless it is all one name, or places of which one holds the other."""
    members = _members(head)
    if stands_together(members) or _is_address(members) or _is_firm(members):
        return [head]
    return [t for t in members if t == head or not (_same_name(head, t) or is_close(t, t.head))]


def _members(head: Token) -> list[Token]:
    """List a head and what is coordinated with it, left to right."""
    found = [head]
    for token in found:
        if len(found) < _MAX_MEMBERS:
            found += [c for c in token.children if _is_member(c) and c not in found]
    return sorted(found, key=lambda t: t.i)


def _is_member(token: Token) -> bool:
    if token.dep_ == "appos":
        return is_listed_apposition(token)
    if token.dep_ != "conj" or token.pos_ not in _NOMINAL or not any(c.isalnum() for c in token.text):
        return False
    is_excluded = first_child(token, "neg") is not None  # "to Iraq and not to Iran"
    is_other = token.pos_ == "ADJ" and token.head.pos_ in {"NOUN", "PROPN"}  # "years of age or older"
    return not is_excluded and not is_other and not is_joined(token)


def _is_firm(members: list[Token]) -> bool:
    """Tell whether a list is the name of one body: "the London, Midland and Scottish Railway Company"."""
    last, others = members[-1], members[:-1]
    if not others or last.lower_ not in open_words().bodies or first_child(last, "det") is not None:
        return False
    is_name = all(t.pos_ == "PROPN" for t in members) and first_child(members[0], "det") is not None
    return is_name and all(len(t.lefts) <= 1 for t in others)


def _is_address(members: list[Token]) -> bool:
    """Tell whether places follow one another without "and": "Toronto, Ontario, Canada"."""
    has_word = any(c.dep_ == "cc" for t in members for c in t.children)
    return len(members) > 1 and not has_word and all(t.ent_type_ in _PLACES for t in members)


def _same_name(one: Token, other: Token) -> bool:
    """Tell whether two words stand in one name of an organisation or a work."""
    first, last = sorted((one, other), key=lambda t: t.i)
    between = one.doc[first.i + 1 : last.i + 1]
    return first.ent_type_ in _NAMED_IN_ONE and all(t.ent_type_ and not t.begins_name for t in between)


def _variants(head: Token, depth: int, without: Collection[Token] = ()) -> list[list[Token]]:
    """List the readings of a noun phrase: each member of a coordinated modifier and of each prepositional object."""
    members = _coordinated_modifiers(head) or [None]
    parts: list[list[list[Token]]] = [[[head, *_before(head, member)] for member in members]]
    if depth < _MAX_DEPTH:
        inside = [c for c in head.children if c not in without and is_inside(c, head)]
        parts += [_prepositional(child, depth) for child in inside]
    kept = [c for c in head.children if c not in without and _is_kept_after(c, head)]
    parts += [_behind(child, depth) for child in kept]
    parts += [[_name_in_one(head)]]
    readings = [[t for part in choice for t in part] for choice in product(*(p for p in parts if p))]
    if len(readings) <= _MAX_VARIANTS:
        return readings
    return [[t for part in parts for choice in part for t in choice]]


def _behind(child: Token, depth: int) -> list[list[Token]]:
    return _variants(child, depth + 1) if child.dep_ == "appos" else [list(child.subtree)]


def _name_in_one(head: Token) -> list[Token]:
    """Give the words of a name of which the parser made a coordination: "Trinidad and Tobago Football Club"."""
    return [
        t
        for c in head.children
        if c.dep_ == "conj" and c.i > head.i and _same_name(head, c)
        for t in head.doc[head.i : c.i + 1]
    ] + ([*head.doc[head.i : _members(head)[-1].i + 1]] if _is_firm(_members(head)) else [])


def _coordinated_modifiers(head: Token) -> list[Token | None]:
    """Give both of two coordinated modifiers, nothing otherwise: "political" and "economic" of "… risks"."""
    for child in head.children:
        others = [c for c in child.children if c.dep_ == "conj"]
        if child.dep_ in _MODIFIERS and child.i < head.i and len(others) == 1 and others[0].i < head.i:
            has_word = first_child(child, "cc") is not None
            if has_word and first_child(others[0], "conj") is None and not _same_name(child, others[0]):
                return [child, others[0]]
    return []


def _before(head: Token, member: Token | None) -> Iterator[Token]:
    """Give what stands before a head and belongs to it; of two coordinated modifiers only the member asked for."""
    for child in head.children:
        is_denying = child.dep_ == "neg" and head.pos_ == "ADJ"  # "pleaded not guilty"
        is_part = is_denying or child.dep_ not in _SPREAD_OVER | _ASIDE | _NO_PART
        if child.i > head.i or not is_part or child.is_space:
            continue
        if member is not None and child.lower_ in _OF_TWO:
            continue
        if child.dep_ == "advmod" and (head.pos_ == "PROPN" or child.tag_ == "WRB"):
            continue  # "officially Tokyo Metropolis", "when flow to the brain is blocked"
        if member is not None and member in child.subtree and child.dep_ in _MODIFIERS:
            yield from _one_of_two(child, member)
        else:
            yield from (t for t in child.subtree if t.i < head.i)


def _one_of_two(modifier: Token, member: Token) -> Iterator[Token]:
    if member == modifier:
        outside = {t for c in modifier.children if c.dep_ == "conj" for t in c.subtree}
        yield from (t for t in modifier.subtree if t not in outside and t.dep_ not in _SPREAD_OVER)
    else:
        yield from member.subtree


# -- what follows a head -----------------------------------------------------------------------------------


def is_inside(child: Token, head: Token) -> bool:
    """Tell whether a prepositional phrase after a noun is part of its phrase."""
    if child.dep_ != "prep" or child.i < head.i or child.lower_ in _ENUMERATING or is_example(child):
        return False
    return not _is_broken(head, child)


def is_example(preposition: Token) -> bool:
    """Tell whether a word is the "as" of "such as"."""
    return preposition.lower_ == "as" and preposition.i > 0 and preposition.nbor(-1).lower_ == "such"


def _is_broken(head: Token, later: Token) -> bool:
    """Tell whether a comma, dash or bracket, or a clause, stands between a head and what follows."""
    between = head.doc[head.i + 1 : later.left_edge.i]
    return any(t.text in _BREAKS and not is_joint(t) for t in between) or any(
        t.dep_ in {"relcl", "acl"} and t.head == head for t in between
    )


def _is_kept_after(child: Token, head: Token) -> bool:
    """Tell whether something else after a head is kept: "age three", "the way to leave", "those who left"."""
    if child.i < head.i or child.is_punct or is_bracketed(child):
        return False
    if _is_broken(head, child):
        return _is_year(child, head)
    if child.dep_ in {"acl", "relcl"}:
        is_bare = head.pos_ in {"PRON", "DET"} and first_child(head, "prep") is None
        is_told = is_bare and head.tag_ not in {"PRP", "WP", "WDT"}
        return is_told or _is_infinitive(child) or _is_lone_participle(child, head)
    if child.dep_ == "xcomp":
        return has_infinitive(child)
    if child.dep_ == "appos":
        return is_close(child, head)
    return child.dep_ in _AFTER and child.left_edge.i == head.i + 1


def _is_year(number: Token, day: Token) -> bool:
    """Tell whether a number behind a comma is the year of a day: "November 12, *1960*"."""
    is_near = (
        number.shape_ == "dddd" and number.i <= day.i + 3 and first_child(number, "prep", "conj") is None
    )
    return is_near and day.ent_type_ == "DATE"


def is_close(name: Token, noun: Token) -> bool:
    """Tell whether a name behind a noun is part of its phrase: "the composer *Jean Sibelius*", "the film 'Ran'"."""
    is_told = noun.pos_ == "NOUN" or noun.lower_ in open_words().titles
    return name.dep_ == "appos" and is_told and name.pos_ == "PROPN" and not _is_broken(noun, name)


def _is_lone_participle(verb: Token, noun: Token) -> bool:
    """Tell whether a participle of which no more is said stands right behind a noun: "the titles *won*"."""
    return verb.tag_ == "VBN" and verb.i == noun.i + 1 and not any(True for _ in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return has_infinitive(verb) and verb.dep_ == "acl"


def _prepositional(preposition: Token, depth: int) -> list[list[Token]]:
    """List the readings of a prepositional phrase, the preposition with each of its objects."""
    if preposition.lower_ in COLLECTIVE:
        return [[t for t in preposition.subtree if t.dep_ not in {"relcl", "advcl"}]]
    found: list[list[Token]] = []
    own = [preposition, *(c for c in preposition.children if c.i < preposition.i and c.dep_ != "punct")]
    for child in preposition.children:
        if child.dep_ == "pobj" and stands_together(_members(child)):
            found.append([*own, *joint_phrase(child).tokens])
        elif child.dep_ == "pobj" and not (is_joined(child) or child.is_punct):
            found += [own + reading for t in spread(child) for reading in _variants(t, depth + 1)]
        elif child.dep_ == "pcomp":
            found.append(own + list(child.subtree))
        elif child.dep_ == "prep":
            found = [
                reading + more for reading in found or [own] for more in _prepositional(child, depth + 1)
            ]
    return found or [own]
