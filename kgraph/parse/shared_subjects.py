"""Verbs that several share with "all", or that go on with a sentence: "fights rebels and *controls* the port"."""

from collections.abc import Sequence

from kgraph.parse.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    NOUNS,
    PAST_OR_PRESENT,
    VERBS,
    Row,
    clause_verb,
    is_below,
    is_helped,
)

__all__ = ["go_on_beside_infinitive", "go_on_with_verb", "take_for_verb_of_all"]

_ALL = frozenset({"all", "both", "each"})
_JOINING = frozenset({"and", "but"})
_OBJECTS = frozenset({"dobj", "pobj"})
_MAX_NAMES = 40  # as many as are looked at in any coordination


@repair(labels={"conj"}, tags=PAST_OR_PRESENT)
def go_on_with_verb(rows: Sequence[Row], position: int) -> None:
    """Hang a verb that goes on with a sentence on the verb before, where the model joined it to that one's object.

    "Chad is fighting rebels and *controls* half of the town."
    """
    row, noun = rows[position], rows[position].head
    if row.part_of_speech != "VERB" or noun > position or rows[noun].part_of_speech not in NOUNS:
        return
    below = [other for other in rows[noun + 1 :] if other.head == position]
    has_object = any(other.label == "dobj" for other in below)
    joins = [other for other in rows[noun + 1 : position] if other.head == noun and other.label == "cc"]
    if not has_object or any(other.label in ANY_SUBJECT for other in below) or len(joins) != 1:
        return
    verb = _governing(rows, noun)
    if verb is not None and joins[0].text in _JOINING and rows[noun].label in _OBJECTS:
        row.head = joins[0].head = verb


@repair(labels={"conj"}, tags={"VBD", "VBZ"})
def go_on_beside_infinitive(rows: Sequence[Row], position: int) -> None:
    """Hang a finite verb on the one above the infinitive that it was joined to: "refuses to sign and *holds* Y"."""
    infinitive = rows[position].head
    verb = clause_verb(rows, infinitive)
    if not verb < infinitive < position or rows[infinitive].tag != "VB":
        return
    if rows[verb].tag not in PAST_OR_PRESENT and not is_helped(rows, verb):
        return
    for row in (*rows[infinitive + 1 : position], rows[position]):
        if row.head == infinitive and row.label in {"cc", "conj"}:
            row.head = verb


def _governing(rows: Sequence[Row], noun: int) -> int | None:
    """Give the finite verb that a noun is an object of, however deep; none whose clause has no subject."""
    at = noun
    for _ in rows:
        above = rows[at].head
        if above == at or above > noun:
            return None
        at = above
        if rows[at].part_of_speech in VERBS:
            is_said = any(o.head == at and o.label in ANY_SUBJECT for o in rows[:at])
            return at if is_said else None
    return None


@repair(labels={"amod", "compound"}, tags={"VBD", "VBN"})
def take_for_verb_of_all(rows: Sequence[Row], position: int) -> None:
    """Make what the model took for a participle the verb of several: "France and Russia all *signed* it"."""
    row, thing = rows[position], rows[position].head
    several = rows[position - 1]
    if not thing > position > 1 or several.text.lower() not in _ALL or rows[thing].label != "appos":
        return
    first = rows[thing].head
    for _ in range(_MAX_NAMES):
        if rows[first].label != "conj" or rows[first].head > first:
            break
        first = rows[first].head
    is_list = rows[first].part_of_speech in NOUNS and first < position and not is_below(rows, first, position)
    if not is_list or rows[first].label not in {"ROOT", "conj", "ccomp", "dep"}:
        return
    row.head = position if rows[first].label == "ROOT" else rows[first].head
    row.label, row.tag, row.part_of_speech = rows[first].label, "VBD", "VERB"
    rows[first].head, rows[first].label = position, "nsubj"
    rows[thing].head, rows[thing].label = position, "dobj"
    several.head, several.label = position, "advmod"
    for other in rows[thing + 1 :]:
        if other.head in (thing, first) and other.label == "punct":
            other.head = position
