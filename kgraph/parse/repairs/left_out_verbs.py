"""Clauses that leave their verb out between two names: "India holds Ladakh, *China Aksai Chin*"."""

from collections.abc import Sequence

from kgraph.parse.rows import Row

__all__ = ["part_gaps"]

_BEFORE = frozenset({"compound", "nmod", "nsubj"})  # what becomes of it before such a share
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
            _give_back(rows, what, who, verb)
            rows[who].head, rows[who].label = verb, "orphan"
            rows[what].head, rows[what].label = who, "dobj"


def _give_back(rows: Sequence[Row], what: int, who: int, verb: int) -> None:
    """Give the verb back what it is done to, which the model took for a part of the share: "holds *A*, B part of C"."""
    if any(row.head == verb and row.label in {"dative", "dobj"} for row in rows[verb + 1 : who]):
        return  # "gave X the north and Y the south"
    for at in range(verb + 1, who):
        if rows[at].head == what and rows[at].label in _BEFORE:
            rows[at].head, rows[at].label = verb, "dobj"


def _verb_above(rows: Sequence[Row], name: int, before: int) -> int | None:
    """Give the nearest verb above a name, which stands before its clause; None where there is none."""
    at = name
    for _ in range(_MAX_CLIMB):
        at = rows[at].head
        if rows[at].part_of_speech == "VERB":
            return at if at < before else None
    return None
