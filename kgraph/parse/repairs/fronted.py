"""What a sentence says of its subject ahead of it and of a date: "*Once a Dutch colony*, in 1814 Guyana was ceded"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, Row, be_subject, phrase_start
from kgraph.times import is_year

__all__ = ["part_fronted"]

_OPENING = frozenset({"first", "formerly", "initially", "long", "once", "originally", "previously"})
_WHEN = frozenset({"after", "around", "by", "from", "in", "since", "until"})
_MAX_DATE = 4  # words: "in", a day, a month, a year


@repair(labels=NOUN_SUBJECT, tags={"NN"})
def part_fronted(rows: Sequence[Row], position: int) -> None:
    """Free a verb of what opens the sentence where its subject stands behind a date, and give it that one.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the noun that may open the sentence.
    """
    row, verb = rows[position], rows[position].head
    if verb < position or not _opens(rows, position):
        return
    named = next((at for at in range(position + 1, verb) if _is_named(rows, at, position)), None)
    if named is None or not _is_behind_date(rows, phrase_start(rows, named), position):
        return
    is_passive = row.label == "nsubjpass"
    be_subject(rows, named, verb, is_passive=is_passive)
    row.label = "npadvmod"


def _opens(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether a noun without its own "the" opens the sentence: "Once *a colony*", "*A colony* since 1565"."""
    opening = next((at for at, r in enumerate(rows[:noun]) if r.text.lower() not in _OPENING), noun)
    return rows[opening].text.lower() in {"a", "an"} and rows[opening].head == noun


def _is_named(rows: Sequence[Row], at: int, opening: int) -> bool:
    """Tell whether a name is a second subject of the verb, or hangs on what opens the sentence."""
    row = rows[at]
    is_second = row.head == rows[opening].head and row.label in NOUN_SUBJECT
    return row.part_of_speech == "PROPN" and (is_second or (row.head == opening and row.label == "appos"))


def _is_behind_date(rows: Sequence[Row], name: int, opening: int) -> bool:
    """Tell whether a comma and a date stand before a name: "Once a colony*, by 1815* Guyana"."""
    comma = next((at for at in range(name - 1, opening, -1) if rows[at].text == ","), None)
    if comma is None or not 1 < name - comma - 1 <= _MAX_DATE:
        return False
    return rows[comma + 1].text.lower() in _WHEN and is_year(rows[name - 1].text)
