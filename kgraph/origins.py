"""Which places say something independently: the one notion of an origin, for belief and for the page.

Two places are of one origin where they quote the same speaker, or stand in documents of one publisher in the text's
own voice (a document without a publisher is its own), or in documents of the same text or of near copies of one, or
where they are the same words: the papers that print one agency's story are one origin. So is whatever a chain of such
ties joins.
"""

from collections.abc import Collection, Hashable, Iterable, Sequence

__all__ = ["name_ties", "number_origins", "shared_ties"]


def name_ties(
    *,
    speaker: str | None,
    publisher: str | None,
    document: str,
    digest: str | None,
    quotation: str,
    story: Hashable = None,
) -> frozenset[str]:
    """Name what a place shares with others of its origin, each tie after its sort: "publisher Le Monde".

    Args:
        speaker: who is quoted, by any id; None: the text speaks in its own voice.
        publisher: whose publication the document stands in; None: not known.
        document: any id of the document.
        digest: of the document's text; None: not known.
        quotation: the sentence; case and white space make no difference.
        story: any id of the story that the document is a copy of (`kgraph.syndication`); None: of none.
    """
    if speaker is not None:
        ties = {f"speaker {speaker}"}
    else:
        ties = {f"publisher {publisher}" if publisher else f"document {document}"}
    words = " ".join(quotation.casefold().split())
    also = (("story", story), ("text", digest or None), ("words", words or None))
    return frozenset(ties | {f"{sort} {value}" for sort, value in also if value is not None})


def number_origins(places: Iterable[Collection[str]]) -> list[int]:
    """Give the number of each place's origin, from 0 in the order in which they are first met.

    Args:
        places: the ties of each place; one without ties is an origin of its own.
    """
    places = [frozenset(ties) for ties in places]
    leader = list(range(len(places)))  # of each place, an earlier one of its origin, or itself

    def first_of(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    tied: dict[str, int] = {}
    for place, ties in enumerate(places):
        for other in {first_of(tied.setdefault(tie, place)) for tie in ties}:
            low, high = sorted((first_of(other), first_of(place)))
            leader[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(first_of(place), len(numbers)) for place in range(len(places))]


def shared_ties(places: Sequence[Collection[str]]) -> list[str]:
    """List the sorts of ties that two places or more of an origin have in common, in alphabetical order."""
    seen: set[str] = set()
    shared: set[str] = set()
    for ties in places:
        shared |= {tie.partition(" ")[0] for tie in ties if tie in seen}
        seen |= set(ties)
    return sorted(shared)
