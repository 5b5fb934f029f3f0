"""Clauses that stand behind the land they tell of, with nothing between: "in land *Palestinians want* for a state".

The model takes such a land and the name behind it for one thing, "land Palestinians".
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import COMPLEMENTS, NOUN_SUBJECT, PAST_OR_PRESENT, VERBS, Row, is_below, phrase_start

__all__ = ["part_contact_clause"]

_THINGS = frozenset({"dobj", "nsubjpass", "pobj"})
_STRAYED = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "relcl"})  # what becomes of the clause
_NOUNS = frozenset({"NN", "NNS"})
_AS_PLURAL = frozenset(
    {"administers", "claims", "controls", "covets", "disputes", "governs", "occupies", "wants"}
)


@repair(labels={"compound", "nsubj"}, tags=_NOUNS)
def part_contact_clause(rows: Sequence[Row], position: int) -> None:
    """Part a land from who does something to it, whose clause has no object of its own.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word for the land.
    """
    name, verb = position + 1, position + 2
    if verb >= len(rows) or rows[name].part_of_speech != "PROPN" or not rows[name].text[:1].isupper():
        return
    land = rows[position]
    is_land = land.lemma in load_cues().places_nouns and land.text.islower()
    if not is_land or not any(row.part_of_speech in VERBS for row in rows[:position]):  # "In land X wants"
        return
    if land.label == "compound" and land.head == name:
        _part_before_verb(rows, position)
    elif land.head == rows[name].head == verb and rows[verb].label == "ccomp":
        _part_from_content(rows, position)
    elif land.label == "compound" and land.head == rows[name].head == verb:
        _part_before_plural(rows, position)


def _part_before_verb(rows: Sequence[Row], land: int) -> None:
    """Part them where the verb is known for one: it hangs elsewhere, as an adverbial or with a subject of others."""
    name, verb = land + 1, land + 2
    if rows[verb].tag not in PAST_OR_PRESENT or rows[verb].label not in _STRAYED:
        return
    if rows[name].head == verb and rows[name].label == "nsubj":  # "runs *through* territory X wants"
        before = phrase_start(rows, land) - 1
        if before < 0 or rows[before].label != "prep" or any(row.head == before for row in rows):
            return
        rows[name].head, rows[name].label = before, "pobj"
    if rows[name].label not in _THINGS or _has_object(rows, verb):
        return
    above = rows[verb].head
    if is_below(rows, above, name):
        above = rows[name].head
    for row in rows[:land]:
        if row.head == name:
            row.head = land
        elif row.head == verb:  # "the point *is activity* in land X wants"
            row.head, row.label = above, "attr" if row.label in NOUN_SUBJECT else row.label
    _hang(rows, land, name, verb)


def _part_before_plural(rows: Sequence[Row], land: int) -> None:
    """Part them where the model took the verb for a plural: "islands Japan *administers*"."""
    name, verb = land + 1, land + 2
    if rows[verb].text not in _AS_PLURAL or rows[verb].label not in _THINGS:
        return
    for row in rows[:land]:
        if row.head == verb:
            row.head = land
    rows[name].label, rows[name].head = rows[verb].label, rows[verb].head
    rows[verb].tag, rows[verb].part_of_speech, rows[verb].morph = "VBZ", "VERB", ""
    _hang(rows, land, name, verb)


def _part_from_content(rows: Sequence[Row], land: int) -> None:
    """Part them where the model made a content of the clause: "still claims *territory Kosovo controls*"."""
    verb = land + 2
    if rows[verb].tag not in PAST_OR_PRESENT or rows[verb].head > land or _has_object(rows, verb):
        return
    for row in rows[:land]:
        if row.head == verb:
            row.head = land
    rows[land + 1].label = "nsubj"
    rows[land].head, rows[land].label = rows[verb].head, "dobj"
    rows[verb].head, rows[verb].label = land, "relcl"


def _has_object(rows: Sequence[Row], verb: int) -> bool:
    return any(row.head == verb and row.label in COMPLEMENTS for row in rows[verb + 1 :])


def _hang(rows: Sequence[Row], land: int, name: int, verb: int) -> None:
    """Put the land in the place of the name, and the clause of the name below the land."""
    rows[land].head, rows[land].label = rows[name].head, rows[name].label
    rows[name].head, rows[name].label = verb, "nsubj"
    rows[verb].head, rows[verb].label = land, "relcl"
