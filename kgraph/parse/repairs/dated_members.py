"""What became of several things at times of their own: "A was ceded to X in 1864, *B in 1881* and *C in 1913*"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, NOUNS, Row, clause_verb, has_passive
from kgraph.times import MONTHS, is_year

__all__ = ["join_dated"]

_BEFORE_DATES = frozenset({"by", "in", "on"})
_STRAY = frozenset({"appos", "attr", "conj", "dep", "dobj", "npadvmod"})
_IN_PHRASE = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_MAX_BACK = 4  # words of a date before its last: "on 25 November , 2020"


@repair(labels={"prep"}, words=_BEFORE_DATES)
def join_dated(rows: Sequence[Row], position: int) -> None:
    """Join what stands before a date to the first thing that was handed over: "A was ceded to X in 1982, *B* in 1989".

    Behind a mere "and" it may as well be who got A next.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the preposition of the date.
    """
    if not _is_date(rows, position + 1):
        return
    start = position
    while start and (rows[start - 1].part_of_speech in _IN_PHRASE or rows[start - 1].text == "of"):
        start -= 1
    tops = [at for at in range(start, position) if not start <= rows[at].head < position]
    before = _before_joining(rows, start)
    date = _preposition_of_date(rows, before) if before is not None else None
    if len(tops) != 1 or before is None or date is None:
        return
    thing, first = rows[tops[0]], _first_thing(rows, date, is_listed=rows[before + 1].text == ",")
    if first is None or thing.label not in _STRAY or thing.part_of_speech not in NOUNS:
        return
    if thing.label == "conj" and _is_name_led_to(rows[thing.head]):  # "ceded to X in 1763 and *Y* in 1783"
        return
    thing.head, thing.label, rows[position].head = first, "conj", tops[0]


def _is_name_led_to(row: Row) -> bool:
    return row.label == "pobj" and row.part_of_speech == "PROPN" and row.text not in MONTHS


def _is_date(rows: Sequence[Row], at: int) -> bool:
    words = [row.text for row in rows[at : at + 2]]
    return any(is_year(word) for word in words[:1]) or any(word in MONTHS for word in words)


def _before_joining(rows: Sequence[Row], start: int) -> int | None:
    """Give the place before the comma, the "and" or both that stand before a phrase."""
    before = start - 1
    while before > 0 and rows[before].text in {",", "and"}:
        before -= 1
    return before if 0 < before < start - 1 else None


def _preposition_of_date(rows: Sequence[Row], last: int) -> int | None:
    """Give the preposition of the date that ends in a word."""
    for at in range(last - 1, max(-1, last - 1 - _MAX_BACK), -1):
        if rows[at].text in _BEFORE_DATES:
            return at if _is_date(rows, at + 1) else None
    return None


def _first_thing(rows: Sequence[Row], date: int, *, is_listed: bool) -> int | None:
    """Give the thing of the first date: that joined before, or the subject of who handed it "to" somebody."""
    verb = rows[date].head
    if rows[verb].label == "conj" and rows[verb].part_of_speech in NOUNS:
        return rows[verb].head
    is_to = any(
        row.head == verb and row.text == "to" and row.label in {"dative", "prep"} for row in rows[verb:date]
    )
    if not is_to or not is_listed or not has_passive(rows, verb, slice(0, verb)):
        return None
    clause = clause_verb(rows, verb)
    return next(
        (at for at in range(clause) if rows[at].head == clause and rows[at].label in NOUN_SUBJECT), None
    )
