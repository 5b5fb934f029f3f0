"""To whom a land is handed: "will not give control of any more towns *to Palestinian police*"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NAME_MODIFIERS, Row

__all__ = ["hand_behind", "hand_to"]

_ON = frozenset({"of", "over"})
_WITHIN = _ON | {"around", "in", "near"}
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth"})
_TITLES = frozenset({"administration", "authority"})
_DUTIES = frozenset({"duty", "power", "responsibility"})
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
    land, given = rows[position].head, _given(rows, position)
    if given is None or land > position or rows[land].lemma in _WAYS:
        return
    cues, verb = load_cues(), rows[given].head
    title = rows[given].lemma
    is_title = title in cues.places_titles | _TITLES and rows[rows[land].head].text in _ON
    is_share = title in cues.places_parts | cues.places_nouns | _ORDINALS
    is_land = rows[land].lemma in cues.places_parts | cues.places_nouns
    is_given_already = any(r.text == "to" and r.head == verb and r.label == "prep" for r in rows)
    is_meant = is_title or (is_share and is_land)
    if is_meant and rows[verb].lemma in cues.support_passing and not is_given_already:
        rows[position].head = verb


@repair(labels={"pobj"}, tags={"NN", "NNS"})
def hand_behind(rows: Sequence[Row], position: int) -> None:
    """Part to whom control passes from the control named behind him: "handed to *the Palestinians* control of X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the noun that the model took for whom it is handed to.
    """
    to = rows[position].head
    verb, cues = rows[to].head, load_cues()
    is_passing = rows[to].text == "to" and to < position and rows[verb].lemma in cues.support_passing
    if not is_passing or any(r.head == verb and r.label in {"dobj", "nsubjpass"} for r in rows):
        return
    titles = cues.places_titles | _TITLES | _DUTIES
    joined = (
        at for at in range(position, len(rows)) if rows[at].head == position and rows[at].label == "conj"
    )
    given = next((at for at in (position, *joined) if rows[at].lemma in titles), None)
    before = [at for at in range(to + 1, position) if rows[at].head == position]
    name = next((at for at in reversed(before) if _is_name(rows[at])), None)
    if given is None or name is None:
        return
    rows[name].head, rows[name].label = to, "pobj"
    for at in before:
        if at < name:
            rows[at].head = name
    if given != position:
        rows[position].head, rows[position].label = given, "nmod"
    rows[given].head, rows[given].label = verb, "dobj"


def _is_name(row: Row) -> bool:
    return row.part_of_speech == "PROPN" and row.label in NAME_MODIFIERS


def _given(rows: Sequence[Row], position: int) -> int | None:
    """Find what is given, of which the land is behind which "to" stands: "*parts* of the islands to"."""
    at = rows[position].head
    if rows[at].label not in {"conj", "pobj"}:
        return None
    while rows[at].label in {"conj", "pobj"} or (rows[at].label == "prep" and rows[at].text in _WITHIN):
        at = rows[at].head
    return at if rows[at].label == "dobj" else None
