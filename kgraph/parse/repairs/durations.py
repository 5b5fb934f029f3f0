"""How long something was so, which the model takes for what it was: "X, for centuries *under* Y's rule, rebelled"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["free_from_duration"]

_PERIODS = frozenset({"century", "decade", "generation", "month", "time", "while", "year"})


@repair(labels={"prep"}, words={"under"})
def free_from_duration(rows: Sequence[Row], position: int) -> None:
    """Hang what something is under on what is so, not on how long: "X, for centuries *under* the rule of Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "under".
    """
    row, period = rows[position], rows[rows[position].head]
    lasting = rows[period.head]
    is_period = period.label == "pobj" and period.lemma in _PERIODS and lasting.text.lower() == "for"
    if is_period and lasting.head != period.head:
        row.head = lasting.head
