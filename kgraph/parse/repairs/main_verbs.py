"""Main verbs that the model took into a clause below their subject: "X's decision to recognise Y *surprised* Z"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    NOUN_SUBJECT,
    NOUNS,
    PAST,
    PAST_OR_PRESENT,
    Row,
    be_subject,
    clause_verb,
    full_verb,
    has_passive,
    is_below,
    phrase_start,
)
from kgraph.times import is_year

__all__ = ["free_bare_verb", "free_main_verb", "free_verb_from_guise"]

_CLAUSE = frozenset({"acl", "ccomp", "relcl"})
_TAKEN_IN = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "relcl"})  # what becomes of the main verb
_BEFORE_TIME = frozenset({"after", "as", "before", "since", "till", "until"})
# Who does so rather does it to a thing than says that something is so.
_OF_THINGS = frozenset({"acknowledge", "claim", "consider", "declare", "deny", "proclaim", "regard"})
_DESCRIBING = frozenset({"amod", "compound", "nummod", "quantmod"})  # words between a verb and its object
_MADE_OF_SUBJECT = frozenset({"npadvmod", "nsubj"})  # what becomes of the subject of such a verb
_OPENING = frozenset({"that", "to"})
# What nobody does to anything, in a form that may be a participle's.
_GOING_ON = frozenset(
    """
    collapse continue culminate end erupt fail flare intensify last pass rage resume revert stall
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
# These may have two objects, of which a participle keeps one: "the city called *X*", "those given *land*".
_OF_TWO = frozenset(
    """
    allot appoint ask award bequeath call charge consider crown deem deny dub elect fine give grant guarantee hand lend
    make name offer owe pay promise refuse send show teach tell term title
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_MAX_CLIMB = 8
_MAX_OPENING = 5  # words from a noun to what opens its clause: "the decision by X to"


@repair(labels={"ROOT"})
def free_main_verb(rows: Sequence[Row], position: int) -> None:
    """Give a sentence its main verb, where the model left it none and made a subject of an object before that.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the noun that a decision or fact is named by.
    """
    row = rows[position]
    if row.part_of_speech not in NOUNS or _stands_before(rows, position) or not _says_what(row.lemma):
        return
    clause = _clause_of(rows, position)
    found = _last_finite(rows, clause) if clause is not None else None
    if clause is None or found is None:
        return
    finite, verb, object_ = found
    _give_back(rows, object_, verb)
    rows[verb].head, rows[verb].label = verb, "ROOT"
    be_subject(rows, position, verb, is_passive=has_passive(rows, verb, slice(finite, verb + 1)))
    for other in rows[verb + 1 :]:
        if other.head == position and other.label == "punct":
            other.head = verb


@repair(labels={"acl"}, tags=PAST)
def free_bare_verb(rows: Sequence[Row], position: int) -> None:
    """Make a main verb of what was taken for a participle of its subject: "the fight for the isles *ended* in 1814".

    What it has before it between commas is its own: "a tribunal, by two votes to one, *found* for Egypt".
    """
    row = rows[position]
    has_object = any(other.head == position and other.label == "dobj" for other in rows[position + 1 :])
    is_doing = has_object and row.lemma not in _OF_TWO  # no participle has an object
    is_told = row.lemma in _GOING_ON or is_doing or _is_behind_relative(rows, position)
    is_told = is_told or _is_leaving(rows, position)
    if not is_told and not _is_behind_insertion(rows, position):
        return
    subject = row.head
    for _ in range(_MAX_CLIMB):
        if rows[subject].label not in {"conj", "pobj", "prep"}:
            break
        subject = rows[subject].head
    _read_as_noun(rows, subject, position)
    is_left = rows[subject].label == "ROOT" and rows[subject].part_of_speech in NOUNS
    is_done = any(other.head == position and other.label in {"agent", "auxpass"} for other in rows)
    if not is_left or is_done or subject > position:
        return
    row.head, row.label, row.tag = position, "ROOT", "VBD"
    rows[subject].head, rows[subject].label = position, "nsubj"
    in_front = phrase_start(rows, subject, 0)
    for at, other in enumerate(rows):
        if other.head == subject and (at > position or at < in_front):
            other.head = position


def _read_as_noun(rows: Sequence[Row], subject: int, verb: int) -> None:
    """Read a noun where a sentence is left with what goes on, as if somebody did it: "*Fighting* flared between"."""
    row = rows[subject]
    if row.label == "ROOT" and row.tag == "VBG" and subject + 1 == verb:
        row.tag, row.part_of_speech, row.lemma, row.morph = "NN", "NOUN", row.text.lower(), ""


def _is_leaving(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a date is told right behind "left", when somebody went: "the last soldiers *left in 1994*"."""
    if (
        rows[position].text != "left"
        or position + 2 >= len(rows)
        or rows[position + 1].text not in {"in", "on"}
    ):
        return False
    date = rows[position + 2].text
    return is_year(date) or date.lower() in load_cues().calendar_names


@repair(labels={"mark"}, words={"as"})
def free_verb_from_guise(rows: Sequence[Row], position: int) -> None:
    """Free a main verb from what its subject looks like: "soldiers *dressed as* farmers *crossed* the border".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "as", which the model took to open a clause.
    """
    verb, participle = rows[position].head, position - 1
    subject = rows[participle].head
    is_guise = rows[participle].label == "acl" and rows[verb].head == participle and verb > position
    if not is_guise or rows[subject].label != "ROOT" or rows[subject].part_of_speech not in NOUNS:
        return
    guise = next((r for r in rows[position:verb] if r.head == verb and r.label == "nsubj"), None)
    if guise is None or rows[verb].tag not in PAST_OR_PRESENT:
        return
    guise.head, guise.label = position, "pobj"
    rows[position].head, rows[position].label = participle, "prep"
    rows[verb].head, rows[verb].label = verb, "ROOT"
    rows[subject].head, rows[subject].label = verb, "nsubj"
    for other in rows[verb:]:
        if other.head == subject:
            other.head = verb


def _is_behind_relative(rows: Sequence[Row], verb: int) -> bool:
    """Tell whether a relative clause stands between commas before a verb: "*Spain*, which ruled X, *held* on to Y".

    It may be of a noun in a phrase that is set off itself: "the *court*, to the grief of X, which had asked, *found*".
    """
    noun = rows[verb].head
    if rows[verb - 1].text != "," or noun + 1 >= verb or rows[noun + 1].text != ",":
        return False
    if not any(r.head == noun and r.label == "relcl" for r in rows[noun + 1 : verb]):
        return False
    first = noun
    while rows[first].label in {"pobj", "prep"}:
        first = rows[first].head
        if rows[first].label == "prep" and rows[rows[first].head].label == "ROOT":
            return rows[first - 1].text == ","
    return rows[noun].label == "ROOT"


def _is_behind_insertion(rows: Sequence[Row], verb: int) -> bool:
    """Tell whether a verb's own phrase stands between commas before it: "a *panel*, by two votes to one, *found*".

    Of those who judge, it may seem to be theirs: "the *court*, to everyone's surprise, *found*".
    """
    subject = rows[verb].head
    if rows[verb - 1].text != "," or rows[subject].label != "ROOT" or subject + 2 >= verb:
        return False
    first = rows[subject + 2]
    is_judging = rows[subject].lemma in load_cues().bodies_nouns
    is_own = first.head == verb or (first.head == subject and is_judging)
    return rows[subject + 1].text == "," and is_own and first.label == "prep"


def _stands_before(rows: Sequence[Row], object_: int) -> bool:
    """Free the verb that the model made say more of its object: "a suspected U.S. drone *fired* missiles at X"."""
    verb = object_ - 1
    while verb > 0 and rows[verb].label in _DESCRIBING and rows[verb].tag not in PAST:
        verb -= 1
    row = rows[verb]
    if verb < 1 or row.head != object_ or row.label != "amod" or row.tag not in PAST:
        return False
    subject, noun = verb - 1, rows[verb - 1]
    if noun.head != verb or noun.label not in _MADE_OF_SUBJECT or noun.part_of_speech not in NOUNS:
        return False
    for other in rows[:verb]:
        if other.head == object_:
            other.head = subject
    for other in rows[object_ + 1 :]:
        if other.head == object_ and other.label in {"prep", "punct", "advcl", "npadvmod"}:
            other.head = verb
    row.head, row.label, row.tag, row.part_of_speech = verb, "ROOT", "VBD", "VERB"
    noun.label = "nsubj"
    rows[object_].head, rows[object_].label = verb, "dobj"
    return True


def _says_what(noun: str) -> bool:
    cues = load_cues()
    told = noun in cues.reporting_contents or noun in cues.reporting_nouns
    return told or noun in cues.possibility_nouns or noun in cues.negation_nouns


def _clause_of(rows: Sequence[Row], noun: int) -> int | None:
    """Give the verb of the clause with "that" or "to" that says what a noun is of."""
    opening = (at for at in range(noun + 1, min(len(rows), noun + _MAX_OPENING)) if rows[at].text in _OPENING)
    at = next(opening, None)
    if at is None:
        return None
    verb = clause_verb(rows, rows[at].head)
    return verb if rows[verb].head == noun and rows[verb].label in _CLAUSE and verb > noun else None


def _last_finite(rows: Sequence[Row], clause: int) -> tuple[int, int, int] | None:
    """Give the last finite verb behind a clause's own, its full form and its subject, if it is not of the clause.

    What somebody says may have no "that": "the fact that X says the island *is* its own".
    """
    for finite in range(len(rows) - 1, clause, -1):
        if rows[finite].tag not in PAST_OR_PRESENT:
            continue
        verb = full_verb(rows, finite)
        row = rows[verb]
        above = rows[row.head]
        if row.label not in _TAKEN_IN or not is_below(rows, verb, rows[clause].head):
            return None
        if row.label == "ccomp" and above.lemma in load_cues().reporting_verbs - _OF_THINGS:
            return None
        subjects = [
            at for at in range(clause + 1, finite) if rows[at].head == verb and rows[at].label in NOUN_SUBJECT
        ]
        if len(subjects) != 1 or rows[subjects[0]].tag in {"PRP", "WDT", "WP"}:
            return None
        is_right_before = is_below(rows, finite - 1, subjects[0])
        return (finite, verb, subjects[0]) if is_right_before else None
    return None


def _give_back(rows: Sequence[Row], noun: int, verb: int) -> None:
    """Hang what the main verb was given for its subject on the clause before: "to recognise *Y* surprised"."""
    above = rows[verb].head
    first = phrase_start(rows, noun, above + 1)
    before = rows[first - 1]
    for other in rows[above + 1 : first]:
        if other.head == verb:
            other.head = above
    row = rows[noun]
    fellow = first - 2
    if before.text in _BEFORE_TIME:
        before.label, row.head, row.label = "prep", first - 1, "pobj"
    elif before.label == "cc" and rows[fellow].part_of_speech in NOUNS:
        before.head, row.head, row.label = fellow, fellow, "conj"
    else:
        is_said = any(other.head == noun and other.label == "nsubj" for other in rows[first:noun])
        row.head = above  # "considers X *a province*" has a subject of its own
        row.label = "ccomp" if is_said else "attr" if rows[above].lemma == "be" else "dobj"
