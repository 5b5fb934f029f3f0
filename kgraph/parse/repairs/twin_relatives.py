"""Two names, each with a relative clause of its own: "between *X*, which holds the isle, and *Y*, which claims it"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row, climb, phrase_start

__all__ = ["join_twin"]

_RELATIVE = frozenset({"which", "who", "whose"})


@repair(labels={"conj"}, tags={"NNP", "NNPS"})
def join_twin(rows: Sequence[Row], position: int) -> None:
    """Join the second name to the first, where the model took it into the relative clause between them.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the second name.
    """
    row = rows[position]
    joining = phrase_start(rows, position) - 1
    is_parted = joining > 1 and rows[joining].text == "and" and rows[joining - 1].text == ","
    if row.head > position or not is_parted or not _opens_relative(rows, position):
        return
    verb = climb(rows, row.head, lambda r: r.label != "relcl")
    first = rows[verb].head
    if (
        rows[verb].label != "relcl"
        or rows[first].part_of_speech != "PROPN"
        or not _opens_relative(rows, first)
    ):
        return
    row.head = rows[joining].head = rows[joining - 1].head = first


def _opens_relative(rows: Sequence[Row], name: int) -> bool:
    """Tell whether a relative clause, set off by a comma, follows a name."""
    behind = rows[name + 1 : name + 3]
    return len(behind) > 1 and behind[0].text == "," and behind[1].text.lower() in _RELATIVE
