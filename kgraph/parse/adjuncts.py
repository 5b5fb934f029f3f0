"""What stands before a clause or beside it: where it ends and the clause's own words begin.

"Claiming the isle, *Beijing* in the end settled for half of it": the model takes the subject for a part of what opens
the sentence. "With the isle *under X's control*, Y": it takes what is said of the isle for the verb's.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgraph.parse.second_clauses import is_below

if TYPE_CHECKING:
    from kgraph.parse.plan import Row

__all__ = ["give_object", "give_subject", "hang_state", "join_objects", "take_for_subject"]

_SUBJECTS = frozenset({"csubj", "csubjpass", "expl", "nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_HELPING = frozenset({"aux", "auxpass"})
_STRAYED = frozenset({"appos", "conj", "dep", "npadvmod"})  # what becomes of a subject
_BETWEEN = frozenset({"advmod", "aux", "auxpass", "neg", "prep", "punct"})  # a subject and its verb
_ASIDE = frozenset({"advcl", "advmod", "dep", "npadvmod"})  # what becomes of a name before an apposition
_MARKS = frozenset({",", "-", "–", "—", "--"})
_CALENDAR = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_MAX_OPENING = 80  # words before a verb and its subject
_STATES = frozenset({"in", "under", "within"})
_MAX_STATE = 6  # words from "with" to what is said of what is there


def give_subject(rows: "Sequence[Row]", verb: int) -> None:
    """Give a sentence's verb its subject, where the model made it a part of what opens the sentence.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        verb: the place of the word that may be its verb.
    """
    if rows[verb].label != "ROOT" or verb > _MAX_OPENING or not _may_be_finite(rows, verb):
        return
    if any(row.head == verb and row.label in _SUBJECTS for row in rows):
        return
    noun = next((at for at in range(verb - 1, -1, -1) if _is_strayed(rows, at, verb)), None)
    while noun is not None and _is_strayed(rows, rows[noun].head, verb):
        noun = rows[noun].head
    if noun is None:
        return
    if rows[verb].tag == "VBN" and not _is_helped(rows, verb):
        rows[verb].tag, rows[verb].morph = "VBD", ""  # "Beijing in the end *settled* for half"
    is_passive = any(row.head == verb and row.label == "auxpass" for row in rows[noun:verb])
    rows[noun].head, rows[noun].label = verb, "nsubjpass" if is_passive else "nsubj"


def _may_be_finite(rows: "Sequence[Row]", verb: int) -> bool:
    """Tell whether a verb is finite, or a participle that may be: "by" would tell who does it to somebody."""
    if rows[verb].tag == "VBN":
        return _is_helped(rows, verb) or not any(r.head == verb and r.label == "agent" for r in rows)
    return rows[verb].tag in _FINITE or _is_helped(rows, verb)


def _is_helped(rows: "Sequence[Row]", verb: int) -> bool:
    helping = (row for row in rows[:verb] if row.head == verb and row.label in _HELPING)
    return any(row.tag in _FINITE | {"MD"} for row in helping)


def _is_strayed(rows: "Sequence[Row]", noun: int, verb: int) -> bool:
    """Tell whether a noun opens behind a comma, and nothing but what belongs to it parts it from the verb."""
    row = rows[noun]
    if row.label not in _STRAYED or row.part_of_speech not in _NOMINAL or row.head >= noun:
        return False
    first = noun
    while first and is_below(rows, first - 1, noun):
        first -= 1
    if not first or rows[first - 1].text != ",":
        return False
    return all(is_below(rows, at, noun) or _is_beside(rows, at, noun) for at in range(noun + 1, verb))


def _is_beside(rows: "Sequence[Row]", at: int, noun: int) -> bool:
    """Tell whether a word stands between a subject and its verb, or in a phrase there: "X *in the end* left"."""
    while rows[at].head > noun and rows[at].label not in _BETWEEN and rows[at].head != at:
        at = rows[at].head
    return rows[at].label in _BETWEEN


def give_object(rows: "Sequence[Row]", position: int) -> None:
    """Make a second subject behind the verb its object: "Vanuatu, a chain of islands, claims Matthew *Island*"."""
    row = rows[position]
    verb = rows[row.head]
    if (
        row.label != "nsubj"
        or row.head > position
        or verb.tag not in _FINITE
        or verb.part_of_speech != "VERB"
    ):
        return
    if any(other.head == row.head and other.label == "nsubj" for other in rows[: row.head]):
        row.label = "dobj"


def take_for_subject(rows: "Sequence[Row]", position: int) -> None:
    """Make a name the subject where the model took the apposition for it: "*Ankara*, the only state to do so, was".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a name.
    """
    row, verb = rows[position], rows[position].head
    is_aside = row.label in _ASIDE and row.part_of_speech == "PROPN" and position + 2 < verb
    if not is_aside or row.text in _CALENDAR:
        return
    mark = position + 1
    while mark < verb and is_below(rows, mark, position):
        mark += 1
    subject = next((at for at in range(mark, verb) if _is_subject_of(rows, at, verb)), None)
    if subject is None or rows[mark].text not in _MARKS or not _ends_with_mark(rows, subject, verb):
        return
    if not all(is_below(rows, at, subject) for at in range(mark + 1, subject)):
        return
    row.label = rows[subject].label
    rows[subject].head, rows[subject].label = position, "appos"


def _is_subject_of(rows: "Sequence[Row]", at: int, verb: int) -> bool:
    row = rows[at]
    return row.head == verb and row.label in {"nsubj", "nsubjpass"} and row.part_of_speech == "NOUN"


def _ends_with_mark(rows: "Sequence[Row]", subject: int, verb: int) -> bool:
    """Tell whether a comma or dash parts a subject from its verb."""
    between = [at for at in range(subject + 1, verb) if not is_below(rows, at, subject)]
    return bool(between) and rows[between[0]].text in _MARKS and rows[between[0]].label == "punct"


def hang_state(rows: "Sequence[Row]", position: int) -> None:
    """Hang what is said of what "with" leads to on that: "with the isle *under* X's control"."""
    row = rows[position]
    opening = rows[row.head]
    is_state = row.label == "prep" and row.text in _STATES
    if not is_state or row.head > position or opening.text.lower() != "with":
        return
    goals = (at for at in range(position - 1, row.head, -1) if rows[at].head == row.head)
    goal = next((at for at in goals if rows[at].label == "pobj"), None)
    if goal is not None and position - row.head <= _MAX_STATE:
        row.head = goal


def join_objects(rows: "Sequence[Row]", position: int) -> None:
    """Join a second object to the first that the model hung on the preposition: "after losing X and *part* of Y"."""
    row = rows[position]
    if row.label != "pobj" or row.head > position:
        return
    verb = next((at for at in range(row.head + 1, position) if _is_object_of(rows, at, row.head)), None)
    if verb is None or rows[verb].tag != "VBG":
        return
    below = [at for at in range(verb + 1, position) if rows[at].head == verb]
    things = [at for at in below if rows[at].label == "dobj"]
    if things and any(rows[at].label == "cc" and at > things[-1] for at in below):
        row.head, row.label = things[-1], "conj"


def _is_object_of(rows: "Sequence[Row]", at: int, preposition: int) -> bool:
    return rows[at].label == "pcomp" and rows[at].head == preposition
