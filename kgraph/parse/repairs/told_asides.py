"""Asides that tell what the name before them was and when: "in Malta, *then a British colony*, people voted".

The model hangs what such an aside says on the verb, or makes it what the time is of: "at *the time part* of Serbia".
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import ANY_SUBJECT, FINITE, INSERTION_MARKS, NOUN_SUBJECT, NOUNS, VERBS, Row, is_below
from kgraph.times import MONTHS, WEEKDAYS, is_year

__all__ = ["tell_of_name"]

_THEN = frozenset(
    """
    currently formerly historically initially long nominally now officially once originally previously still then today
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_PHRASES = (
    ("at", "that", "time"),
    ("at", "the", "time"),
    ("by", "then"),
    ("until", "then"),
    ("since", "then"),
)
_WHEN = frozenset({"before", "from", "since", "till", "until"})
_HOLDING = frozenset(
    {"administer", "annex", "capture", "claim", "control", "govern", "hold", "occupy", "rule", "seize"}
)
_ENDS = INSERTION_MARKS | {".", ";", ")"}
_BEFORE_NOUN = frozenset(
    {"CD", "DT", "HYPH", "JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "PDT", "POS", "RB", "RBS", "VBG", "VBN"}
)
_OF_NOUN = {"DT": "det", "CD": "nummod", "POS": "case", "HYPH": "punct", "NN": "compound", "NNP": "compound"}
_LISTED = frozenset({"cc", "conj"})
_TELLING_ON = frozenset({"acl", "appos", "relcl"})
_TAKING_UP = frozenset({"that", "the", "these", "this", "those"})
_MAX_ASIDE = 16  # words


@repair(words=INSERTION_MARKS)
def tell_of_name(rows: Sequence[Row], position: int) -> None:
    """Hang an aside on the name before its comma: "Kosovo, *at the time part* of Serbia", "Ifni, *then held* by X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the comma or dash behind the name.
    """
    name, start = position - 1, position + 1
    is_hyphen = rows[position].text == "-" and not rows[position].space
    if name < 0 or is_hyphen or not _is_place(rows, name):
        return
    end = next((i for i in range(start, min(start + _MAX_ASIDE, len(rows))) if rows[i].text in _ENDS), None)
    said_from = _behind_time(rows, start)
    if end is None or said_from >= end or not (start < said_from or _stands_bare(rows, start, end)):
        return
    core, label = _what_is_said(rows, said_from, end)
    if core is None or rows[core].head == core or _is_listed(rows, name, core):
        return
    if is_below(rows, name, core) and not _lift(rows, name, core):
        return
    _gather(rows, core, range(start, said_from), range(said_from, end))
    _free_rest(rows, core, name, range(start, end))
    rows[core].head, rows[core].label = _owner(rows, name, label), label


def _is_place(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a word is a name, or takes a place up: "the *island*, then part of X"."""
    row = rows[at]
    takes_up = at > 0 and rows[at - 1].text.lower() in _TAKING_UP and row.lemma in load_cues().places_nouns
    if row.text in MONTHS or row.text.lower() in WEEKDAYS:
        return False
    return row.part_of_speech == "PROPN" or (row.part_of_speech == "NOUN" and takes_up)


def _owner(rows: Sequence[Row], name: int, label: str) -> int:
    """Give what an aside is of: a name, or what is held of the land of that name: "the *half* of X, held by Y"."""
    of = rows[name].head
    part = rows[of].head
    is_part = rows[of].text == "of" and rows[part].lemma in load_cues().places_pieces
    return part if label == "acl" and is_part else name


def _is_listed(rows: Sequence[Row], name: int, core: int) -> bool:
    """Tell whether a word goes on with a list or with a noun further up: "held by X, *claimed* by Y"."""
    if rows[core].tag in {"VBD", "VBN"} and rows[rows[name].head].label == "agent":
        return True
    above = rows[core].head
    is_of_noun = rows[core].label == "acl" and above < name  # "the *half* of X, long claimed by Y"
    return is_of_noun or (rows[core].label == "conj" and rows[above].part_of_speech in NOUNS)


def _lift(rows: Sequence[Row], name: int, core: int) -> bool:
    """Hang what a name stands in on the verb above what is said of the name; tell whether there is one."""
    verb, top = rows[core].head, name
    while rows[top].head != core:
        top = rows[top].head
    if rows[verb].part_of_speech not in VERBS or verb < core:
        return False
    rows[top].head = verb
    if top == name:
        rows[top].label = "nsubj"
    return True


def _behind_time(rows: Sequence[Row], start: int) -> int:
    """Give where an aside goes on behind the time that opens it; where it begins, if none does."""
    words = [row.text.lower() for row in rows[start : start + 4]]
    if not words:
        return start
    if words[0] in _THEN:
        return start + 1
    phrase = next((each for each in _PHRASES if tuple(words[: len(each)]) == each), None)
    if phrase:
        return start + len(phrase)
    if words[0] not in _WHEN:
        return start
    year = start + 1 + (start + 1 < len(rows) and rows[start + 1].text in MONTHS)
    return year + 1 if year < len(rows) and is_year(rows[year].text) else start


def _stands_bare(rows: Sequence[Row], start: int, end: int) -> bool:
    """Tell whether an aside needs no time: "in Ifni, *held* by X, people", "Hatay, *part* of X", "Macau, *a city*"."""
    first, after = rows[start], rows[start + 1]
    if first.text in {"a", "an"}:
        return True
    if any(row.tag in FINITE and row.label != "ROOT" for row in rows[start + 1 : end]):
        return False
    return (first.lemma in _HOLDING and first.tag == "VBN") or (first.text == "part" and after.text == "of")


def _what_is_said(rows: Sequence[Row], start: int, end: int) -> tuple[int | None, str]:
    """Give the word that says what a place is, and its label: a part, "held by X", "under X's rule"."""
    first = rows[start]
    if first.tag in {"VBD", "VBN"}:
        is_passive = any(row.text == "by" and row.head == start for row in rows[start:end])
        return (start, "acl") if is_passive else (None, "")
    if first.text.lower() == "under":
        return start, "prep"
    last = start
    while last < end and rows[last].tag in _BEFORE_NOUN:
        last += 1
    while last > start and rows[last - 1].tag != "NN":
        last -= 1  # "a region *long held* by X"
    noun = last - 1
    is_place = noun >= start and rows[noun].tag == "NN" and rows[noun].lemma in load_cues().places_nouns
    is_bare = rows[start - 1].text in INSERTION_MARKS
    acts = is_bare and (rows[last].tag in FINITE or _acts_alone(rows, noun))
    return (noun, "appos") if is_place and not acts else (None, "")


def _acts_alone(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether a noun is a subject, and its verb has no other: "in X, *a town* was", not "a town, *people*"."""
    row = rows[noun]
    others = (r for at, r in enumerate(rows) if at != noun and r.head == row.head and r.label in ANY_SUBJECT)
    return row.label in NOUN_SUBJECT and not any(others)


def _gather(rows: Sequence[Row], core: int, time: range, said: range) -> None:
    """Hang the words of an aside that hang elsewhere on the one that says what it is."""
    inside = range(time.start, said.stop)
    for at in time:
        row = rows[at]
        if at == time.start:
            row.head, row.label = core, "prep" if len(time) > 1 and row.tag == "IN" else "advmod"
        elif at == time.stop - 1:
            row.head, row.label = time.start, "pobj" if row.tag in {"CD", "NN"} else "pcomp"
        else:
            row.head, row.label = time.stop - 1, "det" if row.tag == "DT" else "nmod"
    for at in said:
        row = rows[at]
        if at == core or (row.head in inside and row.head not in time):
            continue
        row.head = core
        if at < core:
            row.label = _OF_NOUN.get(row.tag, "amod") if rows[core].tag == "NN" else "advmod"


def _free_rest(rows: Sequence[Row], core: int, name: int, inside: range) -> None:
    """Hang what hung in an aside from outside on the verb above: "left X, then held by Y, *on* Monday"."""
    verb = name
    while (
        rows[verb].part_of_speech not in VERBS and rows[verb].head != verb and rows[verb].head not in inside
    ):
        verb = rows[verb].head
    for at, row in enumerate(rows):
        # "an atoll, *located* north", "held by X, *Y* and Z"
        is_told_on = (row.head == core and row.label in _TELLING_ON) or row.label in _LISTED
        if at not in inside and row.head in inside and at != name and not is_told_on:
            row.head = verb if row.label != "punct" or verb != at else core
