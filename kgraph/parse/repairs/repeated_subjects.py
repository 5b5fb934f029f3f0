"""Who acts with a subject that is named again: "Israel left Sinai and *Egypt and Israel* signed a treaty"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, PAST_OR_PRESENT, Row

__all__ = ["join_to_repeated"]


@repair(labels={"conj"}, tags=PAST_OR_PRESENT)
def join_to_repeated(rows: Sequence[Row], position: int) -> None:
    """Join a name to the subject of a second clause that was named in the first, and not to the place before it.

    "Israel withdrew from Sinai and *Egypt* and Israel signed a treaty": alone, Israel would not be named again.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb that may be that of the second clause.
    """
    first = rows[position].head
    own = next((at for at in range(position) if _is_subject_of(rows[at], position)), None)
    above = next((r for r in rows[:first] if _is_subject_of(r, first)), None)
    if own is None or above is None or own < first + 2:
        return
    joint, beside = rows[own - 1], rows[own - 2]
    place = rows[beside.head]
    is_repeated = rows[own].text in {above.text, place.text}
    if not is_repeated or joint.text != "and" or beside.label != "conj" or beside.part_of_speech != "PROPN":
        return
    if place.label == "pobj" and rows[own].part_of_speech == "PROPN":
        for row in rows[beside.head : own - 2]:
            if row.label == "cc" and row.head == beside.head:
                row.head = first
        joint.head = own - 2
        beside.head, beside.label = position, rows[own].label
        rows[own].head, rows[own].label = own - 2, "conj"


def _is_subject_of(row: Row, verb: int) -> bool:
    return row.head == verb and row.label in NOUN_SUBJECT
