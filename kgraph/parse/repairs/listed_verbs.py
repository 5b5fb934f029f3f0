"""Verbs of a list, which the model hangs on the verb or noun above: "agreed to stop, *leave* and return"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import PAST_OR_PRESENT, VERBS, Row, climb, has_passive, is_below

__all__ = ["go_on_with_deed", "go_on_with_gerund", "go_on_with_infinitive"]

_MAX_LISTED = 40  # words between two verbs of a list
_OF_CLAUSE = frozenset({"aux", "expl", "mark", "nsubj", "nsubjpass"})  # a clause of its own has these
_JOINING = frozenset({",", "and", "nor", "or"})
_FINITE = PAST_OR_PRESENT | {"VBG", "VBN"}  # tags of verbs that a bare infinitive does not go on with
_AIMS = frozenset({"acl", "advcl", "relcl", "xcomp"})


@repair(labels={"advcl", "conj", "dep"}, tags={"VB"})
def go_on_with_infinitive(rows: Sequence[Row], position: int) -> None:
    """Hang a bare infinitive that goes on with a list on the one before it: "asked X to stop, *leave* Y and return".

    Its form does not go with a finite verb, though the model may join it to that: "agreed to stop, *leave* Y". After
    a modal it is of the verb there: "would recognize X, *leave* Y".
    """
    row = rows[position]
    near = range(position - 1, max(row.head, position - _MAX_LISTED), -1)
    if row.head > position or any(rows[at].head == position and rows[at].label in _OF_CLAUSE for at in near):
        return
    if rows[row.head].tag == "VB":
        row.label = "conj" if rows[position - 1].text in _JOINING else row.label
        return
    if rows[row.head].tag not in _FINITE:
        return
    fellow = next((at for at in near if _has_to(rows, at) and is_below(rows, at, row.head)), None)
    if fellow is not None and any(rows[at].text in _JOINING for at in range(fellow, position)):
        row.head, row.label = fellow, "conj"


@repair(labels={"advcl"}, tags={"VBG"})
def go_on_with_gerund(rows: Sequence[Row], position: int) -> None:
    """Hang a gerund of a list on the first: "denied shelling X, *occupying* Y or annexing Z".

    A list that ends in "or" is one; in "and" where something is denied: else it may be what comes of the first.
    """
    row = rows[position]
    ending = next((r for r in rows[position + 1 :] if r.head == position and r.label == "cc"), None)
    is_list = ending is not None and (ending.text == "or" or rows[row.head].lemma == "deny")
    if not is_list or row.head > position or rows[position - 1].text != ",":
        return
    near = range(position - 1, max(row.head, position - _MAX_LISTED), -1)
    gerunds = (at for at in near if rows[at].tag == "VBG" and rows[at].label in {"pcomp", "xcomp"})
    fellow = next((at for at in gerunds if is_below(rows, at, row.head)), None)
    if fellow is not None:
        row.head, row.label = fellow, "conj"


@repair(labels={"acl", "advcl"}, tags={"VBD", "VBN"})
def go_on_with_deed(rows: Sequence[Row], position: int) -> None:
    """Join a deed to the one before, where the model hangs it on a noun: "has seized A, *cut* off B and took C".

    What follows it is done to somebody by the same: no participle of a noun goes on so.
    """
    row = rows[position]
    if row.head > position or position < 2 or rows[position - 1].text != ",":
        return
    behind = range(position + 1, min(len(rows), position + _MAX_LISTED))
    last = next((at for at in behind if rows[at].head == position and rows[at].label == "conj"), None)
    if last is None or rows[last].tag not in {"VBD", "VBN"} or not _is_done_to_something(rows, last):
        return
    first = climb(rows, row.head, lambda other: other.part_of_speech not in VERBS)
    is_told = rows[first].tag == "VBD" or _is_perfect(rows, first)
    is_by = any(r.head == position and r.label == "agent" for r in rows[position:last])
    if is_told and not is_by and not has_passive(rows, first, slice(0, first)):
        row.head, row.label = first, "conj"


def _is_done_to_something(rows: Sequence[Row], verb: int) -> bool:
    """Tell whether a verb has an object, or an infinitive with one: "attempted to annex *Y*"."""
    below = [at for at in range(verb + 1, len(rows)) if rows[at].head == verb]
    return any(
        rows[at].label == "dobj" or (rows[at].label == "xcomp" and rows[at].tag == "VB") for at in below
    )


def _is_perfect(rows: Sequence[Row], verb: int) -> bool:
    return any(row.head == verb and row.label == "aux" and row.lemma == "have" for row in rows[:verb])


def _has_to(rows: Sequence[Row], position: int) -> bool:
    is_aim = rows[position].tag == "VB" and rows[position].label in _AIMS
    before = rows[max(0, position - 3) : position]
    return is_aim and any(row.head == position and row.tag == "TO" for row in before)
