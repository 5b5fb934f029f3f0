"""Places for the points that are not drawn at the start: in the gaps that the others leave, near whom they join."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kgraph.view.board import Board, Box, Place

__all__ = ["place_in_gaps"]


def place_in_gaps(
    boxes: Sequence[Box], ties: Iterable[tuple[str, str]], others: Sequence[Box], places: Mapping[str, Place]
) -> dict[str, Place]:
    """Find a place for every box, as near to what it is tied to as the others leave room.

    Args:
        boxes: what is to be placed.
        ties: pairs of ids that belong near one another.
        others: what stands already, and stays.
        places: the centres of the others, by id.

    Returns:
        The centre of each box, by id.
    """
    if not boxes:
        return {}
    board = Board(others, places, spare=boxes)
    tied = _neighbours(ties)
    known = dict(places)
    # Those with the most ties first: what is tied to them alone finds them placed.
    for box in sorted(boxes, key=lambda box: (-len(tied[box.id]), box.id)):
        near = [known[key] for key in sorted(tied[box.id]) if key in known]
        known[box.id] = board.place(box, near)
    return {box.id: known[box.id] for box in boxes}


def _neighbours(ties: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    tied: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in ties:
        tied[a].add(b)
        tied[b].add(a)
    return tied
