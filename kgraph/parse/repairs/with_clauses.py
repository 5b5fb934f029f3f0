"""Clauses behind "with", of which the model makes one too few or too many.

So it does of "with X holding the north *and Y claiming it*", and of "will meet with X *to discuss it*".
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import FINITE, NOUN_SUBJECT, NOUNS, Row, be_subject

__all__ = ["go_on_behind_with", "meet_with_to"]

_MEETING = frozenset({"confer", "gather", "meet", "sit", "speak", "talk", "travel"})
_WITH = frozenset({"despite", "with", "without"})
_JOINING = frozenset({"and", "but", "while"})
# Said of places, and done by nobody.
_LYING = frozenset(
    {
        "abut",
        "adjoin",
        "belong",
        "border",
        "comprise",
        "concern",
        "contain",
        "face",
        "flank",
        "include",
        "lie",
        "neighbour",
        "overlook",
        "regard",
        "stretch",
        "surround",
    }
)
_MAX_PHRASE = 8  # words of who does it
_MAX_CLAUSE = 40  # words of the clauses before


@repair(tags={"VBG"})
def go_on_behind_with(rows: Sequence[Row], position: int) -> None:
    """Join a second clause behind "with" to the first: "with Turkey holding the north and *Greece claiming* it".

    The model takes who does it for one more thing that the first is done to: "holding *the north and Greece*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    noun = _name_before(rows, position)
    joining = _joining_before(rows, noun) if noun is not None else None
    if noun is None or joining is None or rows[position].lemma in _LYING:
        return
    first = _first_clause(rows, joining)
    if first is None:
        return
    for at in range(first + 1, joining):  # "X controlling *it*", taken for who claims
        if rows[at].head == position:
            rows[at].head = first
            rows[at].label = "dobj" if rows[at].label in NOUN_SUBJECT else rows[at].label
    for at in range(joining + 1, noun):
        if rows[at].head <= joining or rows[at].head == position:
            rows[at].head = noun
    rows[position].head, rows[position].label = rows[first].head, "pcomp"
    rows[position].part_of_speech = "VERB"
    rows[joining].head, rows[joining].label = first, "cc"
    be_subject(rows, noun, position, is_passive=False)


@repair(labels={"pcomp"}, tags={"VB"})
def meet_with_to(rows: Sequence[Row], position: int) -> None:
    """Make those whom somebody meets no subject of what for: "will meet *with the presidents of X and Y* to discuss".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the infinitive.
    """
    preposition = rows[position].head
    above = rows[preposition].head
    is_meeting = rows[preposition].text.lower() == "with" and rows[above].lemma in _MEETING
    if not is_meeting or preposition >= position or rows[position - 1].tag != "TO":
        return
    met = next((i for i in range(preposition + 1, position) if _is_subject_of(rows[i], position)), None)
    if met is not None:
        rows[met].head, rows[met].label = preposition, "pobj"
        rows[position].head, rows[position].label = above, "advcl"


def _is_subject_of(row: Row, verb: int) -> bool:
    return row.head == verb and row.label in NOUN_SUBJECT


def _name_before(rows: Sequence[Row], participle: int) -> int | None:
    """Give who does it, right before it or an adverb: a name, or fighters and those who act for states."""
    at = participle - 1
    while at > 0 and (rows[at].part_of_speech == "ADV" or rows[at].text == "not"):
        at -= 1
    if at <= 0:
        return None
    cues = load_cues()
    is_acting = rows[at].lemma in cues.agents_nouns | cues.agents_fighting
    return (
        at if rows[at].part_of_speech == "PROPN" or (rows[at].part_of_speech in NOUNS and is_acting) else None
    )


def _joining_before(rows: Sequence[Row], noun: int) -> int | None:
    """Give the "and" before a noun and what describes it."""
    for at in range(noun - 1, max(0, noun - _MAX_PHRASE), -1):
        if rows[at].text in _JOINING:
            return at
        if rows[at].part_of_speech not in {"ADJ", "DET", "NOUN", "PROPN"}:
            return None
    return None


def _first_clause(rows: Sequence[Row], joining: int) -> int | None:
    """Give the participle behind "with" that has a subject of its own, and no finite verb between it and the "and"."""
    for at in range(joining - 1, max(0, joining - _MAX_CLAUSE), -1):
        row = rows[at]
        if row.tag in FINITE:
            return None
        if row.tag == "VBG" and row.label == "pcomp" and rows[row.head].text.lower() in _WITH:
            has_subject = any(r.head == at and r.label in NOUN_SUBJECT for r in rows[row.head : at])
            return at if has_subject else None
    return None
