"""Forces of three: "*Afghan, NATO and U.S. forces*" is one noun with whose they are before it."""

import re
from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import ANY_SUBJECT, PAST_OR_PRESENT, Row, is_below

__all__ = ["join_forces"]

_WHOSE = re.compile(r"[A-Z]\w*(?:an|ch|ek|ese|i|ino|ish|sh|ss)|(?:[A-Z]\.?){2,5}")
_STATES = re.compile(
    r"\w*stan|Azerbaijan|Bhutan|Brunei|Burundi|Djibouti|Fiji|Haiti|Iran|Japan|Jordan|Malawi|Mali|Oman|Sudan|Taiwan"
)
_OPENING = frozenset({"after", "as", "before", "since"})
_LABELS = frozenset({"conj", "dobj", "nsubj", "nsubjpass", "pobj"})


@repair()
def join_forces(rows: Sequence[Row], position: int) -> None:
    """Hang three adjectives or short names on the noun behind them, where the model took some for nouns.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the noun.
    """
    noun = rows[position]
    owners = _owners(rows, position) if noun.text.endswith("s") else ()
    if not owners or noun.text[:-1] not in load_cues().agents_nouns:
        return
    _take_for_subject(rows, position)
    group = (*range(owners[0], position), position)
    outside = [at for at in group if rows[at].head not in group and rows[at].label in _LABELS]
    if outside in ([], [position]) and rows[owners[0]].head in group:
        return
    own = next((at for at in (position, *outside) if at in outside), None)
    if own is None or any(is_below(rows, rows[at].head, position) for at in outside):
        return
    head, label = rows[own].head, rows[own].label
    _open_clause(rows, owners[0], position, head)
    noun.head, noun.label, noun.tag, noun.part_of_speech, noun.lemma = (
        head,
        label,
        "NNS",
        "NOUN",
        noun.text[:-1],
    )
    for before, at in zip((position, *owners), owners, strict=False):
        rows[at].head, rows[at].label = before, "amod" if before == position else "conj"
        rows[at].part_of_speech = "ADJ" if before == position else rows[at].part_of_speech
    for at in group:
        if rows[at].text in {",", "and"}:
            rows[at].head = owners[-2] if rows[at].text == "and" else owners[0]


def _owners(rows: Sequence[Row], position: int) -> tuple[int, ...]:
    """Give the places of three that a comma and "and" join right before a noun."""
    words = [row.text for row in rows[max(0, position - 6) : position]]
    if words[-5:-4] and words[-2] == "and" and words[-4] == ",":
        places = (position - 5, position - 3, position - 1)
    elif len(words) == 6 and words[-3:-1] == [",", "and"] and words[-5] == ",":
        places = (position - 6, position - 4, position - 1)
    else:
        return ()
    told = (rows[at].text for at in places)
    return places if all(_WHOSE.fullmatch(word) and not _STATES.fullmatch(word) for word in told) else ()


def _take_for_subject(rows: Sequence[Row], noun: int) -> None:
    """Make the noun behind "as" the subject of the verb right behind it: "*as* Afghan, NATO and U.S. forces fight"."""
    opening, verb = rows[noun].head, noun + 1
    is_behind = rows[noun].label == "pobj" and rows[opening].text.lower() in _OPENING and verb < len(rows)
    if (
        not is_behind
        or rows[verb].tag not in PAST_OR_PRESENT
        or rows[verb].label not in {"advcl", "ccomp", "conj"}
    ):
        return
    if not is_below(rows, verb, noun) and not any(
        r.head == verb and r.label in ANY_SUBJECT for r in rows[:verb]
    ):
        rows[noun].head, rows[noun].label = verb, "nsubj"
        rows[opening].head, rows[opening].label = verb, "mark"


def _open_clause(rows: Sequence[Row], first: int, noun: int, verb: int) -> None:
    """Let "as" open the clause of a noun's verb, where the model took the first owner for what it is of."""
    before = rows[first].head
    is_opening = rows[first].label == "pobj" and before == first - 1 and verb > noun
    if is_opening and rows[noun].label == "nsubj" and rows[before].text.lower() in _OPENING:
        rows[before].head, rows[before].label = verb, "mark"
