"""Verbs that look like a noun, or like what says more of one: "Turkish troops *land* in Cyprus", "*Annexed* Kuwait"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import HELPING, NOUN_SUBJECT, NOUNS, PAST_OR_PRESENT, Row

__all__ = [
    "take_for_deed_in_front",
    "take_for_finite",
    "take_for_main_verb",
    "take_for_move",
    "take_for_plural_finite",
]

_OF_NOUN = frozenset(
    {"amod", "compound", "det", "nummod", "poss", "quantmod"}
)  # words before a noun that are its own
_HOW = frozenset({"how", "where"})
# What a state did to land, as a note about it begins, by the lemma.
_DEEDS = {"annexed": "annex", "conquered": "conquer", "invaded": "invade", "partitioned": "partition"}
_WHITHER = frozenset({"away", "back", "from", "into", "on", "to"})
# What people of a tale do next, in a form that may be a noun's.
_MOVES = frozenset(
    {"escapes", "falls", "flees", "heads", "moves", "plans", "relocates", "retires", "returns", "travels"}
)


@repair(labels={"amod"}, words=_DEEDS)
def take_for_deed_in_front(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what opens a note, where the model described a land by it: "*Annexed* Kuwait in August 1990"."""
    row, land = rows[position], rows[position].head
    is_alone = rows[land].label == "ROOT" and rows[land].part_of_speech == "PROPN" and land > position == 0
    if not is_alone or any(other.tag in PAST_OR_PRESENT for other in rows):
        return
    row.head, row.label, row.tag, row.part_of_speech = position, "ROOT", "VBD", "VERB"
    row.lemma, row.morph = _DEEDS[row.text.lower()], ""
    rows[land].head, rows[land].label = position, "dobj"
    for other in rows[land + 1 :]:
        if other.head == land and other.label in {"prep", "punct"}:
            other.head = position


@repair(labels={"conj"}, tags={"NNS"}, words=_MOVES)
def take_for_move(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what goes on with a tale: "she resigns after the trial and *moves* to Florida"."""
    row, fellow = rows[position], rows[position].head
    behind = rows[position + 1] if position + 1 < len(rows) else row
    main = fellow
    while rows[main].label in {"conj", "dobj", "pobj", "prep"} and rows[main].head < main:
        main = rows[main].head
    is_bare = rows[position - 1].text == "and" and behind.text in _WHITHER
    is_told = rows[main].tag == "VBZ" and any(r.head == main and r.label == "nsubj" for r in rows[:main])
    if not is_bare or not is_told:
        return
    row.head, row.label, row.tag, row.part_of_speech, row.morph = main, "conj", "VBZ", "VERB", ""
    rows[position - 1].head = main


@repair(labels={"ccomp", "pcomp", "pobj", "relcl"}, tags={"NNS", "VBZ"})
def take_for_finite(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what has a subject though it looks like a plural: "differ about where the boundary *runs*"."""
    row = rows[position]
    is_given = row.label in {"pcomp", "pobj"} and _give_subject_before(rows, position)
    if row.tag != "NNS" or (row.label == "pobj" and not is_given):
        return
    if any(other.head == position and other.label in NOUN_SUBJECT for other in rows[:position]):
        row.tag, row.part_of_speech, row.morph = "VBZ", "VERB", ""


@repair(labels={"pobj"}, tags={"NNS"})
def take_for_main_verb(rows: Sequence[Row], position: int) -> None:
    """Take for the main verb a plural with an object behind it: "A court of arbitration *awards* the isles to Chile".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the verb; no other word of the sentence is a finite one.
    """
    row, noun, of = rows[position], position - 1, rows[position].head
    subject = rows[of].head
    is_behind = rows[noun].head == position and rows[noun].tag == "NN" and rows[noun].label == "compound"
    if not is_behind or rows[subject].label != "ROOT" or rows[subject].part_of_speech not in NOUNS:
        return
    behind = range(position + 1, len(rows))
    thing = next((at for at in behind if rows[at].head == subject and rows[at].label == "appos"), None)
    if thing is None or rows[position + 1].tag != "DT" or rows[position + 1].head != thing:
        return
    if any(other.tag in PAST_OR_PRESENT or other.tag == "MD" for other in rows):
        return
    rows[noun].head, rows[noun].label = of, "pobj"
    row.head, row.label, row.tag, row.part_of_speech, row.morph = position, "ROOT", "VBZ", "VERB", ""
    rows[subject].head, rows[subject].label = position, "nsubj"
    rows[thing].head, rows[thing].label = position, "dobj"
    for at in behind:
        if rows[at].head == subject:
            rows[at].head = position
    for at in range(thing + 1, len(rows)):
        if rows[at].head == thing and rows[at].label == "prep" and rows[at].text == "to":
            rows[at].head = position


@repair(labels={"ROOT"}, tags={"NN"})
def take_for_plural_finite(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what a plural right before it is the subject of: "Turkish troops *land* in Cyprus"."""
    row, before = rows[position], rows[position - 1]
    is_said = position > 0 and before.head == position and before.tag == "NNS" and before.label == "nsubj"
    if is_said and not any(other.head == position and other.label in HELPING for other in rows):
        row.tag, row.part_of_speech, row.morph = "VBP", "VERB", ""


def _give_subject_before(rows: Sequence[Row], position: int) -> bool:
    """Make the noun before it a verb's subject where "where" tells so: "over *where* their *line* runs"."""
    row, noun = rows[position], rows[position - 1]
    is_before = position > 1 and noun.label == "compound" and noun.head == position and noun.tag == "NN"
    if not is_before:
        return False
    below = [at for at in range(row.head + 1, position - 1) if rows[at].head == position]
    if not any(rows[at].text in _HOW for at in below):
        return False
    for at in below:
        if rows[at].label in _OF_NOUN:
            rows[at].head = position - 1
    row.label, noun.label = "pcomp", "nsubj"
    return True
