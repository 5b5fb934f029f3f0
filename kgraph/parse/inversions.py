"""What stands in another order than the model expects: a subject behind its verb, who gets something before it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.parse.plan import Row

__all__ = ["turn_inverted"]

_SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_MAX_PHRASE = 40  # words on either side that are looked at


def turn_inverted(rows: "Sequence[Row]", position: int) -> None:
    """Give what stands out of order its place beside a word, be that "is" or "back"."""
    row = rows[position]
    if row.lemma == "be":
        _take_for_subject(rows, position)
    elif row.text == "back" and row.label in {"advmod", "prep", "prt"}:
        _give_back(rows, position)


def _take_for_subject(rows: "Sequence[Row]", position: int) -> None:
    """Make what the model took for said of nobody the subject: "Also claimed by X are *the islets*".

    So in "Among the claimants is *X*", "Under Turkish control is *the north*".
    """
    copula = rows[position]
    first, end = max(0, position - _MAX_PHRASE), min(len(rows), position + _MAX_PHRASE)
    behind = (at for at in range(position + 1, end) if rows[at].head == position and rows[at].label == "attr")
    subject = next(behind, None)
    if subject is None or rows[subject].part_of_speech not in _NOMINAL:
        return
    if copula.label in {"aux", "auxpass"} and copula.head < position:
        verb, role = copula.head, "nsubjpass" if copula.label == "auxpass" else "nsubj"
    elif any(r.head == position and r.label == "prep" for r in rows[first:position]):
        verb, role = position, "nsubj"
    else:
        return
    if not any(r.head in {verb, position} and r.label in _SUBJECTS for r in rows[first:subject]):
        rows[subject].head, rows[subject].label = verb, role


def _give_back(rows: "Sequence[Row]", position: int) -> None:
    """Part who gets something from what it gets: "gave *Egypt* back the Sinai"."""
    row = rows[position]
    verb = row.head
    after = rows[position + 1 : position + _MAX_PHRASE]
    given = next((r for r in after if r.head == position and r.label == "pobj"), None)
    before = [
        r
        for r in rows[max(verb + 1, position - _MAX_PHRASE) : position]
        if r.head == verb and r.label == "dobj"
    ]
    if given is None or len(before) != 1 or rows[verb].part_of_speech != "VERB":
        return
    before[0].label = "dative"
    given.head, given.label = verb, "dobj"
    row.label = "advmod"
