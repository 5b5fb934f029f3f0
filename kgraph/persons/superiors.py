"""Who has an officer that is called his, or that he sends: "President X sent *his foreign minister*, Y"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kgraph.persons.people import Draft
from kgraph.persons.stated import Stated
from kgraph.persons.surroundings import Surroundings
from kgraph.persons.words import Word

__all__ = ["find_predecessor", "find_superior", "sending_verb"]

_OWNING = frozenset({"her", "his"})
_SERVING_KINDS = frozenset({"envoy", "minister", "spokesperson"})
_FOLLOWED = ["was", "succeeded", "by"]
_SENDING = frozenset({"dispatch", "dispatched", "dispatches", "send", "sending", "sends", "sent"})
_HAVING = frozenset({"also", "government", "had", "has", "then", "will", "would"})  # before "sent"


def find_superior(office: Stated, drafts: Sequence[Draft], around: Surroundings) -> Draft | None:
    """Find whom "his" means before an office: the first whom its sentence names before, or else the one before that.

    Who sends an envoy that is called nobody's, has him too: "*Reagan* sent emissary X X".
    """
    first = office.phrase.first
    verb = sending_verb(office, around.words)
    if verb is not None:
        return _named_until(drafts, verb)
    if office.kind not in _SERVING_KINDS or around.words[first].key not in _OWNING:
        return None
    return _told_of_before(first, drafts, around)


def find_predecessor(draft: Draft, drafts: Sequence[Draft], around: Surroundings) -> Draft | None:
    """Find whom somebody followed in office: "*X* stepped down in 2006 and was succeeded by Y"."""
    first = draft.namings[0].first
    by = [word.key for word in around.words[max(0, first - len(_FOLLOWED)) : first]]
    return _told_of_before(first - len(by), drafts, around) if by == _FOLLOWED else None


def _told_of_before(at: int, drafts: Sequence[Draft], around: Surroundings) -> Draft | None:
    """Find whom a sentence names first before a place, or else the sentence before that."""
    start, stop = around.sentence_before(at)
    return _first_named(drafts, stop, at) or _first_named(drafts, start, stop)


def sending_verb(office: Stated, words: Sequence[Word]) -> int | None:
    """Give where the verb begins of who sends an envoy: "Moscow *has sent* special envoy X X"; None where none does."""
    at = office.phrase.first - 1
    if office.kind != "envoy" or at < 1 or words[at].key not in _SENDING:
        return None
    while at > 1 and words[at - 1].key in _HAVING:
        at -= 1
    return at


def _named_until(drafts: Sequence[Draft], stop: int) -> Draft | None:
    """Find whose name ends right before a place."""
    return next((d for d in drafts if any(naming.stop == stop for naming in d.namings)), None)


def _first_named(drafts: Sequence[Draft], start: int, stop: int) -> Draft | None:
    """Find who is named first between two places."""
    named = ((place, rank) for rank, draft in enumerate(drafts) for place in _place(draft, start, stop))
    found = min(named, default=None)
    return drafts[found[1]] if found is not None else None


def _place(draft: Draft, start: int, stop: int) -> Iterator[int]:
    """Give the first place between two where somebody is named."""
    at = bisect_left(draft.places, start)
    yield from (place for place in draft.places[at : at + 1] if place < stop)
