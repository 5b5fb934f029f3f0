"""Clauses that say what a report or a fact is, where the model took "that" for a relative pronoun."""

from collections.abc import Sequence

from kgraph.cues import load_cues
from kgraph.parse.repairs.repair import repair
from kgraph.parse.rows import ANY_SUBJECT, COMPLEMENTS, NOUN_SUBJECT, NOUNS, VERBS, Row, clause_verb

__all__ = ["go_on_judging", "join_contents", "open_content", "tell_what_is_said", "tell_when"]

_READ_AS = frozenset({"det", "dobj", "mark", "nsubj", "nsubjpass", "pobj"})  # what the model makes of "that"
_CLAUSE = frozenset({"acl", "ccomp", "relcl"})
_JUDGING = frozenset({"decide", "determine", "find", "hold", "rule"})
_SAYING = frozenset({"report", "say"})  # a clause is said, and nobody is
_SAID_IN = frozenset({"at", "during", "in", "on"})
_MAX_CLAUSE = 40  # words from "that" to the end of what its verb needs


@repair(labels=_READ_AS, words={"that"})
def open_content(rows: Sequence[Row], position: int) -> None:
    """Let "that" open what a noun is of, where nothing is left for it to be: "signs *that* X had recognised Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "that".
    """
    row = rows[position]
    if row.text != "that" or not position:
        return
    noun = position - 1
    cues = load_cues()
    if rows[noun].part_of_speech not in NOUNS and noun:
        return
    contents = cues.reporting_contents | cues.reporting_nouns | cues.reporting_unowned
    if rows[noun].lemma not in contents | cues.possibility_wished and not _is_said_in(rows, noun):
        return
    verb = clause_verb(rows, row.head)
    if rows[verb].label not in _CLAUSE or rows[verb].head != noun or verb < position:
        return
    if row.label == "mark" or _is_full(rows, position, verb, rows[noun].lemma):
        row.head, row.label = verb, "mark"
        rows[verb].label = "acl"


def _is_said_in(rows: Sequence[Row], noun: int) -> bool:
    """Tell whether somebody says something in what a noun is: "X *said in a speech* that Y belongs to Z"."""
    preposition = rows[rows[noun].head]
    is_inside = rows[noun].label == "pobj" and preposition.label == "prep" and preposition.text in _SAID_IN
    said = rows[preposition.head]
    has_object = any(row.head == preposition.head and row.label in {"ccomp", "dobj"} for row in rows)
    return is_inside and said.lemma in load_cues().reporting_verbs and not has_object


@repair(labels={"conj"}, tags={"VBD"})
def go_on_judging(rows: Sequence[Row], position: int) -> None:
    """Go on with what a court did, not with what it held: "held that it belongs to X and *ordered* Y out"."""
    content = rows[position].head
    judging = rows[content].head
    if rows[content].label != "ccomp" or rows[content].tag != "VBZ" or rows[judging].lemma not in _JUDGING:
        return
    if any(row.head == position and row.label in NOUN_SUBJECT for row in rows[content:position]):
        return
    for row in (*rows[content + 1 : position], rows[position]):
        if row.head == content and row.label in {"cc", "conj"}:
            row.head = judging


@repair(labels={"conj"})
def join_contents(rows: Sequence[Row], position: int) -> None:
    """Hang the second of two clauses with "that" on what says both: "found that A lacks a title and *that* B broke X".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb of the second clause.
    """
    row, first = rows[position], rows[rows[position].head]
    if row.part_of_speech not in VERBS or first.label != "ccomp" or row.head > position:
        return
    if _opens_with_that(rows, row.head, first.head) and _opens_with_that(rows, position, row.head):
        row.head, row.label = first.head, "ccomp"


@repair(labels={"acl"}, tags={"VBD", "VBN"})
def tell_what_is_said(rows: Sequence[Row], position: int) -> None:
    """Make a clause of what the model took for somebody said: "the army says *troops killed* two rebels".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the verb, which a participle behind its noun cannot be where it has an object of its own.
    """
    row, noun = rows[position], rows[rows[position].head]
    is_said = noun.label == "dobj" and rows[noun.head].lemma in _SAYING and row.head < position
    if is_said and any(other.head == position and other.label == "dobj" for other in rows[position:]):
        row.head, noun.head = noun.head, position
        row.label, noun.label, row.tag = "ccomp", "nsubj", "VBD"


@repair(labels={"mark"}, words={"after", "before"})
def tell_when(rows: Sequence[Row], position: int) -> None:
    """Make a clause of time of what the model took for announced: "announced a drill days *after* X shelled Y".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that opens the clause.
    """
    verb = rows[rows[position].head]
    if verb.label == "ccomp" and verb.head < position:
        verb.label = "advcl"


def _opens_with_that(rows: Sequence[Row], verb: int, after: int) -> bool:
    """Tell whether a clause behind a word begins with "that" and has a subject."""
    own = [row for row in rows[after + 1 : verb] if row.head == verb]
    is_opened = any(row.label == "mark" and row.text == "that" for row in own)
    return is_opened and any(row.label in ANY_SUBJECT for row in own)


def _is_full(rows: Sequence[Row], position: int, verb: int, noun: str) -> bool:
    """Tell whether a clause has a subject, and all that its verb needs, without "that"."""
    near = range(position + 1, min(len(rows), position + _MAX_CLAUSE))
    own = [rows[at].label for at in near if rows[at].head == verb]
    needs = {rows[position].head, verb}
    if NOUN_SUBJECT.isdisjoint(own):
        return False
    if rows[position].label in NOUN_SUBJECT or rows[verb].lemma in load_cues().predicated_intransitive:
        return True
    if any(rows[at].head in needs and rows[at].label in COMPLEMENTS for at in near if at not in needs):
        return True
    return noun in load_cues().reporting_unmade and "prep" in own
