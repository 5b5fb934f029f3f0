"""What something is held for: "is regarded by X as *occupied* land", "consider Y *occupied* territory".

The model takes the participle for a clause of its own, in which the thing itself would occupy. So it does behind what
is left in some state: "left Y *occupied* by Z".
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import HELPING, NAME_MODIFIERS, NOMINAL, NOUN_SUBJECT, NOUNS, Row, climb, phrase_start

__all__ = [
    "describe_left",
    "describe_noun",
    "hold_answerable",
    "hold_for",
    "hold_relative_for",
    "hold_subject_for",
    "part_called",
    "take_for_held",
]

_CALLING = frozenset({"call", "dub", "name", "rename"})
_MAKING = frozenset({"declare", "designate", "make", "proclaim"})

_CLAUSES = frozenset({"advcl", "ccomp"})
_LEAVING = frozenset({"find", "keep", "leave", "see"})
_OBJECTIVE = frozenset({"him", "me", "them", "us"})
_OF_CLAUSE = HELPING | {"attr", "cop", "mark"}
_MAX_PHRASE = 5  # words from the participle to its noun


@repair(labels=_CLAUSES, tags={"VBD", "VBN"})
def describe_noun(rows: Sequence[Row], position: int) -> None:
    """Hang a participle on the noun that it describes, where that says what something is held for.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a participle.
    """
    row = rows[position]
    if row.head > position:
        return
    noun = _noun_right_behind(rows, position)
    if noun is None:
        return
    before, above = rows[position - 1], row.head
    if before.text.lower() == "as" and before.head == position and before.label == "mark":
        before.head, before.label, before.part_of_speech = above, "prep", "ADP"
        rows[noun].head, rows[noun].label = position - 1, "pobj"
    elif (
        before.head == position
        and before.label in NOUN_SUBJECT
        and rows[above].lemma in load_cues().predicated_held_for
    ):
        before.head, before.label = above, "dobj"
        rows[noun].head, rows[noun].label = above, "oprd"
    else:
        return
    row.head, row.label, row.tag = noun, "amod", "VBN"


@repair(labels=_CLAUSES | {"acl"}, tags={"VBD", "VBN"})
def describe_left(rows: Sequence[Row], position: int) -> None:
    """Hang a participle with its agent on what it is left done to: "the war left Crete *ruled by Turkey*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a participle.
    """
    row, verb, thing = rows[position], rows[position].head, position - 1
    if verb >= thing or rows[verb].lemma not in _LEAVING or rows[thing].part_of_speech not in NOUNS:
        return
    behind = rows[position + 1 : position + 2]
    is_passive = any(r.text == "by" and r.head == position for r in behind)
    if is_passive and rows[thing].head == verb and rows[thing].label == "dobj":
        row.head, row.label, row.tag = thing, "acl", "VBN"


def _noun_right_behind(rows: Sequence[Row], position: int) -> int | None:
    """Give the object of a participle that nothing but what describes it parts from the participle."""
    ahead = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    noun = next((at for at in ahead if rows[at].head == position and rows[at].label == "dobj"), None)
    if noun is None or rows[noun].part_of_speech != "NOUN":
        return None
    between = rows[position + 1 : noun]
    return noun if all(r.head == noun and r.label in NAME_MODIFIERS for r in between) else None


@repair(labels={"dobj"}, tags={"NNP"})
def part_called(rows: Sequence[Row], position: int) -> None:
    """Part a land from what somebody calls it, where the model made one name of both: "calls *the outcrop* Leila".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the name.
    """
    row, noun = rows[position], rows[position - 1]
    verb = rows[row.head]
    is_land = position > 1 and noun.head == position and noun.lemma in load_cues().places_nouns
    if (
        not is_land
        or not noun.text.islower()
        or verb.lemma not in _CALLING
        or rows[position - 2].text != "the"
    ):
        return
    rows[position - 2].head = position - 1
    noun.head, noun.label, noun.part_of_speech = row.head, "dobj", "NOUN"
    noun.tag = "NNS" if noun.lemma != noun.text else "NN"
    row.label = "oprd"


@repair(labels={"appos", "dobj", "npadvmod"})
def hold_for(rows: Sequence[Row], position: int) -> None:
    """Make of a second object what the first is held for: "deems Badme its *territory*", "dubbed Ifni *Santa Cruz*".

    So it is with what it is made: "made Ifni a *province*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such an object.
    """
    row = rows[position]
    thing = phrase_start(rows, position) - 1
    if thing < 1 or rows[thing].label != "dobj" or rows[thing].part_of_speech != "PROPN":
        return
    verb = rows[thing].head
    is_beside = row.head == (thing if row.label == "appos" else verb)
    if is_beside and verb < thing and (_holds_for(rows[verb]) or rows[verb].lemma in _MAKING):
        row.head, row.label = verb, "oprd"


@repair(labels={"advcl"}, tags={"JJ"})
def hold_answerable(rows: Sequence[Row], position: int) -> None:
    """Make of an adjective what the thing right before it is held to be: "holds Iran *responsible* for the attack".

    The thing may be a list: "held Germany and its allies *responsible*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the adjective.
    """
    row = rows[position]
    thing = rows[climb(rows, position - 1, lambda r: r.label == "conj" and r.part_of_speech in NOUNS)]
    verb = rows[row.head]
    is_held = verb.lemma == "hold" or _holds_for(verb)
    if row.head < position - 1 and thing.head == row.head and thing.label == "dobj" and is_held:
        row.label = "oprd"


@repair(labels={"ccomp"}, tags={"VBZ"})
def take_for_held(rows: Sequence[Row], position: int) -> None:
    """Take for a noun what would be a verb with "them" for its subject: "considers them overseas *provinces*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be a noun in the plural.
    """
    row = rows[position]
    pronouns = [r for r in rows[:position] if r.head == position and r.label in NOUN_SUBJECT]
    if row.head < position and _holds_for(rows[row.head]) and any(r.text in _OBJECTIVE for r in pronouns):
        row.tag, row.part_of_speech = "NNS", "NOUN"
        row.lemma = row.text.lower().removesuffix("s")


@repair(labels={"ccomp"})
def hold_subject_for(rows: Sequence[Row], position: int) -> None:
    """Take a clause without a verb for what its subject is held for: "considers Taiwan *one* of its provinces".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the head of such a clause.
    """
    row = rows[position]
    if row.head > position or row.part_of_speech not in NOMINAL or not _holds_for(rows[row.head]):
        return
    below = [r for r in rows[row.head + 1 :] if r.head == position]
    subjects = [r for r in below if r.label in NOUN_SUBJECT] or _list_before(rows, position)
    if len(subjects) != 1 or any(r.label in _OF_CLAUSE for r in below):
        return
    subjects[0].head, subjects[0].label, row.label = row.head, "dobj", "oprd"


@repair(labels={"dobj"})
def hold_relative_for(rows: Sequence[Row], position: int) -> None:
    """Give a relative clause its pronoun for an object beside what that is held for: "which X considers *part* of Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may say what something is held for.
    """
    row, verb = rows[position], rows[rows[position].head]
    if verb.label != "relcl" or not _holds_for(verb) or phrase_start(rows, position) != row.head + 1:
        return
    pronoun = next((r for r in rows[verb.head : row.head] if r.head == row.head and r.tag == "WDT"), None)
    if pronoun is not None and pronoun.label == "dep":
        pronoun.label, row.label = "dobj", "oprd"


def _list_before(rows: Sequence[Row], noun: int) -> list[Row]:
    """Give the first of names in a row that the model hung on the noun: "considers *Goa*, Daman and Diu provinces"."""
    at = rows[noun].head + 1
    first = rows[at]
    is_row = any(r.head == at and r.label == "conj" and r.tag == first.tag for r in rows[at:noun])
    return [first] if first.head == noun and first.label == "nmod" and first.tag == "NNP" and is_row else []


def _holds_for(verb: Row) -> bool:
    return verb.lemma in _CALLING or verb.lemma in load_cues().predicated_held_for
