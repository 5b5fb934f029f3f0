"""By which words a repair is tried: at those it asks for alone, in the order of the list."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import Repair, Repairs, repair
from kgraph.parse.rows import Row


def noting(seen: list[str], name: str, *, label: str = "", tag: str = "", word: str = "") -> Repair:
    """Make a repair that notes that it was tried."""

    @repair(labels={label} if label else None, tags={tag} if tag else None, words={word} if word else None)
    def note(rows: Sequence[Row], position: int) -> None:
        seen.append(f"{name} at {rows[position].text}")

    return note


@repair(labels={"appos"})
def make_fellow(rows: Sequence[Row], position: int) -> None:
    """Make every apposition a fellow."""
    rows[position].label = "conj"


ROWS = (("Chad", "nsubj", "NNP"), ("Which", "appos", "WDT"), ("claims", "relcl", "VBZ"))


def try_all(*repairs: Repair) -> None:
    """Try repairs at each word of ROWS."""
    rows = [Row(text, True, 0, label=label, tag=tag) for text, label, tag in ROWS]
    mending = Repairs(repairs)
    for position, _ in enumerate(rows):
        mending.mend(rows, position)


def test_a_repair_is_tried_at_the_words_it_asks_for_alone() -> None:
    seen: list[str] = []
    try_all(
        noting(seen, "any"),
        noting(seen, "label", label="relcl"),
        noting(seen, "tag", tag="NNP"),
        noting(seen, "word", word="which"),
        noting(seen, "all", label="relcl", tag="VBZ", word="claims"),
        noting(seen, "other tag", label="relcl", tag="NNS", word="claims"),
    )
    assert seen == [
        *("any at Chad", "tag at Chad"),
        *("any at Which", "word at Which"),
        *("any at claims", "label at claims", "all at claims"),
    ]


def test_what_a_repair_makes_of_a_word_calls_for_those_behind_it_alone() -> None:
    seen: list[str] = []
    try_all(
        noting(seen, "fellow before", label="conj"),
        noting(seen, "apposition before", label="appos"),
        make_fellow,
        noting(seen, "fellow behind", label="conj"),
        noting(seen, "apposition behind", label="appos"),
    )
    assert seen == ["apposition before at Which", "fellow behind at Which"]
