"""Fellows of a noun, which the model set apart or joined to another: "not only Argentina but also *Chile*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repair import repair
from kgraph.parse.rows import Row

__all__ = ["are_lands", "join_fellow", "join_like", "join_over_participle", "join_second"]

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


@repair(labels={"npadvmod"}, tags={"NN"})
def join_second(rows: Sequence[Row], position: int) -> None:
    """Make the second of three objects one where the model made it none: "renounced all right, *title* and claim"."""
    row, first = rows[position], rows[position - 2] if position > 2 else rows[position]
    is_behind = first.label == "dobj" and first.head == row.head < position and rows[position - 1].text == ","
    after = rows[position + 1 : position + 4]
    if is_behind and any(r.head == position and r.label == "conj" and r.tag == "NN" for r in after):
        row.head, row.label = position - 2, "conj"


@repair(labels={"conj"})
def join_like(rows: Sequence[Row], position: int) -> None:
    """Join two nouns alike where the model joined the second to what the first is of.

    So in "the Georgian region of Abkhazia and the Moldovan *region* of Transnistria".
    """
    row = rows[position]
    name, preposition = rows[row.head], rows[rows[row.head].head]
    first = preposition.head
    is_of_first = name.label == "pobj" and preposition.label == "prep"
    is_like = rows[first].text.lower() == row.text.lower() or are_lands(rows[first], row)
    if not is_of_first or name.part_of_speech != "PROPN" or not is_like:
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
