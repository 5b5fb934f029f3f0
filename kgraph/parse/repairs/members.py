"""Lists of who acts, whose members the model gives roles of their own.

"Officials *from Peru, Chile and Bolivia* met" names no second subject, and "recognised *by Malta, five other members,
Spain and Italy*" nobody who stands apart.
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, Row, climb, is_below, phrase_start, subject_label

__all__ = [
    "count_people",
    "give_to_counted",
    "go_on_with_parts",
    "hang_behind_colon",
    "join_counted",
    "join_members",
]

_OF_WHOM = frozenset({"from", "of", "representing"})
_MAX_MEMBER = 4  # words to the next of a list
_ACTING = NOUN_SUBJECT | {"pobj"}
_STRAYED = NOUN_SUBJECT | {"npadvmod"}  # what becomes of the first subject


def join_members(rows: Sequence[Row]) -> None:
    """Give a list its first member back, where the model made a subject of the others.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
    """
    for position, row in enumerate(rows):
        if row.label not in NOUN_SUBJECT or row.part_of_speech != "PROPN" or row.head < position:
            continue
        first = _first_member(rows, position)
        noun = rows[rows[first].head].head if first is not None else position
        if first is not None and rows[noun].head == row.head and _is_several(rows, position):
            rows[noun].label = subject_label(is_passive=row.label == "nsubjpass")
            row.head, row.label = first, "conj"


@repair(labels={"amod"}, tags={"JJ"})
def count_people(rows: Sequence[Row], position: int) -> None:
    """Make a noun of whom a number counts, where the model made the number one: "killed *one Palestinian* and left".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the adjective right behind the number.
    """
    row, number = rows[position], rows[position - 1]
    if row.head != position - 1 or number.tag != "CD" or not row.text[:1].isupper():
        return
    for other in rows:
        if other.head == position - 1:
            other.head = position
    row.head = number.head if number.head != position - 1 else position
    row.label, row.tag, row.part_of_speech = number.label, "NNP", "PROPN"
    number.head, number.label = position, "nummod"


@repair(labels={"npadvmod"}, tags={"NNS"})
def join_counted(rows: Sequence[Row], position: int) -> None:
    """Join the counted members of a list to the name before: "by Serbia, *five members*, Russia and China".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the noun that may stand for several members.
    """
    row = rows[position]
    if row.head > position:
        return
    first = next((at for at in range(row.head + 1, position + 1) if is_below(rows, at, position)), position)
    name = first - 2
    if name <= row.head or rows[first - 1].text != "," or rows[name].part_of_speech != "PROPN":
        return
    behind = range(position + 1, min(len(rows), position + _MAX_MEMBER))
    rest = [at for at in behind if rows[at].head == position and rows[at].label in {"appos", "conj"}]
    if rows[name].label == "pobj" and rest and _is_several(rows, rest[0]):
        row.head, row.label, rows[rest[0]].label = name, "conj", "conj"


@repair(labels={"appos", "dobj", "npadvmod"})
def give_to_counted(rows: Sequence[Row], position: int) -> None:
    """Give the names behind a colon to those announced: "*four* (or *the following*) *countries* claim it: *India*, …".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the first name, which the model hung on what the four claim.
    """
    row = rows[position]
    if row.part_of_speech != "PROPN":
        return
    colon = phrase_start(rows, position, row.head + 1) - 1
    if rows[colon].text != ":" or any(_is_announced(rows, noun) for noun in {row.head, colon - 1}):
        return
    acting = (at for at in range(colon) if rows[at].label in _ACTING and rows[at].tag == "NNS")
    groups = load_cues().agents_groups
    found = [at for at in acting if rows[at].lemma in groups and _is_announced(rows, at)]
    if len(found) == 1:
        row.head, row.label = found[0], "appos"


@repair(labels={"appos", "npadvmod"}, tags={"NNP", "NNPS"})
def hang_behind_colon(rows: Sequence[Row], position: int) -> None:
    """Hang the names behind a colon on those counted or owned right before it: "of *six republics*: Serbia, Croatia".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the first name, which the model hung on the subject, or on what is "of" or "in" the six.
    """
    row = rows[position]
    colon = phrase_start(rows, position, row.head + 1) - 1
    noun = colon - 1
    if noun < 1 or row.head > noun or rows[colon].text != ":" or rows[noun].tag != "NNS":
        return
    if _is_counted(rows, noun) or any(other.head == noun and other.label == "poss" for other in rows[:noun]):
        row.head, row.label = noun, "appos"


@repair(labels={"appos"}, tags={"NNS"}, words={"parts", "portions"})
def go_on_with_parts(rows: Sequence[Row], position: int) -> None:
    """Join parts of a land to the one name before, of which they are none: "ruled X, *parts* of Y and Z"."""
    row, name = rows[position], rows[position].head
    first = climb(rows, name, lambda other: other.label == "conj")
    is_joined = any(other.label == "cc" and is_below(rows, other.head, first) for other in rows[:position])
    if rows[name].tag != "NNP" or rows[position - 1].text != "," or is_joined:
        return
    row.label = "conj"
    if not any(other.head == position and other.label == "cc" for other in rows):
        _end_list(rows, position)


def _end_list(rows: Sequence[Row], position: int) -> None:
    """Give a list its last member, where the model joined it to the name before: "X, parts of Y *and Z*"."""
    of = next((at for at in range(position + 1, len(rows)) if rows[at].head == position), position)
    whole = next((at for at in range(of + 1, len(rows)) if rows[at].head == of), of)
    for other in rows[whole + 1 :]:
        if other.head == whole and other.label in {"cc", "conj"}:
            other.head = position


def _is_announced(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether a noun is counted, or said to follow: "*four* states", "*the following* states"."""
    is_to_follow = any(other.head == noun and other.text.lower() == "following" for other in rows[:noun])
    return is_to_follow or _is_counted(rows, noun)


def _is_counted(rows: Sequence[Row], noun: int) -> bool:
    return any(other.head == noun and other.label == "nummod" for other in rows[:noun])


def _first_member(rows: Sequence[Row], second: int) -> int | None:
    """Give the name before the comma that a subject stands behind, where it tells of whom a noun before it is."""
    at = second - 1
    while at > 0 and rows[at].head == second:
        at -= 1
    name = at - 1
    if name < 1 or rows[at].text != "," or rows[name].label != "pobj" or rows[name].part_of_speech != "PROPN":
        return None
    preposition = rows[rows[name].head]
    noun = rows[preposition.head]
    is_of_whom = preposition.text.lower() in _OF_WHOM and noun.part_of_speech == "NOUN"
    return name if is_of_whom and noun.tag == "NNS" and noun.label in _STRAYED else None


def _is_several(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a name opens the rest of a list: it goes on, over however many, with "and"."""
    while (fellow := _fellow_of(rows, position)) is not None:
        if any(r.head == position and r.label == "cc" for r in rows[position + 1 : fellow]):
            return True
        position = fellow
    return False


def _fellow_of(rows: Sequence[Row], position: int) -> int | None:
    behind = range(position + 1, len(rows))
    return next((at for at in behind if rows[at].head == position and rows[at].label == "conj"), None)
