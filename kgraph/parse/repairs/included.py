"""What is said to be among the rest behind a clause: "Y becomes sovereign over the group, *X included*"."""

from collections.abc import Sequence

from kgraph.parse.repairs.lost_subjects import find_lost_subject
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, NOUNS, Row, phrase_start

__all__ = ["hang_what_is_included"]

_CLAUSES = frozenset({"advcl", "ccomp"})  # what becomes of the sentence


@repair(labels={"ROOT", "ccomp"}, words={"included"})
def hang_what_is_included(rows: Sequence[Row], position: int) -> None:
    """Join what is "included" to the object before it, where the model made a clause of the words.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "included", behind which nothing follows.
    """
    member = position - 1
    if member < 2 or any(row.label != "punct" for row in rows[position + 1 :]):
        return
    comma = phrase_start(rows, member) - 1
    if rows[comma].text != "," or rows[comma - 1].part_of_speech not in NOUNS:
        return
    if rows[position].label == "ROOT":
        _join_to_sentence(rows, position, comma)
    else:
        _join_to_object(rows, position)


def _join_to_sentence(rows: Sequence[Row], position: int, comma: int) -> None:
    """Make the sentence again of what stands before the comma: "*X took the bank*, Y included"."""
    member = position - 1
    clause = next(
        (at for at, r in enumerate(rows[:comma]) if r.head == position and r.label in _CLAUSES), None
    )
    if clause is None or rows[member].head != position or rows[member].label not in NOUN_SUBJECT:
        return
    behind = range(clause + 1, comma)
    object_ = next((at for at in behind if rows[at].head == clause and rows[at].label == "dobj"), comma - 1)
    rows[clause].head, rows[clause].label = clause, "ROOT"
    for row in (rows[comma], *rows[position + 1 :]):
        row.head = clause
    _join(rows, object_, member)
    find_lost_subject.mend(rows, clause)


def _join_to_object(rows: Sequence[Row], position: int) -> None:
    """Make an object again of what the model took for a subject: "X claims *the isles*, Y included"."""
    member, verb = position - 1, rows[position].head
    object_ = rows[member].head
    is_subject = rows[object_].head == position and rows[object_].label in NOUN_SUBJECT
    if rows[member].label == "appos" and is_subject and verb < object_:
        rows[object_].head, rows[object_].label = verb, "dobj"
        _join(rows, object_, member)


def _join(rows: Sequence[Row], object_: int, member: int) -> None:
    rows[member].head, rows[member].label = object_, "conj"
    rows[member + 1].head, rows[member + 1].label, rows[member + 1].tag = member, "acl", "VBN"
