"""Phrases with "by" hung on the wrong word: "condemned the seizure *by X* of Y", "claimed in part *by China*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.rows import Row, has_passive, is_helped

__all__ = [
    "free_from_actor",
    "free_from_extent",
    "hang_on_act",
    "hang_on_act_on_land",
    "hang_on_nominal_act",
    "take_for_means",
]

_EXTENTS = frozenset({"entirety", "full", "part", "whole"})
_ONTO = frozenset({"in", "into", "of", "on"})  # what an act is done to
_MAX_NAME = 6  # words, of who acts
_MAX_BACK = 20  # words between a verb's object and a phrase behind it


def take_for_means(rows: Sequence[Row], position: int) -> None:
    """Take a bare noun for the means, and not for who does it: "X, however, spoke *by* phone with Y".

    So too behind what somebody does to something: "had submitted their dispute to the court *by* an agreement".
    """
    row, verb = rows[position], rows[position].head
    if (
        row.label != "agent"
        or rows[verb].tag not in {"VBD", "VBN"}
        or has_passive(rows, verb, slice(0, verb))
    ):
        return
    behind = rows[position + 1] if position + 1 < len(rows) else row
    is_bare = rows[verb].tag == "VBD" and behind.tag == "NN" and behind.head == position
    is_bare = is_bare and not is_helped(rows, verb)
    is_done_to = is_helped(rows, verb) and any(
        r.head == verb and r.label == "dobj" for r in rows[verb + 1 : position]
    )
    subject = any(r.head == verb and r.label == "nsubj" for r in rows[:verb])
    if subject and (is_bare or is_done_to):
        row.label = "prep"


def free_from_actor(rows: Sequence[Row], position: int) -> None:
    """Hang on a verb the phrase that the model joined to who acts: "claimed by Syria but *under* occupation"."""
    row, by = rows[position], rows[rows[position].head]
    if row.label == "conj" and row.tag == "IN" and row.text != by.text and by.label == "agent":
        row.head, row.label = by.head, "prep"


def free_from_extent(rows: Sequence[Row], position: int) -> None:
    """Give a verb who acts, where the model hung him on how much of it is meant: "claimed in part *by China*"."""
    row, extent = rows[position], rows[rows[position].head]
    verb = rows[extent.head].head
    is_extent = row.text == "by" and extent.label == "pobj" and extent.text.lower() in _EXTENTS
    if is_extent and rows[extent.head].text == "in" and rows[verb].tag in {"VBD", "VBN"}:
        row.head, row.label = verb, "agent"


def hang_on_act(rows: Sequence[Row], position: int) -> None:
    """Hang who acts on the act where the model hung it on the verb: "condemned the seizure *by X* of Y"."""
    row, act = rows[position], rows[position - 1]
    is_beside = row.text == "by" and act.label == "dobj" and act.head == row.head
    if not is_beside or row.label not in {"agent", "prep"}:
        return
    following = (
        r for r in rows[position + 1 : position + 1 + _MAX_NAME] if r.text == "of" and r.label == "prep"
    )
    if any(rows[r.head].head == position for r in following):
        row.head, row.label = position - 1, "prep"


def hang_on_nominal_act(rows: Sequence[Row], position: int) -> None:
    """Hang who acts on the act behind what it is done to: "recognised the annexation of X *by Y*".

    What has a subject and an object of its own is done by its subject.
    """
    row, verb = rows[position], rows[position].head
    if row.text != "by" or rows[verb].part_of_speech != "VERB" or rows[verb].tag == "VBN" or verb > position:
        return
    is_active = any(r.head == verb and r.label == "nsubj" for r in rows[max(0, verb - _MAX_BACK) : verb])
    acts = [at for at in range(verb + 1, position) if rows[at].head == verb and rows[at].label == "dobj"]
    agent = next((r for r in rows[position + 1 : position + 1 + _MAX_NAME] if r.head == position), None)
    if not is_active or not acts or agent is None or agent.part_of_speech != "PROPN":
        return
    act = acts[-1]
    if any(r.head == act and r.text == "of" for r in rows[act + 1 : position]):
        row.head, row.label = act, "prep"


def hang_on_act_on_land(rows: Sequence[Row], position: int) -> None:
    """Hang who acts on the act where the model hung it on the land: "the violation of its airspace *by X drones*"."""
    row, land = rows[position], rows[position - 1]
    if row.text != "by" or row.head != position - 1 or land.label != "pobj":
        return
    act = rows[land.head].head
    is_act = land.head < position and rows[land.head].text in _ONTO and rows[act].part_of_speech == "NOUN"
    behind = rows[position + 1 : position + 1 + _MAX_NAME]
    agent = next((at for at, r in enumerate(behind, position + 1) if r.head == position), None)
    if not is_act or act > position or agent is None or land.lemma not in load_cues().places_nouns:
        return
    if any(r.text[:1].isupper() for r in rows[position + 1 : agent + 1]):
        row.head = act
