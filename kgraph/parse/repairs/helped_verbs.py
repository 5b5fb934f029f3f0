"""Bare infinitives that the model took for nouns: "helped the Syrian army *fight* rebels"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUNS, Row

__all__ = ["take_for_help"]

_HELPING = frozenset({"help", "let", "make", "see", "watch"})
_SEVERAL = frozenset({"NNP", "NNPS", "NNS"})  # no "fight *scene*"
_BELOW_NAMES = frozenset({"amod", "compound", "det", "nummod", "poss"})


@repair(labels={"compound"}, tags={"NN"}, words={"battle", "combat", "control", "counter", "fight"})
def take_for_help(rows: Sequence[Row], position: int) -> None:
    """Make a verb of what somebody is helped to do, of its head an object: "help *the Malian army fight* rebels".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb that was taken for a noun before another.
    """
    row, helped = rows[position], position - 1
    met, above = row.head, rows[row.head].head
    is_helped = helped > above and rows[helped].part_of_speech in NOUNS and rows[helped].tag != "NNP"
    if not is_helped or rows[met].tag not in _SEVERAL:
        return
    if met < position or rows[met].label != "dobj" or rows[above].lemma not in _HELPING:
        return
    for at in range(above + 1, helped):
        if rows[at].head in (met, position) and rows[at].label in _BELOW_NAMES:
            rows[at].head = helped
    rows[helped].head, rows[helped].label = position, "nsubj"
    row.head, row.label, row.tag, row.part_of_speech = above, "ccomp", "VB", "VERB"
    rows[met].head = position
