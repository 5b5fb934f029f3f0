"""The words of a sentence as they are analysed, before a `Doc` is made of them, and what repairs ask and do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.tokens import Doc, Token

__all__ = [
    "ANY_SUBJECT",
    "CLAUSE_ENDS",
    "COMPLEMENTS",
    "DONE_TO",
    "FINITE",
    "HELPING",
    "INSERTION_MARKS",
    "NAME_MODIFIERS",
    "NOMINAL",
    "NOUNS",
    "NOUN_SUBJECT",
    "OF_VERB",
    "PAST",
    "PAST_OR_PRESENT",
    "PREPOSITIONAL_PARTICIPLES",
    "VERBS",
    "Row",
    "be_subject",
    "clause_verb",
    "climb",
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
DONE_TO = frozenset({"dobj", "nsubjpass"})  # what a verb is done to, however it is told
NAME_MODIFIERS = frozenset({"amod", "compound", "nmod"})  # stand before the noun that they describe
NOUN_SUBJECT = frozenset({"nsubj", "nsubjpass"})
ANY_SUBJECT = NOUN_SUBJECT | {"csubj", "csubjpass", "expl"}
PAST_OR_PRESENT = frozenset({"VBD", "VBP", "VBZ"})  # tags of finite verbs
PAST = frozenset({"VBD", "VBN"})  # of a verb and of its participle
FINITE = PAST_OR_PRESENT | {"MD"}  # with the modals, which help a verb
OF_VERB = frozenset({"advmod", "aux", "auxpass", "neg"})  # stand between a subject, or a comma, and its verb
INSERTION_MARKS = frozenset({",", "-", "–", "—", "--"})  # part a remark from its clause
CLAUSE_ENDS = frozenset({".", "!", "?", ";", ":", "\n"})
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


def climb(rows: Sequence[Row], position: int, goes_on: Callable[[Row], bool]) -> int:
    """Climb from a word to its head as long as the word lets one go on, and from that in turn.

    It ends, too, where repairs made words hang on one another in a circle: no tree has more steps than words.
    """
    for _ in rows:
        row = rows[position]
        if row.head == position or not goes_on(row):
            break
        position = row.head
    return position


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


def to_doc(units: Sequence[Sequence[Row]]) -> Doc:
    """Make the Doc of analysed words, those of several texts one behind the other; heads are places in their own."""
    tokens: list[Token] = []
    heads: list[int] = []
    for unit in units:
        heads += [len(tokens) + row.head for row in unit]
        tokens += _tokens(unit)
    return Doc(tokens, heads)


def _tokens(rows: Sequence[Row]) -> Iterator[Token]:
    """Make the words of a text; one that goes on with no name begins one."""
    before = ""
    for row in rows:
        yield Token(
            row.text,
            " " if row.space else "",
            row.lemma,
            row.tag,
            row.part_of_speech,
            row.label,
            row.entity,
            begins_name=row.entity != "" and (row.begins or row.entity != before),
        )
        before = row.entity
