"""Prepositional phrases hung on the wrong word: "cede X *to Y*", "the seizure of X *by Y*", "the area *west of X*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUN_SUBJECT, Row, has_passive, is_below, is_helped
from kgraph.times import MONTHS, is_year

__all__ = ["BEARINGS", "hang_preposition"]

# What may follow a noun to say where the land is: "the area west of the river".
BEARINGS = frozenset({"east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"})
_AROUND = frozenset({"around", "near", "off", "surrounding"})
_EXTENTS = frozenset({"entirety", "full", "part", "whole"})
_EXPANSES = frozenset({"airspace", "area", "land", "sea", "water", "zone"})
_LEADING = frozenset({"against", "as", "from", "to"})  # no place's name has one of these behind it
_MAX_OWNER = 6  # words from an owner to what is his
_PARTIES = frozenset({"between", "on", "over", "with"})  # what these open says nothing of a town
_PRIZED = frozenset({"about", "for", "over"})  # what two fight for
_ONTO = frozenset({"in", "into", "of", "on"})  # what an act is done to
_WHERE = frozenset({"at", "in"})
_ASKING = frozenset({"how", "where", "whether", "who", "whose"})
_BACK = frozenset({"back", "home"})
_NEARER = frozenset({"close", "closer", "near", "nearer", "next"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_HANDED_OVER = {"hand": "hand", "handing": "hand", "turn": "turn", "turning": "turn"}
_GERUND_LABELS = {"dobj": "xcomp", "pobj": "pcomp"}
_BROUGHT_IN = frozenset({"bring", "call", "ferry", "fly", "rush", "send", "ship"})
_HELPERS = frozenset({"peacekeeper", "reinforcement"})
_GIVEN_TO = frozenset({"dative", "prep"})
_INSERTED = frozenset({"acl", "advcl", "relcl"})
_LINES = frozenset({"border", "boundary", "frontier"})
_MONTHS = frozenset(MONTHS)
_MAX_NAME = 6  # words, of who acts
_MAX_CLIMB = 6
_MAX_BACK = 20  # words between a verb's object and a phrase behind it
_PREPOSITIONS = frozenset({"advmod", "agent", "amod", "dative", "prep"})


@repair(labels=_PREPOSITIONS | {"conj", "prt"})
def hang_preposition(rows: Sequence[Row], position: int) -> None:
    """Hang the phrase that a word opens where it belongs.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be a preposition.
    """
    _take_for_means(rows, position)
    _go_on_with_phrase(rows, position)
    _free_from_actor(rows, position)
    _take_for_particle(rows, position)
    _take_for_particle_of_bringing(rows, position)
    _take_for_preposition(rows, position)
    _complete_with_clause(rows, position)
    if rows[position].label not in _PREPOSITIONS or not position:
        return
    _hang_on_act(rows, position)
    _hang_on_nominal_act(rows, position)
    _hang_on_act_on_land(rows, position)
    _hang_on_place(rows, position)
    _hang_on_line(rows, position)
    _hang_on_second(rows, position)
    _free_from_name(rows, position)
    _free_from_place(rows, position)
    _free_from_way_back(rows, position)
    _free_from_way_out(rows, position)
    _free_from_nearness(rows, position)
    _free_from_insertion(rows, position)
    _free_from_date(rows, position)
    _free_from_agent(rows, position)
    _free_from_extent(rows, position)
    _free_from_party(rows, position)


def _take_for_means(rows: Sequence[Row], position: int) -> None:
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


def _take_for_particle(rows: Sequence[Row], position: int) -> None:
    """Give a verb the object that its particle was taken to open: "will next hand *over* control of X to Y"."""
    row, verb = rows[position], rows[position - 1]
    is_behind = row.text == "over" and row.label in {"prep", "prt"} and row.head == position - 1
    if not is_behind or verb.lemma not in _HANDED_OVER:
        return
    is_noun = verb.part_of_speech == "NOUN" and is_helped(rows, position - 1)
    below = next((r for r in rows[position + 1 :] if r.head == position and r.label == "pobj"), None)
    given_to = any(r.text == "to" and r.label in _GIVEN_TO for r in rows[position + 1 :])
    has_object = any(r.head == position - 1 and r.label in _OBJECTS for r in rows)
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


def _take_for_particle_of_bringing(rows: Sequence[Row], position: int) -> None:
    """Give a verb the forces that its "in" was taken to open: "riots broke out, and X sent *in* troops"."""
    row, verb = rows[position], rows[position - 1]
    is_in = row.text.lower() == "in" and row.label in {"prep", "prt"} and row.head == position - 1
    if not position or not is_in or verb.lemma not in _BROUGHT_IN:
        return
    below = next((r for r in rows[position + 1 :] if r.head == position and r.label == "pobj"), None)
    has_object = any(r.head == position - 1 and r.label in _OBJECTS for r in rows)
    if below is None or has_object or below.tag not in {"NNS", "NNPS"}:
        return
    if below.lemma in load_cues().agents_serving | _HELPERS:
        row.label, row.tag = "prt", "RP"
        below.head, below.label = position - 1, "dobj"


def _complete_with_clause(rows: Sequence[Row], position: int) -> None:
    """Give a preposition the clause behind it, however the model calls that: "differ on *where* the line *runs*"."""
    opens = rows[position + 1].text if position + 1 < len(rows) else ""
    if opens not in _ASKING or rows[position].label != "prep":
        return
    verb = rows[position + 1].head
    if rows[verb].head in {position, rows[position].head} and rows[verb].label == "ccomp":
        rows[verb].head, rows[verb].label = position, "pcomp"


def _take_for_preposition(rows: Sequence[Row], position: int) -> None:
    """Give "off" its place where the model made it a particle of the water before: "claims waters *off* Sabah"."""
    row, water = rows[position], rows[position - 1]
    is_behind = row.text == "off" and row.label == "prt" and row.head == position - 1
    if not is_behind or water.part_of_speech != "NOUN" or water.lemma.lower() not in _EXPANSES:
        return
    coast = next((r for r in rows[position + 1 :] if r.head == position - 1 and r.label == "dobj"), None)
    if coast is not None:
        row.label, row.tag, row.part_of_speech = "prep", "IN", "ADP"
        coast.head, coast.label = position, "pobj"


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


def _free_from_actor(rows: Sequence[Row], position: int) -> None:
    """Hang on a verb the phrase that the model joined to who acts: "claimed by Syria but *under* occupation"."""
    row, by = rows[position], rows[rows[position].head]
    if row.label == "conj" and row.tag == "IN" and row.text != by.text and by.label == "agent":
        row.head, row.label = by.head, "prep"


def _free_from_extent(rows: Sequence[Row], position: int) -> None:
    """Give a verb who acts, where the model hung him on how much of it is meant: "claimed in part *by China*"."""
    row, extent = rows[position], rows[rows[position].head]
    verb = rows[extent.head].head
    is_extent = row.text == "by" and extent.label == "pobj" and extent.text.lower() in _EXTENTS
    if is_extent and rows[extent.head].text == "in" and rows[verb].tag in {"VBD", "VBN"}:
        row.head, row.label = verb, "agent"


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


def _hang_on_act(rows: Sequence[Row], position: int) -> None:
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


def _hang_on_nominal_act(rows: Sequence[Row], position: int) -> None:
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


def _hang_on_act_on_land(rows: Sequence[Row], position: int) -> None:
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


def _hang_on_place(rows: Sequence[Row], position: int) -> None:
    """Hang "west of X" and "around X" on the land or water before it, where the model hung it on the verb."""
    row, place = rows[position], rows[position - 1]
    is_bearing = row.text.lower() in BEARINGS and row.label in {"advmod", "prep", "amod"}
    is_around = row.text.lower() in _AROUND and row.label == "prep" and place.lemma.lower() in _EXPANSES
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
    is_object = rows[first].label in _OBJECTS and rows[verb].part_of_speech == "VERB"
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


def _free_from_way_out(rows: Sequence[Row], position: int) -> None:
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


def _free_from_nearness(rows: Sequence[Row], position: int) -> None:
    """Hang on the verb to what something is brought nearer: "moved troops *closer to* the border"."""
    row, nearer = rows[position], rows[rows[position].head]
    is_nearer = row.text == "to" and row.head == position - 1 and nearer.text in _NEARER
    thing = rows[nearer.head]
    if is_nearer and nearer.label == "amod" and nearer.head < position - 1 and thing.label in _OBJECTS:
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
