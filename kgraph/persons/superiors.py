"""Who has an officer that is called his: "President X sent *his foreign minister*, Y"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kgraph.persons.people import Draft
from kgraph.persons.stated import Stated
from kgraph.persons.surroundings import Surroundings

__all__ = ["find_superior"]

_OWNING = frozenset({"her", "his"})
_SERVING_KINDS = frozenset({"envoy", "minister", "spokesperson"})


def find_superior(office: Stated, drafts: Sequence[Draft], around: Surroundings) -> Draft | None:
    """Find whom "his" means before an office: the first whom its sentence names before, or else the one before that."""
    first = office.phrase.first
    if office.kind not in _SERVING_KINDS or around.words[first].key not in _OWNING:
        return None
    start, stop = around.sentence_before(first)
    return _first_named(drafts, stop, first) or _first_named(drafts, start, stop)


def _first_named(drafts: Sequence[Draft], start: int, stop: int) -> Draft | None:
    """Find who is named first between two places."""
    named = ((place, rank) for rank, draft in enumerate(drafts) for place in _place(draft, start, stop))
    found = min(named, default=None)
    return drafts[found[1]] if found is not None else None


def _place(draft: Draft, start: int, stop: int) -> Iterator[int]:
    """Give the first place between two where somebody is named."""
    at = bisect_left(draft.places, start)
    yield from (place for place in draft.places[at : at + 1] if place < stop)
