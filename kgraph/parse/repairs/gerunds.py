"""Participles and gerunds that the model hung on the wrong word, or took for the subject of what stands behind them.

"Opening its embassy, *Nauru* recognised X": what is done beside a deed is not its subject. "With *Turkey holding* the
north": what "with" leads to does what the participle says. So does whose a gerund is: "India's *fencing* the line".
"""

from collections.abc import Container, Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import (
    NOUN_SUBJECT,
    NOUNS,
    PREPOSITIONAL_PARTICIPLES,
    Row,
    be_subject,
    has_passive,
    is_below,
)

__all__ = [
    "give_owner",
    "give_subject",
    "hang_on_fighter",
    "set_beside",
    "take_for_companion",
    "take_for_deed",
    "take_for_noun",
    "take_for_object",
    "take_for_participle",
]

_PARTICIPLES = frozenset({"VBG", "VBN"})
# What two may do to one another, which is done to nothing where they stand "between" behind it.
_MUTUAL = frozenset(
    {"bombing", "feuding", "fighting", "firing", "raiding", "shelling", "shooting", "skirmishing", "sparring"}
)
_OF_NOUN = frozenset({"amod", "compound"})  # what becomes of a participle before its object
_BEFORE = frozenset({"amod", "compound", "det", "nmod", "poss"})
_WITH = frozenset({"despite", "with", "without"})  # open a clause that has no finite verb
# And such a clause may follow these.
_ABOUT = frozenset({"about", "against", "in", "of", "on", "over", "to", "upon"})
_STRAYED = frozenset({"acl", "advcl", "ccomp", "conj", "dep", "pcomp", "xcomp"})
_OBJECTS = frozenset({"dobj", "pobj"})
_OF_GERUND = {"dobj": "ccomp", "pobj": "pcomp"}
_TAKEN_FOR = NOUN_SUBJECT | {"pobj"}  # what becomes of whoever does it
_EACH = frozenset({"all", "both", "each"})
_DESCRIBING = frozenset(
    {"competing", "conflicting", "growing", "leading", "outstanding", "overlapping", "rising", "ruling"}
)
_HELPING_ING = frozenset({"being", "getting", "going", "having"})  # these may help a verb
_DEEDS = frozenset({"bombing", "shelling", "strafing"})
# Done by fighters, and by no fight.
_STRIVING = frozenset({"advance", "defend", "hold", "move", "occupy", "push"})
_RESULTING = frozenset({"culminate", "end", "result"})  # in somebody's doing something
_MAX_CLAUSE = 60  # words from a participle to the verb whose subject it is taken for
_MAX_PHRASE = 12  # words of who does it


@repair(labels={"advcl", "csubj"})
def set_beside(rows: Sequence[Row], position: int) -> None:
    """Set what is done beside a deed apart from its subject: "*Opening* its embassy, Nauru recognised X".

    Where the model made the subject a part of the first clause, the verb is left without one.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    row, verb = rows[position], rows[position].head
    if row.label == "advcl" and row.tag == "VBG" and verb < position and rows[verb].part_of_speech in NOUNS:
        row.label = "acl"  # "Nauru, *opening* an embassy": the model at times hangs it on the name
    if row.label != "csubj" or row.tag not in _PARTICIPLES or not position < verb <= position + _MAX_CLAUSE:
        return
    has_subject = any(
        r.head == verb and r.label in NOUN_SUBJECT for r in rows[max(0, position - _MAX_CLAUSE) : verb]
    )
    if has_subject or _is_subject_behind(rows, position, verb):
        row.label = "advcl"


def _is_subject_behind(rows: Sequence[Row], position: int, verb: int) -> bool:
    """Tell whether a noun that is no member of a list stands between a comma and a verb."""
    comma = next((at for at in range(verb - 1, position, -1) if rows[at].text == ","), None)
    if comma is None:
        return False
    strays = [at for at in range(comma + 1, verb) if rows[at].head <= comma and rows[at].label != "punct"]
    nouns = [at for at in strays if rows[at].part_of_speech in NOUNS]
    return bool(nouns) and not any(
        rows[at].label == "conj" and rows[rows[at].head].part_of_speech == "PROPN" for at in nouns
    )


@repair(labels={"prep"}, tags={"VBG"})
def take_for_participle(rows: Sequence[Row], position: int) -> None:
    """Take for a participle what the model took for a preposition: "X, *opening* an embassy in Y, angered Z".

    "Regarding" is one before "as" alone: "X, *regarding* Y as its own, angered Z".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a participle.
    """
    row = rows[position]
    ahead = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    thing = next((at for at in ahead if rows[at].head == position and rows[at].label in _OBJECTS), None)
    if thing is None:
        return
    above = rows[row.head].head if rows[row.head].label == "punct" else row.head
    taken_as = _taken_as(rows, thing, {above, thing, position}) if row.text.lower() == "regarding" else None
    if taken_as is not None:
        rows[taken_as].head = position
    elif row.text.lower() in PREPOSITIONAL_PARTICIPLES:
        rows[thing].label = "pobj"
        return
    rows[thing].label = "dobj"
    is_behind_noun = rows[above].part_of_speech not in {"AUX", "VERB"} and above < position
    row.head, row.label, row.part_of_speech = above, "acl" if is_behind_noun else "advcl", "VERB"


def _taken_as(rows: Sequence[Row], thing: int, heads: Container[int]) -> int | None:
    """Give the "as" behind a thing that says what somebody takes it for."""
    behind = range(thing + 1, min(len(rows), thing + _MAX_PHRASE))
    found = next((at for at in behind if rows[at].text == "as" and rows[at].head in heads), None)
    return found if found is not None and rows[found].label == "prep" else None


@repair(labels={"amod"}, tags={"VBG"})
def take_for_object(rows: Sequence[Row], position: int) -> None:
    """Take for what a verb is of what the model made describe a noun: "denied *asserting* sovereignty over X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a gerund.
    """
    row, thing = rows[position], rows[position].head
    if not position or rows[thing].label != "dobj":
        return
    verb = position - 1
    if rows[thing].head != verb or rows[verb].lemma not in load_cues().deeds_gerunds:
        return
    if row.text.lower() in load_cues().presupposed_existing | _DESCRIBING:
        return
    for other in rows[thing + 1 :]:
        if other.head == verb and other.label == "prep":
            other.head = position
    row.head, row.label, row.part_of_speech = verb, "xcomp", "VERB"
    rows[thing].head = position


@repair(labels={"csubj", "pcomp"}, tags={"VBG"}, words=_MUTUAL)
def take_for_noun(rows: Sequence[Row], position: int) -> None:
    """Take for a noun what goes on somewhere and is done to nothing: "*Fighting* in the valley pitted X against Y".

    So is what two do behind a preposition: "days of *shelling* between X and Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a noun.
    """
    row, after = rows[position], rows[min(position + 1, len(rows) - 1)]
    if after.head != position or after.label != "prep":
        return
    if any(r.head == position and r.label in {"dobj", "nsubj"} for r in rows):
        return
    is_behind = row.label == "pcomp" and after.text.lower() in {"among", "between"}
    if is_behind or (row.label == "csubj" and row.head > position):
        label = "pobj" if is_behind else "nsubj"
        row.label, row.tag, row.part_of_speech, row.lemma = label, "NN", "NOUN", row.text.lower()


@repair(labels={"advmod", "aux", "nsubj"}, tags={"NN", "VBG"})
def take_for_deed(rows: Sequence[Row], position: int) -> None:
    """Take for the subject what was done, where the model made it help the verb behind: "Thai *shelling* killed two".

    What is mostly done to somebody is the subject too where the model made it tell how, or a verb.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a deed.
    """
    row, verb = rows[position], rows[position].head
    if verb != position + 1 or not row.text.endswith("ing") or row.text.lower() in _HELPING_ING:
        return
    if row.label != "aux" and row.text.lower() not in _DEEDS:
        return
    before = next((r for r in rows[:position] if r.head == verb and r.label in NOUN_SUBJECT), None)
    row.label, row.tag, row.part_of_speech, row.lemma = "nsubj", "NN", "NOUN", row.text.lower()
    if before is not None:
        before.head, before.label = position, "amod"


@repair(labels={"case"}, words={"'s", "’s", "'", "’"})
def give_owner(rows: Sequence[Row], position: int) -> None:
    """Make whose a gerund is its subject: "objects to *Portugal's drawing* a line", "protests *India's fencing* it".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the mark behind who does it.
    """
    owner, gerund = rows[position].head, position + 1
    if owner > position or gerund >= len(rows) or not rows[gerund].text.endswith("ing"):
        return
    has_object = any(r.head == gerund and r.label == "dobj" for r in rows[gerund + 1 : gerund + _MAX_PHRASE])
    above = rows[owner].head
    if not has_object or rows[owner].part_of_speech not in NOUNS:
        return
    if rows[owner].label == "pobj" and rows[above].label == "prep" and rows[gerund].label in _STRAYED:
        rows[gerund].head, rows[gerund].label = above, "pcomp"
    elif above != gerund or rows[owner].label not in {"poss", "nsubj"}:
        return
    rows[gerund].label = _OF_GERUND.get(rows[gerund].label, rows[gerund].label)
    rows[gerund].tag, rows[gerund].part_of_speech = "VBG", "VERB"
    rows[owner].head, rows[owner].label = gerund, "nsubj"


@repair(labels={"prep"}, words=_ABOUT | _WITH)
def give_subject(rows: Sequence[Row], position: int) -> None:
    """Give a participle its subject behind a preposition: "tensions rose with *Turkey* holding the north".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a preposition.
    """
    ahead = range(position + 2, min(len(rows), position + _MAX_PHRASE))
    participle = next((at for at in ahead if rows[at].tag == "VBG" or rows[at].text == ","), None)
    if participle is None or rows[participle].text == ",":
        return
    opening = rows[participle].head
    if position < opening == participle - 1 and rows[opening].label == "prep":
        return  # "with the aim *of* annexing X"
    if not _is_with_clause(rows, position) and not _is_clause_about(rows, position, participle):
        return
    if rows[participle].label in _OF_NOUN:
        _part_object(rows, position, participle)
    elif rows[participle].label in _STRAYED and rows[participle].head <= max(position, participle - 1):
        _give_subject(rows, position, participle)


@repair(labels={"prep"}, words={"with"})
def take_for_companion(rows: Sequence[Row], position: int) -> None:
    """Make whom a deed is done with no subject of a clause: "exchanged fire with *rebels trying* to take the town".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the preposition.
    """
    if _is_with_clause(rows, position):
        return
    ahead = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    participle = next((at for at in ahead if rows[at].head == position and rows[at].label == "pcomp"), None)
    if participle is None or rows[participle].tag != "VBG":
        return
    noun = next((at for at in ahead if rows[at].head == participle and rows[at].label == "nsubj"), None)
    if noun is not None and noun < participle and rows[noun].part_of_speech in NOUNS:
        rows[noun].head, rows[noun].label = position, "pobj"
        rows[participle].head, rows[participle].label = noun, "acl"


@repair(labels={"acl"}, tags={"VBG"})
def hang_on_fighter(rows: Sequence[Row], position: int) -> None:
    """Hang what somebody does on him, and not on the fight he is in: "clashes with *rebels trying* to take the town".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    row, before = rows[position], position - 1
    fight = row.head
    cues = load_cues()
    if not fight < before or rows[fight].lemma not in cues.presupposed_warfare | {"exchange"}:
        return
    if row.lemma not in cues.possibility_trying | _STRIVING:
        return
    if rows[before].part_of_speech in NOUNS and is_below(rows, before, fight):
        row.head = before


def _is_with_clause(rows: Sequence[Row], position: int) -> bool:
    """Tell whether a preposition opens a clause of its own, "despite X holding it", and leads to nobody by whose side.

    So in "met with Turks seeking help", where no comma stands before "with".
    """
    row, above = rows[position], rows[rows[position].head]
    if row.text.lower() != "with":
        return row.text.lower() in _WITH
    is_parted = not position or rows[position - 1].text == "," or row.head > position
    return is_parted or (above.part_of_speech == "VERB" and above.lemma not in load_cues().deeds_shared)


def _is_clause_about(rows: Sequence[Row], position: int, participle: int) -> bool:
    """Tell whether a name and what it does is what a verb or noun is about: "complained of *X holding* it".

    "A report on X criticising Y" tells of the report.
    """
    above, cues, word = rows[rows[position].head], load_cues(), rows[position].text.lower()
    if rows[participle - 1].part_of_speech != "PROPN":
        return False
    if word == "to":
        return above.lemma in cues.deeds_followed
    if word == "in":
        return above.lemma in _RESULTING
    is_of_verb = above.part_of_speech == "VERB" and rows[position - 1].label != "dobj"
    return is_of_verb or (word == "of" and above.lemma in cues.deeds_told)


def _give_subject(rows: Sequence[Row], position: int, participle: int) -> None:
    between = range(position + 1, participle)
    heads = [at for at in between if rows[at].head not in between and rows[at].label in _TAKEN_FOR]
    if len(heads) != 1 or rows[heads[0]].part_of_speech not in NOUNS | {"PRON"}:
        return
    noun = heads[0]
    rest = (at for at in between if not is_below(rows, at, noun))
    if all(rows[at].part_of_speech in {"ADV", "AUX", "PART"} or rows[at].text in _EACH for at in rest):
        _be_clause(rows, noun, participle, position)


def _part_object(rows: Sequence[Row], position: int, participle: int) -> None:
    """Part who does it from what it is done to, which the model made one: "with *Turkey* building *bases* in X"."""
    thing, name = rows[participle].head, participle - 1
    is_one = rows[thing].label == "pobj" and rows[thing].head == position and rows[name].head == thing
    is_name = rows[name].part_of_speech == "PROPN" or rows[name].tag == "NNS"
    if not is_one or not is_name or rows[name].label not in _BEFORE:
        return
    for at in range(position + 1, name):
        if rows[at].head == thing:
            rows[at].head = name
    rows[thing].head, rows[thing].label = participle, "dobj"
    for row in rows[thing + 1 :]:
        if row.head == position:
            row.head = participle
    rows[participle].part_of_speech = "VERB"
    _be_clause(rows, name, participle, position)


def _be_clause(rows: Sequence[Row], noun: int, participle: int, preposition: int) -> None:
    rows[participle].head, rows[participle].label = preposition, "pcomp"
    is_passive = has_passive(rows, participle, slice(noun, participle))
    be_subject(rows, noun, participle, is_passive=is_passive)
