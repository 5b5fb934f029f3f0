"""Claims that the model took for what somebody does: "rejects its maritime *claims* as void"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["take_for_claims", "take_for_claims_of"]

_MISTAKEN = frozenset({"acl", "advcl", "ccomp", "conj", "dobj", "pobj", "relcl"})
_BEFORE_NOUN = frozenset({"amod", "case", "compound", "det", "nmod", "poss"})
_MAX_TOLD = 40  # words between a claim and the verb of what it says


@repair(labels=_MISTAKEN, tags={"VBZ"}, words={"claims"})
def take_for_claims(rows: Sequence[Row], position: int) -> None:
    """Make "claims" the noun it is where the model took it for a verb: "rejects its maritime *claims* as void"."""
    row = rows[position]
    if row.text != "claims":
        return
    first = position
    while first and (
        rows[first - 1].label in _BEFORE_NOUN or (first == position and _is_object(rows[first - 1]))
    ):
        first -= 1
    phrase = rows[first:position]
    above = rows[first - 1] if first else row
    if not any(r.label == "poss" for r in phrase) or above.part_of_speech not in {"ADP", "VERB"}:
        return
    for place, other in enumerate(phrase, first):
        if other.head in {position - 1, position} or place == position - 1:
            other.head = position
    rows[position - 1].label = "amod"
    _be_claims(row, first - 1, "pobj" if above.part_of_speech == "ADP" else "dobj")


@repair(labels=_MISTAKEN, tags={"VBZ"}, words={"claims"})
def take_for_claims_of(rows: Sequence[Row], position: int) -> None:
    """Make "claims" the noun it is after whose they are: "is investigating *Eritrean claims* that troops entered X"."""
    row, owner = rows[position], rows[position - 1]
    is_after = position > 1 and owner.label == "dobj" and owner.head < position - 1
    is_told = position + 1 < len(rows) and rows[position + 1].text == "that"
    if not (row.text == "claims" and is_after and is_told) or owner.part_of_speech not in {"ADJ", "PROPN"}:
        return
    _be_claims(row, owner.head, "dobj")
    owner.head, owner.label = position, "amod"
    for other in rows[position + 1 : position + 1 + _MAX_TOLD]:
        if other.head == position and other.label == "ccomp":
            other.label = "acl"


def _be_claims(row: Row, head: int, label: str) -> None:
    row.head, row.label = head, label
    row.tag, row.part_of_speech, row.lemma = "NNS", "NOUN", "claim"


def _is_object(row: Row) -> bool:
    return row.label in {"dobj", "pobj"}
