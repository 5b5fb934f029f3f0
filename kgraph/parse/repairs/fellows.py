"""Fellows of a noun, which the model set apart or joined to another: "not only Argentina but also *Chile*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row, is_below

__all__ = [
    "are_lands",
    "deny_fellow",
    "join_fellow",
    "join_like",
    "join_object",
    "join_over_participle",
    "join_second",
    "part_served",
]

_OF_CLAUSE = frozenset({"aux", "dobj", "nsubj", "nsubjpass"})  # a verb's, which the tagger took for a noun
_MAX_FELLOW = 8  # words from "not" to the noun that it denies
_MAX_TOLD = 5  # words from a name to what is told of it


@repair(labels={"appos"})
def join_fellow(rows: Sequence[Row], position: int) -> None:
    """Make a fellow of what the model set apart though it is joined: "not only Argentina but also *Chile*".

    So is the second of three: "gave up all right, *title* and claim to it".
    """
    row = rows[position]
    if row.head > position:
        return
    if row.tag == "NN" and row.head == position - 2 and rows[row.head].part_of_speech in {"ADJ", "NOUN"}:
        after = rows[position + 1 : position + 4]
        if any(r.head == position and r.label == "conj" and r.tag == "NN" for r in after):
            row.label = "conj"
        return
    joining = (
        at for at in range(row.head + 1, position) if rows[at].head == row.head and rows[at].label == "cc"
    )
    at = next(joining, None)
    if at is not None and rows[at].text in {"and", "but", "or"}:
        row.label = "conj"


@repair(labels={"neg"}, words={"not"})
def deny_fellow(rows: Sequence[Row], position: int) -> None:
    """Let "not" deny the fellow behind it, where the model hung it on what joins the two: "recognises X but *not* Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be such a "not".
    """
    row, joining = rows[position], rows[rows[position].head]
    if joining.label != "cc" or row.head != position - 1:
        return
    near = range(position + 1, min(len(rows), position + _MAX_FELLOW))
    fellows = (at for at in near if rows[at].label == "conj" and rows[at].head == joining.head)
    row.head = next(fellows, row.head)


@repair(labels={"npadvmod"}, tags={"NN"})
def join_second(rows: Sequence[Row], position: int) -> None:
    """Make the second of three objects one where the model made it none: "renounced all right, *title* and claim"."""
    row, first = rows[position], rows[position - 2] if position > 2 else rows[position]
    is_behind = first.label == "dobj" and first.head == row.head < position and rows[position - 1].text == ","
    after = rows[position + 1 : position + 4]
    if is_behind and any(r.head == position and r.label == "conj" and r.tag == "NN" for r in after):
        row.head, row.label = position - 2, "conj"


@repair(labels={"conj"}, tags={"NN", "NNS"})
def join_object(rows: Sequence[Row], position: int) -> None:
    """Join a noun to the object before "and" where the model joined it to the verb: "keeps a ship and *marines*"."""
    row, verb = rows[position], rows[position].head
    if verb > position or rows[verb].part_of_speech != "VERB":
        return
    joining = [at for at in range(verb + 1, position) if rows[at].head == verb and rows[at].label == "cc"]
    object_ = next(
        (at for at in range(verb + 1, position) if rows[at].head == verb and rows[at].label == "dobj"), None
    )
    if object_ is None or len(joining) != 1 or rows[joining[0]].text != "and" or joining[0] < object_:
        return
    is_next = all(is_below(rows, at, object_) for at in range(object_ + 1, joining[0]))
    is_bare = all(is_below(rows, at, position) for at in range(joining[0] + 1, position))
    if is_next and is_bare and not any(r.head == position and r.label in _OF_CLAUSE for r in rows):
        rows[joining[0]].head = row.head = object_


@repair(labels={"conj"})
def join_like(rows: Sequence[Row], position: int) -> None:
    """Join two nouns alike where the model joined the second to what the first is of.

    So in "the Georgian region of Abkhazia and the Moldovan *region* of Transnistria", and where two names stand before
    where they lie: "the Paracels in the north and *the Spratlys* in the south".
    """
    row = rows[position]
    name, preposition = rows[row.head], rows[rows[row.head].head]
    first = preposition.head
    is_of_first = name.label == "pobj" and preposition.label == "prep"
    is_like = rows[first].text.lower() == row.text.lower() or are_lands(rows[first], row)
    is_like = is_like and name.part_of_speech == "PROPN"
    are_names = row.tag == rows[first].tag == "NNPS" and name.part_of_speech == "NOUN"
    if not is_of_first or not (is_like or are_names):
        return
    for at in range(row.head + 1, position):
        if rows[at].head == row.head and rows[at].label == "cc":
            rows[at].head = first
    row.head = first


@repair(labels={"conj"})
def join_over_participle(rows: Sequence[Row], position: int) -> None:
    """Join two names each told of where the model joined the second to who holds the first.

    So in "Tyrol, held by France, and *Carinthia*, held by Britain".
    """
    row, agent = rows[position], rows[rows[position].head]
    by = rows[agent.head]
    participle = by.head
    is_of_agent = agent.label == "pobj" and by.label == "agent" and position > 2
    if not is_of_agent or rows[participle].label != "acl" or rows[participle - 1].text != ",":
        return
    joining = [at for at in range(row.head + 1, position) if rows[at].label in {"cc", "punct"}]
    if [rows[at].text for at in joining] != [",", "and"] or not _is_told_of(rows, position):
        return
    first = rows[participle].head
    for at in joining:
        rows[at].head = first
    row.head = first


@repair(labels={"cc"}, words={"and"})
def part_served(rows: Sequence[Row], position: int) -> None:
    """Join two full names that each stand before "of" and whom they serve, where the model made them one.

    So in "*Paul Biya* of Cameroon and *Olusegun Obasanjo* of Nigeria signed it".
    """
    state = position - 1
    of = _name_start(rows, state) - 1
    first, other = of - 1, _name_end(rows, position + 1)
    is_parallel = of > 1 and rows[of].text == "of" and rows[min(other + 1, len(rows) - 1)].text == "of"
    are_full = is_parallel and _name_start(rows, first) < first and other > position + 1
    if not are_full or not is_below(rows, other, of) or rows[other].label != "pobj":
        return
    for at in range(of + 1, position):
        rows[at].head, rows[at].label = (state, "compound") if at < state else (of, "pobj")
    for at in range(position + 1, other):
        rows[at].head, rows[at].label = other, "compound"
    rows[other].head, rows[other].label = first, "conj"
    rows[position].head = first


def _name_start(rows: Sequence[Row], last: int) -> int:
    """Give where the words of a name begin that ends at a place, and the place behind it where none ends there."""
    start = last + 1
    while start > 0 and rows[start - 1].part_of_speech == "PROPN":
        start -= 1
    return start


def _name_end(rows: Sequence[Row], first: int) -> int:
    """Give the last word of the name that begins at a place, and the place before it where none begins there."""
    last = first - 1
    while last + 1 < len(rows) and rows[last + 1].part_of_speech == "PROPN":
        last += 1
    return last


def _is_told_of(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether a participle says something of a noun right behind it: "Carinthia, *held* by Britain"."""
    behind = range(noun + 1, min(len(rows), noun + _MAX_TOLD))
    told = next((at for at in behind if rows[at].head == noun and rows[at].label == "acl"), None)
    return told is not None and rows[told].tag == "VBN" and rows[told - 1].text == ","


def are_lands(one: Row, other: Row) -> bool:
    """Tell whether two nouns say what the land is that is named behind them: "the *nation* of", "the *colony* of"."""
    cues = load_cues()
    kinds = cues.agents_country | cues.places_named
    return one.lemma in kinds and other.lemma in kinds
