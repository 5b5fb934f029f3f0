"""To whom a land is handed: "will not give control of any more towns *to Palestinian police*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row

__all__ = ["hand_to"]

_ON = frozenset({"of", "over"})
_TITLES = frozenset({"administration", "authority"})
# Of these "to" says where they lead: "control of the road to Sukhumi".
_WAYS = frozenset(
    {"access", "approach", "bridge", "canal", "corridor", "crossing", "door", "entrance", "gate", "gateway"}
    | {"highway", "key", "link", "pass", "passage", "pipeline", "rail", "railway", "road", "route", "way"}
)


@repair(labels={"prep"}, words={"to"})
def hand_to(rows: Sequence[Row], position: int) -> None:
    """Hang on the verb to whom control of a land passes, where the model hung it on the land.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the "to".
    """
    row, land = rows[position], rows[rows[position].head]
    of, title = rows[land.head], rows[rows[land.head].head]
    if row.head > position or land.label != "pobj" or of.text not in _ON or land.lemma in _WAYS:
        return
    cues, verb = load_cues(), rows[title.head]
    is_title = title.label == "dobj" and title.lemma in cues.places_titles | _TITLES
    is_given_already = any(r.text == "to" and r.head == title.head and r.label == "prep" for r in rows)
    if is_title and verb.lemma in cues.support_passing and not is_given_already:
        row.head = title.head
