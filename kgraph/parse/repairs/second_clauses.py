"""Clauses joined by "and" without a comma, where the model took the second subject for a fellow of the name before it.

"Peru has ceded the port to Bolivia and *Chile* is protesting": a name on both sides of "and" looks like a list of two.
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    FINITE,
    NOUN_SUBJECT,
    PAST_OR_PRESENT,
    Row,
    full_verb,
    has_passive,
    is_below,
    is_helped,
    subject_label,
)

__all__ = [
    "go_on_behind_time",
    "go_on_with_main_clause",
    "go_on_with_participle",
    "go_on_with_passive",
    "go_on_with_speaker",
    "part_clauses",
    "part_over_insertion",
    "part_spliced",
    "take_for_passive",
]

_ASKING = frozenset({"ask", "call", "protest", "urge", "warn"})
_DECIDING = frozenset({"decide", "determine", "judge", "resolve"})
_JOINED = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis"})  # what becomes of the second clause
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})  # tags
_RELATIVE_PRONOUNS = frozenset({"which", "whom", "whose"})
_SUBORDINATE = frozenset({"mark", "advmod"})  # "that", "when": what opens another sort of clause
_ONE = frozenset({"does", "has", "is", "was"})  # said of one alone
_JOINING = frozenset({"and", "but"})
_TIMES = frozenset({"after", "as", "before", "since", "when", "while"})  # open a clause that says when
_MAX_NAME = 6  # words
_MAX_SERIES = 30  # words from a participle on, among which the series ends
_QUOTING = frozenset({'"', "“", "”"})
_MAX_ADVERBS = 2  # between a subject and its verb


@repair(labels={"conj"})
def part_clauses(rows: Sequence[Row], position: int) -> None:
    """Give "and" its second clause, where the model made one noun of two: "to Bolivia and *Chile* is protesting".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the second subject.
    """
    row = rows[position]
    if row.head > position:
        return
    _part_existence(rows, position)
    if row.label == "conj":
        _part_deeds(rows, position)


def _part_existence(rows: Sequence[Row], position: int) -> None:
    """Part what is there from what it is like: "there is one China and *Taiwan* is part of it"."""
    row, first = rows[position], rows[position].head
    if rows[first].label != "nsubj":
        return
    second = rows[first].head
    opening = (at for at in range(first - 1, max(-1, first - _MAX_NAME), -1) if rows[at].label == "expl")
    there = next(opening, None)
    if there is None or rows[second].tag != "VBZ" or second < position:
        return
    copula = rows[there].head
    if rows[copula].lemma == "be" and copula < first and not is_below(rows, copula, second):
        rows[first].head, rows[first].label = copula, "attr"
        row.head, row.label = second, "nsubj"
        rows[second].head, rows[second].label = copula, "conj"


def _part_deeds(rows: Sequence[Row], position: int) -> None:
    """Part two verbs with their subjects: "to Bolivia and *Chile* is protesting"."""
    joined = _joining(rows, position)
    finite = _finite_behind(rows, position)
    if joined is None or finite is None:
        return
    second = full_verb(rows, finite)
    first = _first_verb(rows, second, position)
    if second < finite or first is None or first > joined:
        return
    below = [at for at in range(first + 1, finite) if rows[at].head == second]
    if any(rows[at].label in _SUBORDINATE for at in below if at < position):
        return
    relative = (at for at in range(first + 1, position) if rows[at].text in _RELATIVE_PRONOUNS)
    if any(is_below(rows, at, second) for at in relative):
        return  # "a step in *which* Peru and Chile followed it"
    subjects = [at for at in below if rows[at].label in NOUN_SUBJECT]
    if subjects and any(row.text == ";" for row in rows[first:joined]):
        return  # "prices rose; *Peru, Chile and Bolivia* met": all of them belong to the second
    is_apart = rows[joined].text == "but"  # joins no subjects but behind "not only"
    if not is_apart and not all(_is_taken_in(rows, subject, position, finite) for subject in subjects):
        return
    if any(rows[_before_phrase(rows, subject)].label == "cc" for subject in subjects):
        return  # "prices rose and *Peru and Chile* met": both belong to the second
    role = subject_label(is_passive=has_passive(rows, second, slice(position, second)))
    if _opens_clause(rows, rows[position].head):
        # "...; *Denmark and Iceland* dispute", "... and *both Denmark and Iceland* dispute": both belong to the second
        position = rows[position].head
    else:
        rows[joined].head = first
    for subject in subjects:
        rows[subject].head, rows[subject].label = first, "dobj"
    rows[position].head, rows[position].label = second, role
    rows[second].head, rows[second].label = first, "conj"


def _first_verb(rows: Sequence[Row], second: int, position: int) -> int | None:
    """Give the verb that the model hung the second one on, be it by a noun: "sent *soldiers* to X and Y was asked"."""
    above = rows[second].head
    if rows[second].label == "relcl":
        opening = (at for at in range(above + 1, position) if rows[at].tag in _RELATIVE)
        if any(is_below(rows, at, second) for at in opening):  # "the treaty *by which* A and *B* divided X"
            return None
        above = rows[above].head
    elif rows[second].label not in _JOINED:
        return None
    return above if rows[above].part_of_speech in {"AUX", "VERB"} else None


def _joining(rows: Sequence[Row], position: int) -> int | None:
    """Give the place of the "and" before a noun and what describes it, where a name or a noun stands before that."""
    at = _before_phrase(rows, position)
    is_joining = at > 0 and rows[at].text in _JOINING and rows[at].label == "cc"
    return at if is_joining and rows[at - 1].text != "," else None


def _opens_clause(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether a noun with what describes it stands right behind a semicolon or ", and", or has "both"."""
    at = _before_phrase(rows, noun)
    if at < 0:
        return False
    is_joined = at > 0 and rows[at].text in _JOINING and rows[at - 1].text == ","
    return is_joined or rows[at].text == ";" or any(row.text.lower() == "both" for row in rows[at + 1 : noun])


def _before_phrase(rows: Sequence[Row], noun: int) -> int:
    """Give the place of the word before a noun and what describes it; -1 where there is none."""
    at = noun - 1
    while at > max(0, noun - _MAX_NAME) and rows[at].head == noun:
        at -= 1
    return at


def _finite_behind(rows: Sequence[Row], position: int) -> int | None:
    """Give the place of the finite verb that stands right behind a noun, be there an adverb between them."""
    at = position + 1
    while at < len(rows) and at - position <= _MAX_ADVERBS and rows[at].part_of_speech == "ADV":
        at += 1
    return at if at < len(rows) and rows[at].tag in FINITE else None


def _is_taken_in(rows: Sequence[Row], subject: int, position: int, finite: int) -> bool:
    """Tell whether the first verb's object was taken for the second's subject: "has *troops* in Syria and Iran is".

    Of what is said a clause may tell without "that": there, number alone tells ("says China and Japan *are*").
    """
    if not is_below(rows, position, subject):
        return False
    is_of_one = rows[finite].tag == "VBZ" or rows[finite].text in _ONE
    is_several = subject == rows[position].head or rows[subject].tag in {"NNS", "NNPS"}
    above = rows[rows[rows[subject].head].head]
    return (is_of_one and is_several) or above.lemma not in load_cues().reporting_verbs


@repair(labels={"ccomp"})
def part_spliced(rows: Sequence[Row], position: int) -> None:
    """Take a clause before a comma for no complement of the next: "X *departed*, Y followed, and Z stayed".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the first clause's verb.
    """
    row, second = rows[position], rows[position].head
    if second < position or rows[second].label != "ROOT":
        return
    between = range(position + 1, second)
    subject = next((at for at in between if rows[at].label in NOUN_SUBJECT and rows[at].head == second), None)
    own = any(
        r.head == position and r.label in NOUN_SUBJECT for r in rows[max(0, position - _MAX_NAME) : position]
    )
    if subject is None or not own or any(rows[at].text in _QUOTING for at in between):
        return
    has_object = any(r.head == second and r.label == "dobj" for r in rows[second : second + _MAX_NAME])
    is_parted = any(rows[at].text == "," for at in range(position, subject))
    if is_parted and (has_object or rows[second].lemma not in load_cues().reporting_verbs):
        row.label = "advcl"


@repair(labels={"conj"}, tags={"NNP", "NNPS"})
def part_over_insertion(rows: Sequence[Row], position: int) -> None:
    """Give a clause its subject before an insertion: "annexed X, and *Hungary*, by the award, obtained Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the name that may be the second subject.
    """
    first, start = rows[position].head, position + 1
    if first > position or start >= len(rows) or rows[start].text != "," or rows[position - 1].label != "cc":
        return
    verb = rows[first].head
    second = _verb_over_insertion(rows, start, verb)
    if second is None or rows[first].label != "dobj":
        return
    if rows[verb].head == second:  # the model made the first clause what is said in the second
        rows[verb].head, rows[verb].label = verb, "ROOT"
        rows[second].head, rows[second].label = verb, "conj"
    is_passive = has_passive(rows, second, slice(position, second))
    rows[position].head, rows[position].label = second, subject_label(is_passive=is_passive)
    rows[position - 1].head = verb
    for row in rows[start:second]:
        if row.head in {verb, position}:
            row.head = second


def _verb_over_insertion(rows: Sequence[Row], start: int, first: int) -> int | None:
    """Give the verb without a subject right behind the two commas of a phrase: ", *by the award*, obtained"."""
    end = next(
        (at for at in range(start + 2, min(len(rows), start + _MAX_SERIES)) if rows[at].text == ","), None
    )
    if end is None or end + 1 >= len(rows) or rows[start + 1].label != "prep":
        return None
    if rows[end + 1].tag not in PAST_OR_PRESENT:
        return None
    second = full_verb(rows, end + 1)
    row = rows[second]
    is_joined = row.head == first and row.label == "conj"
    is_above = rows[first].head == second and rows[first].label == "ccomp" and row.label == "ROOT"
    has_subject = any(r.head == second and r.label in NOUN_SUBJECT for r in rows[start:second])
    return second if (is_joined or is_above) and not has_subject else None


@repair(labels={"ccomp"}, tags=PAST_OR_PRESENT)
def go_on_behind_time(rows: Sequence[Row], position: int) -> None:
    """Go on with the verb behind "and in 2022": "annexed X in 2014 and in 2022 *proclaimed* the annexation of Y".

    The model made what is told first a complement of that verb, which has no subject of its own.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the first verb.
    """
    first, second = rows[position], rows[position].head
    if second < position or rows[second].label != "ROOT" or rows[second].tag != first.tag:
        return
    before = rows[max(0, position - _MAX_NAME) : position]
    own = any(r.head == position and r.label in NOUN_SUBJECT for r in before)
    between = range(position + 1, second)
    strange = any(rows[at].head == second and rows[at].label in NOUN_SUBJECT for at in between)
    mark = next(
        (at for at in reversed(between) if rows[at].text in _JOINING and rows[at].label == "cc"), None
    )
    if not own or strange or mark is None or rows[mark + 1].head != second or rows[mark + 1].label != "prep":
        return
    rows[mark].head = first.head = position
    first.label, rows[second].head, rows[second].label = "ROOT", position, "conj"
    for row in rows[second + 1 :]:
        if row.head == second and row.label == "punct":
            row.head = position


@repair(labels={"conj"}, tags=PAST_OR_PRESENT)
def go_on_with_main_clause(rows: Sequence[Row], position: int) -> None:
    """Go on with the main clause behind a time: "X protested after Y landed on the isle, and *said* that it was".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb that follows "and".
    """
    row, below = rows[position], rows[position].head
    main, opening = rows[below].head, position - 1
    is_joined = rows[opening].text == "and" and rows[opening - 1].text == "," and rows[opening].head == below
    if not is_joined or rows[below].label != "advcl" or not main < below < position:
        return
    is_timed = any(
        r.head == below and r.label in {"mark", "advmod"} and r.text in _TIMES for r in rows[main:below]
    )
    is_apart = any(r.text == "," for r in rows[main:below])  # "left, after X attacked, and"
    if is_timed and not is_apart and rows[main].tag == row.tag and rows[below].tag == row.tag:
        row.head = rows[opening].head = main


@repair(labels={"conj"}, tags=PAST_OR_PRESENT | {"VBN"})
def go_on_with_speaker(rows: Sequence[Row], position: int) -> None:
    """Go on with who speaks where no land does what follows: "X says the bank is its own and *has asked* Y to leave".

    Nor does any other thing take land: "X decided that its security was at stake and *occupied* Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb that follows "and".
    """
    row, told = rows[position], rows[position].head
    speaking, cues = rows[told].head, load_cues()
    is_report = rows[told].label == "ccomp" and rows[speaking].lemma in cues.reporting_verbs | _DECIDING
    taking = cues.places_held_by | cues.agents_ruling_verbs
    if (
        not is_report
        or not speaking < told < position
        or row.lemma not in cues.agents_acts | _ASKING | taking
    ):
        return
    land = next((r for r in rows[speaking:told] if r.head == told and r.label in NOUN_SUBJECT), None)
    own = any(r.head == position and r.label in NOUN_SUBJECT for r in rows[told:position])
    is_finite = row.tag != "VBN" or is_helped(rows, position)
    is_passive = has_passive(rows, position, slice(told, position))
    if land is None or not is_finite or own or is_passive:
        return
    acting = cues.agents_nouns | cues.agents_men | cues.agents_serving | cues.agents_fighting
    is_thing = land.tag == "NN" and row.lemma in taking and land.lemma not in acting
    if land.lemma in cues.places_nouns or is_thing:
        row.head = speaking


@repair(labels={"advcl"}, tags={"VBN"})
def go_on_with_passive(rows: Sequence[Row], position: int) -> None:
    """Take a participle for the next of a series: "was seized by X, *ceded* to Y in 1939 and taken by Z".

    Where each says by whom land is held or claimed, they are one though no date says so: "held by X, *claimed* by Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    row, first = rows[position], rows[position].head
    if first >= position or rows[position - 1].text != "," or rows[first].tag != "VBN":
        return
    behind = rows[position + 1 : position + 1 + _MAX_SERIES]
    goes_on = any(
        r.label == "conj" and r.head in {first, position} and r.tag in {"VBN", "VBD"} for r in behind
    )
    is_dated = any(r.tag == "CD" for r in behind)
    agents = {r.head for r in rows[first : position + 1 + _MAX_SERIES] if r.label == "agent"}
    cues = load_cues()
    is_of_land = row.lemma in cues.presupposed_takes or row.lemma in cues.places_held_by
    is_series = (goes_on and is_dated) or ({first, position} <= agents and is_of_land)
    if is_series and has_passive(rows, first, slice(first)):
        row.label = "conj"


@repair(labels={"conj", "dep"}, tags={"VBN"})
def go_on_with_participle(rows: Sequence[Row], position: int) -> None:
    """Take a participle behind a semicolon for another of a heading: "X: held by Y since 1954; *claimed* by Z"."""
    row, name = rows[position], rows[rows[position].head]
    is_behind = position > 2 and rows[position - 1].text == ";" and row.head < position
    if not is_behind or name.label != "ROOT" or name.part_of_speech != "PROPN":
        return
    if any(r.head == row.head and r.label == "acl" for r in rows[row.head : position]):
        row.label = "acl"


@repair(labels={"conj"}, tags={"VBD"})
def take_for_passive(rows: Sequence[Row], position: int) -> None:
    """Take for a passive what goes on with one and does nothing to anybody: "was seized by X and *annexed* in 1962"."""
    row, first = rows[position], rows[position].head
    if first > position or rows[first].tag != "VBN":
        return
    if row.lemma not in load_cues().places_held_by or not has_passive(rows, first, slice(first)):
        return
    behind = rows[first + 1 : position + _MAX_SERIES]
    if not any(r.head == position and r.label in {"dobj", *NOUN_SUBJECT} for r in behind):
        row.tag = "VBN"
