"""What stands in another order than the model expects: a subject behind its verb, who gets something before it."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import COMPLEMENTS, HELPING, NOUNS, PAST_OR_PRESENT, Row, be_subject

__all__ = ["turn_inverted"]

_SUBJECTS = frozenset({"csubj", "expl", "nsubj", "nsubjpass"})
_PARTED = frozenset({"appos", "dep", "npadvmod"})  # what becomes of an object behind an insertion
_INSERTED = frozenset({"prep", "advmod", "npadvmod", "advcl"})
_MAX_CLIMB = 4  # from a noun in an insertion to the verb
_MAX_PHRASE = 40  # words on either side that are looked at


@repair()
def turn_inverted(rows: Sequence[Row], position: int) -> None:
    """Give a word that stands out of order, or what stands so beside "is" or "back", its place."""
    row = rows[position]
    if row.label in _PARTED and row.part_of_speech in NOUNS:
        _take_for_object(rows, position)
    elif row.lemma == "be":
        _take_for_subject(rows, position)
    elif row.text == "back" and row.label in {"advmod", "prep", "prt"}:
        _give_back(rows, position)


def _take_for_subject(rows: Sequence[Row], position: int) -> None:
    """Make what the model took for said of nobody the subject: "Also claimed by X are *the islets*".

    So in "Among the claimants is *X*", "Under Turkish control is *the north*".
    """
    copula = rows[position]
    first, end = max(0, position - _MAX_PHRASE), min(len(rows), position + _MAX_PHRASE)
    behind = (at for at in range(position + 1, end) if rows[at].head == position and rows[at].label == "attr")
    subject = next(behind, None)
    if subject is None or rows[subject].part_of_speech not in NOUNS:
        return
    if copula.label in HELPING and copula.head < position:
        verb, is_passive = copula.head, copula.label == "auxpass"
    elif any(r.head == position and r.label == "prep" for r in rows[first:position]):
        verb, is_passive = position, False
    else:
        return
    if not any(r.head in {verb, position} and r.label in _SUBJECTS for r in rows[first:subject]):
        be_subject(rows, subject, verb, is_passive=is_passive)


def _take_for_object(rows: Sequence[Row], position: int) -> None:
    """Give a verb the object that an insertion parts it from: "demanded, in a note of May, *the return* of X"."""
    verb = _verb_above(rows, position)
    row = rows[verb]
    if (
        not verb + 3 < position <= verb + _MAX_PHRASE
        or row.tag not in PAST_OR_PRESENT
        or rows[verb + 1].text != ","
    ):
        return
    first = position
    while first > verb + 3 and rows[first - 1].head == position:
        first -= 1
    inserted = rows[verb + 2]
    is_inserted = rows[first - 1].text == "," and inserted.head == verb and inserted.label in _INSERTED
    if is_inserted and not any(r.head == verb and r.label in COMPLEMENTS for r in rows[verb:position]):
        rows[position].head, rows[position].label = verb, "dobj"


def _verb_above(rows: Sequence[Row], position: int) -> int:
    """Give the verb of which a noun may be the object: above what was inserted, or of the subject, that it hangs on."""
    above = rows[position].head
    if rows[above].label in _SUBJECTS:
        return rows[above].head
    for _ in range(_MAX_CLIMB):
        if rows[above].label not in {"pobj", "prep"} or above > position:
            break
        above = rows[above].head
    return above


def _give_back(rows: Sequence[Row], position: int) -> None:
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
