"""Clauses that leave their verb out between two names: "India holds Ladakh, *China Aksai Chin*"."""

from collections.abc import Sequence

from kgraph.parse.rows import Row

__all__ = ["part_gaps"]

_MAX_CLIMB = 40  # words from a name up to the verb: as many as a list may have


def part_gaps(rows: Sequence[Row], gaps: Sequence[tuple[int, int]]) -> None:
    """Hang who acts on the verb that is left out, as its orphan, and what is acted on below that.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        gaps: where subject and object stand, left to right.
    """
    for who, what in gaps:
        verb = _verb_above(rows, what, who)
        if verb is not None:
            rows[who].head, rows[who].label = verb, "orphan"
            rows[what].head, rows[what].label = who, "dobj"


def _verb_above(rows: Sequence[Row], name: int, before: int) -> int | None:
    """Give the nearest verb above a name, which stands before its clause; None where there is none."""
    at = name
    for _ in range(_MAX_CLIMB):
        at = rows[at].head
        if rows[at].part_of_speech == "VERB":
            return at if at < before else None
    return None
