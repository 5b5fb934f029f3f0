"""Nouns that stand with the second owner alone, and are the first one's too: "under French and then British *rule*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NAME_MODIFIERS, Row

__all__ = ["share_listed_noun", "share_noun", "share_officials", "share_participle"]

_HELPED = frozenset({"armed", "backed", "funded", "sponsored", "supported", "trained"})


@repair(labels={"conj"}, words={"under"})
def share_noun(rows: Sequence[Row], position: int) -> None:
    """Hang whose it was first on the noun behind: "was first under *French* and then under British rule".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the second "under".
    """
    second, first = rows[position], rows[position].head
    if first > position or rows[first].text.lower() != second.text.lower():
        return
    owner = next((at for at in range(first + 1, position) if rows[at].head == first), None)
    behind = range(position + 1, len(rows))
    noun = next((at for at in behind if rows[at].head == position and rows[at].label == "pobj"), None)
    if owner is None or noun is None or rows[owner].label != "pobj" or rows[noun].part_of_speech != "NOUN":
        return
    is_named = rows[owner].text[:1].isupper() and not any(r.head == owner for r in rows[owner + 1 : position])
    if is_named and any(r.head == noun and r.label in NAME_MODIFIERS for r in rows[position:noun]):
        rows[owner].head, rows[owner].label = noun, "amod"
        rows[noun].head = first
        second.head, second.label = noun, "dep"


@repair(labels={"conj"}, tags={"NN", "NNS"})
def share_listed_noun(rows: Sequence[Row], position: int) -> None:
    """Hang whose it was first on the noun that the model joined to him: "after *Dutch* and later British rule".

    So soldiers are of all who are named: "a force of *NATO* and Afghan soldiers".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the noun.
    """
    noun, owner = rows[position], rows[position].head
    is_adjective = rows[owner].tag == "JJ" and rows[owner].text[:1].isupper()
    if (
        owner > position
        or not (is_adjective or _is_of_soldiers(rows, owner, position))
        or rows[owner].label not in {"dobj", "pobj"}
    ):
        return
    own = rows[owner + 1 : position]
    if any(r.head == position and r.label == "amod" and r.text[:1].isupper() for r in own):
        noun.head, noun.label = rows[owner].head, rows[owner].label
        rows[owner].head, rows[owner].label = position, "amod"
        for row in own:
            if row.head == owner:
                row.head = position


@repair(labels={"conj"}, tags={"NNS"})
def share_officials(rows: Sequence[Row], position: int) -> None:
    """Hang what officials see to on these, where the model joined them to it: "Israeli *security* and army officials".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the officials.
    """
    officials, field = rows[position], rows[position].head
    cues, before = load_cues(), range(field)
    own = [at for at in before if rows[at].head == field]
    is_field = (
        field < position and rows[field].tag == "NN" and rows[field].lemma in cues.agents_institutions_for
    )
    if not is_field or officials.lemma not in cues.agents_nouns | cues.agents_serving:
        return
    if not any(rows[at].label == "amod" and rows[at].text[:1].isupper() for at in own):
        return
    officials.head, officials.label = rows[field].head, rows[field].label
    rows[field].head, rows[field].label = position, "compound"
    for at in own:
        rows[at].head = position


@repair(labels={"conj"}, tags={"VBN"}, words=_HELPED)
def share_participle(rows: Sequence[Row], position: int) -> None:
    """Hang whom the model set beside a participle on that: "by *Soviet* and Chinese-backed forces" are backed by both.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle, joined to a name before it by a hyphen.
    """
    row, first = rows[position], rows[position].head
    is_name = rows[first].text[:1].isupper() and rows[first].label in NAME_MODIFIERS
    is_joined = position > 2 and rows[position - 1].text == "-" and rows[position - 2].text[:1].isupper()
    if not is_name or not is_joined or first != position - 4 or rows[position - 3].text != "and":
        return
    row.head, row.label = rows[first].head, "amod"
    rows[first].head, rows[first].label = position, "npadvmod"
    rows[position - 2].head, rows[position - 2].label = first, "conj"


def _is_of_soldiers(rows: Sequence[Row], owner: int, soldiers: int) -> bool:
    """Tell whether a name stands behind "of" where soldiers follow it: "a patrol *of US* and Iraqi troops"."""
    is_name = rows[owner].part_of_speech == "PROPN" and rows[rows[owner].head].text == "of"
    return is_name and rows[soldiers].lemma in load_cues().agents_serving
