"""Members of a list that the model hung on the word above the list: "islands in the north, and *the reefs*"."""

import itertools
from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.fellows import are_lands
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUNS, Row, is_below

__all__ = ["go_on_with_list", "go_on_with_places", "set_against"]

_MAX_PHRASE = 6  # words from "not" to the name
_MAX_CLAUSE = 25  # words from "not only" to what there is besides
_DESCRIBING = frozenset({"det", "amod", "compound", "nummod", "nmod"})
_LISTED = frozenset({"pobj", "dobj", "conj", "appos"})
_JOINING = frozenset({"and", "as", "or", "well"})
_NO_MORE_THAN = frozenset({"just", "merely", "only", "simply", "solely"})


@repair(labels={"conj", "npadvmod"})
def go_on_with_list(rows: Sequence[Row], position: int) -> None:
    """Hang a noun that goes on with a list on what it follows, where the model hung it on the verb above.

    "Claims islands in the north, and the reefs of the south": no verb has a noun for its fellow, but where the verb
    itself is left out ("argued with Kenya, and Eritrea with Ethiopia"). So behind "but" where "not only" stands before
    the verb: "not only seized Narva, but *the islands* as well".
    """
    row = rows[position]
    is_added = position > 2 and [r.text for r in rows[position - 3 : position]] == ["as", "well", "as"]
    is_stray = row.label == "conj" or (is_added and row.label == "npadvmod")
    is_stray = is_stray and (row.part_of_speech in NOUNS or row.tag == "JJS")  # "but *most* of X"
    is_gapped = not is_added and (
        rows[min(position + 1, len(rows) - 1)].part_of_speech == "ADP" and row.part_of_speech == "PROPN"
    )
    if not is_stray or is_gapped or rows[row.head].part_of_speech != "VERB" or row.head > position:
        return
    before = position - 1
    is_more = _is_more(rows, position)
    while before > row.head and (
        _stands_between(rows[before], position) or (is_more and rows[before].text in {"but", "also"})
    ):
        before -= 1
    fellow = rows[before]
    is_fellow = fellow.part_of_speech in NOUNS and fellow.label in _LISTED
    if before > row.head and is_fellow and not is_below(rows, before, position):
        row.head, row.label = before, "conj"


@repair(labels={"neg"})
def set_against(rows: Sequence[Row], position: int) -> None:
    """Give "not" to the name that it sets against the one before: "Malaysia, *not Laos*, claims the reef"."""
    row = rows[position]
    if row.head > position - 2 or rows[position - 1].text != ",":
        return
    behind = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    other = next((at for at in behind if rows[at].head == row.head), None)
    if other is not None and rows[other].label == "appos" and rows[row.head].part_of_speech == "PROPN":
        rows[other].label, row.head = "conj", other


@repair(labels={"conj"})
def go_on_with_places(rows: Sequence[Row], position: int) -> None:
    """Hang a place that goes on with a list on the place before it, where the model hung it on the noun above.

    "The annexation of Crimea and *the city* of Sevastopol": no city beside an annexation. Nor does a name stand beside
    one: "the annexation of Crimea and *Sevastopol*".
    """
    row, cues = rows[position], load_cues()
    above = rows[row.head]
    nouns = cues.places_nouns
    is_name = row.part_of_speech == "PROPN" and above.lemma in cues.places_titles | cues.presupposed_takings
    is_stray = (row.lemma in nouns or is_name) and row.head < position
    if not is_stray or above.part_of_speech != "NOUN" or above.lemma in nouns or are_lands(above, row):
        return
    before = position - 1
    while before > row.head and _stands_between(rows[before], position):
        before -= 1
    before = _named_with(rows, before)
    fellow = rows[before]
    is_place = fellow.label in _LISTED and fellow.part_of_speech == "PROPN"
    is_above = is_below(rows, before, row.head) and not is_below(rows, before, position)
    if before > row.head and is_place and is_above:
        row.head = before


def _is_more(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a word before says that this is not all: "*not only* X, but Y"."""
    before = rows[max(0, position - _MAX_CLAUSE) : position]
    return any(
        one.text.lower() == "not" and other.text.lower() in _NO_MORE_THAN
        for one, other in itertools.pairwise(before)
    )


def _named_with(rows: Sequence[Row], position: int) -> int:
    """Climb from the last word of a name with "of" to its head: "the Autonomous *Republic* of Crimea"."""
    preposition = rows[position].head
    above = rows[preposition].head
    is_inside = rows[preposition].text == "of" and rows[above].part_of_speech == "PROPN"
    return above if is_inside and above == preposition - 1 else position


def _stands_between(row: Row, noun: int) -> bool:
    """Tell whether a word is a comma, "and", "as well as", or what describes the noun that follows."""
    if row.head == noun:
        return row.label in _DESCRIBING
    return row.label == "punct" or (row.label in {"advmod", "cc"} and row.text.lower() in _JOINING)
