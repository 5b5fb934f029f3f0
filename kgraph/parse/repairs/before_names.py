"""Words that the model takes for more than they are: "to *neighboring* X", "*what is now* X", "*non*-recognition"."""

from collections.abc import Collection, Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NAME_MODIFIERS, NOUN_SUBJECT, Row, is_below

__all__ = ["hang_bracketed", "hang_on_companion", "take_for_doubted", "take_for_name", "take_for_prefix"]

_BESIDE = frozenset({"adjoining", "bordering", "neighboring", "neighbouring", "surrounding"})
_BROKEN_AWAY = frozenset({"breakaway", "rebel", "secessionist", "self-proclaimed", "separatist"})
_IN_ARMS = frozenset({"guerrilla", "insurgent", "militant"})
# what such a word is where the model makes the sentence a noun and its clause
_WHOLE = frozenset({"ROOT", "ccomp"})
_THEN_AND_NOW = frozenset(
    {"currently", "eventually", "later", "now", "once", "presently", "soon", "subsequently", "then", "today"}
)
_HYPHENS = frozenset({"-", "‑"})
_COMPLEMENTS = frozenset({"acomp", "attr", "dative", "dobj", "npadvmod", "oprd"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_PLACES = {  # of a clause, and of a noun that stands for it
    "acomp": "dobj",
    "ccomp": "dobj",
    "conj": "conj",
    "csubj": "nsubj",
    "csubjpass": "nsubjpass",
    "dobj": "dobj",
    "pcomp": "pobj",
    "pobj": "pobj",
    "xcomp": "dobj",
}
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})
_STRAYED = _ARGUMENTS | {"appos", "npadvmod"}  # what becomes of such a name
_MAX_OPENING = 5  # from "what" to its verb
_MAX_PHRASE = 12  # from there to what is named


@repair()
def take_for_name(rows: Sequence[Row], position: int) -> None:
    """Give a name the place of the clause that the model made of it and of the words before it.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: the place of the first of these words.
    """
    row = rows[position]
    if row.text.lower() in _BESIDE and row.tag == "VBG":
        name = _named(rows, position)
        if name is not None and _begins(rows, name, position + 1):
            _stand_for(rows, name, position, (position,))
    elif row.text.lower() == "what" and row.head > position:
        _take_for_what_it_is(rows, position)
    elif row.text.lower() in _BROKEN_AWAY and row.label in _ARGUMENTS | {"conj"}:
        _take_for_next(rows, position)
    elif row.text.lower() in _BROKEN_AWAY | _IN_ARMS and row.label in _WHOLE:
        _go_on_with_name(rows, position)
    if row.tag == "JJ" and row.label in _ARGUMENTS:
        _take_for_described(rows, position)


@repair(labels={"appos"})
def hang_bracketed(rows: Sequence[Row], position: int) -> None:
    """Hang names in brackets on the noun that they stand before: "the trilateral (*Russia-Turkey-Iran*) summit".

    The model takes them for another name of the adjective. What stands so behind a name is one: "the Kara (Black) Sea".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the last of the names.
    """
    told = rows[position].head
    if told > position or rows[told].part_of_speech == "PROPN" or rows[told].label not in NAME_MODIFIERS:
        return
    noun = rows[told].head
    inside = range(told + 1, noun)
    if noun < position or rows[told + 1].text != "(" or rows[noun - 1].text != ")":
        return
    names = [at for at in inside if rows[at].part_of_speech == "PROPN"]
    if len(names) > 1 and all(is_below(rows, at, position) for at in inside):
        rows[position].head, rows[position].label = noun, "compound"


@repair(labels={"dobj", "pobj"})
def hang_on_companion(rows: Sequence[Row], position: int) -> None:
    """Hang a name on what he is to another: "an invasion of the British *ally* Portugal failed".

    The model takes it for a second subject of the verb behind it, or for an adverbial.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word for what he is.
    """
    row = rows[position]
    if row.tag != "NN" or row.lemma not in load_cues().agents_companions or position + 1 == len(rows):
        return
    name = rows[position + 1]
    is_second = name.label in NOUN_SUBJECT and any(
        before.head == name.head and before.label == name.label for before in rows[:position]
    )
    if name.part_of_speech == "PROPN" and (is_second or name.label == "npadvmod"):
        name.head, name.label = position, "appos"


@repair(words={"alleged", "suspected"})
def take_for_doubted(rows: Sequence[Row], position: int) -> None:
    """Make a participle of the noun behind it where the model took it for a verb: "says *suspected* rebels fled".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    row = rows[position]
    behind = range(position + 1, min(len(rows), position + _MAX_PHRASE))
    verb = next((at for at in behind if rows[at].head == position and rows[at].label in _CLAUSES), None)
    if row.label not in _CLAUSES or verb is None or any(other.head == position for other in rows[:position]):
        return
    noun = next((at for at in behind if rows[at].head == verb and rows[at].label == "nsubj"), None)
    if noun is None or not _begins(rows, noun, position + 1):
        return
    rows[verb].head, rows[verb].label = row.head, "ccomp"
    for other in rows[verb:]:
        if other.head == position:
            other.head = verb
    row.head, row.label, row.tag = noun, "amod", "VBN"


@repair(words={"non"})
def take_for_prefix(rows: Sequence[Row], position: int) -> None:
    """Make one noun of what a hyphen joins, where the model took it for three: "its *non-recognition* of X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the prefix.
    """
    hyphen, noun = position + 1, position + 2
    if noun >= len(rows) or rows[hyphen].text not in _HYPHENS or rows[noun].part_of_speech != "NOUN":
        return
    if {rows[at].head for at in (position, hyphen)} <= {position, hyphen, noun}:
        return
    for row in rows[max(0, position - _MAX_PHRASE) : position]:
        if row.head in {position, hyphen}:
            row.head = noun
    rows[position].head, rows[position].label = noun, "amod"
    rows[hyphen].head, rows[hyphen].label = noun, "punct"


def _take_for_next(rows: Sequence[Row], position: int) -> None:
    """Take "between X and separatist *Y*" for Y, where the model made the word before it a noun of its own."""
    row, name = rows[position], position + 1
    if name < len(rows) and rows[name].label == "compound" and rows[name].head > name:
        name = rows[name].head
    if name == len(rows) or rows[name].part_of_speech != "PROPN" or is_below(rows, name, position):
        return
    if rows[name].label in _STRAYED and not is_below(rows, position, name):
        rows[name].head, rows[name].label = row.head, row.label
        row.head, row.label, row.tag, row.part_of_speech = name, "amod", "JJ", "ADJ"


def _go_on_with_name(rows: Sequence[Row], position: int) -> None:
    """Take "the rebel *X* attacked Y" for a sentence about X, where the model took it for a rebel whom X attacked."""
    row, name = rows[position], position + 1
    while name < len(rows) and rows[name].label == "compound" and rows[name].head > name:
        name = rows[name].head
    if name == len(rows) or rows[name].part_of_speech != "PROPN" or rows[name].label not in NOUN_SUBJECT:
        return
    verb = rows[name].head
    if rows[verb].label != "relcl" or rows[verb].head != position or not _begins(rows, name, position + 1):
        return
    rows[verb].head, rows[verb].label = (verb if row.head == position else row.head), row.label
    for at, other in enumerate(rows):
        if other.head == position and at not in {position, verb}:
            other.head = name if at < position else verb
    row.head, row.label, row.tag, row.part_of_speech = name, "amod", "JJ", "ADJ"


def _take_for_described(rows: Sequence[Row], adjective: int) -> None:
    """Take "the separatist X (Y)" for X, where the model hung the name on the adjective without a comma between."""
    behind = range(adjective + 1, min(len(rows), adjective + _MAX_PHRASE))
    name = next((at for at in behind if rows[at].head == adjective), None)
    if name is None or rows[name].label != "appos" or rows[name].part_of_speech != "PROPN":
        return
    if not all(is_below(rows, at, name) for at in range(adjective + 1, name)):
        return
    row = rows[adjective]
    rows[name].head, rows[name].label = row.head, row.label
    for other in rows[max(0, adjective - _MAX_PHRASE) : name + _MAX_PHRASE]:
        if other.head == adjective:
            other.head = name
    row.head, row.label, row.part_of_speech = name, "amod", "ADJ"


def _take_for_what_it_is(rows: Sequence[Row], position: int) -> None:
    """Take "what is now X" and "what would become X" for X."""
    verb = rows[position].head
    name = _named(rows, verb) if verb - position <= _MAX_OPENING else None
    if name is None or rows[verb].lemma not in {"be", "become"}:
        return
    opening = [at for at in range(position, name) if not is_below(rows, at, name)]
    told = [at for at in opening if rows[at].text.lower() in _THEN_AND_NOW]
    is_bare = all(at in {position, verb} or rows[at].head == verb for at in opening)
    if is_bare and (told or rows[verb].lemma == "become"):
        _stand_for(rows, name, verb, opening)


def _named(rows: Sequence[Row], verb: int) -> int | None:
    """Give the first thing behind a verb, where that is a name or is described as one."""
    behind = range(verb + 1, min(len(rows), verb + _MAX_PHRASE))
    things = (at for at in behind if rows[at].head == verb and rows[at].label in _COMPLEMENTS)
    name = next((at for at in things if rows[at].text.lower() not in _THEN_AND_NOW), None)
    return name if name is not None and rows[name].part_of_speech == "PROPN" else None


def _begins(rows: Sequence[Row], name: int, first: int) -> bool:
    return all(rows[at].head == name for at in range(first, name))


def _stand_for(rows: Sequence[Row], name: int, verb: int, opening: Collection[int]) -> None:
    """Put a name in the place of a verb; the words that open its phrase hang on it, what else hung there goes up."""
    place = _PLACES.get(rows[verb].label)
    if place is None:
        return
    above = rows[verb].head
    clause = rows[above].head if rows[above].part_of_speech in {"ADP", "SCONJ"} else above
    first = min(opening)
    for at, row in enumerate(rows[first : name + _MAX_PHRASE], first):
        if row.head == verb and at not in {verb, name, *opening}:
            row.head, row.label = clause, "attr" if row.label in _COMPLEMENTS else row.label
    rows[name].head, rows[name].label = above, place
    for at in opening:
        row = rows[at]
        row.head, row.label, row.tag, row.part_of_speech = name, "predet", "JJ", "ADJ"
