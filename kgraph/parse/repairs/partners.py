"""With whom somebody discusses something, which the model hangs on what is discussed."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["free_partner"]

_DISCUSSING = frozenset({"debate", "discuss", "review"})
_ADDRESSES = frozenset({"dr.", "lady", "lord", "mr.", "mrs.", "ms.", "sir"})
_PARTNERS = frozenset({"counterpart", "host", "visitor"})


@repair(labels={"prep"}, words={"with"})
def free_partner(rows: Sequence[Row], position: int) -> None:
    """Hang on the verb with whom something is discussed: "discussed the war in Syria *with President X*".

    A state that follows may be whose war it is; a person, or his counterpart, is who listens.
    """
    noun = rows[position].head
    verb = rows[noun].head
    is_discussed = rows[noun].label == "dobj" and rows[verb].lemma in _DISCUSSING and noun < position
    if is_discussed and _is_person(rows, position):
        rows[position].head = verb


def _is_person(rows: Sequence[Row], preposition: int) -> bool:
    """Tell whether a preposition leads to somebody with a title: "Foreign *Minister* X", "*Mr.* X"."""
    below = (i for i in range(preposition + 1, len(rows)) if rows[i].head == preposition)
    head = next((i for i in below if rows[i].label == "pobj"), None)
    if head is None or rows[head].lemma in _PARTNERS:
        return head is not None
    titles = load_cues().offices_described | _ADDRESSES
    said = (row.text.lower() for row in rows[preposition + 1 : head] if row.head == head)
    return rows[head].part_of_speech == "PROPN" and not titles.isdisjoint(said)
