"""Prepositional phrases hung on the wrong word: "cede X *to Y*", "the seizure of X *by Y*", "the area *west of X*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.particles import (
    free_from_way_out,
    take_for_particle,
    take_for_particle_of_bringing,
    take_for_preposition,
)
from kgraph.parse.repairs.repair import repair
from kgraph.parse.repairs.who_acts import (
    free_from_actor,
    free_from_extent,
    hang_on_act,
    hang_on_act_on_land,
    hang_on_nominal_act,
    take_for_means,
)
from kgraph.parse.rows import DONE_TO, NOUN_SUBJECT, Row, is_below
from kgraph.times import MONTHS, is_year

__all__ = ["hang_preposition"]

_AROUND = frozenset({"around", "near", "off", "surrounding"})
_LEADING = frozenset({"against", "as", "from", "to"})  # no place's name has one of these behind it
_MAX_OWNER = 6  # words from an owner to what is his
_PARTIES = frozenset({"between", "on", "over", "with"})  # what these open says nothing of a town
_PRIZED = frozenset({"about", "for", "over"})  # what two fight for
_WHERE = frozenset({"at", "in"})
_ASKING = frozenset({"how", "where", "whether", "who", "whose"})
_BACK = frozenset({"back", "home"})
_NEARER = frozenset({"close", "closer", "near", "nearer", "next"})
_INSERTED = frozenset({"acl", "advcl", "relcl"})
_LINES = frozenset({"border", "boundary", "frontier"})
_MONTHS = frozenset(MONTHS)
_MAX_CLIMB = 6
_PREPOSITIONS = frozenset({"advmod", "agent", "amod", "dative", "prep"})


@repair(labels=_PREPOSITIONS | {"conj", "prt"})
def hang_preposition(rows: Sequence[Row], position: int) -> None:
    """Hang the phrase that a word opens where it belongs.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be a preposition.
    """
    take_for_means(rows, position)
    _go_on_with_phrase(rows, position)
    free_from_actor(rows, position)
    take_for_particle(rows, position)
    take_for_particle_of_bringing(rows, position)
    take_for_preposition(rows, position)
    _complete_with_clause(rows, position)
    if rows[position].label not in _PREPOSITIONS or not position:
        return
    hang_on_act(rows, position)
    hang_on_nominal_act(rows, position)
    hang_on_act_on_land(rows, position)
    _hang_on_place(rows, position)
    _hang_on_line(rows, position)
    _hang_on_second(rows, position)
    _free_from_name(rows, position)
    _free_from_place(rows, position)
    _free_from_way_back(rows, position)
    free_from_way_out(rows, position)
    _free_from_nearness(rows, position)
    _free_from_insertion(rows, position)
    _free_from_date(rows, position)
    _free_from_agent(rows, position)
    free_from_extent(rows, position)
    _free_from_party(rows, position)


def _complete_with_clause(rows: Sequence[Row], position: int) -> None:
    """Give a preposition the clause behind it, however the model calls that: "differ on *where* the line *runs*"."""
    opens = rows[position + 1].text if position + 1 < len(rows) else ""
    if opens not in _ASKING or rows[position].label != "prep":
        return
    verb = rows[position + 1].head
    if rows[verb].head in {position, rows[position].head} and rows[verb].label == "ccomp":
        rows[verb].head, rows[verb].label = position, "pcomp"


def _go_on_with_phrase(rows: Sequence[Row], position: int) -> None:
    """Hang a phrase joined to a verb where the same word opened one: "says it claims rights over X, and *over* Y"."""
    row = rows[position]
    is_joined = row.label == "conj" or (
        row.label == "prep" and position > 0 and rows[position - 1].text == "and"
    )
    if not is_joined or row.part_of_speech != "ADP" or rows[row.head].part_of_speech != "VERB":
        return
    before = (p for p in range(position - 1, row.head, -1) if rows[p].text == row.text)
    first = next((p for p in before if rows[p].label == "prep" and rows[p].head > row.head), None)
    if first is not None:
        row.head, row.label = rows[first].head, "prep"


def _free_from_date(rows: Sequence[Row], position: int) -> None:
    """Hang on what a date is of what the model hung on the date: "its judgment of 3 February *in favour of X*"."""
    row, date = rows[position], rows[rows[position].head]
    above = rows[date.head]
    if not _is_date(date) or date.label != "pobj" or row.head > position or row.text == "of":
        return
    if above.label == "prep" and above.head < date.head and above.head != row.head:
        row.head = above.head


def _free_from_agent(rows: Sequence[Row], position: int) -> None:
    """Hang a date on what is done that the model hung on who does it: "taken by an Anglo-Dutch fleet *in 1704*"."""
    row, agent = rows[position], rows[rows[position].head]
    by = rows[agent.head]
    if row.text != "in" or agent.label != "pobj" or by.label != "agent" or row.head > position:
        return
    date = rows[position + 1] if position + 1 < len(rows) else row
    if date.head == position and _is_date(date):
        row.head = by.head


def _is_date(row: Row) -> bool:
    return row.text in _MONTHS or is_year(row.text)


def _free_from_party(rows: Sequence[Row], position: int) -> None:
    """Hang on what is between two what the model hung on the second: "a struggle between X and Y *for Z*"."""
    row, party = rows[position], rows[rows[position].head]
    if row.text not in _PRIZED or row.head != position - 1 or party.part_of_speech != "PROPN":
        return
    first = rows[party.head] if party.label == "conj" else party
    between = rows[first.head]
    if first.label == "pobj" and between.text == "between" and rows[between.head].part_of_speech == "NOUN":
        row.head = between.head


def _hang_on_place(rows: Sequence[Row], position: int) -> None:
    """Hang "west of X" and "around X" on the land or water before it, where the model hung it on the verb."""
    row, place = rows[position], rows[position - 1]
    is_bearing = row.text.lower() in load_cues().places_bearings and row.label in {"advmod", "prep", "amod"}
    is_around = (
        row.text.lower() in _AROUND
        and row.label == "prep"
        and place.lemma.lower() in load_cues().places_expanses
    )
    if not (is_bearing or is_around) or place.part_of_speech != "NOUN" or row.head == position - 1:
        return
    is_followed = position + 1 < len(rows) and rows[position + 1].text.lower() == "of"
    if (is_around or is_followed) and not is_below(rows, position - 1, position):
        row.head = position - 1


def _hang_on_line(rows: Sequence[Row], position: int) -> None:
    """Hang a neighbour on the line, where the model hung it on the verb: "sent troops to the border *with X*"."""
    row, line = rows[position], rows[position - 1]
    if row.text != "with" or row.head == position - 1 or line.part_of_speech != "NOUN":
        return
    below = next((r for r in rows[position + 1 :] if r.head == position and r.label == "pobj"), None)
    is_name = below is not None and below.part_of_speech == "PROPN"
    if is_name and line.lemma in _LINES and not is_below(rows, position - 1, position):
        row.head = position - 1


def _hang_on_second(rows: Sequence[Row], position: int) -> None:
    """Hang "of" on the second noun where the first has its owner: "X's government and *rebels of* Y"."""
    row, second = rows[position], rows[position - 1]
    first = row.head
    if row.text != "of" or second.label != "conj" or second.head != first or first > position:
        return
    if any(r.head == first and r.label == "poss" for r in rows[max(0, first - _MAX_OWNER) : first]):
        row.head = position - 1


def _free_from_name(rows: Sequence[Row], position: int) -> None:
    """Hang "to", "as" and "from" on the verb where the model hung them on the name before: "cede X *to Y*".

    So too "from X" behind the land that is taken: "seized the reef *from Vietnam*".
    """
    row, name = rows[position], rows[position].head
    if row.text not in _LEADING or name > position:
        return
    if rows[name].part_of_speech != "PROPN" and not _is_land_taken(rows, position):
        return
    cues = load_cues()
    if rows[name].text.lower() in cues.agents_nouns | cues.instruments_nouns | cues.agents_voices:
        return  # "met Ambassador to X N. N."
    first = name
    while rows[first].label == "conj" and rows[first].head < first:
        first = rows[first].head
    verb = rows[first].head
    is_object = rows[first].label in DONE_TO and rows[verb].part_of_speech == "VERB"
    if is_object and not _is_as_well(rows, position):
        row.head, row.label = verb, "prep"


def _is_land_taken(rows: Sequence[Row], position: int) -> bool:
    """Tell whether "from" follows a noun of land that is known, and leads to a name."""
    row, land = rows[position], rows[position - 1]
    if row.text != "from" or row.head != position - 1 or position < 2 or rows[position - 2].text != "the":
        return False
    cues = load_cues()
    is_name = position + 1 < len(rows) and rows[position + 1].part_of_speech == "PROPN"
    return is_name and land.lemma in cues.places_nouns and land.lemma not in cues.lines_nouns


def _free_from_place(rows: Sequence[Row], position: int) -> None:
    """Hang who does something, and on what, on more than where it is done: "talks in Oslo *between* X and Y *on* Z"."""
    row, place = rows[position], rows[rows[position].head]
    if row.text not in _PARTIES or not place.head < row.head < position:
        return
    is_place = place.label == "pobj" and place.part_of_speech == "PROPN"
    if not is_place or rows[place.head].text not in _WHERE:
        return
    if rows[place.head + 1].label != "det":  # "in the Dialogue between X and Y" is in no town
        row.head = rows[place.head].head


def _free_from_way_back(rows: Sequence[Row], position: int) -> None:
    """Hang on the verb what the model hung on "back": "brought X and Y *back to* the table"."""
    row, back = rows[position], rows[rows[position].head]
    is_back = row.text == "to" and row.head == position - 1 and back.text in _BACK
    if is_back and back.label == "advmod" and rows[back.head].part_of_speech == "VERB":
        row.head = back.head


def _free_from_nearness(rows: Sequence[Row], position: int) -> None:
    """Hang on the verb to what something is brought nearer: "moved troops *closer to* the border"."""
    row, nearer = rows[position], rows[rows[position].head]
    is_nearer = row.text == "to" and row.head == position - 1 and nearer.text in _NEARER
    thing = rows[nearer.head]
    if is_nearer and nearer.label == "amod" and nearer.head < position - 1 and thing.label in DONE_TO:
        row.head = thing.head


def _is_as_well(rows: Sequence[Row], position: int) -> bool:
    return rows[position].text == "as" and rows[min(position + 1, len(rows) - 1)].text == "well"


def _free_from_insertion(rows: Sequence[Row], position: int) -> None:
    """Hang what follows an insertion on the verb above: "regarded X, ceded by Y to Z in 1939, *as its own*"."""
    row = rows[position]
    if row.text not in _LEADING or rows[position - 1].text != "," or _is_as_well(rows, position):
        return
    at = row.head
    for _ in range(_MAX_CLIMB):
        if rows[at].label in _INSERTED or rows[at].head == at:
            break
        at = rows[at].head
    opens = next((i for i in range(rows[at].head + 1, at + 1) if rows[i].text == ","), None)
    if rows[at].label not in _INSERTED or at > position or opens is None or opens > at:
        return
    verb = rows[at].head
    for _ in range(_MAX_CLIMB):
        if rows[verb].part_of_speech == "VERB" or rows[verb].label in NOUN_SUBJECT or rows[verb].head == verb:
            break
        verb = rows[verb].head
    if rows[verb].part_of_speech == "VERB" and verb < at:
        row.head, row.label = verb, "prep"
