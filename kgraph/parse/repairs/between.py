"""The two between whom something is: "a deal *between X and the rebel Y* forces" names both."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.rows import Row, is_below

__all__ = ["join_between"]

_OF_DATES = frozenset({"at", "early", "in", "last", "late", "on", "this"})
_MAX_OPEN = 12  # words from the first of the two to the second


def join_between(rows: Sequence[Row]) -> None:
    """Give "between" its second party, where the model joined that to something else.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
    """
    for position, row in enumerate(rows):
        if row.text != "between" or row.label != "prep":
            continue
        _hang_on_strife(rows, position)
        first = _child(rows, position, "pobj", position + 1)
        if first is not None and _child(rows, first, "conj", first) is None:
            _lower_second(rows, position, first)
            _raise_second(rows, first)


def _hang_on_strife(rows: Sequence[Row], between: int) -> None:
    """Hang the two on what they do to each other where a date stands between: "*clashes* Sunday *between* X and Y"."""
    above, at = rows[between].head, between - 1
    while at > above and _is_of_date(rows[at]):
        at -= 1
    is_strife = rows[at].lemma in load_cues().presupposed_warfare | {"conflict"}
    if above < at < between - 1 and is_strife and is_below(rows, at, above):
        rows[between].head = at


def _is_of_date(row: Row) -> bool:
    return row.text in _OF_DATES or row.tag == "CD" or row.text.lower() in load_cues().calendar_names


def _lower_second(rows: Sequence[Row], between: int, first: int) -> None:
    """Take over what hangs on the noun before: "*an agreement* between X and rebel Y *forces*"."""
    noun = rows[between].head
    and_ = _child(rows, noun, "cc", first)
    second = _child(rows, noun, "conj", first)
    if and_ is None or second is None or noun > between or not and_ < second <= first + _MAX_OPEN:
        return
    if rows[and_].text == "and" and all(is_below(rows, i, first) for i in range(first + 1, and_)):
        rows[and_].head = rows[second].head = first


def _raise_second(rows: Sequence[Row], first: int) -> None:
    """Part two where a name stands between them: "between forces *in Somalia* and Al-Shabaab *militants*"."""
    preposition = next((i for i in _children(rows, first, first) if rows[i].label == "prep"), None)
    if preposition is None or preposition + 1 >= len(rows):
        return
    second, name = _child(rows, preposition, "pobj", preposition), preposition + 1
    if second is None or rows[name].label != "compound" or rows[name].head != second:
        return
    and_, other = _child(rows, name, "cc", name), _child(rows, name, "conj", name)
    if and_ is None or other is None or not and_ < other < second or rows[and_].text != "and":
        return
    rows[name].head, rows[name].label = preposition, "pobj"
    rows[other].head, rows[other].label = second, "compound"
    rows[second].head, rows[second].label = first, "conj"
    rows[and_].head = first


def _children(rows: Sequence[Row], head: int, start: int) -> list[int]:
    return [
        i for i in range(start, min(len(rows), start + 2 * _MAX_OPEN)) if rows[i].head == head and i != head
    ]


def _child(rows: Sequence[Row], head: int, label: str, start: int) -> int | None:
    """Give the first child of a label that stands at `start` or behind it."""
    return next((i for i in _children(rows, head, start) if rows[i].label == label), None)
