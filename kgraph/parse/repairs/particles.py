"""Particles that the model took for prepositions, and the other way round: "hand *over* control", "waters *off* X"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.rows import DONE_TO, Row, is_helped

__all__ = ["free_from_way_out", "take_for_particle", "take_for_particle_of_bringing", "take_for_preposition"]

_HANDED_OVER = {"hand": "hand", "handing": "hand", "turn": "turn", "turning": "turn"}
_GERUND_LABELS = {"dobj": "xcomp", "pobj": "pcomp"}
_BROUGHT_IN = frozenset({"bring", "call", "ferry", "fly", "rush", "send", "ship"})
_HELPERS = frozenset({"peacekeeper", "reinforcement"})
_GIVEN_TO = frozenset({"dative", "prep"})


def take_for_particle(rows: Sequence[Row], position: int) -> None:
    """Give a verb the object that its particle was taken to open: "will next hand *over* control of X to Y"."""
    row, verb = rows[position], rows[position - 1]
    is_behind = row.text == "over" and row.label in {"prep", "prt"} and row.head == position - 1
    if not is_behind or verb.lemma not in _HANDED_OVER:
        return
    is_noun = verb.part_of_speech == "NOUN" and is_helped(rows, position - 1)
    below = next((r for r in rows[position + 1 :] if r.head == position and r.label == "pobj"), None)
    given_to = any(r.text == "to" and r.label in _GIVEN_TO for r in rows[position + 1 :])
    has_object = any(r.head == position - 1 and r.label in DONE_TO for r in rows)
    is_sure = given_to or verb.tag == "VB"  # "demands that X hand *over* Y"
    is_gerund = verb.text.endswith("ing")  # "delayed *handing* over X to Y"
    if below is None or has_object or not is_sure:
        return
    if not (is_noun or is_gerund or verb.part_of_speech == "VERB"):
        return
    row.label, row.tag = "prt", "RP"
    below.head, below.label = position - 1, "dobj"
    for other in rows[position + 1 :]:
        if other.head == position and other.text == "to":
            other.head = position - 1
    if is_noun:
        verb.tag, verb.part_of_speech = "VB", "VERB"
    elif is_gerund:
        verb.tag, verb.part_of_speech, verb.lemma = "VBG", "VERB", _HANDED_OVER[verb.lemma]
        verb.label = _GERUND_LABELS.get(verb.label, verb.label)


def take_for_particle_of_bringing(rows: Sequence[Row], position: int) -> None:
    """Give a verb the forces that its "in" was taken to open: "riots broke out, and X sent *in* troops"."""
    row, verb = rows[position], rows[position - 1]
    is_in = row.text.lower() == "in" and row.label in {"prep", "prt"} and row.head == position - 1
    if not position or not is_in or verb.lemma not in _BROUGHT_IN:
        return
    below = next((r for r in rows[position + 1 :] if r.head == position and r.label == "pobj"), None)
    has_object = any(r.head == position - 1 and r.label in DONE_TO for r in rows)
    if below is None or has_object or below.tag not in {"NNS", "NNPS"}:
        return
    if below.lemma in load_cues().agents_serving | _HELPERS:
        row.label, row.tag = "prt", "RP"
        below.head, below.label = position - 1, "dobj"


def take_for_preposition(rows: Sequence[Row], position: int) -> None:
    """Give "off" its place where the model made it a particle of the water before: "claims waters *off* Sabah"."""
    row, water = rows[position], rows[position - 1]
    is_behind = row.text == "off" and row.label == "prt" and row.head == position - 1
    if (
        not is_behind
        or water.part_of_speech != "NOUN"
        or water.lemma.lower() not in load_cues().places_expanses
    ):
        return
    coast = next((r for r in rows[position + 1 :] if r.head == position - 1 and r.label == "dobj"), None)
    if coast is not None:
        row.label, row.tag, row.part_of_speech = "prep", "IN", "ADP"
        coast.head, coast.label = position, "pobj"


def free_from_way_out(rows: Sequence[Row], position: int) -> None:
    """Make a particle of "out" where the model read a preposition: "pulled *out of* the talks".

    So too of the adverb in "walked *away from* the talks".
    """
    row, out = rows[position], rows[rows[position].head]
    is_out = row.text == "of" and row.head == position - 1 and out.text == "out" and out.label == "prep"
    is_away = row.text == "from" and row.head == position - 1 and out.text == "away"
    if is_away:
        is_out = f"{rows[out.head].lemma} away" in load_cues().negation_leaving
    if is_out and out.head == position - 2 and rows[out.head].part_of_speech == "VERB":
        out.label, row.head = "prt", out.head
