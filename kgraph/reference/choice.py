"""Which of the places named before is meant: the last, the list that it ends, what the text is about."""

import itertools
from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.model import Entity
from kgraph.propositions.arguments import first_conjunct
from kgraph.reference.calling import GROUP_KINDS, GROUPS
from kgraph.reference.named import Named, is_mere_place
from kgraph.tokens import Doc, Token

__all__ = [
    "LIST_GAP",
    "are_one_area",
    "is_named_as_several",
    "list_around",
    "list_ending_at",
    "named_as_several",
    "subjects_taken_up",
]

_PARTING = frozenset({"ADP", "VERB"})  # between two names, they are in no list
_SEVERAL = ("islands", "territories", "isles", "islets")  # in the name of what is several by itself
LIST_GAP = 5  # tokens between two names of one list, "and the" among them


def named_as_several(named: Sequence[Named], doc: Doc) -> list[Named]:
    """Keep what "them" can mean: names in the plural and lists of names, else groups of islands."""
    pairs = itertools.pairwise(named)
    listed = {n.index for pair in pairs if _goes_on_with(doc, pair[0].index, pair[1].index) for n in pair}

    def is_several_by_name(one: Named) -> bool:
        last = one.entity.label.split()[-1]
        is_known_so = one.entity.id in load_cues().places_archipelagic or last.lower() in GROUPS
        return is_known_so or (last.endswith("s") and last[0].isupper())

    several = [n for n in named if n.index in listed or is_several_by_name(n)]
    return several or [n for n in named if n.kind in GROUP_KINDS]


def is_named_as_several(named: Named, doc: Doc) -> bool:
    """Tell whether a text names a place as several, be it a state: "the Gilbert *Islands*"."""
    return doc[named.index].lower_.rpartition(" ")[-1] in _SEVERAL


def list_ending_at(before: list[Named], doc: Doc, *, plural: bool) -> tuple[Entity, ...]:
    """Give the last place named; for a plural, the whole list of names that it ends ("A, B, C, and D")."""
    last = before[-1]
    found = [last]
    if plural:
        is_group = any(word in last.entity.label.lower() for word in _SEVERAL)
        for named in reversed(before[:-1]):
            if not _goes_on_with(doc, named.index, found[-1].index):
                break
            if is_group and not _is_joined(doc, named.index, found[-1].index):
                break
            found.append(named)
    seen: dict[str, Entity] = {n.entity.id: n.entity for n in reversed(found)}
    return tuple(seen.values())


def list_around(land: Named, before: Sequence[Named], doc: Doc, *, plural: bool) -> tuple[Entity, ...]:
    """Give a land; for a plural, the whole list of names that it stands in."""
    kept = [n for n in before if n.index <= land.index]
    for named in before[len(kept) :] if plural else ():
        if not _goes_on_with(doc, kept[-1].index, named.index):
            break
        kept.append(named)
    return list_ending_at(kept, doc, plural=plural)


def _is_joined(doc: Doc, one: int, other: int) -> bool:
    """Tell whether "and" joins two names: "the Paracels in the north *and* the Spratlys in the south"."""
    is_fellow = doc[other].dep_ == "conj" and doc[other].head == doc[one]
    return is_fellow or [t.lower_ for t in doc[one + 1 : other] if t.lower_ != "the"] == ["and"]


def _goes_on_with(doc: Doc, one: int, other: int) -> bool:
    """Tell whether two names can be of one list: not "bought *the Floridas* from *Spain*"."""
    if doc[other].dep_ == "conj" and first_conjunct(doc[other]) == first_conjunct(doc[one]):
        return True
    if other - one > LIST_GAP or doc[one].sent.start != doc[other].sent.start:
        return False
    return all(t.lower_ == "of" or t.pos_ not in _PARTING for t in doc[one + 1 : other])


def are_one_area(lemma: str, before: Sequence[Named], doc: Doc) -> bool:
    """Tell whether "the region" is the two that "and" joins: "A and B broke away. Troops went to *the region*"."""
    if lemma not in {"area", "region"} or len(before) < 2:
        return False
    one, other = before[-2:]
    if doc[one.index].dep_ not in {"nsubj", "nsubjpass"}:
        return False
    between = [t.lower_ for t in doc[one.index + 1 : other.index]]
    return between[:1] == ["and"] and len(between) <= 2  # "and", and the first word of a name


def subjects_taken_up(pronoun: Token, close: Sequence[Named]) -> list[Named]:
    """Give the subjects of the sentence before that a subject pronoun can take up; "they" takes up mere places."""
    if pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return []
    before = (n for n in close if n.is_subject and n.index < pronoun.sent.start)
    return [n for n in before if pronoun.lower_ == "it" or is_mere_place(n)]
