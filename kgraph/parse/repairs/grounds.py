"""Why and when something is done, and to whom, where the model hung it elsewhere: "called off talks *after* X"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import DONE_TO, Row, is_below

__all__ = ["hang_ground", "hang_side", "tell_of_land"]

_BEHIND_GROUND = frozenset({"against", "at", "for", "of", "over", "to", "with"})
_WHY = frozenset({"after", "amid", "because", "following"})
_ON_DEEDS = frozenset({"against", "on", "to"})
_PARTS = frozenset({"by", "of"})  # between a deed and to whom it is done
_TRANSFERS = frozenset(
    {"cession", "handover", "restitution", "restoration", "retrocession", "return", "transfer"}
)
# What is said of land alone.
_OF_LAND = frozenset(
    """
    administer annex call capture claim control govern hold know lose name occupy own rule seize take
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_SIDES = frozenset({"east", "north", "south", "west"})
_MAX_BACK = 12  # words from a phrase back to the deed or the talks


@repair(labels={"prep"}, words=_WHY | _BEHIND_GROUND | _ON_DEEDS | {"in"})
def hang_ground(rows: Sequence[Row], position: int) -> None:
    """Hang the phrase that a word opens on the ground, the calling off or the deed that it belongs to.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be a preposition.
    """
    if position < 2:
        return
    _hang_on_ground(rows, position)
    _free_from_talks(rows, position)
    _hang_on_deed(rows, position)
    _hang_on_transfer(rows, position)


def _hang_on_transfer(rows: Sequence[Row], position: int) -> None:
    """Hang on a handing over to whom it is done: "the return of the enclave *to* China"."""
    row, thing = rows[position], rows[rows[position].head]
    if row.text != "to" or thing.label != "pobj" or rows[thing.head].text != "of" or row.head > position:
        return
    transfer = rows[thing.head].head
    if rows[transfer].lemma in _TRANSFERS and transfer < thing.head:
        row.head = transfer


@repair(labels={"acl"}, tags={"VBN"})
def tell_of_land(rows: Sequence[Row], position: int) -> None:
    """Say of a land, not of what is done with it, by whom it is held: "the return of X, *seized* by Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    row, land = rows[position], rows[position - 2]
    if position < 3 or rows[position - 1].text != "," or row.lemma not in _OF_LAND or land.label != "pobj":
        return
    noun = rows[land.head].head
    if noun == row.head and rows[noun].lemma.lower() in _TRANSFERS | load_cues().places_titles:
        row.head = position - 2


@repair(labels={"advmod"}, words=_SIDES)
def hang_side(rows: Sequence[Row], position: int) -> None:
    """Hang on a name which part of it is meant: "occupied *Korea north of* the parallel".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word for the side.
    """
    name, of = position - 1, position + 1
    if name < 1 or of >= len(rows) or rows[of].text != "of" or rows[of].head != position:
        return
    is_object = rows[name].part_of_speech == "PROPN" and rows[name].label in DONE_TO | {"nsubj", "pobj"}
    if is_object and rows[position].head != name and not is_below(rows, name, position):
        rows[position].head = name


def _hang_on_ground(rows: Sequence[Row], position: int) -> None:
    """Hang on the ground what the model hung on the verb: "suspended the talks in protest *at* X's plan"."""
    row, ground = rows[position], rows[position - 1]
    is_ground = ground.label == "pobj" and ground.head == position - 2 and rows[position - 2].text == "in"
    if not is_ground or row.text not in _BEHIND_GROUND or row.head == position - 1:
        return
    if ground.lemma in load_cues().presupposed_grounds and not is_below(rows, position - 1, position):
        row.head = position - 1


def _free_from_talks(rows: Sequence[Row], position: int) -> None:
    """Hang on the verb why talks are called off, where the model hung it on them: "cancelled talks *over* a visit"."""
    row, cues = rows[position], load_cues()
    if not _says_why(rows, position):
        return
    talks = row.head
    for _ in range(_MAX_BACK):
        if rows[talks].label not in {"pobj", "prep"} or position - rows[talks].head >= _MAX_BACK:
            break
        talks = rows[talks].head
    is_object = rows[talks].label in DONE_TO and rows[talks].lemma in cues.presupposed_ongoing
    verb = rows[rows[talks].head]
    if is_object and {verb.lemma, *_with_particle(rows, rows[talks].head)} & cues.negation_implicatives:
        row.head = rows[talks].head


def _says_why(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a phrase says why or when: "after X", "in protest", "over the *visit*", but not "over the isle"."""
    row, cues = rows[position], load_cues()
    if row.text in _WHY:
        return True
    if row.text not in {"in", "over"}:
        return False
    below = next((r for r in rows[position + 1 :] if r.head == position and r.label == "pobj"), None)
    if below is None:
        return False
    deeds = cues.presupposed_taken_up | cues.presupposed_warfare | cues.presupposed_events
    return below.lemma in (cues.presupposed_grounds if row.text == "in" else deeds)


def _with_particle(rows: Sequence[Row], verb: int) -> tuple[str, ...]:
    """Give a verb with its particle: "call off"."""
    behind = rows[verb + 1 : verb + 1 + _MAX_BACK]
    return tuple(f"{rows[verb].lemma} {r.text}" for r in behind if r.head == verb and r.label == "prt")


def _hang_on_deed(rows: Sequence[Row], position: int) -> None:
    """Hang on a deed to whom it is done, where the model hung it on the verb: "after the deployment of arms *to X*".

    So too "in response to an attack by X *on Y*". The deed stands behind a preposition, and who does it or what with
    between the two.
    """
    row, part = rows[position], rows[position - 1]
    if part.label != "pobj" or rows[part.head].text not in _PARTS or row.text not in _ON_DEEDS:
        return
    deed = rows[part.head].head
    above = rows[deed].head
    if rows[deed].label != "pobj" or rows[above].text == row.text or row.head in {deed, position - 1}:
        return
    cues = load_cues()
    deeds = cues.possibility_deeds if row.text == "to" else cues.presupposed_warfare
    if (
        rows[deed].lemma in deeds
        and is_below(rows, above, row.head)
        and rows[row.head].part_of_speech == "VERB"
    ):
        row.head = deed
