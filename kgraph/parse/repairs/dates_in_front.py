"""Dates before a clause into which the model took that, or its subject: "*In* 1974 Turkish troops invaded Cyprus"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    NOUN_SUBJECT,
    PAST,
    PAST_OR_PRESENT,
    Row,
    be_subject,
    has_passive,
    is_below,
    read_as_past,
)
from kgraph.times import is_year

__all__ = ["free_from_date", "free_from_year", "free_subject_from_year"]

_RELATIVE = frozenset({"that", "when", "where", "which", "who", "whose"})
_DATED = frozenset({"day", "decade", "month", "spring", "summer", "autumn", "week", "winter", "year"})


@repair(labels={"ROOT"}, tags={"IN"})
def free_from_date(rows: Sequence[Row], position: int) -> None:
    """Free the clause that the model took into a date before it: "*On* 26 August of that year Moscow recognised both".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what opens the date.
    """
    behind = range(position + 1, len(rows))
    verb = next((at for at in behind if rows[at].label == "relcl" and is_below(rows, at, position)), None)
    if verb is None or position or rows[verb].tag not in PAST_OR_PRESENT:
        return
    when = rows[verb].head
    own = [at for at in range(when + 1, verb) if rows[at].head == verb]
    is_clause = any(rows[at].label in NOUN_SUBJECT for at in own)
    is_relative = any(row.text in _RELATIVE for row in rows[when + 1 : verb])
    if not is_clause or is_relative or rows[when].text not in _DATED:
        return
    rows[verb].head, rows[verb].label = verb, "ROOT"
    rows[position].head, rows[position].label = verb, "prep"
    for other in rows[verb + 1 :]:
        if other.head == position:
            other.head = verb


@repair(labels={"ROOT"}, tags={"IN"})
def free_from_year(rows: Sequence[Row], position: int) -> None:
    """Free the clause that the model took into a year before it: "*In* 1974 Turkish troops invaded Cyprus, which".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what opens the year.
    """
    opening, year = rows[position], position + 1
    if year >= len(rows) or rows[year].label != "nummod" or not is_year(rows[year].text):
        return
    noun = rows[year].head
    if noun < year or rows[noun].head != position or rows[noun].label != "pobj":
        return
    behind = range(noun + 1, len(rows))
    verb = next((at for at in behind if rows[at].head == noun and rows[at].label == "acl"), None)
    if verb is None or rows[verb].tag not in PAST:
        return
    is_passive = has_passive(rows, verb, slice(noun, verb))
    if not is_passive:
        if any(other.head == verb and other.label == "agent" for other in rows[verb:]):
            return
        read_as_past(rows[verb])
    rows[year].head, rows[year].label = position, "pobj"
    rows[verb].head, rows[verb].label = verb, "ROOT"
    opening.head, opening.label = verb, "prep"
    be_subject(rows, noun, verb, is_passive=is_passive)
    for other in rows[verb + 1 :]:
        if other.head == position:
            other.head = verb


@repair(labels={"prep"}, tags={"IN"})
def free_subject_from_year(rows: Sequence[Row], position: int) -> None:
    """Free the subject that the model took into a year before it: "In 2019 *Jordan* regained control of Baqura".

    A year counts nobody: so it is with several, "In 1836 *settlers* broke with Mexico", also where they stand right.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what opens the year.
    """
    verb, year = rows[position].head, position + 1
    if year >= len(rows) or rows[year].label != "nummod" or not is_year(rows[year].text):
        return
    noun = rows[year].head
    if noun > year and rows[noun].label in NOUN_SUBJECT and all(row.head != position for row in rows):
        rows[year].head, rows[year].label = position, "pobj"
        return
    is_taken_in = year < noun < verb and rows[noun].head == position and rows[noun].label == "pobj"
    is_one_or_several = rows[noun].part_of_speech == "PROPN" or rows[noun].tag == "NNS"
    if not is_taken_in or not is_one_or_several or rows[verb].tag not in PAST_OR_PRESENT:
        return
    if any(row.head == verb and row.label in ANY_SUBJECT for row in rows):
        return
    rows[year].head, rows[year].label = position, "pobj"
    be_subject(rows, noun, verb, is_passive=has_passive(rows, verb, slice(noun, verb)))
