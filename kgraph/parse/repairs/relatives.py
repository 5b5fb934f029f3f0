"""Relative clauses that begin with more than a pronoun: "over *which* X has a claim", "*whose* independence X denies".

The model takes such a clause for an adverbial, or the name behind what "whose" has for a part of it.
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    COMPLEMENTS,
    FINITE,
    NOUN_SUBJECT,
    NOUNS,
    VERBS,
    Row,
    full_verb,
    is_below,
    subject_label,
)

__all__ = [
    "give_back_pronoun",
    "hang_bare_relative",
    "hang_relative",
    "lower_object",
    "lower_preposition",
    "lower_subject",
    "part_possessed",
    "part_relative",
    "take_for_relative",
]

_OF_EVENTS = frozenset({"after", "before", "since", "until", "upon"})  # "X fell, *after which* Y left"
_PRONOUNS = frozenset({"where", "which", "whom"})
_OBJECTIVE = frozenset({"that", "which", "whom", "whose"})
# Who does so does it to nothing but to do something else.
_SET_ON = frozenset(
    {"agree", "continue", "decide", "decline", "fail", "hesitate", "hope", "intend", "refuse", "vow"}
)
_CIRCUMSTANCES = frozenset(
    {"at", "by", "during", "in", "through", "under"}
)  # "a treaty *in which* X agreed to"
_STRAYED = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis", "pcomp"})  # what becomes of such a clause
_INSIDE = frozenset({"NN", "NNS", "JJ"})  # what "whose" has
_PLURAL = frozenset({"NNS", "NNPS"})
_LIKE_VERB = frozenset({"NNS", "NNPS", "VBD", "VBP", "VBZ"})
_ENDING = frozenset({",", ".", ";", "and", "but"})
_OF_NAME = frozenset({"compound", "det"})
_MAX_CLAUSE = 12  # words from the pronoun to the verb
_MAX_POSSESSED = 3  # words of what "whose" has


@repair(words=_PRONOUNS)
def hang_relative(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on the noun before it, where a preposition opens it: "Ceuta, *over which* X has never".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the relative pronoun.
    """
    at = position - 1
    # "to" before a pronoun may be taken for that of an infinitive.
    if at < 1 or (rows[at].part_of_speech != "ADP" and rows[at].text.lower() != "to"):
        return
    if rows[at].text.lower() in _OF_EVENTS:
        return
    noun = at - 2 if rows[at - 1].text == "," else at - 1
    if noun < 0 or rows[noun].part_of_speech not in NOUNS:
        return
    verb = _verb_behind(rows, position)
    if verb is None or rows[verb].label not in _STRAYED or is_below(rows, noun, verb):
        return
    if is_below(rows, noun, at):  # "a few *miles from* where X met Y": it measures how far
        return
    rows[verb].head, rows[verb].label = noun, "relcl"
    rows[at].head, rows[at].label, rows[at].part_of_speech = verb, "prep", "ADP"
    rows[position].head, rows[position].label = at, "pobj"


@repair(labels={"pobj"}, words=_PRONOUNS)
def lower_preposition(rows: Sequence[Row], position: int) -> None:
    """Hang the preposition of a relative clause on what its verb goes on to: "*to which* X never ceased to lay claim".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the relative pronoun.
    """
    row, at = rows[position], position - 1
    if row.head != at or at < 1:
        return
    verb = rows[at].head
    if rows[at].text.lower() in _CIRCUMSTANCES or rows[at].label not in {"dep", "prep"}:
        return
    if rows[verb].label != "relcl" or verb < position:
        return
    goal = _infinitive_of(rows, verb)
    if goal != verb and _has_object(rows, goal, goal):
        rows[at].head, rows[at].label, rows[at].part_of_speech = goal, "prep", "ADP"


@repair(words=_OBJECTIVE)
def lower_object(rows: Sequence[Row], position: int) -> None:
    """Give what a clause is about to what its verb goes on to: "*whose sovereignty* X agreed in 2024 to recognise".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the relative pronoun.
    """
    row = rows[position]
    object_ = row.head if row.text == "whose" else position
    verb = rows[object_].head
    is_object = rows[object_].label == "dobj" and object_ < verb
    if not is_object or rows[verb].label != "relcl" or rows[verb].lemma not in _SET_ON:
        return
    goal = _infinitive_of(rows, verb)
    if goal != verb and not _has_object(rows, goal, goal):
        rows[object_].head = goal


@repair(labels={"dobj"}, words=_OBJECTIVE)
def lower_subject(rows: Sequence[Row], position: int) -> None:
    """Make "which" the subject of what is said of it: "lands *which* X claimed *extended* to the river".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the relative pronoun.
    """
    verb = rows[position].head
    if verb < position or rows[verb].label != "relcl" or rows[verb].lemma not in load_cues().reporting_verbs:
        return
    behind = range(verb + 1, min(len(rows), verb + _MAX_CLAUSE))
    told = next((at for at in behind if rows[at].head == verb and rows[at].label == "ccomp"), None)
    if told is None or rows[told].tag not in FINITE | {"VBN"}:
        return
    if not any(
        row.head == told and (row.label in {*NOUN_SUBJECT, "mark"} or row.tag == "TO") for row in rows
    ):
        is_passive = any(rows[at].head == told and rows[at].label == "auxpass" for at in behind)
        rows[position].head, rows[position].label = told, subject_label(is_passive=is_passive)


@repair(labels={"relcl"})
def give_back_pronoun(rows: Sequence[Row], position: int) -> None:
    """Make "who" the subject of what somebody says of them: "rebels *who* Turkey says *attacked* its posts".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a verb.
    """
    row = rows[position]
    if row.lemma not in load_cues().reporting_verbs:
        return
    subjects = [
        at
        for at in range(row.head + 1, position)
        if rows[at].head == position and rows[at].label in NOUN_SUBJECT
    ]
    if len(subjects) != 2 or rows[subjects[0]].text not in {"that", "which", "who"}:
        return
    behind = range(position + 1, min(len(rows), position + _MAX_CLAUSE))
    told = next(
        (at for at in behind if rows[at].head == position and rows[at].label in {"ccomp", "xcomp"}), None
    )
    if told is None or any(rows[at].head == told and rows[at].label in NOUN_SUBJECT for at in behind):
        return
    is_passive = any(rows[at].head == told and rows[at].label == "auxpass" for at in behind)
    rows[subjects[0]].head, rows[subjects[0]].label = told, subject_label(is_passive=is_passive)
    rows[told].label = "ccomp"


def _verb_behind(rows: Sequence[Row], pronoun: int) -> int | None:
    """Give the verb whose subject is the first behind a pronoun."""
    for row in rows[pronoun + 1 : pronoun + 1 + _MAX_CLAUSE]:
        if row.label in NOUN_SUBJECT:
            is_ahead = row.head > pronoun and rows[row.head].part_of_speech in VERBS
            return row.head if is_ahead else None
    return None


@repair()
def part_relative(rows: Sequence[Row], position: int) -> None:
    """Give a relative clause its verb, where the model made one noun of it: "the isle *which Eritrea controls*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    if position + 2 >= len(rows):
        return
    is_which = rows[position].text in {"that", "which"}
    noun = position
    if is_which:
        noun = position - 2 if position > 1 and rows[position - 1].text == "," else position - 1
    name = _name_behind(rows, position)
    if noun < 0 or name is None or rows[noun].part_of_speech not in NOUNS:
        return
    verb = rows[name].head
    is_joined = rows[name].label == "compound" and verb in {name + 1, name + 2}
    if not is_joined or rows[verb].tag not in _LIKE_VERB or not rows[verb].text.islower():
        return
    if not is_which and (rows[verb].label != "appos" or rows[verb].tag in _PLURAL):
        return  # "a decision *Pakistan rejects*", but "the two Pakistan demands"
    if rows[position].text == "that" and not _ends_clause(rows, verb):
        return  # "says that *Turkey wants* it", "that *U.S. forces* raided"
    _take_for_verb(rows, name)
    rows[name].head, rows[name].label = verb, "nsubj"
    if is_which:
        rows[position].head, rows[position].label = verb, "dobj"
    if not is_below(rows, noun, verb):
        rows[verb].head, rows[verb].label = noun, "relcl"


@repair(labels={"mark"}, words={"that"})
def take_for_relative(rows: Sequence[Row], position: int) -> None:
    """Take for a relative clause what judges its noun and has no other object: "a claim *that* Y rejects".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the relative pronoun.
    """
    row, verb = rows[position], rows[position].head
    if row.text != "that" or rows[verb].label not in {"acl", "ccomp"}:
        return
    noun = rows[verb].head
    if noun != position - 1 or rows[noun].part_of_speech != "NOUN" or verb < position:
        return
    is_judging = rows[verb].lemma in load_cues().presupposed_stands
    if is_judging and not any(r.head == verb and r.label in COMPLEMENTS for r in rows[position:]):
        row.label, row.tag, row.part_of_speech = "dobj", "WDT", "PRON"
        rows[verb].label, rows[verb].part_of_speech = "relcl", "VERB"


@repair(labels={"nsubj"}, words={"both"})
def hang_bare_relative(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on the noun before it, where it opens with "both": "explore for oil in waters *both claim*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "both".
    """
    row, verb = rows[position], rows[position].head
    is_both = row.text == "both" and verb == position + 1
    if not is_both or not position or rows[position - 1].part_of_speech != "NOUN":
        return
    if rows[verb].label in _STRAYED and not _has_object(rows, verb, verb):
        rows[verb].head, rows[verb].label = position - 1, "relcl"


@repair(words={"whose"})
def part_possessed(rows: Sequence[Row], position: int) -> None:
    """Make what "whose" has the object where a name and a verb follow: "X, *whose government* Y ceased to recognise".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "whose".
    """
    noun = _possessed(rows, position)
    name = _name_behind(rows, noun) if noun > position else None
    if name is None:
        return
    _take_for_verb(rows, name)
    finite = _finite_behind(rows, name)
    if finite is None:
        return
    verb = full_verb(rows, finite)
    if verb < finite or rows[verb].part_of_speech not in VERBS or _has_object(rows, verb, finite):
        return
    goal = _infinitive_of(rows, verb)
    rows[name].head, rows[name].label = verb, "nsubj"
    rows[noun].head, rows[noun].label = goal, "dobj"
    rows[position].head, rows[position].label = noun, "poss"
    if rows[verb].label in _STRAYED and position > 1 and rows[position - 1].text == ",":
        rows[verb].head, rows[verb].label = position - 2, "relcl"


def _ends_clause(rows: Sequence[Row], verb: int) -> bool:
    """Tell whether a clause ends with a word that the model took for a noun, though it is no subject."""
    after = rows[verb + 1].text if verb + 1 < len(rows) else "."
    return rows[verb].tag in _PLURAL and rows[verb].label not in NOUN_SUBJECT and after in _ENDING


def _take_for_verb(rows: Sequence[Row], name: int) -> None:
    """Make a verb of what stands behind a name, where the model took it for a plural: "which Tokyo *demands*"."""
    row = rows[rows[name].head]
    if rows[name].head in {name + 1, name + 2} and rows[name].label == "compound" and row.tag in _PLURAL:
        row.tag, row.part_of_speech, row.morph = "VBZ", "VERB", ""


def _possessed(rows: Sequence[Row], pronoun: int) -> int:
    """Give the last word of what "whose" has; the pronoun itself where it has nothing."""
    at = pronoun
    while at + 1 < len(rows) and at - pronoun < _MAX_POSSESSED and rows[at + 1].tag in _INSIDE:
        at += 1
    return at if rows[at].part_of_speech == "NOUN" else pronoun


def _name_behind(rows: Sequence[Row], noun: int) -> int | None:
    """Give the last word of the name that stands right behind a word."""
    at = noun + 1
    while at + 1 < len(rows) and rows[at].label in _OF_NAME and rows[at + 1].part_of_speech == "PROPN":
        at += 1
    return at if at < len(rows) and rows[at].part_of_speech == "PROPN" else None


def _finite_behind(rows: Sequence[Row], name: int) -> int | None:
    at = name + 1
    while at < len(rows) and rows[at].part_of_speech == "ADV":
        at += 1
    return at if at < len(rows) and rows[at].tag in FINITE else None


def _has_object(rows: Sequence[Row], verb: int, finite: int) -> bool:
    return any(row.head == verb and row.label == "dobj" for row in rows[finite + 1 : finite + _MAX_CLAUSE])


def _infinitive_of(rows: Sequence[Row], verb: int) -> int:
    """Give the verb that has the object: "recognise" of "has ceased to *recognise*"."""
    near = range(verb + 1, min(len(rows), verb + _MAX_CLAUSE))
    below = (at for at in near if rows[at].head == verb and rows[at].label == "xcomp")
    return next((at for at in below if rows[at].part_of_speech == "VERB"), verb)
