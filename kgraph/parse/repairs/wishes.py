"""Clauses that say what somebody wants, by the base form of their verb: "demands that X *withdraw*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, VERBS, Row

__all__ = ["call_for", "wish"]

_SINGULAR = frozenset({"NN", "NNP", "NNPS"})  # the last where a name ends like no plural
_SINGULAR_PRONOUNS = frozenset({"he", "it", "she"})
_ONE_STATE = frozenset({"emirates", "nations", "netherlands", "philippines", "states"})  # names like plurals
_INFLECTED = frozenset({"am", "are", "'re", "’re"})
_CALLING = frozenset({"appeal", "call", "plead", "press", "push"})
_MAX_SUBJECT = 20  # words from "that" to the verb


@repair(labels={"acl", "ccomp", "relcl"}, tags={"VB", "VBP"})
def wish(rows: Sequence[Row], position: int) -> None:
    """Take for wanted what one state or person is to do: "it is essential *that Japan renounce* the islands".

    "Insists that X belongs to Y" and "that the rebels hold Y" are statements.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb of the clause.
    """
    row = rows[position]
    that = _opening(rows, position)
    if that is None or not _is_wanting(rows, row.head):
        return
    subject = next((at for at in range(that + 1, position) if _is_subject(rows[at], position)), None)
    if subject is None or not _is_one(rows, subject) or row.text.lower() in _INFLECTED:
        return
    if any(other.head == position and other.label == "aux" for other in rows[that:position]):
        return
    row.tag = "VB"
    rows[that].head, rows[that].label = position, "mark"
    if rows[row.head].part_of_speech in VERBS:
        row.label = "ccomp"


@repair(labels={"advcl"}, tags={"VB"})
def call_for(rows: Sequence[Row], position: int) -> None:
    """Take for called for what "for" opens right behind the verb: "called *for X to withdraw*"."""
    row = rows[position]
    mark = row.head + 1
    if mark >= position or rows[row.head].lemma not in _CALLING or rows[mark].head != position:
        return
    if rows[mark].text == "for" and rows[mark].label == "mark":
        row.label = "ccomp"


def _opening(rows: Sequence[Row], verb: int) -> int | None:
    """Give the place of the "that" with which a clause behind what governs it begins."""
    first = max(rows[verb].head + 1, verb - _MAX_SUBJECT)
    return next((at for at in range(first, verb) if rows[at].text == "that" and rows[at].head == verb), None)


def _is_wanting(rows: Sequence[Row], above: int) -> bool:
    """Tell whether a word says that something is wanted: "demand", or "is essential"."""
    cues, row = load_cues(), rows[above]
    if row.lemma in cues.possibility_verbs | cues.possibility_wishes | cues.possibility_wished:
        return True
    said = (other for other in rows[above + 1 : above + 4] if other.head == above)
    return row.lemma in cues.possibility_needful or any(
        other.label == "acomp" and other.lemma in cues.possibility_needful for other in said
    )


def _is_subject(row: Row, verb: int) -> bool:
    return row.head == verb and row.label in NOUN_SUBJECT


def _is_one(rows: Sequence[Row], subject: int) -> bool:
    """Tell whether a subject is one thing, behind which a statement has another form of its verb."""
    row = rows[subject]
    last = row.text.lower().rpartition(" ")[2]
    if any(
        other.head == subject and other.label == "conj"
        for other in rows[subject + 1 : subject + _MAX_SUBJECT]
    ):
        return False
    is_plural = row.tag == "NNPS" and last.endswith("s") and last not in _ONE_STATE
    return last in _SINGULAR_PRONOUNS or (row.tag in _SINGULAR and not is_plural)
