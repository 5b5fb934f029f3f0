"""What a line or a zone parts: "a buffer zone separating the south and *the north*", which the model puts beside it."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["join_separated"]

_PARTING = frozenset({"dividing", "parting", "separating", "splitting"})


@repair(labels={"conj"})
def join_separated(rows: Sequence[Row], position: int) -> None:
    """Join the second of two that are parted to the first, which nothing else is joined to.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the second.
    """
    parted = rows[position].head
    clause = next((i for i in range(parted + 1, position) if _parts(rows, i, parted)), None)
    if clause is None:
        return
    inside = range(clause + 1, position)
    first = next((i for i in inside if rows[i].head == clause and rows[i].label == "dobj"), None)
    joining = next((i for i in inside if rows[i].head == parted and rows[i].text == "and"), None)
    if first is None or joining is None or rows[position].tag.startswith("VB"):
        return
    rows[position].head = rows[joining].head = first


def _parts(rows: Sequence[Row], position: int, thing: int) -> bool:
    row = rows[position]
    return row.head == thing and row.label == "acl" and row.text in _PARTING
