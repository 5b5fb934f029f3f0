"""A clause in front that the model took for a participle of a noun, or for what is said.

"Although *the last troops left*, the town is", "In the war - *fought against Peru* - Chile gained a province".
"""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    HELPING,
    INSERTION_MARKS,
    NOUN_SUBJECT,
    Row,
    be_subject,
    read_as_past,
)

__all__ = ["give_verb_in_front", "tell_besides_in_front"]

_OPENING = frozenset({"after", "although", "as", "before", "since", "though", "when", "while"})
_WAGED = frozenset({"fight", "wage"})


@repair(labels={"acl"}, tags={"VBD", "VBN"})
def give_verb_in_front(rows: Sequence[Row], position: int) -> None:
    """Give the clause in front its verb, where the main verb has another subject behind a comma.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what the model took for a participle of the first subject.
    """
    row, first = rows[position], rows[position].head
    verb = rows[first].head
    if rows[first].label not in NOUN_SUBJECT or not first < position < verb:
        return
    of_verb = [at for at in range(verb) if rows[at].head == verb]
    opening = next((at for at in of_verb if at < first and rows[at].text.lower() in _OPENING), None)
    second = next((at for at in of_verb if at > position and rows[at].label in NOUN_SUBJECT), None)
    if opening is None or second is None or not any(r.text == "," for r in rows[position:second]):
        return
    row.head, row.label = verb, "advcl"
    read_as_past(row)
    be_subject(rows, first, position, is_passive=False)
    rows[opening].head, rows[opening].label = position, "mark"


@repair(labels={"ccomp"}, tags={"VBD", "VBN"})
def tell_besides_in_front(rows: Sequence[Row], position: int) -> None:
    """Let who acts in the main clause wage the war told of before it: "In the war - *fought with Peru* - Chile lost".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle, which the model took for what the main verb tells.
    """
    row = rows[position]
    is_parted = position > 0 and rows[position - 1].text in INSERTION_MARKS
    below = {r.label for r in rows if r.head == position}
    if row.lemma not in _WAGED or not is_parted or not below.isdisjoint(ANY_SUBJECT | HELPING):
        return
    behind = range(position + 1, row.head)
    subject = next((at for at in behind if rows[at].head == row.head and rows[at].label in NOUN_SUBJECT), 0)
    if any(r.text in INSERTION_MARKS for r in rows[position:subject]):
        row.label = "advcl"
