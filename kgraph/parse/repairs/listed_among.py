"""What is named of a group: "gave up several islands, *among them Canton and Enderbury*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import CLAUSE_ENDS, INSERTION_MARKS, NOUN_SUBJECT, NOUNS, Row

__all__ = ["name_among"]

_MAX_CLIMB = 4


@repair(words={"among"})
def name_among(rows: Sequence[Row], position: int) -> None:
    """Hang "among them X" on the group before it, as "including X" hangs, wherever the model put the two.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the preposition, behind a comma or dash.
    """
    them = position + 1
    is_set_off = position > 1 and rows[position - 1].text in INSERTION_MARKS
    if not is_set_off or them + 1 >= len(rows) or rows[them].text.lower() != "them":
        return
    first, group = _first_named(rows, them), _group_before(rows, position - 1)
    if first is None or group is None:
        return
    named = rows[first]
    if named.label in NOUN_SUBJECT and named.head > first:  # "several, among them *X*, were taken"
        rows[group].head, rows[group].label = named.head, named.label
    rows[position].head, rows[position].label = group, "prep"
    rows[them].head, rows[them].label = position, "dep"
    named.head, named.label = position, "pobj"


def _first_named(rows: Sequence[Row], them: int) -> int | None:
    """Give the head of the phrase behind "them"."""
    at = them + 1
    for _ in range(_MAX_CLIMB):
        above = rows[at].head
        if rows[at].label == "conj" or above <= at or rows[above].part_of_speech not in NOUNS:
            break
        at = above
    return at if rows[at].part_of_speech in NOUNS else None


def _group_before(rows: Sequence[Row], end: int) -> int | None:
    """Give the nearest plural before the comma, or the one that it is only said to be of: "*isles* of two groups".

    Nothing is named among parts: "four *states* claim parts of it, among them X".
    """
    parts = load_cues().places_pieces
    for at in range(end - 1, -1, -1):
        if rows[at].text in CLAUSE_ENDS:
            return None
        if rows[at].tag == "NNS" and rows[at].lemma not in parts:
            return _whole(rows, at)
    return None


def _whole(rows: Sequence[Row], noun: int) -> int:
    for _ in range(_MAX_CLIMB):
        row, above = rows[noun], rows[rows[noun].head]
        if row.label == "conj" and above.tag == "NNS":
            noun = row.head
            continue
        is_of = row.label == "pobj" and above.text.lower() == "of" and rows[above.head].tag == "NNS"
        if not is_of:
            break
        noun = above.head
    return noun
