"""Verbs that several share with "all", or that go on with a sentence: "fights rebels and *controls* the port"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    HELPING,
    NOUN_SUBJECT,
    NOUNS,
    PAST_OR_PRESENT,
    VERBS,
    Row,
    clause_verb,
    climb,
    is_below,
    is_helped,
)

__all__ = [
    "give_back_object",
    "go_on_beside_infinitive",
    "go_on_with_verb",
    "join_listed_verb",
    "join_to_participle",
    "take_for_passive_denied",
    "take_for_subject_before",
    "take_for_verb_of_all",
]

_ALL = frozenset({"all", "both", "each"})
_NAMES = frozenset({"NNP", "NNPS"})
_JOINING = frozenset({"and", "but"})
_OBJECTS = frozenset({"dobj", "pobj"})


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
    """Hang a finite verb on the one above what it was joined to: "refuses to sign and *holds* Y".

    So behind what another is to do, "wants X to withdraw and *holds* Y", and behind a participle: "holds X, claimed by
    Y, and *claims* Z".
    """
    joined = rows[position].head
    verb = _above_infinitive(rows, joined) if rows[joined].tag == "VB" else joined
    if rows[joined].tag == "VBN" and rows[position].tag == "VBZ" and _is_participle(rows, joined):
        verb = climb(rows, rows[joined].head, lambda row: row.part_of_speech not in VERBS)
    if not verb < joined < position or (rows[verb].tag not in PAST_OR_PRESENT and not is_helped(rows, verb)):
        return
    for row in (*rows[joined + 1 : position], rows[position]):
        if row.head == joined and row.label in {"cc", "conj"}:
            row.head = verb
    _take_behind_for_object(rows, position)


def _above_infinitive(rows: Sequence[Row], verb: int) -> int:
    """Give the finite verb above an infinitive, be there who is to do it: "*wants* X to withdraw"."""
    is_of_another = rows[verb].label == "ccomp" and rows[verb].head < verb and not is_helped(rows, verb)
    return rows[verb].head if is_of_another else clause_verb(rows, verb)


def _take_behind_for_object(rows: Sequence[Row], verb: int) -> None:
    """Make an object of what the model took for the subject though it stands behind: "and claims *Aksai Chin*"."""
    behind = [row for row in rows[verb + 1 :] if row.head == verb and row.label in {"dobj", "nsubj"}]
    if len(behind) == 1:
        behind[0].label = "dobj"


def _is_participle(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a participle tells by whom something is done, with no auxiliary."""
    below = [row for row in rows if row.head == position]
    return any(row.label == "agent" for row in below) and not any(row.label in HELPING for row in below)


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


@repair(labels={"advcl", "ccomp", "dep"}, tags={"VBD", "VBN"})
def join_listed_verb(rows: Sequence[Row], position: int) -> None:
    """Join the second of three verbs to the first, where it hangs as a remark: "drafted, *signed* and ratified"."""
    row, first = rows[position], rows[rows[position].head]
    if row.head != position - 2 or rows[position - 1].text != "," or position + 2 >= len(rows):
        return
    third = rows[position + 2]
    is_list = rows[position + 1].text in {"and", "or"} and third.head == position and third.label == "conj"
    if is_list and {first.tag, third.tag} <= {"VBD", "VBN"}:
        row.label, row.tag, row.part_of_speech = "conj", first.tag, "VERB"


@repair(labels={"conj"}, tags={"VBN"})
def join_to_participle(rows: Sequence[Row], position: int) -> None:
    """Join a participle to the one before instead of to their noun: "the isles held by X, but *claimed* by Y"."""
    noun = rows[position].head
    between = range(noun + 1, position)
    first = next((at for at in between if rows[at].head == noun and rows[at].label == "acl"), None)
    if first is None or rows[first].tag != "VBN" or not _is_participle(rows, position):
        return
    for row in (*rows[first + 1 : position], rows[position]):
        if row.head == noun and row.label in {"cc", "conj"}:
            row.head = first


@repair(labels={"ROOT", "dep"}, tags={"VBN"})
def take_for_passive_denied(rows: Sequence[Row], position: int) -> None:
    """Take for a passive what is denied with no auxiliary: "The boundary with Laos *not* yet *delimited*"."""
    below = [row for row in rows if row.head == position]
    if any(row.text == "not" for row in below) and not any(row.label in HELPING | {"dobj"} for row in below):
        for row in below:
            row.label = "nsubjpass" if row.label == "nsubj" else row.label


@repair(labels={"amod"}, tags={"NNP"})
def take_for_subject_before(rows: Sequence[Row], position: int) -> None:
    """Make a subject of a name right before its verb: "*Pakistan* administers Azad Kashmir, claimed by India"."""
    row = rows[position]
    if row.head == position + 1 and rows[row.head].tag == "VBZ":
        row.label = "nsubj"


@repair(labels={"ccomp"}, tags={"VBN"})
def give_back_object(rows: Sequence[Row], position: int) -> None:
    """Give a verb the object that became the subject of a participle: "governs *X and Y*, both claimed by Z"."""
    verb = rows[position].head
    below = [
        at for at in range(verb + 1, position) if rows[at].head == position and rows[at].label in NOUN_SUBJECT
    ]
    if len(below) != 1 or rows[position - 1].text not in _ALL or not _is_participle(rows, position):
        return
    noun = below[0]
    if rows[noun].tag in _NAMES and not any(row.head == verb and row.label == "dobj" for row in rows):
        rows[noun].head, rows[noun].label = verb, "dobj"
        rows[position].head, rows[position].label = noun, "acl"
        rows[position - 1].head = position


@repair(labels={"amod", "compound"}, tags={"VBD", "VBN"})
def take_for_verb_of_all(rows: Sequence[Row], position: int) -> None:
    """Make what the model took for a participle the verb of several: "France and Russia all *signed* it"."""
    row, thing = rows[position], rows[position].head
    several = rows[position - 1]
    if not thing > position > 1 or several.text.lower() not in _ALL:
        return
    first = _first_of_all(rows, position)
    if first is None:
        return
    above = thing if rows[thing].label == "ROOT" else first
    row.head = position if rows[above].label == "ROOT" else rows[above].head
    row.label, row.tag, row.part_of_speech = rows[above].label, "VBD", "VERB"
    rows[first].head, rows[first].label = position, "nsubj"
    rows[thing].head, rows[thing].label = position, "dobj"
    several.head, several.label = position, "advmod"
    for at, other in enumerate(rows):
        is_before = other.head == thing and at < position
        if is_before or (at > thing and other.head in (thing, first) and other.label == "punct"):
            other.head = position


def _first_of_all(rows: Sequence[Row], verb: int) -> int | None:
    """Give the first of several who do something, where the model left their verb below its object."""
    thing = rows[verb].head
    if rows[thing].label == "ROOT":
        before = range(verb)
        return next((at for at in before if rows[at].head == thing and rows[at].label == "nsubj"), None)
    if rows[thing].label != "appos":
        return None
    first = climb(rows, rows[thing].head, lambda row: row.label == "conj")
    is_list = rows[first].part_of_speech in NOUNS and first < verb and not is_below(rows, first, verb)
    return first if is_list and rows[first].label in {"ROOT", "conj", "ccomp", "dep"} else None
