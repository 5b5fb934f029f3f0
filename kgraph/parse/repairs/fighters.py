"""Fighters, whose they are and what they do: "*guerrillas from* the FARC", "drove out *troops holding* the town".

The model hangs "from" on the fight, and makes those who are driven out do what they do beside it.
"""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import NOUNS, Row, phrase_start

__all__ = ["hang_group_on_fighter", "take_fighters_for_object"]

_FIGHTING = frozenset({"arrest", "attack", "battle", "clash", "detain", "engage", "fight", "skirmish"})
_EXPELLING = frozenset({"dislodge", "drive", "eject", "evict", "expel", "oust", "push", "repel", "rout"})
_NAMES = frozenset({"NNP", "NNPS"})
_OWNING = frozenset({"amod", "compound", "nmod", "poss"})


@repair(labels={"prep"}, words={"from"})
def hang_group_on_fighter(rows: Sequence[Row], position: int) -> None:
    """Hang "from" and a name on the fighters before it, and not on the fight, which is from nobody.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word "from".
    """
    row, fighter = rows[position], rows[position - 1]
    if not position or row.head == position - 1 or row.head > position or not _is_fighter(fighter):
        return
    if not _is_of_second(rows, position) and not _is_of_fight(rows, row.head):
        return
    if any(r.head == position and r.label == "pobj" and r.tag in _NAMES for r in rows[position + 1 :]):
        row.head = position - 1


@repair(labels={"advcl", "ccomp", "xcomp"}, tags={"VBG"})
def take_fighters_for_object(rows: Sequence[Row], position: int) -> None:
    """Take for whom a verb strikes those whom the model made do what a participle behind them tells.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    row, fighter, verb = rows[position], position - 1, rows[position].head
    if not 0 <= verb < fighter or rows[fighter].head != position or rows[fighter].label != "nsubj":
        return
    cues = load_cues()
    strikes = rows[verb].lemma in cues.presupposed_striking | _EXPELLING
    first = phrase_start(rows, fighter)
    is_behind = first in (verb + 1, verb + 2) and (first == verb + 1 or rows[verb + 1].label == "prt")
    if not strikes or not is_behind or not _is_fighter(rows[fighter]):
        return
    if any(r.head == verb and r.label == "dobj" for r in rows):
        return
    rows[fighter].head, rows[fighter].label = verb, "dobj"
    row.head, row.label = fighter, "acl"


def _is_of_second(rows: Sequence[Row], position: int) -> bool:
    """Tell whether the first of two has its owner before it: "between *Kenyan* soldiers and militants from X"."""
    first, second = rows[position].head, rows[position - 1]
    if second.label != "conj" or second.head != first:
        return False
    return any(r.head == first and r.label in _OWNING and r.text[:1].isupper() for r in rows[:first])


def _is_of_fight(rows: Sequence[Row], above: int) -> bool:
    fight = rows[above].head if rows[above].text.lower() == "between" else above
    cues = load_cues()
    return rows[fight].lemma.lower() in cues.presupposed_warfare | cues.presupposed_striking | _FIGHTING


def _is_fighter(row: Row) -> bool:
    cues = load_cues()
    fighters = cues.agents_members | cues.agents_fighting | cues.agents_serving | cues.agents_armed
    return row.part_of_speech in NOUNS and row.lemma.lower() in fighters
