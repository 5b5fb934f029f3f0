"""Names of ships: "the destroyer *USS Dewey* sailed", "sank *HMS Sheffield*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["take_for_ship"]

_SHIP = "warship"


@repair(labels={"compound"})
def take_for_ship(rows: Sequence[Row], position: int) -> None:
    """Give a name behind the letters of a navy the lemma of a ship, and the place of the noun before it.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such letters.
    """
    row, name = rows[position], rows[position].head
    if name < position or not row.text.isupper() or row.text.lower() not in load_cues().agents_ships:
        return
    rows[name].lemma = _SHIP
    noun = rows[name].head
    if rows[name].label == "appos" and noun == position - 1 and rows[noun].part_of_speech == "NOUN":
        _stand_for(rows, name, noun)


def _stand_for(rows: Sequence[Row], name: int, noun: int) -> None:
    """Give the ship the place of "the destroyer" before it."""
    rows[name].head = name if rows[noun].head == noun else rows[noun].head
    rows[name].label = rows[noun].label
    for row in rows:
        if row.head == noun:
            row.head = name
    rows[noun].head, rows[noun].label = name, "compound"
