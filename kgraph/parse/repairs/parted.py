"""What a time or a report parts from its verb: "kept *in 1921* the hills", "X, *the minister said*, left the town"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    COMPLEMENTS,
    FINITE,
    HELPING,
    NOUNS,
    OF_VERB,
    PAST_OR_PRESENT,
    Row,
    be_subject,
    read_as_past,
)
from kgraph.times import WEEKDAYS, is_year

__all__ = ["join_over_report", "join_over_time"]

_STRAYED = frozenset(
    {"advcl", "ccomp", "dep", "npadvmod", "nsubj"}
)  # what becomes of a subject before a report
_MAYBE_FINITE = PAST_OR_PRESENT | {"VBN"}
_MAX_PHRASE = 12  # words from a time to the noun behind it
_MAX_REPORT = 30  # words from the subject to its verb


@repair(labels={"compound", "nummod"})
def join_over_time(rows: Sequence[Row], position: int) -> None:
    """Give a verb the object that the model hung below a year or day: "backed in 2012 *Argentina's claim*"."""
    time = rows[position]
    is_time = is_year(time.text) or time.text.lower() in WEEKDAYS
    if not is_time or not position or time.head < position:
        return
    preposition = position - 1
    behind = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    noun = next((at for at in behind if rows[at].head == preposition and rows[at].label == "pobj"), None)
    if noun is None or rows[preposition].text.lower() not in {"in", "on", "since"}:
        return
    is_named = rows[noun].part_of_speech == "PROPN" or any(
        rows[at].head == noun and rows[at].label in {"det", "poss"} for at in range(position + 1, noun)
    )
    verb = rows[preposition].head
    is_open = not any(r.head == verb and r.label in COMPLEMENTS for r in rows[verb : noun + _MAX_PHRASE])
    if is_named and is_open and verb < preposition and rows[verb].part_of_speech == "VERB":
        time.head, time.label = preposition, "pobj"
        rows[noun].head, rows[noun].label = verb, "dobj"


@repair()
def join_over_report(rows: Sequence[Row], position: int) -> None:
    """Give a verb the subject that a report parts from it: "*X*, the minister said on Friday, took the town"."""
    row = rows[position]
    report = _report_before(rows, position) if row.part_of_speech == "VERB" else None
    if report is None:
        return
    first = max(0, report - _MAX_REPORT)
    if any(r.head == position and r.label in ANY_SUBJECT for r in rows[report:position]):
        return
    helping = [r for r in rows[report:position] if r.head == position and r.label in HELPING]
    if not (any(r.tag in FINITE for r in helping) if helping else row.tag in _MAYBE_FINITE):
        return
    opening = position - 1
    while opening > report and rows[opening].head == position and rows[opening].label in OF_VERB:
        opening -= 1
    speaker = next((at for at in range(report - 1, first, -1) if _is_subject(rows, at, report)), None)
    if speaker is None or rows[opening].text != ",":
        return
    strayed = (at for at in range(speaker - 1, first - 1, -1) if rows[at].head == report)
    subject = next(
        (at for at in strayed if rows[at].label in _STRAYED and rows[at].part_of_speech in NOUNS), None
    )
    if subject is not None and any(r.text == "," for r in rows[subject:speaker]):
        is_passive = any(r.label == "auxpass" for r in helping)
        be_subject(rows, subject, position, is_passive=is_passive)
        if row.tag == "VBN" and not helping:
            read_as_past(row)


def _report_before(rows: Sequence[Row], position: int) -> int | None:
    """Give the verb of a report that a verb is the content of, or that the model hung on it."""
    near = range(position - 1, max(-1, position - _MAX_REPORT), -1)
    if rows[position].label in {"advcl", "ccomp", "conj", "dep"}:
        found = rows[position].head if rows[position].head in near else None
    else:
        found = next((at for at in near if rows[at].head == position and rows[at].label == "parataxis"), None)
    is_report = found is not None and rows[found].lemma in load_cues().reporting_verbs
    return found if is_report else None


def _is_subject(rows: Sequence[Row], at: int, verb: int) -> bool:
    return rows[at].head == verb and rows[at].label == "nsubj"
