"""Main verbs that the model took into a clause below their subject: "X's decision to recognise Y *surprised* Z"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    ANY_SUBJECT,
    HELPING,
    NOUN_SUBJECT,
    NOUNS,
    PAST_OR_PRESENT,
    Row,
    be_subject,
    clause_verb,
    full_verb,
    has_passive,
    is_below,
    phrase_start,
    read_as_past,
)
from kgraph.times import is_year

__all__ = [
    "free_bare_verb",
    "free_from_date",
    "free_from_year",
    "free_main_verb",
    "free_subject_from_year",
    "free_verb_from_guise",
    "take_for_deed_in_front",
    "take_for_finite",
    "take_for_main_verb",
    "take_for_move",
    "take_for_plural_finite",
]

_CLAUSE = frozenset({"acl", "ccomp", "relcl"})
_TAKEN_IN = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "relcl"})  # what becomes of the main verb
_BEFORE_TIME = frozenset({"after", "as", "before", "since", "till", "until"})
# Who does so rather does it to a thing than says that something is so.
_OF_THINGS = frozenset({"acknowledge", "claim", "consider", "declare", "deny", "proclaim", "regard"})
_DESCRIBING = frozenset({"amod", "compound", "nummod", "quantmod"})  # words between a verb and its object
_RELATIVE = frozenset({"that", "when", "where", "which", "who", "whose"})
_DATED = frozenset({"day", "decade", "month", "spring", "summer", "autumn", "week", "winter", "year"})
_PAST = frozenset({"VBD", "VBN"})
_MADE_OF_SUBJECT = frozenset({"npadvmod", "nsubj"})  # what becomes of the subject of such a verb
_OPENING = frozenset({"that", "to"})
_HOW = frozenset({"how", "where"})
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
# What a state did to land, as a note about it begins, by the lemma.
_DEEDS = {"annexed": "annex", "conquered": "conquer", "invaded": "invade", "partitioned": "partition"}
_WHITHER = frozenset({"away", "back", "from", "into", "on", "to"})
# What people of a tale do next, in a form that may be a noun's.
_MOVES = frozenset(
    {"escapes", "falls", "flees", "heads", "moves", "plans", "relocates", "retires", "returns", "travels"}
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


@repair(labels={"acl"}, tags={"VBD", "VBN"})
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


@repair(labels={"amod"}, words=_DEEDS)
def take_for_deed_in_front(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what opens a note, where the model described a land by it: "*Annexed* Kuwait in August 1990"."""
    row, land = rows[position], rows[position].head
    is_alone = rows[land].label == "ROOT" and rows[land].part_of_speech == "PROPN" and land > position == 0
    if not is_alone or any(other.tag in PAST_OR_PRESENT for other in rows):
        return
    row.head, row.label, row.tag, row.part_of_speech = position, "ROOT", "VBD", "VERB"
    row.lemma, row.morph = _DEEDS[row.text.lower()], ""
    rows[land].head, rows[land].label = position, "dobj"
    for other in rows[land + 1 :]:
        if other.head == land and other.label in {"prep", "punct"}:
            other.head = position


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


@repair(labels={"conj"}, tags={"NNS"}, words=_MOVES)
def take_for_move(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what goes on with a tale: "she resigns after the trial and *moves* to Florida"."""
    row, fellow = rows[position], rows[position].head
    behind = rows[position + 1] if position + 1 < len(rows) else row
    main = fellow
    while rows[main].label in {"conj", "dobj", "pobj", "prep"} and rows[main].head < main:
        main = rows[main].head
    is_bare = rows[position - 1].text == "and" and behind.text in _WHITHER
    is_told = rows[main].tag == "VBZ" and any(r.head == main and r.label == "nsubj" for r in rows[:main])
    if not is_bare or not is_told:
        return
    row.head, row.label, row.tag, row.part_of_speech, row.morph = main, "conj", "VBZ", "VERB", ""
    rows[position - 1].head = main


@repair(labels={"ccomp", "pcomp", "pobj", "relcl"}, tags={"NNS", "VBZ"})
def take_for_finite(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what has a subject though it looks like a plural: "differ about where the boundary *runs*"."""
    row = rows[position]
    is_given = row.label in {"pcomp", "pobj"} and _give_subject_before(rows, position)
    if row.tag != "NNS" or (row.label == "pobj" and not is_given):
        return
    if any(other.head == position and other.label in NOUN_SUBJECT for other in rows[:position]):
        row.tag, row.part_of_speech, row.morph = "VBZ", "VERB", ""


@repair(labels={"pobj"}, tags={"NNS"})
def take_for_main_verb(rows: Sequence[Row], position: int) -> None:
    """Take for the main verb a plural with an object behind it: "A court of arbitration *awards* the isles to Chile".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the verb; no other word of the sentence is a finite one.
    """
    row, noun, of = rows[position], position - 1, rows[position].head
    subject = rows[of].head
    is_behind = rows[noun].head == position and rows[noun].tag == "NN" and rows[noun].label == "compound"
    if not is_behind or rows[subject].label != "ROOT" or rows[subject].part_of_speech not in NOUNS:
        return
    behind = range(position + 1, len(rows))
    thing = next((at for at in behind if rows[at].head == subject and rows[at].label == "appos"), None)
    if thing is None or rows[position + 1].tag != "DT" or rows[position + 1].head != thing:
        return
    if any(other.tag in PAST_OR_PRESENT or other.tag == "MD" for other in rows):
        return
    rows[noun].head, rows[noun].label = of, "pobj"
    row.head, row.label, row.tag, row.part_of_speech, row.morph = position, "ROOT", "VBZ", "VERB", ""
    rows[subject].head, rows[subject].label = position, "nsubj"
    rows[thing].head, rows[thing].label = position, "dobj"
    for at in behind:
        if rows[at].head == subject:
            rows[at].head = position
    for at in range(thing + 1, len(rows)):
        if rows[at].head == thing and rows[at].label == "prep" and rows[at].text == "to":
            rows[at].head = position


@repair(labels={"ROOT"}, tags={"NN"})
def take_for_plural_finite(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what a plural right before it is the subject of: "Turkish troops *land* in Cyprus"."""
    row, before = rows[position], rows[position - 1]
    is_said = position > 0 and before.head == position and before.tag == "NNS" and before.label == "nsubj"
    if is_said and not any(other.head == position and other.label in HELPING for other in rows):
        row.tag, row.part_of_speech, row.morph = "VBP", "VERB", ""


def _give_subject_before(rows: Sequence[Row], position: int) -> bool:
    """Make the noun before it a verb's subject where "where" tells so: "over *where* their *line* runs"."""
    row, noun = rows[position], rows[position - 1]
    is_before = position > 1 and noun.label == "compound" and noun.head == position and noun.tag == "NN"
    if not is_before:
        return False
    below = [at for at in range(row.head + 1, position - 1) if rows[at].head == position]
    if not any(rows[at].text in _HOW for at in below):
        return False
    for at in below:
        if rows[at].label in _DESCRIBING or rows[at].label in {"det", "poss"}:
            rows[at].head = position - 1
    row.label, noun.label = "pcomp", "nsubj"
    return True


@repair(labels={"ROOT"}, tags={"IN"})
def free_from_date(rows: Sequence[Row], position: int) -> None:
    """Free the clause that the model took into a date before it: "*On* 26 August of that year Moscow recognised both".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what opens the date.
    """
    behind = range(position + 1, len(rows))
    verb = next((at for at in behind if rows[at].label == "relcl" and is_below(rows, at, position)), None)
    if verb is None or position or rows[verb].tag not in PAST_OR_PRESENT:
        return
    when = rows[verb].head
    own = [at for at in range(when + 1, verb) if rows[at].head == verb]
    is_clause = any(rows[at].label in NOUN_SUBJECT for at in own)
    is_relative = any(row.text in _RELATIVE for row in rows[when + 1 : verb])
    if not is_clause or is_relative or rows[when].text not in _DATED:
        return
    rows[verb].head, rows[verb].label = verb, "ROOT"
    rows[position].head, rows[position].label = verb, "prep"
    for other in rows[verb + 1 :]:
        if other.head == position:
            other.head = verb


@repair(labels={"ROOT"}, tags={"IN"})
def free_from_year(rows: Sequence[Row], position: int) -> None:
    """Free the clause that the model took into a year before it: "*In* 1974 Turkish troops invaded Cyprus, which".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what opens the year.
    """
    opening, year = rows[position], position + 1
    if year >= len(rows) or rows[year].label != "nummod" or not is_year(rows[year].text):
        return
    noun = rows[year].head
    if noun < year or rows[noun].head != position or rows[noun].label != "pobj":
        return
    behind = range(noun + 1, len(rows))
    verb = next((at for at in behind if rows[at].head == noun and rows[at].label == "acl"), None)
    if verb is None or rows[verb].tag not in _PAST:
        return
    is_passive = has_passive(rows, verb, slice(noun, verb))
    if not is_passive:
        if any(other.head == verb and other.label == "agent" for other in rows[verb:]):
            return
        read_as_past(rows[verb])
    rows[year].head, rows[year].label = position, "pobj"
    rows[verb].head, rows[verb].label = verb, "ROOT"
    opening.head, opening.label = verb, "prep"
    be_subject(rows, noun, verb, is_passive=is_passive)
    for other in rows[verb + 1 :]:
        if other.head == position:
            other.head = verb


@repair(labels={"prep"}, tags={"IN"})
def free_subject_from_year(rows: Sequence[Row], position: int) -> None:
    """Free the subject that the model took into a year before it: "In 2019 *Jordan* regained control of Baqura".

    A year counts nobody: so it is with several, "In 1836 *settlers* broke with Mexico", also where they stand right.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of what opens the year.
    """
    verb, year = rows[position].head, position + 1
    if year >= len(rows) or rows[year].label != "nummod" or not is_year(rows[year].text):
        return
    noun = rows[year].head
    if noun > year and rows[noun].label in NOUN_SUBJECT and all(row.head != position for row in rows):
        rows[year].head, rows[year].label = position, "pobj"
        return
    is_taken_in = year < noun < verb and rows[noun].head == position and rows[noun].label == "pobj"
    is_one_or_several = rows[noun].part_of_speech == "PROPN" or rows[noun].tag == "NNS"
    if not is_taken_in or not is_one_or_several or rows[verb].tag not in PAST_OR_PRESENT:
        return
    if any(row.head == verb and row.label in ANY_SUBJECT for row in rows):
        return
    rows[year].head, rows[year].label = position, "pobj"
    be_subject(rows, noun, verb, is_passive=has_passive(rows, verb, slice(noun, verb)))


def _stands_before(rows: Sequence[Row], object_: int) -> bool:
    """Free the verb that the model made say more of its object: "a suspected U.S. drone *fired* missiles at X"."""
    verb = object_ - 1
    while verb > 0 and rows[verb].label in _DESCRIBING and rows[verb].tag not in _PAST:
        verb -= 1
    row = rows[verb]
    if verb < 1 or row.head != object_ or row.label != "amod" or row.tag not in _PAST:
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
