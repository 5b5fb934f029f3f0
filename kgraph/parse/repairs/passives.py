"""Passives that something parts: a remark behind "was", "*was*, after some delay, *ceded*", or a comma and "then"."""

from collections.abc import Sequence

from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import HELPING, NOUN_SUBJECT, NOUNS, PAST_OR_PRESENT, Row, be_subject, is_below

__all__ = ["go_on_then", "part_absolute", "resume_passive", "take_for_copula", "take_for_owner"]

# What becomes of the participle.
_PARTED = frozenset({"acl", "advcl", "amod", "appos", "ccomp", "conj", "dep"})
# With one of these "was" has all it wants.
_COMPLETE = frozenset({"acomp", "attr", "dobj", "expl", "oprd", "xcomp"})
_REMARK = frozenset({"IN", "RB", "TO", "VBG", "VBN"})  # tags of what may open a remark
_THEN = frozenset({"afterwards", "later", "subsequently", "then"})
_AT_TIME = (["at", "the", "time"], ["at", "that", "time"])
_MAX_OWNER = 3  # words from a comma to whose people it tells of
_MAX_REMARK = 30  # words


@repair(labels=_PARTED, tags={"VBD", "VBN"})
def resume_passive(rows: Sequence[Row], position: int) -> None:
    """Give a passive its participle behind a remark: "the isle *was*, after long talks, *ceded* to Chile".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the participle.
    """
    helping = _helping(rows, position)
    if helping is None:
        return
    below = [at for at, row in enumerate(rows) if row.head == helping and at not in {helping, position}]
    subject = next((at for at in below if at < helping and rows[at].label in NOUN_SUBJECT), None)
    if subject is None or any(rows[at].label in _COMPLETE for at in below):
        return
    row, above = rows[position], rows[helping]
    row.head, row.label = (position if above.head == helping else above.head), above.label
    row.tag, row.part_of_speech = "VBN", "VERB"
    above.head, above.label = position, "auxpass"
    for at in below:
        rows[at].head = position
    be_subject(rows, subject, position, is_passive=True)


def _helping(rows: Sequence[Row], participle: int) -> int | None:
    """Give the form of "be" before a remark between commas, or before "at the time", that a participle follows."""
    if [row.text for row in rows[max(0, participle - 3) : participle]] in _AT_TIME:
        return _alone(rows, participle - 4, participle)
    comma = participle - 1
    if comma > 0 and rows[comma].tag == "RB":
        comma -= 1
    if comma < 1 or rows[comma].text != ",":
        return None
    before = range(comma - 1, max(-1, comma - _MAX_REMARK), -1)
    first = next((at for at in before if rows[at].text == ","), None)
    if first is None or first < 1 or rows[first + 1].tag not in _REMARK:
        return None
    return _alone(rows, first - 1, participle)


def _alone(rows: Sequence[Row], verb: int, participle: int) -> int | None:
    """Give a word where it is a finite form of "be" that helps no verb."""
    is_finite = verb >= 0 and rows[verb].lemma == "be" and rows[verb].tag in PAST_OR_PRESENT
    is_alone = is_finite and rows[verb].label not in HELPING
    return verb if is_alone and not is_below(rows, verb, participle) else None


@repair(labels={"acomp"}, words={"hers", "mine", "ours", "theirs", "yours"})
def take_for_owner(rows: Sequence[Row], position: int) -> None:
    """Take "ours" for a pronoun where the model takes it for an adjective: "the islands are *ours*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the pronoun.
    """
    row = rows[position]
    row.label, row.tag, row.part_of_speech = "attr", "PRP", "PRON"


@repair(labels={"auxpass"})
def take_for_copula(rows: Sequence[Row], position: int) -> None:
    """Take "is" before an adjective for a verb, and the two for no passive: "that Chad *is* sovereign over the strip".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the form of "be".
    """
    row, told = rows[position], rows[position].head
    adjective = rows[told]
    if row.lemma != "be" or row.tag not in PAST_OR_PRESENT or adjective.tag != "JJ" or told < position:
        return
    row.head, row.label = (position if adjective.head == told else adjective.head), adjective.label
    for at, other in enumerate(rows):
        if (
            other.head == told
            and at != position
            and (at < position or other.label not in {"npadvmod", "prep"})
        ):
            other.head = position
            other.label = "nsubj" if other.label == "nsubjpass" else other.label
    adjective.head, adjective.label = position, "acomp"


@repair(labels={"auxpass"}, words={"being"})
def part_absolute(rows: Sequence[Row], position: int) -> None:
    """Part what is done besides from the verb: "the isle passes to Chad, its *people being resettled*" passes nobody.

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of "being".
    """
    participle = rows[position].head
    noun = rows[participle].head
    is_object = rows[participle].label == "acl" and rows[noun].label == "dobj" and noun == position - 1
    if not is_object or "," not in [r.text for r in rows[max(0, noun - _MAX_OWNER) : noun]]:
        return
    rows[participle].head, rows[participle].label = rows[noun].head, "advcl"
    be_subject(rows, noun, participle, is_passive=True)


@repair(labels={"advcl"}, tags={"VBD", "VBN"})
def go_on_then(rows: Sequence[Row], position: int) -> None:
    """Let a passive go on behind "then": "the isle *was settled* by Spain, then *ceded* to Chile".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the second participle.
    """
    row, first = rows[position], rows[position].head
    if (
        position < first + 2
        or rows[position - 1].text not in _THEN
        or rows[position - 2].text not in {",", "and"}
    ):
        return
    is_passive = any(r.head == first and r.label == "auxpass" for r in rows[:first])
    behind = [r for r in rows[position + 1 :] if r.head == position]
    has_object = any(
        r.label == "dobj" or (r.label in NOUN_SUBJECT and r.part_of_speech in NOUNS) for r in behind
    )
    if is_passive and not has_object:
        row.label, row.tag = "conj", "VBN"
