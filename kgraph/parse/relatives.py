"""Relative clauses that begin with more than a pronoun: "over *which* X has a claim", "*whose* independence X denies".

The model takes such a clause for an adverbial, or the name behind what "whose" has for a part of it.
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repair import repair
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
    "agree_in_number",
    "give_back_pronoun",
    "hang_bare_relative",
    "hang_behind_date",
    "hang_on_name",
    "hang_relative",
    "lower_object",
    "lower_preposition",
    "part_possessed",
    "part_relative",
    "share_of_name",
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
_ONE = frozenset({"has", "is", "was"})  # said of one alone
_PLURAL = frozenset({"NNS", "NNPS"})
_LIKE_VERB = frozenset({"NNS", "NNPS", "VBD", "VBP", "VBZ"})
_ENDING = frozenset({",", ".", ";", "and", "but"})
_HOLDING = frozenset({"administer", "annex", "claim", "control", "occupy", "seize"})
_OF_STATE = frozenset({"land", "part", "possession", "province", "soil", "territory"})
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
    if at < 1 or rows[at].part_of_speech != "ADP":
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
    rows[at].head, rows[at].label = verb, "prep"
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


@repair(labels={"dobj", "nsubj"}, words={"which"})
def hang_on_name(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on the name before it, where only who acts does what it says: "a part of X, *which claims* Y".

    So too where only land is what it says: "the statement on Ladakh, *which is* a part of India".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    row, verb, name = rows[position], rows[position].head, position - 2
    if row.text != "which" or name < 1 or rows[position - 1].text != ",":
        return
    is_clause = verb > position and rows[verb].label == "relcl" and rows[verb].head < name
    is_name = rows[name].part_of_speech == "PROPN" and rows[name].label == "pobj"
    if not is_clause or not is_name or not is_below(rows, name, rows[verb].head):
        return
    is_whose = rows[rows[name].head].text == "of" and rows[verb].lemma in load_cues().agents_acts
    if (is_whose and row.label == "nsubj") or _is_of_land(rows, position):
        rows[verb].head = name


def _is_of_land(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a clause says whose land is, and hangs on what is none: "which X claims", "which is part of Y"."""
    row, verb, nouns = rows[position], rows[position].head, load_cues().places_nouns
    above = rows[rows[verb].head]
    if above.part_of_speech == "PROPN" or above.lemma in nouns:
        return False
    if row.label == "dobj":
        return rows[verb].lemma in _HOLDING
    behind = rows[verb + 1 : verb + 1 + _MAX_CLAUSE]
    of = next((r for r in behind if r.head == verb and r.label == "attr"), row)
    return rows[verb].lemma == "be" and of.lemma in _OF_STATE


@repair(labels=NOUN_SUBJECT, words={"which"})
def agree_in_number(rows: Sequence[Row], position: int) -> None:
    """Hang a clause with a singular verb on one of several: "Taiping, the largest of the isles, *which is* held by X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    verb, isles = rows[position].head, position - 2
    behind = rows[position + 1] if position + 1 < len(rows) else rows[position]
    is_one = behind.text in _ONE and rows[verb].label == "relcl" and rows[position - 1].text == ","
    if not is_one or isles < 1 or rows[verb].head != isles or rows[isles].tag not in _PLURAL:
        return
    of = rows[isles].head
    one = rows[of].head
    if rows[of].text != "of" or one >= of or rows[one].tag in _PLURAL or one != of - 1:
        return
    first = one
    while first and rows[first - 1].head == one and rows[first - 1].text != ",":
        first -= 1
    is_apposed = first > 1 and rows[first - 1].text == "," and rows[first - 2].part_of_speech == "PROPN"
    thing = first - 2 if is_apposed else one
    if not is_below(rows, thing, verb):
        rows[verb].head = thing


@repair(labels={"pobj"}, words={"which"})
def share_of_name(rows: Sequence[Row], position: int) -> None:
    """Hang "half of which" on the name before the comma: "a base on Anacoco, *half of which* belongs to X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    of = rows[position].head
    share = rows[of].head
    verb = rows[share].head
    first = share - 1 if share and rows[share - 1].head == share else share  # "*a* third of which"
    is_share = of == position - 1 and share == of - 1 and rows[share].label in NOUN_SUBJECT
    if not is_share or rows[of].text != "of" or rows[verb].label != "relcl" or first < 2:
        return
    name = first - 2
    is_name = rows[first - 1].text == "," and rows[name].part_of_speech == "PROPN"
    if is_name and rows[verb].head < name and is_below(rows, name, rows[verb].head):
        rows[verb].head = name


@repair(words={"which"})
def hang_behind_date(rows: Sequence[Row], position: int) -> None:
    """Hang a clause on what stands before a year: "a council on the isle in 2012, *which* drew a protest".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    verb = rows[position].head
    date = rows[verb].head
    is_behind = rows[position].text == "which" and verb > position and rows[verb].label == "relcl"
    if not is_behind or rows[date].tag != "CD" or date != position - 2:
        return
    near = range(date - 1, max(-1, date - _MAX_CLAUSE), -1)
    noun = next((at for at in near if _is_thing(rows, at)), None)
    if noun is not None and not is_below(rows, noun, verb):
        rows[verb].head = noun


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


def _is_thing(rows: Sequence[Row], at: int) -> bool:
    """Tell whether a word is a noun with a role of its own, and no month before a year."""
    is_noun = rows[at].part_of_speech in NOUNS and rows[at].label not in {"compound", "poss", "nmod"}
    return is_noun and rows[at + 1].tag != "CD"


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
