"""Where a land lies that somebody takes or holds, which the model hangs on the verb."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row
from kgraph.times import MONTHS

__all__ = ["hang_where_land_lies"]

_TAKING = frozenset(
    """
    acquire capture claim control demand gain hold lose obtain recover rule seize take want win
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ANY_LAND = frozenset({"area", "land", "region", "territory"})  # which, says where it lies
_TOLD = frozenset({"its", "my", "our", "that", "the", "their", "these", "this", "those"})
_SOME = frozenset({"a", "an", "many", "several", "some"})
_OTHERS = frozenset({"DATE", "EVENT", "LAW", "TIME"})  # labels of names of no place
# Of events and papers, which the model may not know by their labels: "took an island *in the Boer War*".
_HAPPENINGS = frozenset(
    """
    accord agreement armistice battle campaign conference congress convention crisis operation pact peace raid
    revolution rising treaty uprising war wars
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_MONTHS = frozenset(MONTHS)


@repair(labels={"prep"}, words={"along", "in", "near", "off", "on"})
def hang_where_land_lies(rows: Sequence[Row], position: int) -> None:
    """Hang on land without a name where it lies: "occupies 21 features *in the Spratlys*", "took a hill *near Badme*".

    What is counted, is one of several or mere land needs words that say which it is; "the island" is one told of.
    """
    land, verb = position - 1, rows[position].head
    if land < 0 or rows[land].label != "dobj" or rows[land].head != verb:
        return
    cues = load_cues()
    is_land = rows[land].part_of_speech == "NOUN" and rows[land].lemma in cues.places_nouns
    is_taken = rows[verb].lemma in cues.places_held_by | _TAKING
    if is_land and is_taken and _is_untold(rows, land) and _names_place(rows, position):
        rows[position].head = land


def _is_untold(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether the words before a noun leave open which it is: "*21* features", "*an* islet", "*vast* land"."""
    beside = [row for row in rows[:noun] if row.head == noun]
    is_counted = any(row.label == "nummod" or row.text.lower() in _SOME for row in beside)
    is_told = any(row.text.lower() in _TOLD or row.label == "poss" for row in beside)
    is_any = rows[noun].lemma in _ANY_LAND or rows[noun].tag == "NNS"
    return is_counted or (is_any and not is_told)


def _names_place(rows: Sequence[Row], preposition: int) -> bool:
    """Tell whether a preposition leads to a name that is none of a time or an event, or to "the east of" one."""
    behind = range(preposition + 1, len(rows))
    name = next((i for i in behind if rows[i].head == preposition and rows[i].label == "pobj"), None)
    if name is None or rows[name].entity in _OTHERS or rows[name].text in _MONTHS:
        return False
    if rows[name].text.lower() in load_cues().places_bearings:
        return name + 1 < len(rows) and rows[name + 1].text == "of"
    words = {row.text.lower() for row in rows[preposition + 1 : name + 1] if row.head in {name, preposition}}
    return rows[name].part_of_speech == "PROPN" and words.isdisjoint(_HAPPENINGS)
