"""Appositions that the model takes for subjects, objects and adverbials of their own."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.rows import INSERTION_MARKS, NOMINAL, NOUN_SUBJECT, Row, is_below

__all__ = ["set_apart"]


def set_apart(rows: Sequence[Row]) -> None:
    """Hang what is apposed on what it is apposed to, where a comma parts the two.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
    """
    _set_apart_subjects(rows)
    _set_apart_objects(rows)
    _set_apart_names(rows)


def _set_apart_subjects(rows: Sequence[Row]) -> None:
    """Hang the second of two subjects on the first where a comma parts them: "X, *a tract* left by the river, was"."""
    first: dict[int, int] = {}
    for position, row in enumerate(rows):
        if row.label not in NOUN_SUBJECT or row.head < position:
            continue
        before = first.setdefault(row.head, position)
        if before == position or row.part_of_speech not in NOMINAL:
            continue
        between = [
            r.text
            for r in rows[before + 1 : position]
            if r.head not in (before, position) or r.label == "punct"
        ]
        if between[:1] == [","] and not {"and", "or"} & set(between):
            row.head, row.label = before, "appos"


def _set_apart_objects(rows: Sequence[Row]) -> None:
    """Hang a second object behind a comma or dash on the name before it: "the drills in X, *land* occupied by Y".

    Where the verb has no first object the model may take the land for an adverbial.
    """
    first: dict[int, int] = {}
    for position, row in enumerate(rows):
        if row.head > position or row.label not in {"dobj", "npadvmod"}:
            continue
        is_second = row.label == "dobj" and first.setdefault(row.head, position) != position
        if row.label == "dobj" and not is_second and _sums_up(rows, position):
            row.label = "npadvmod"
            continue
        if not is_second and not (row.label == "npadvmod" and row.lemma in load_cues().places_nouns):
            continue
        edge = _left_edge(rows, position)
        name = edge - 2
        is_behind_name = row.head < name and _parts(rows, edge - 1) and rows[name].part_of_speech == "PROPN"
        if is_behind_name and not is_below(rows, name, position):
            row.head, row.label = name, "appos"
        elif is_second and rows[edge].text in {"a", "an"} and rows[edge - 1].text == ",":
            takes_up = rows[name].tag == "CD"  # "annexed X in 1950, *an annexation* that Y recognised"
            row.label = "npadvmod" if takes_up else row.label


def _sums_up(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a noun only sums up its clause: "recognised both as states, *a decision* that X rejects"."""
    if rows[position].lemma not in load_cues().deeds_summing:
        return False
    edge = _left_edge(rows, position)
    is_apart = edge - 1 > rows[position].head + 1 and rows[edge - 1].text == ","
    return is_apart and rows[edge].text in {"a", "an"}


def _set_apart_names(rows: Sequence[Row]) -> None:
    """Hang a name with its article on the object right before the comma: "signed an accord, *the Treaty* of Fez"."""
    for position, row in enumerate(rows):
        if row.label != "npadvmod" or row.part_of_speech != "PROPN" or row.head > position:
            continue
        edge = _left_edge(rows, position)
        comma = edge - 1
        if rows[comma].text != "," or rows[edge].text != "the":
            continue
        object_ = next(
            (
                i
                for i in range(comma - 1, row.head, -1)
                if rows[i].label == "dobj" and rows[i].head == row.head
            ),
            None,
        )
        if object_ is not None and all(is_below(rows, i, object_) for i in range(object_ + 1, comma)):
            row.head, row.label = object_, "appos"


def _left_edge(rows: Sequence[Row], position: int) -> int:
    """Give where the phrase of a word begins, behind what it hangs on and behind a comma."""
    edge = position
    while edge > rows[position].head and not _parts(rows, edge - 1) and is_below(rows, edge - 1, position):
        edge -= 1
    return edge


def _parts(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a word is a comma or dash, and no hyphen: "land-locked"."""
    is_mark = rows[position].text in INSERTION_MARKS
    return is_mark and (rows[position].text != "-" or rows[position - 1].space)
