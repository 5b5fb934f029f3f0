"""Days and years that the model takes for a part of something else.

Of a day behind a name it makes one name: "talks with Ehud Olmert *Sunday*"; of "in" before a year a part of the verb.
"""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import VERBS, Row
from kgraph.times import WEEKDAYS, is_year

__all__ = ["part_from_day", "part_from_year"]

# Before a day these make a name of it.
_NAMING = frozenset(
    {"ash", "black", "bloody", "cyber", "easter", "fat", "good", "holy", "maundy", "palm", "whit"}
)
_JOINING = frozenset({"compound", "nmod"})


@repair(words=WEEKDAYS)
def part_from_day(rows: Sequence[Row], position: int) -> None:
    """Give a name its place back where the model hung it on the day behind it, and the day to the verb."""
    day, name = rows[position], rows[position - 1]
    if position == 0 or name.head != position:
        return
    is_name = name.label in _JOINING and name.part_of_speech == "PROPN" and name.text.lower() not in _NAMING
    verb = _verb_above(rows, position)
    if not is_name or day.label in _JOINING or verb is None:
        return
    for at, row in enumerate(rows):
        if row.head == position and at not in (position, position - 1):
            row.head = position - 1 if at < position else verb
    is_object = day.label == "npadvmod" and day.head == verb < position
    name.head, name.label = day.head, "dobj" if is_object else day.label
    day.head, day.label = verb, "npadvmod"


@repair(labels={"advmod", "prt"}, words={"in"})
def part_from_year(rows: Sequence[Row], position: int) -> None:
    """Take for a preposition the "in" before a year, where the model read "take *in*": "a town X took in 1801"."""
    row, year = rows[position], rows[min(position + 1, len(rows) - 1)]
    if row.head < position and is_year(year.text) and year.head in {position, row.head}:
        row.label, row.tag, row.part_of_speech = "prep", "IN", "ADP"
        year.head, year.label = position, "pobj"


def _verb_above(rows: Sequence[Row], position: int) -> int | None:
    """Give the nearest verb that a word hangs on."""
    for _ in rows:
        above = rows[position].head
        if above == position:
            return None
        position = above
        if rows[position].part_of_speech in VERBS:
            return position
    return None
