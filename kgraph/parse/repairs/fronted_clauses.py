"""A clause in front whose verb the model took for a participle: "Although *the last troops left*, the town is"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, Row, be_subject, read_as_past

__all__ = ["give_verb_in_front"]

_OPENING = frozenset({"after", "although", "as", "before", "since", "though", "when", "while"})


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
