"""Lists of names, which the model reads as one name: "Etorofu, Kunashiri and Shikotan", "India and the Comoros"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.cues import load_cues
from kgraph.model import EntityKind, Mention
from kgraph.parse.rewriting.plan import Inner

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["NameList", "find_lists"]

_CONJUNCTIONS = frozenset({"and", "or", "&"})
_SIGNS = frozenset({"/", "-", "–"})
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.TRIBUNAL})
# "In Japan, China and India met": the first name is no member.
_FRONTED = frozenset(
    {
        "in",
        "at",
        "from",
        "with",
        "for",
        "on",
        "near",
        "off",
        "to",
        "under",
        "after",
        "outside",
        "unlike",
        "against",
    }
)
_MAX_MEMBERS = 40  # as many as are looked at in any coordination: a longer list is a table
_MAX_FRONTED = 3  # words before such a name in its sentence
_STOPS = frozenset({".", "!", "?", ";", ":", "“", '"', "—", "–", "--"})


@dataclass(frozen=True, slots=True)
class _Member:
    """A name in a list: its place in the row of words, and among the words of the Doc."""

    first: int
    last: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class NameList:
    """A stretch `[start, end)` of a row of words that is a list; `first` and `last` are the heads of its ends."""

    start: int
    end: int
    first: int
    last: int
    inner: tuple[Inner, ...]
    are_agents: bool


def find_lists(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> tuple[NameList, ...]:
    """Find the lists of names in a row of words, left to right.

    Args:
        doc: the words.
        row: positions in the Doc, in order; the words between them are read elsewhere.
        names: the mention that each position belongs to.
    """
    members = _members(doc, row, names)
    found: list[NameList] = []
    at = 0
    while at < len(members):
        chain = _chain(doc, row, members, at)
        at += max(1, len(chain))
        listed = _without_last(doc, row, _without_fronted(doc, row, chain))
        if len(listed) >= 2:
            found.append(_name_list(doc, row, listed))
    return tuple(found)


def _members(doc: "Doc", row: Sequence[int], names: Mapping[int, Mention]) -> list[_Member]:
    found: list[_Member] = []
    for place, position in enumerate(row):
        mention = names.get(position)
        if mention is None or not _can_be_listed(mention) or _is_joined(doc, position):
            continue
        if found and found[-1].mention is mention and found[-1].last == place - 1:
            found[-1] = _Member(found[-1].first, place, mention)
        else:
            found.append(_Member(place, place, mention))
    return found


def _is_joined(doc: "Doc", position: int) -> bool:
    """Tell whether a sign makes the name a part of a longer word: "SPLM/A", "India-administered"."""
    before = doc[position - 1 : position]
    after = doc[position + 1 : position + 2] if not doc[position].whitespace_ else doc[:0]
    return any(
        token.text in _SIGNS and not (token.whitespace_ and token in before) for token in (*before, *after)
    )


def _can_be_listed(mention: Mention) -> bool:
    return mention.entity.kind is not EntityKind.INSTRUMENT and mention.how not in {"adjective", "demonym"}


def _chain(doc: "Doc", row: Sequence[int], members: Sequence[_Member], at: int) -> list[_Member]:
    """Follow a list from its first name to the one after its "and"; without an "and" there is none."""
    chain = [members[at]]
    ends = 0  # how many of them a conjunction closes
    for member in members[at + 1 : at + _MAX_MEMBERS]:
        between = _words_between(doc, row, chain[-1], member)
        if between is None or not _are_alike(chain[0].mention, member.mention):
            break
        if (
            between[-1] in _CONJUNCTIONS
            and between[0] == ","
            and len(chain) == (ends or 1)
            and not _are_places(chain[0], member)
        ):
            break  # "A recognised B, and C protested"
        if ends and between[0] != ",":
            break  # "between A and B and C"
        chain.append(member)
        if between[-1] in _CONJUNCTIONS:
            ends = len(chain)
    return chain if len(chain) > ends and _goes_on(doc, row, chain) else chain[:ends]


def _are_places(one: _Member, other: _Member) -> bool:
    return one.mention.entity.kind is other.mention.entity.kind is EntityKind.TERRITORY


def _goes_on(doc: "Doc", row: Sequence[int], chain: Sequence[_Member]) -> bool:
    """Tell whether a list ends in something that is no known name: "Kunashir, Iturup and some islets"."""
    after = [doc[position].lower_ for position in row[chain[-1].last + 1 : chain[-1].last + 3]]
    return len(chain) >= 2 and bool(after) and (after[0] == "and" or after == [",", "and"])


def _words_between(doc: "Doc", row: Sequence[int], one: _Member, other: _Member) -> list[str] | None:
    """Give what joins two names, without an article: a comma, a conjunction, or both; None where it is more."""
    if other.first - one.last > 4:
        return None
    words = [doc[position].lower_ for position in row[one.last + 1 : other.first]]
    if words and words[-1] == "the":
        words.pop()
    return (
        words if words in ([","], *([c] for c in _CONJUNCTIONS), *([",", c] for c in _CONJUNCTIONS)) else None
    )


def _are_alike(one: Mention, other: Mention) -> bool:
    kinds = {one.entity.kind, other.entity.kind}
    return not (EntityKind.TERRITORY in kinds and kinds & _BODIES)


def _without_fronted(doc: "Doc", row: Sequence[int], chain: Sequence[_Member]) -> Sequence[_Member]:
    if not chain or not _is_fronted(doc, row, chain[0]):
        return chain
    after = row[chain[-1].last + 1 : chain[-1].last + 2]
    return chain if not after or doc[after[0]].is_punct else chain[1:]


def _without_last(doc: "Doc", row: Sequence[int], chain: Sequence[_Member]) -> Sequence[_Member]:
    """Leave out a last name that only says of what follows where it is: "Gaza and *the West Bank* city of Jericho"."""
    if not chain:
        return chain
    after = [doc[position].lower_ for position in row[chain[-1].last + 1 : chain[-1].last + 3]]
    is_opening = len(after) == 2 and after[1] == "of" and after[0] in load_cues().places_nouns
    return chain[:-1] if is_opening else chain


def _is_fronted(doc: "Doc", row: Sequence[int], member: _Member) -> bool:
    before = [doc[position] for position in row[max(0, member.first - _MAX_FRONTED - 1) : member.first]]
    while before and before[-1].lower_ == "the":
        before.pop()
    if not before or before[-1].lower_ not in _FRONTED:
        return False
    return len(before) <= _MAX_FRONTED - 1 or any(t.text in _STOPS or t.is_space for t in before)


def _name_list(doc: "Doc", row: Sequence[int], listed: Sequence[_Member]) -> NameList:
    """Hang a list together as the model does: each name and what joins it below the name before."""
    inner: list[Inner] = []
    for number, member in enumerate(listed):
        head = row[member.last]
        inner += [Inner(row[p], head, "compound", "NNP", "PROPN") for p in range(member.first, member.last)]
        if number:
            above = row[listed[number - 1].last]
            inner.append(Inner(head, above, "conj", "NNP", "PROPN"))
            joints = row[listed[number - 1].last + 1 : member.first]
            inner += [_joint(doc, position, above, head) for position in joints]
    return NameList(
        listed[0].first,
        listed[-1].last + 1,
        row[listed[0].last],
        row[listed[-1].last],
        tuple(inner),
        listed[0].mention.entity.kind is not EntityKind.TERRITORY,
    )


def _joint(doc: "Doc", position: int, above: int, head: int) -> Inner:
    word = doc[position].lower_
    if word == "the":
        return Inner(position, head, "det", "DT", "DET")
    if word in _CONJUNCTIONS:
        return Inner(position, above, "cc", "CC", "CCONJ")
    return Inner(position, above, "punct", ",", "PUNCT")
