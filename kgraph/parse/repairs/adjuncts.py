"""What stands beside a clause or opens it, where the model took its words for another's.

"With the isle *under X's control*, Y": what is said of the isle is not the verb's. "*Ankara*, the only state to do so,
was": the name is the subject, not what is apposed to it.
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    INSERTION_MARKS,
    NOUN_SUBJECT,
    PAST_OR_PRESENT,
    Row,
    climb,
    is_below,
    is_helped,
    phrase_start,
)
from kgraph.times import SPANS

__all__ = [
    "free_from_span",
    "give_noun",
    "give_object",
    "give_pronoun",
    "give_shifted",
    "hang_line",
    "hang_state",
    "join_objects",
    "join_to_main_verb",
    "open_clause",
    "part_given",
    "take_for_particle",
    "take_for_subject",
    "take_share",
]

_PARTICLES = frozenset({"off", "on", "out", "over", "up"})
_SHARES = frozenset({"all", "half", "most", "much", "part", "some"})
_ASIDE = frozenset({"advcl", "advmod", "dep", "npadvmod"})  # what becomes of a name before an apposition
_GIVING = frozenset(
    {"accord", "allot", "allow", "assign", "award", "cede", "concede", "cost", "deny", "give"}
    | {"grant", "lease", "offer", "promise", "restore", "return", "sell", "surrender", "transfer"}
)
_MAX_OPENING = 80  # words before a verb and its subject
_ARTICLES = frozenset(
    {"a", "all", "an", "any", "half", "its", "most", "one", "part", "some", "the", "their", "two"}
)
_TOPICAL = frozenset({"about", "on", "over"})
_OPENING = frozenset({"after", "before", "despite", "during", "following", "since"})
_BESIDE = frozenset({"appos", "conj"})
_STATES = frozenset({"in", "under", "within"})
_BELOW = frozenset({"advcl", "ccomp", "conj", "dep", "xcomp"})  # what becomes of the clause behind "that"
_MAX_STATE = 6  # words from "with" to what is said of what is there


@repair(labels={"prep"}, words=_OPENING)
def give_noun(rows: Sequence[Row], position: int) -> None:
    """Give a bare preposition the noun right behind it: "Mali and Niger, *after* two *wars* over the isle, agreed".

    The model made one more of those before of it.
    """
    if any(row.head == position for row in rows):
        return
    behind = range(position + 1, min(len(rows), position + _MAX_STATE))
    taken = (at for at in behind if rows[at].label in _BESIDE and rows[at].head < position)
    noun = next((at for at in taken if rows[at].part_of_speech == "NOUN"), None)
    if noun is not None and phrase_start(rows, noun) == position + 1:
        rows[noun].head, rows[noun].label = position, "pobj"


@repair(labels={"conj"}, tags={"VBP", "VBZ"})
def join_to_main_verb(rows: Sequence[Row], position: int) -> None:
    """Join to a main verb what the model joined to a participle below: "regards X as occupied land and *calls* for".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb.
    """
    row = rows[position]
    if rows[row.head].label != "amod" or any(r.head == position and r.label in NOUN_SUBJECT for r in rows):
        return
    above = climb(rows, row.head, lambda r: r.tag not in PAST_OR_PRESENT)
    if rows[above].tag == row.tag and above < row.head:
        joining = next((r for r in rows[row.head : position] if r.label == "cc" and r.head == row.head), None)
        row.head = above
        if joining is not None:
            joining.head = above


@repair(labels={"nsubj"})
def give_object(rows: Sequence[Row], position: int) -> None:
    """Make a second subject behind the verb its object: "Vanuatu, a chain of islands, claims Matthew *Island*"."""
    row = rows[position]
    verb = rows[row.head]
    if row.head > position or verb.tag not in PAST_OR_PRESENT or verb.part_of_speech != "VERB":
        return
    if any(other.head == row.head and other.label == "nsubj" for other in rows[: row.head]):
        row.label = "dobj"


@repair(labels={"prep"}, words=_TOPICAL)
def free_from_span(rows: Sequence[Row], position: int) -> None:
    """Give a verb what it is about, which the model hung on how long: "have talked for years *about* the waters"."""
    row = rows[position]
    span, opening = rows[row.head], rows[rows[row.head].head]
    if span.lemma in SPANS and span.label == "pobj" and opening.text == "for":
        row.head = opening.head


@repair(labels={"amod", "compound", "det", "nmod"}, words={"him", "them"})
def give_pronoun(rows: Sequence[Row], position: int) -> None:
    """Make a pronoun the verb's object, and no part of a time behind: "held *them* post-World War II"."""
    row, noun = rows[position], rows[rows[position].head]
    if row.head > position and noun.label == "dobj" and noun.head < position:
        row.head, row.label = noun.head, "dobj"
        noun.label = "npadvmod"


@repair(labels={"appos"})
def give_shifted(rows: Sequence[Row], position: int) -> None:
    """Make what is given the object where it stands behind to whom: "ceded to Poland *the corridor* and Posen".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what may be given.
    """
    row, taker = rows[position], rows[rows[position].head]
    preposition = rows[taker.head]
    verb = rows[preposition.head]
    is_given = verb.part_of_speech == "VERB" and verb.lemma in _GIVING and verb.tag != "VBN"
    if not is_given or preposition.text != "to" or taker.part_of_speech != "PROPN" or row.head > position:
        return
    begins = rows[row.head + 1].text.lower() in _ARTICLES
    if begins and not any(r.head == preposition.head and r.label == "dobj" for r in rows):
        row.head, row.label = preposition.head, "dobj"


@repair(tags={"NN", "NNS"}, words={"that", "those"})
def hang_line(rows: Sequence[Row], position: int) -> None:
    """Hang a second line on the first: "fixed its *border* with Laos in 1991 and *that* with Vietnam in 1999".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "that", which the model read as the line.
    """
    row = rows[position]
    before = range(position - 1, max(-1, position - _MAX_OPENING), -1)
    first = next((at for at in before if rows[at].lemma == row.lemma and rows[at].label != "conj"), None)
    joining = next((at for at in before[:1] if rows[at].label == "cc"), None)
    if first is None or joining is None or row.label in NOUN_SUBJECT:
        return
    row.head, row.label = first, "conj"
    rows[joining].head = first


@repair(labels={"dobj"})
def part_given(rows: Sequence[Row], position: int) -> None:
    """Part who gets something from what it gets: "gave *Somalia* most of a wedge", "gave *Germany* Alsace".

    Of two names behind the verb the model makes one.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be what is given.
    """
    verb = rows[position].head
    if not verb < position - 1 or rows[verb].lemma not in _GIVING:
        return
    behind = range(verb + 1, position)
    is_given_to = any(row.head == verb and row.text == "to" for row in rows[position:])
    if len(behind) == 1 and not is_given_to and _is_name_before(rows, behind[0], position):
        rows[behind[0]].head, rows[behind[0]].label = verb, "dative"
        return
    given = [at for at in behind if rows[at].head == verb and rows[at].label == "dobj"]
    if len(given) == 1 and rows[given[0]].part_of_speech == "PROPN" and rows[given[0] + 1].text != ",":
        rows[given[0]].label = "dative"


def _is_name_before(rows: Sequence[Row], first: int, name: int) -> bool:
    """Tell whether a name stands right before another, and as a part of it."""
    is_part = rows[first].head == name and rows[first].label in {"compound", "nmod"}
    return is_part and rows[first].part_of_speech == rows[name].part_of_speech == "PROPN"


@repair(labels={"prep"}, words=_PARTICLES)
def take_for_particle(rows: Sequence[Row], position: int) -> None:
    """Take for a part of its verb what governs nothing: "held *on* to the port"."""
    row, behind = rows[position], rows[position + 1 :]
    is_particle = row.tag == "RP" or any(r.text == "to" and r.head == row.head for r in behind[:1])
    if (
        is_particle
        and rows[row.head].part_of_speech == "VERB"
        and not any(r.head == position for r in behind)
    ):
        row.label, row.tag = "prt", "RP"


@repair(labels={"advmod"}, words=_SHARES)
def take_share(rows: Sequence[Row], position: int) -> None:
    """Make a share right behind a verb its object, and no adverb: "Laos controls *most* of the plain"."""
    row, verb = rows[position], rows[position - 1]
    if row.head != position - 1 or row.text not in _SHARES or not position:
        return
    is_of = (
        position + 1 < len(rows) and rows[position + 1].text == "of" and rows[position + 1].head == position
    )
    has_object = any(other.head == row.head and other.label == "dobj" for other in rows)
    if is_of and verb.part_of_speech == "VERB" and not has_object:
        row.label = "dobj"


@repair(labels={"det"}, words={"that"})
def open_clause(rows: Sequence[Row], position: int) -> None:
    """Let "that" open a clause whose verb has no subject: "told the council *that Venezuela*, having left it, was".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "that".
    """
    row, name = rows[position], rows[position].head
    if row.text != "that" or name < position or rows[name].tag != "NNP":
        return
    above = rows[name].head
    ahead = range(name + 1, min(len(rows), name + _MAX_OPENING))
    verbs = (at for at in ahead if rows[at].head == above and rows[at].label in _BELOW)
    verb = next(
        (at for at in verbs if _is_finite(rows, at) and not _has_subject(rows, at)),
        None,
    )
    if above > position or verb is None:
        return
    rows[name].head, rows[name].label = verb, "nsubj"
    row.head, row.label, rows[verb].label = verb, "mark", "ccomp"
    for other in rows[name + 1 : verb]:
        if other.head == above and other.label in _BELOW:
            other.head, other.label = verb, "advcl"


def _is_finite(rows: Sequence[Row], verb: int) -> bool:
    return rows[verb].tag in PAST_OR_PRESENT or is_helped(rows, verb)


def _has_subject(rows: Sequence[Row], verb: int) -> bool:
    return any(row.head == verb and row.label in ANY_SUBJECT for row in rows[:verb])


@repair(labels=_ASIDE)
def take_for_subject(rows: Sequence[Row], position: int) -> None:
    """Make a name the subject where the model took the apposition for it: "*Ankara*, the only state to do so, was".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a name.
    """
    row, verb = rows[position], rows[position].head
    is_aside = row.part_of_speech == "PROPN" and position + 2 < verb
    if not is_aside or row.text.lower() in load_cues().calendar_names:
        return
    mark = position + 1
    while mark < verb and is_below(rows, mark, position):
        mark += 1
    subject = next((at for at in range(mark, verb) if _is_subject_of(rows, at, verb)), None)
    if subject is None or rows[mark].text not in INSERTION_MARKS or not _ends_with_mark(rows, subject, verb):
        return
    if not all(is_below(rows, at, subject) for at in range(mark + 1, subject)):
        return
    row.label = rows[subject].label
    rows[subject].head, rows[subject].label = position, "appos"


def _is_subject_of(rows: Sequence[Row], at: int, verb: int) -> bool:
    row = rows[at]
    return row.head == verb and row.label in NOUN_SUBJECT and row.part_of_speech == "NOUN"


def _ends_with_mark(rows: Sequence[Row], subject: int, verb: int) -> bool:
    """Tell whether a comma or dash parts a subject from its verb."""
    between = [at for at in range(subject + 1, verb) if not is_below(rows, at, subject)]
    return bool(between) and rows[between[0]].text in INSERTION_MARKS and rows[between[0]].label == "punct"


@repair(labels={"prep"}, words=_STATES)
def hang_state(rows: Sequence[Row], position: int) -> None:
    """Hang what is said of what "with" leads to on that: "with the isle *under* X's control"."""
    row = rows[position]
    opening = rows[row.head]
    if row.text not in _STATES or row.head > position or opening.text.lower() != "with":
        return
    goals = (at for at in range(position - 1, row.head, -1) if rows[at].head == row.head)
    goal = next((at for at in goals if rows[at].label == "pobj"), None)
    if goal is not None and position - row.head <= _MAX_STATE:
        row.head = goal


@repair(labels={"pobj"})
def join_objects(rows: Sequence[Row], position: int) -> None:
    """Join a second object to the first that the model hung on the preposition: "after losing X and *part* of Y"."""
    row = rows[position]
    if row.head > position:
        return
    verb = next((at for at in range(row.head + 1, position) if _is_object_of(rows, at, row.head)), None)
    if verb is None or rows[verb].tag != "VBG":
        return
    below = [at for at in range(verb + 1, position) if rows[at].head == verb]
    things = [at for at in below if rows[at].label == "dobj"]
    if things and any(rows[at].label == "cc" and at > things[-1] for at in below):
        row.head, row.label = things[-1], "conj"


def _is_object_of(rows: Sequence[Row], at: int, preposition: int) -> bool:
    return rows[at].label == "pcomp" and rows[at].head == preposition
