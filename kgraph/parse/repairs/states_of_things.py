"""How things stand, where the model hangs that on an adverb: "Snake Island is *back in Ukrainian hands*"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["free_from_adverb"]

_BEFORE_STATE = frozenset({"again", "back", "firmly", "formally", "fully", "now", "once", "still"})
_STANDING = frozenset({"be", "remain", "stay"})


@repair(labels={"prep"}, words={"in", "under"})
def free_from_adverb(rows: Sequence[Row], position: int) -> None:
    """Hang "in" and "under" on the verb that says how things stand, and not on "back" before them.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the preposition.
    """
    adverb = rows[rows[position].head]
    verb = rows[adverb.head]
    is_between = adverb.head < rows[position].head < position
    if is_between and adverb.text in _BEFORE_STATE and adverb.label == "advmod" and verb.lemma in _STANDING:
        rows[position].head = adverb.head
