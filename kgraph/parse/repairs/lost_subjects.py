"""Finite verbs without a subject, where the model took the subject for a part of what stands before the clause.

"After the defeat of Napoleon, *the Congress* of Vienna awarded Genoa to Piedmont": nouns on both sides of a comma look
like a list or an apposition.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    CLAUSE_ENDS,
    FINITE,
    NOUNS,
    OF_VERB,
    PAST_OR_PRESENT,
    Row,
    be_subject,
    climb,
    has_passive,
    is_below,
    is_helped,
    phrase_start,
    read_as_past,
)

__all__ = ["find_lost_subject"]

_CLAUSES = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj", "dep"})
_WITHOUT_SUBJECT = _CLAUSES - {"acl", "conj"}  # where a comma stands before the subject
_OPENING = frozenset({"after", "as", "before", "since", "until"})  # a phrase or a clause
_TURNED = frozenset({"acomp", "attr"})  # before a verb: "*First* was the treaty"
_NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})
_BESIDE = frozenset({"appos", "conj"})
_MISTAKEN = _BESIDE | {"compound", "dobj", "nmod", "npadvmod", "pobj"}
_JOINING = frozenset({"and", "but", "or"})
_ASIDES = frozenset({"along", "as", "in", "like", "on", "together", "unlike"})
_ASIDE_TAGS = frozenset({"RB", "VBG", "VBN", "WDT", "WP"})
_STRAYED = frozenset({"appos", "conj", "dep", "npadvmod"})  # what becomes of a subject
_BETWEEN = OF_VERB | {"prep", "punct"}  # a subject and its verb
_MAX_FRONTED = 60  # words before a verb
_MAX_PHRASE = 25  # words of a subject with all that is said of it
_MAX_BEHIND = 8  # words behind a verb among which a subject would be


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb, where its words begin, and where its sentence does, as far as is looked."""

    verb: int
    first: int
    start: int
    is_passive: bool


@repair(labels=_CLAUSES)
def find_lost_subject(rows: Sequence[Row], position: int) -> None:
    """Give a finite verb its subject back: what stands between the last comma and the verb.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb.
    """
    row = rows[position]
    if row.part_of_speech not in {"AUX", "VERB"}:
        return
    clause = _clause_without_subject(rows, position) if row.label in _WITHOUT_SUBJECT else None
    phrase = _phrase_before(rows, clause) if clause is not None else None
    if clause is not None and phrase is not None:
        _hang_phrase(rows, clause, phrase)
    _find_before_phrases(rows, position)
    _find_behind_opening(rows, position)


def _clause_without_subject(rows: Sequence[Row], verb: int) -> _Clause | None:
    """Look around a verb; None where it is not finite or needs no subject."""
    start = first = verb
    below = [rows[verb]]
    while start and verb - start < _MAX_FRONTED and rows[start - 1].text not in CLAUSE_ENDS:
        start -= 1
        before = rows[start]
        if before.head != verb:
            continue
        if before.label in ANY_SUBJECT | _TURNED:
            return None
        if start == first - 1 and before.label in OF_VERB:
            below.append(before)
            first = start
    behind = rows[verb + 1 : verb + 1 + _MAX_BEHIND]
    has_subject = any(row.head == verb and row.label in ANY_SUBJECT for row in behind)
    if has_subject or not any(row.tag in FINITE for row in below):
        return None
    return _Clause(verb, first, start, any(row.label == "auxpass" for row in below))


def _phrase_before(rows: Sequence[Row], clause: _Clause) -> range | None:
    """Give the words between the last comma and a verb; a remark between commas right before the verb is left out."""
    end = clause.first
    if rows[end - 1].text == ",":
        opens = _comma_before(rows, end - 1, clause.start)
        if opens is None or rows[clause.verb].label != "ROOT" or not _is_aside(rows[opens + 1]):
            return None
        end = opens
    comma = _comma_before(rows, end, clause.start)
    while comma is not None and rows[comma + 1].text in _JOINING:  # "..., X, Y, and Z signed"
        comma = _comma_before(rows, comma, clause.start)
    is_phrase = comma is not None and 0 < end - comma - 1 <= _MAX_PHRASE
    return range(comma + 1, end) if comma is not None and is_phrase else None


def _comma_before(rows: Sequence[Row], end: int, start: int) -> int | None:
    return next((at for at in range(end - 1, start, -1) if rows[at].text == ","), None)


def _is_aside(row: Row) -> bool:
    return row.tag in _ASIDE_TAGS or row.text.lower() in _ASIDES


def _hang_phrase(rows: Sequence[Row], clause: _Clause, phrase: range) -> None:
    """Hang a noun phrase on the verb behind it, and what the model hung on its noun where that one stood itself."""
    strays = [at for at in phrase if rows[at].head not in phrase and rows[at].label != "punct"]
    nouns = [at for at in strays if rows[at].part_of_speech in _NOMINAL and rows[at].label in _MISTAKEN]
    if not nouns or any(rows[at].tag in FINITE for at in phrase):
        return
    # "to Taiwan, *U.S.* and PRC *officials* were": the model made one phrase of both sides
    noun = next((at for at in nouns if rows[at].label not in _BESIDE), nouns[0])
    _take_place(rows, noun, range(clause.start, phrase.start))
    for at in strays:
        if at != noun:
            rows[at].head = noun
            rows[at].label = "nmod" if at < noun else rows[at].label
    be_subject(rows, noun, clause.verb, is_passive=clause.is_passive)


def _take_place(rows: Sequence[Row], noun: int, before: range) -> None:
    """Put what stands before a phrase but hangs on its noun where the noun hangs."""
    outside = [at for at in before if rows[at].head == noun and rows[at].label != "punct"]
    for at in outside:
        rows[at].head = outside[-1]
    if outside:
        rows[outside[-1]].head, rows[outside[-1]].label = rows[noun].head, rows[noun].label


def _find_before_phrases(rows: Sequence[Row], verb: int) -> None:
    """Give a sentence's verb its subject from further off: "seizing the isle, *Beijing* in the end left half"."""
    if rows[verb].label != "ROOT" or verb > _MAX_FRONTED or not _may_be_finite(rows, verb):
        return
    if any(row.head == verb and row.label in ANY_SUBJECT for row in rows):
        return
    if any(row.head == verb and row.label in _TURNED for row in rows[:verb]):
        return
    noun = next((at for at in range(verb - 1, -1, -1) if _is_strayed(rows, at, verb)), None)
    while noun is not None and _is_strayed(rows, rows[noun].head, verb):
        noun = rows[noun].head
    if noun is None:
        return
    if rows[verb].tag == "VBN" and not is_helped(rows, verb):
        read_as_past(rows[verb])  # "Beijing in the end *settled* for half"
    for row in rows[noun:verb]:
        if row.label == "relcl" and row.head == rows[noun].head:
            row.head = noun
    be_subject(rows, noun, verb, is_passive=has_passive(rows, verb, slice(noun, verb)))


def _may_be_finite(rows: Sequence[Row], verb: int) -> bool:
    """Tell whether a verb is finite, or a participle that may be: "by" would tell who does it to somebody."""
    if rows[verb].tag == "VBN":
        return is_helped(rows, verb) or not any(r.head == verb and r.label == "agent" for r in rows)
    return rows[verb].tag in FINITE or is_helped(rows, verb)


def _is_strayed(rows: Sequence[Row], noun: int, verb: int) -> bool:
    """Tell whether a noun opens behind a comma, and nothing but what belongs to it parts it from the verb."""
    row = rows[noun]
    if row.label not in _STRAYED or row.part_of_speech not in NOUNS or row.head >= noun:
        return False
    first = phrase_start(rows, noun)
    if not first or not (rows[first - 1].text == "," or _is_in_opening(rows, noun, verb)):
        return False
    relatives = [
        at for at in range(noun + 1, verb) if rows[at].label == "relcl" and rows[at].head == row.head
    ]
    own = [
        noun,
        *(at for at in relatives if rows[noun + 1].text == ","),
    ]  # "on May Day, *X*, *which held Y*, left"
    return all(
        any(is_below(rows, at, above) for above in own)
        or _is_mark_of(rows, at, row.head)
        or _is_inserted(rows, at, noun)
        for at in range(noun + 1, verb)
    )


def _is_in_opening(rows: Sequence[Row], noun: int, verb: int) -> bool:
    """Tell whether a noun is apposed to one of the phrase that opens a sentence: "Under the treaty *Mali* gains"."""
    at = rows[noun].head
    while rows[noun].label == "appos" and rows[at].label in {"pobj", "prep"}:
        if rows[at].head == verb:
            return at == 0
        at = rows[at].head
    return False


def _is_mark_of(rows: Sequence[Row], at: int, noun: int) -> bool:
    return rows[at].label == "punct" and rows[at].head == noun


def _find_behind_opening(rows: Sequence[Row], verb: int) -> None:
    """Give a verb the subject taken for a phrase: "fell *as Peru*, which had it, left", "rose and *a patrol* fired"."""
    row = rows[verb]
    is_finite = row.tag in PAST_OR_PRESENT or is_helped(rows, verb)
    if row.label == "ROOT" or not is_finite or any(r.head == verb and r.label in ANY_SUBJECT for r in rows):
        return
    noun = _noun_before(rows, verb)
    if noun is None:
        return
    opening = rows[noun].head
    above = opening
    if rows[noun].label == "pobj":
        above = rows[opening].head if rows[opening].head != verb else row.head
    if row.head not in {above, noun} or (row.label == "acl" and not _may_be_past(rows, verb, noun)):
        return
    inside = [at for at in range(noun + 1, verb) if rows[at].head == above]
    strays = [at for at in inside if rows[at].label == "prep" or _is_participle_inserted(rows, at)]
    if not all(_belongs(rows, at, noun, verb, strays) for at in range(noun + 1, verb)):
        return
    for at in strays:
        rows[at].head = noun
        rows[at].label = "prep" if rows[at].label == "prep" else "acl"
    for at in range(opening + 1, noun):  # "and *two years later* the panel found"
        if rows[at].head == noun and rows[at].label == "advmod" and rows[at + 1].tag == "DT":
            rows[at].head = verb
    row.head, row.label = above, "conj" if opening == above else "advcl"
    if opening != above:
        rows[opening].head, rows[opening].label = verb, "mark"
    be_subject(rows, noun, verb, is_passive=has_passive(rows, verb, slice(noun, verb)))


def _is_participle_inserted(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a participle says more of a subject behind a comma: "and the panel, *sitting* in Geneva, found"."""
    return rows[at].label == "advcl" and rows[at].tag in {"VBG", "VBN"} and rows[at - 1].text == ","


def _noun_before(rows: Sequence[Row], verb: int) -> int | None:
    """Give the nearest noun before a verb that stands behind what may open a clause, or that "and" joins to a verb."""
    for at in range(verb - 1, max(-1, verb - _MAX_FRONTED), -1):
        row = rows[at]
        if row.text in CLAUSE_ENDS:
            return None
        if row.head >= at or row.part_of_speech not in _NOMINAL:
            continue
        if row.label == "pobj" and rows[row.head].text.lower() in _OPENING:
            return at
        if row.label == "conj" and rows[row.head].part_of_speech == "VERB":
            return at
    return None


def _may_be_past(rows: Sequence[Row], verb: int, noun: int) -> bool:
    """Tell whether a verb is no participle behind its noun: "fell as a patrol *fired* on a boat"."""
    below = {row.label for row in rows[verb + 1 :] if row.head == verb}
    is_open = rows[noun].label == "conj" or rows[rows[noun].head].text.lower() == "as" or "dobj" in below
    return rows[verb].tag in PAST_OR_PRESENT and "agent" not in below and is_open


def _belongs(rows: Sequence[Row], at: int, noun: int, verb: int, strays: Sequence[int]) -> bool:
    """Tell whether a word between a noun and a verb says more of one of them; a comma alone parts the two."""
    row = rows[at]
    if row.label == "punct":
        return row.text != "," or sum(r.text == "," for r in rows[noun:verb]) > 1
    is_of_verb = row.head == verb and row.label in _BETWEEN
    return is_of_verb or any(is_below(rows, at, above) for above in (noun, *strays))


def _is_inserted(rows: Sequence[Row], at: int, noun: int) -> bool:
    """Tell whether a word stands between a subject and its verb, or in a phrase there: "X *in the end* left"."""
    at = climb(rows, at, lambda row: row.head > noun and row.label not in _BETWEEN)
    return rows[at].label in _BETWEEN
