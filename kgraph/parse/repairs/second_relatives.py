"""What two states do in a relative clause: "islands that China claims *and Japan administers*", "that both *claim*"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NAME_MODIFIERS, NOUN_SUBJECT, NOUNS, PAST_OR_PRESENT, Row, is_below

__all__ = ["take_for_second_verb", "take_for_verb_of_relative"]

# What a state does to land or to another state, in a form that the model takes for a plural.
_DONE = frozenset(
    """
    administers annexes backs claims condemns contests controls covets defends disputes governs holds occupies opposes
    owns patrols recognises recognizes rejects rules seeks supports wants
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_DONE_BY_TWO = frozenset({"claim", "contest", "control", "dispute", "occupy", "patrol", "want"})
_JOINING = frozenset({"and", "but"})
_OBJECTS = frozenset({"that", "which"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_BEHIND_VERB = frozenset({"advmod", "npadvmod", "pobj", "prep", "prt"})
_MAX_NAME = 6  # words of who does it, with an article
_MAX_NAMES = 10  # words of two


@repair(labels={"conj", "dobj", "nsubj", "nsubjpass", "parataxis"}, tags={"NNS", "VBZ"}, words=_DONE)
def take_for_second_verb(rows: Sequence[Row], position: int) -> None:
    """Take for a verb what a second state does to what the relative clause is about, not for a plural of its name.

    Nor does a verb without an object go on with the main clause: "shelled a town that X holds and *Turkey claims*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the verb.
    """
    row, name = rows[position], position - 1
    joining = _joining_before(rows, position)
    is_named = rows[name].part_of_speech in NOUNS and rows[name].text[:1].isupper()
    if joining is None or not is_named or not _is_last_word(rows, position):
        return
    verb = _relative_verb(rows, joining)
    if verb is None:
        return
    for at in range(joining + 1, name):
        if rows[at].head == position:
            rows[at].head = name
    rows[joining].head, rows[joining].label = verb, "cc"
    rows[name].head, rows[name].label = position, "nsubj"
    row.head, row.label, row.tag, row.part_of_speech, row.morph = verb, "conj", "VBZ", "VERB", ""


def _joining_before(rows: Sequence[Row], position: int) -> int | None:
    """Give the place of the "and" that stands before a name right before a word."""
    for at in range(position - 2, max(0, position - 2 - _MAX_NAME), -1):
        if rows[at].text in _JOINING:
            return at
        if rows[at].label not in NAME_MODIFIERS | {"det"}:
            return None
    return None


def _is_last_word(rows: Sequence[Row], position: int) -> bool:
    """Tell whether nothing behind a word is its object: a finite verb, a comma or a preposition follows."""
    behind = rows[position + 1] if position + 1 < len(rows) else None
    return behind is None or behind.part_of_speech in {"ADP", "AUX", "PUNCT"} or behind.tag in PAST_OR_PRESENT


def _relative_verb(rows: Sequence[Row], joining: int) -> int | None:
    """Give the verb of the relative clause that ends before "and", where it has its subject and its pronoun."""
    verb = joining - 1
    while verb > 0 and rows[verb].label in _BEHIND_VERB:
        verb -= 1
    if rows[verb].label != "relcl" or rows[verb].tag not in PAST_OR_PRESENT:
        return None
    before = [row for row in rows[rows[verb].head + 1 : verb] if row.head == verb]
    is_of_other = any(row.label in NOUN_SUBJECT and row.text.lower() not in _RELATIVE for row in before)
    has_pronoun = any(row.text.lower() in _RELATIVE and row.label not in NOUN_SUBJECT for row in before)
    return verb if is_of_other and has_pronoun else None


@repair(labels={"nsubj", "nsubjpass", "relcl"}, tags={"NN", "NNS", "VBP"}, words=_DONE | _DONE_BY_TWO)
def take_for_verb_of_relative(rows: Sequence[Row], position: int) -> None:
    """Give what states do in a relative clause its object: "the waters *that* China and Vietnam *claim* are rich".

    Before a main verb the model takes it for a noun, and that verb for the one of the relative clause. So it does with
    one state behind two nouns: "the tongue of land that Guyana *administers* is forest".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the verb.
    """
    row = rows[position]
    pronoun = _pronoun_before(rows, position, of_one=row.tag == "NNS")
    names = range(pronoun + 1, position) if pronoun is not None else range(0)
    actors = [at for at in names if rows[at].part_of_speech == "PROPN" and rows[at].head not in names]
    if pronoun is None or pronoun < 1 or len(actors) != 1:
        return
    noun = pronoun - 1 - (rows[pronoun - 1].text == ",")
    if rows[position].label != "relcl" and not _give_main_verb(rows, noun, position):
        return
    actor = rows[actors[0]]
    for at in names:
        if rows[at].head == position and at != actors[0] and rows[at].label == "det":
            rows[at].head = actors[0]
    tag = "VBZ" if row.tag == "NNS" else "VBP"
    row.head, row.label, row.tag, row.part_of_speech, row.morph = noun, "relcl", tag, "VERB", ""
    actor.head, actor.label = position, "nsubj"
    rows[pronoun].head, rows[pronoun].label, rows[pronoun].tag = position, "dobj", "WDT"
    rows[pronoun].part_of_speech = "PRON"


def _pronoun_before(rows: Sequence[Row], position: int, *, of_one: bool) -> int | None:
    """Give the place of the "that" behind which nothing but one name, or two and more, stands before a word."""
    are_several = False
    for at in range(position - 1, max(0, position - 1 - _MAX_NAMES), -1):
        row = rows[at]
        if row.text in _OBJECTS:
            is_right = not are_several and row.tag == "WDT" if of_one else are_several
            return at if is_right else None
        are_several = are_several or row.text == "and"
        if row.part_of_speech != "PROPN" and row.text not in {"and", "both", "the", ","}:
            return None
    return None


def _give_main_verb(rows: Sequence[Row], noun: int, subject: int) -> bool:
    """Give the verb that the model took into the relative clause to what that describes, as its main verb.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        noun: right before the relative clause; what that describes may have it in a phrase of its own.
        subject: what the model took for the subject of the verb.
    """
    verb = rows[subject].head
    described = rows[verb].head
    is_taken_in = is_below(rows, noun, described) and rows[verb].label in {"acl", "relcl"}
    if rows[noun].part_of_speech != "NOUN" or verb < subject or not is_taken_in:
        return False
    label = rows[subject].label
    rows[verb].head = verb if rows[described].head == described else rows[described].head
    rows[verb].label = rows[described].label
    rows[described].head, rows[described].label = verb, label
    for row in rows[subject + 1 :]:
        if row.head == described:
            row.head = verb
    return True
