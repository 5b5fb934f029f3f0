"""Deeds that a sentence puts last: "*what* X *did was to annex* Y" says that X annexed Y."""

from collections.abc import Sequence
from dataclasses import dataclass

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import HELPING, Row, climb, phrase_start

__all__ = ["tell_what_is_aimed_at", "tell_what_was_done"]

_DOING = frozenset({"did", "do", "does", "doing", "done"})
# What is done is told of these as it is of "what": "*all that* X did was", "the first *thing* X did was".
_ANNOUNCING = frozenset({"act", "all", "move", "step", "thing"})
_RELATIVE = frozenset({"that", "which"})
_OPENING = frozenset({"all", "what"})
_CLAUSE = frozenset({"csubj", "csubjpass"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_DEED_TAGS = frozenset({"NN", "VB", "VBG", "VBP"})  # a noun where it looks like one: "was *rule* for X"
_DEED_LABELS = frozenset({"acomp", "attr", "ccomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What a deed is told by: "*what* X *did was* to *annex*"; where "is" helps the deed, that is the main verb."""

    announcing: int  # "what", "all", "thing"
    clause: int  # the verb of the clause about it, "wants" in "what X wants to do"
    doing: int
    main: int
    deed: int


@repair(labels={"csubj", "csubjpass", "relcl", "xcomp"}, words=_DOING)
def tell_what_was_done(rows: Sequence[Row], position: int) -> None:
    """Put a deed in the place of the "do" that announces it, with its subject, negation and time.

    Who wants to do it or can do it does so of the deed: "what X *wants* to do is *annex* Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the form of "do".
    """
    told = _told(rows, position)
    if told is None:
        return
    top = told.deed if told.clause == position else told.clause
    doing, deed, main = rows[position], rows[told.deed], rows[told.main]
    head, label = (top if main.head == told.main else main.head), main.label
    for at, row in enumerate(rows):
        if row.head == position and at not in {position, told.announcing}:
            row.head = told.deed
        elif row.head == told.main != told.deed:
            row.head = top
    if top != told.deed:
        deed.head, deed.label = doing.head, doing.label
    deed.tag, deed.part_of_speech, deed.morph = doing.tag, "VERB", doing.morph
    rows[top].head, rows[top].label = head, label
    for at in range(told.announcing, told.deed):
        is_left = rows[at].text.lower() in _RELATIVE and rows[at].label == "dobj"
        if at in {told.announcing, position} or is_left or _leads_to_deed(rows, at, told):
            _silence(rows[at], told.deed)


@repair(labels={"xcomp"}, tags={"VB"})
def tell_what_is_aimed_at(rows: Sequence[Row], position: int) -> None:
    """Hang an infinitive on the aim or wish it tells: "X's *aim* is *to annex* Y", "what X *wants* is *to annex* Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the infinitive.
    """
    copula = rows[position].head
    if copula > position or not _is_form_of_be(rows[copula]):
        return
    aim = next(
        (at for at in range(copula) if rows[at].head == copula and rows[at].label in _SUBJECT | _CLAUSE), None
    )
    if aim is None:
        return
    cues, row = load_cues(), rows[aim]
    is_wish = row.label in _CLAUSE and row.lemma in cues.possibility_verbs | cues.possibility_wishes
    is_aim = row.label in _SUBJECT and row.lemma in cues.support_aims & cues.possibility_nouns
    opening = phrase_start(rows, aim)
    if is_wish and rows[opening].text.lower() in _OPENING:
        rows[position].head = aim
        _silence(rows[opening], position)
    elif is_aim:
        rows[position].head, rows[position].label = aim, "acl"
    else:
        return
    for denial in rows[copula + 1 : position]:
        if denial.head == copula and denial.label == "neg":
            denial.head = position


def _told(rows: Sequence[Row], doing: int) -> _Told | None:
    """Look for what "do" announces, behind it and a form of "be"."""
    clause = climb(rows, doing, lambda row: row.label == "xcomp")
    noun = rows[clause].head
    if rows[clause].label in _CLAUSE:
        announcing, main = phrase_start(rows, clause), noun
        if rows[announcing].text.lower() not in _OPENING:
            return None
    elif rows[clause].label == "relcl" and rows[noun].label in _SUBJECT and rows[noun].lemma in _ANNOUNCING:
        announcing, main = noun, rows[noun].head
    else:
        return None
    deed = _deed(rows, main, doing)
    return _Told(announcing, clause, doing, main, deed) if deed is not None else None


def _deed(rows: Sequence[Row], main: int, doing: int) -> int | None:
    """Give what is said to be done: "was to *annex*", "is *claiming*"; nothing where "be" leads to another thing."""
    if main < doing:
        return None
    is_helped = any(r.lemma == "be" and r.head == main and r.label in HELPING for r in rows[doing:main])
    if is_helped and (rows[main].tag == "VBG" or _is_bare(rows[main])):
        return main
    behind = range(main + 1, len(rows))
    at = next((at for at in behind if rows[at].head == main and rows[at].label in _DEED_LABELS), None)
    if at is None or not _is_form_of_be(rows[main]) or rows[at].tag not in _DEED_TAGS:
        return None
    has_own_words = any(r.head == at and r.label not in {"advmod", "aux"} for r in rows[main:at])
    return None if has_own_words else at


def _is_bare(row: Row) -> bool:
    """Tell whether a verb is in its base form, whatever the model took it for: "all it did is *suspend* X"."""
    return row.tag in {"VB", "VBN", "VBP"} and row.text == row.lemma


def _is_form_of_be(row: Row) -> bool:
    return row.lemma == "be" and row.part_of_speech in {"AUX", "VERB"}


def _leads_to_deed(rows: Sequence[Row], at: int, told: _Told) -> bool:
    """Tell whether a word between "do" and the deed leads to that: "was", "to"."""
    is_helping = rows[at].head == told.deed and rows[at].label in HELPING
    return at > told.doing and (at == told.main or is_helping)


def _silence(row: Row, deed: int) -> None:
    """Let a word say nothing more."""
    row.head, row.label, row.tag, row.part_of_speech = deed, "dep", "XX", "X"
