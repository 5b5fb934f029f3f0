"""Who does what a passive says, where the model hung "by" on a noun: "is accepted as a son *by* Muslims"."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import Row, has_passive

__all__ = ["give_agent"]

# Whoever does these may stand behind them: "seen as an attack by X".
_DONE = frozenset(
    """
    act attack attempt bid book breach crime effort film gift move novel play plot ploy poem response song step threat
    trick victory violation visit win work
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_OF_DOING = ("al", "ance", "ation", "ence", "ing", "ment", "sion", "tion")


@repair(labels={"prep"}, words={"by"})
def give_agent(rows: Sequence[Row], position: int) -> None:
    """Hang "by" on a passive, where the model hung it on what stands behind "as", and who it tells of on who acts.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "by".
    """
    noun = rows[position].head
    introducing = rows[noun].head
    verb = rows[introducing].head
    is_behind_as = rows[noun].label == "pobj" and rows[introducing].text == "as" and verb < introducing < noun
    if not is_behind_as or _is_done(rows[noun]) or not has_passive(rows, verb, slice(0, verb)):
        return
    if noun > position or any(row.head == verb and row.label == "agent" for row in rows):
        return
    rows[position].head, rows[position].label = verb, "agent"
    _hang_relative(rows, noun, position)


def _hang_relative(rows: Sequence[Row], noun: int, by: int) -> None:
    """Hang the clause behind who acts on who acts: "as a son by *Muslims, who* maintain"."""
    behind = range(by + 1, len(rows))
    actor = next((at for at in behind if rows[at].head == by and rows[at].label == "pobj"), None)
    clause = next((at for at in behind if rows[at].head == noun and rows[at].label == "relcl"), None)
    if actor is None or clause is None or clause < actor:
        return
    rows[clause].head = actor


def _is_done(noun: Row) -> bool:
    """Tell whether a noun says that something is done."""
    word, cues = noun.lemma.lower(), load_cues()
    is_said = word in cues.reporting_contents or word in cues.possibility_nouns or word in cues.negation_nouns
    return word in _DONE or is_said or word.endswith(_OF_DOING)
