"""The words of a sentence as they are analysed, before a `Doc` is made of them, and what repairs ask and do."""

import itertools
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from kgraph.parse.analysed import HEADS_WRAP

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = [
    "ANY_SUBJECT",
    "COMPLEMENTS",
    "FINITE",
    "HELPING",
    "INSERTION_MARKS",
    "NAME_MODIFIERS",
    "NOMINAL",
    "NOUNS",
    "NOUN_SUBJECT",
    "OF_VERB",
    "PAST_OR_PRESENT",
    "PREPOSITIONAL_PARTICIPLES",
    "VERBS",
    "Row",
    "be_subject",
    "clause_verb",
    "full_verb",
    "has_passive",
    "is_below",
    "is_helped",
    "is_tree",
    "phrase_start",
    "read_as_past",
    "subject_label",
    "to_doc",
]

NOUNS = frozenset({"NOUN", "PROPN"})  # parts of speech
NOMINAL = NOUNS | {"ADJ", "NUM", "PRON"}
VERBS = frozenset({"AUX", "VERB"})
COMPLEMENTS = frozenset({"acomp", "attr", "ccomp", "dobj", "xcomp"})  # what a verb may need to say anything
NAME_MODIFIERS = frozenset({"amod", "compound", "nmod"})  # stand before the noun that they describe
NOUN_SUBJECT = frozenset({"nsubj", "nsubjpass"})
ANY_SUBJECT = NOUN_SUBJECT | {"csubj", "csubjpass", "expl"}
PAST_OR_PRESENT = frozenset({"VBD", "VBP", "VBZ"})  # tags of finite verbs
FINITE = PAST_OR_PRESENT | {"MD"}  # with the modals, which help a verb
OF_VERB = frozenset({"advmod", "aux", "auxpass", "neg"})  # stand between a subject, or a comma, and its verb
INSERTION_MARKS = frozenset({",", "-", "–", "—", "--"})  # part a remark from its clause
# Words like participles that lead to a thing, and that nobody does: "*including* Chad".
PREPOSITIONAL_PARTICIPLES = frozenset(
    """
    according barring concerning depending during excluding following including involving notwithstanding owing pending
    regarding starting surrounding
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
HELPING = frozenset({"aux", "auxpass"})


@dataclass(slots=True)
class Row:
    """An untouched word as it is analysed; `head` is a place among the rows, its own for a root."""

    text: str
    space: bool  # whether one follows
    head: int
    label: str = "punct"
    tag: str = ""
    part_of_speech: str = "PUNCT"
    morph: str = ""
    lemma: str = ""
    entity: str = ""
    begins: bool = True


def is_below(rows: Sequence[Row], below: int, above: int) -> bool:
    """Tell whether a word hangs somewhere below another; true, too, where no end is found."""
    for _ in rows:
        if below == above:
            return True
        if rows[below].head == below:
            return False
        below = rows[below].head
    return True


def is_tree(rows: Sequence[Row]) -> bool:
    """Tell whether each word hangs, over however many, on one that hangs on itself."""
    rooted = [row.head == position for position, row in enumerate(rows)]
    for position in range(len(rows)):
        path: list[int] = []
        while not rooted[position]:
            if len(path) > len(rows):
                return False
            path.append(position)
            position = rows[position].head
        for passed in path:
            rooted[passed] = True
    return True


def is_helped(rows: Sequence[Row], verb: int) -> bool:
    """Tell whether a finite auxiliary stands before a verb: "*has* left", "*was* taken"."""
    helping = (row for row in rows[:verb] if row.head == verb and row.label in HELPING)
    return any(row.tag in FINITE for row in helping)


def full_verb(rows: Sequence[Row], finite: int) -> int:
    """Give the verb that a finite form helps, "*taken*" of "was taken"; a form that helps none is one itself."""
    return rows[finite].head if rows[finite].label in HELPING else finite


def clause_verb(rows: Sequence[Row], verb: int) -> int:
    """Climb from an infinitive to the verb of its clause: from "take" to "that X has *threatened* to take Y"."""
    while rows[verb].label == "xcomp" and rows[verb].head < verb:
        verb = rows[verb].head
    return verb


def phrase_start(rows: Sequence[Row], position: int, least: int = 0) -> int:
    """Give where the phrase of a word begins: the first of the words right before that hang below it.

    Args:
        rows: the words of a sentence, analysed.
        position: of the word.
        least: the place before which nothing is looked at.
    """
    first = position
    while first > least and is_below(rows, first - 1, position):
        first -= 1
    return first


def has_passive(rows: Sequence[Row], verb: int, places: slice) -> bool:
    """Tell whether one of some words makes a passive of a verb: "the islands *were* taken"."""
    return any(row.head == verb and row.label == "auxpass" for row in rows[places])


def subject_label(*, is_passive: bool) -> str:
    """Give the label of who or what stands as subject."""
    return "nsubjpass" if is_passive else "nsubj"


def be_subject(rows: Sequence[Row], noun: int, verb: int, *, is_passive: bool) -> None:
    """Hang a noun on a verb as its subject."""
    rows[noun].head, rows[noun].label = verb, subject_label(is_passive=is_passive)


def read_as_past(row: Row) -> None:
    """Take a participle for the past tense that looks like it: "Beijing in the end *settled* for half"."""
    row.tag, row.morph = "VBD", ""


def to_doc(units: Sequence[Sequence[Row]], vocab: "Vocab") -> "Doc":
    """Make the Doc of analysed words, those of several texts one behind the other; heads are places in their own."""
    from spacy.tokens import Doc

    rows = list(itertools.chain.from_iterable(units))
    doc = Doc(vocab, words=[row.text for row in rows], spaces=[row.space for row in rows])
    if rows:  # numbers all at once: given words for them, `Doc` looks up each, and sets it by itself
        heads = [(row.head - at) % HEADS_WRAP for unit in units for at, row in enumerate(unit)]
        doc.from_array(_COLUMNS, _numbered(rows, heads, vocab))
    return doc


_COLUMNS: list[int | str] = ["HEAD", "ENT_IOB", "POS", "DEP", "LEMMA", "TAG", "MORPH", "ENT_TYPE"]
_OUTSIDE, _BEGINS, _CONTINUES = 2, 3, 1  # a name, as spaCy numbers it
_MAX_KEPT = 50_000  # words as they are analysed, whose numbers are kept: texts repeat theirs


def _numbered(rows: Sequence[Row], heads: Sequence[int], vocab: "Vocab") -> Any:
    """Give the numbers of each row, in the order of `_COLUMNS`; a head is so many words away."""
    told = (
        _numbers(vocab, row.part_of_speech, row.label, row.lemma, row.tag, row.morph, row.entity)
        for row in rows
    )
    table = np.empty((len(rows), len(_COLUMNS)), dtype=np.uint64)
    table[:, 0], table[:, 1] = array("Q", heads), array("Q", _in_names(rows))
    table[:, 2:] = np.array(array("Q", itertools.chain.from_iterable(told))).reshape(len(rows), -1)
    return table


@lru_cache(maxsize=_MAX_KEPT)
def _numbers(
    vocab: "Vocab", part_of_speech: str, label: str, lemma: str, tag: str, morph: str, entity: str
) -> tuple[int, ...]:
    """Give the numbers of what is said of a word, whatever stands beside it."""
    add = vocab.strings.add
    return add(part_of_speech), add(label), add(lemma), add(tag), vocab.morphology.add(morph), add(entity)


def _in_names(rows: Sequence[Row]) -> list[int]:
    """Tell of each word whether it begins a name or continues one; one that continues nothing begins anew."""
    found, before = [], ""
    for row in rows:
        continues = row.entity == before and not row.begins
        found.append((_CONTINUES if continues else _BEGINS) if row.entity else _OUTSIDE)
        before = row.entity
    return found
