"""Relative clauses that begin with more than a pronoun: "over *which* X has a claim", "*whose* independence X denies".

The model takes such a clause for an adverbial, or the name behind what "whose" has for a part of it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgraph.parse.second_clauses import is_below

if TYPE_CHECKING:
    from kgraph.parse.plan import Row

__all__ = ["hang_relative", "part_possessed", "part_relative"]

_OF_EVENTS = frozenset({"after", "before", "since", "until", "upon"})  # "X fell, *after which* Y left"
_PRONOUNS = frozenset({"where", "which", "whom"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"AUX", "VERB"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_STRAYED = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis", "pcomp"})  # what becomes of such a clause
_INSIDE = frozenset({"NN", "NNS", "JJ"})  # what "whose" has
_PLURAL = frozenset({"NNS", "NNPS"})
_LIKE_VERB = frozenset({"NNS", "NNPS", "VBD", "VBP", "VBZ"})
_OF_NAME = frozenset({"compound", "det"})
_MAX_CLAUSE = 12  # words from the pronoun to the verb
_MAX_POSSESSED = 3  # words of what "whose" has


def hang_relative(rows: "Sequence[Row]", position: int) -> None:
    """Hang a clause on the noun before it, where a preposition opens it: "Ceuta, *over which* X has never".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be the relative pronoun.
    """
    row, at = rows[position], position - 1
    if row.text.lower() not in _PRONOUNS or at < 1 or rows[at].part_of_speech != "ADP":
        return
    if rows[at].text.lower() in _OF_EVENTS:
        return
    noun = at - 2 if rows[at - 1].text == "," else at - 1
    if noun < 0 or rows[noun].part_of_speech not in _NOMINAL:
        return
    verb = _verb_behind(rows, position)
    if verb is None or rows[verb].label not in _STRAYED or is_below(rows, noun, verb):
        return
    rows[verb].head, rows[verb].label = noun, "relcl"
    rows[at].head, rows[at].label = verb, "prep"
    rows[position].head, rows[position].label = at, "pobj"


def _verb_behind(rows: "Sequence[Row]", pronoun: int) -> int | None:
    """Give the verb whose subject is the first behind a pronoun."""
    for row in rows[pronoun + 1 : pronoun + 1 + _MAX_CLAUSE]:
        if row.label in _SUBJECTS:
            is_ahead = row.head > pronoun and rows[row.head].part_of_speech in _VERBAL
            return row.head if is_ahead else None
    return None


def part_relative(rows: "Sequence[Row]", position: int) -> None:
    """Give a relative clause its verb, where the model made one noun of it: "the isle *which Eritrea controls*".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "which".
    """
    if rows[position].text.lower() != "which" or position + 2 >= len(rows):
        return
    noun = position - 2 if position > 1 and rows[position - 1].text == "," else position - 1
    name = _name_behind(rows, position)
    if noun < 0 or name is None or rows[noun].part_of_speech not in _NOMINAL:
        return
    verb = rows[name].head
    is_joined = rows[name].label == "compound" and verb in {name + 1, name + 2}
    if not is_joined or rows[verb].tag not in _LIKE_VERB or not rows[verb].text.islower():
        return
    if rows[verb].tag in _PLURAL:
        rows[verb].tag, rows[verb].part_of_speech, rows[verb].morph = "VBZ", "VERB", ""
    rows[name].head, rows[name].label = verb, "nsubj"
    rows[position].head, rows[position].label = verb, "dobj"
    if not is_below(rows, noun, verb):
        rows[verb].head, rows[verb].label = noun, "relcl"


def part_possessed(rows: "Sequence[Row]", position: int) -> None:
    """Make what "whose" has the object where a name and a verb follow: "X, *whose government* Y ceased to recognise".

    Args:
        rows: the words of a sentence, analysed; those that stand wrong are changed.
        position: of the word that may be "whose".
    """
    if rows[position].text.lower() != "whose":
        return
    noun = _possessed(rows, position)
    name = _name_behind(rows, noun) if noun > position else None
    finite = _finite_behind(rows, name) if name is not None else None
    if name is None or finite is None:
        return
    verb = rows[finite].head if rows[finite].label in {"aux", "auxpass"} else finite
    if verb < finite or rows[verb].part_of_speech not in _VERBAL or _has_object(rows, verb, finite):
        return
    goal = _infinitive_of(rows, verb)
    rows[name].head, rows[name].label = verb, "nsubj"
    rows[noun].head, rows[noun].label = goal, "dobj"
    rows[position].head, rows[position].label = noun, "poss"
    if rows[verb].label in _STRAYED and position > 1 and rows[position - 1].text == ",":
        rows[verb].head, rows[verb].label = position - 2, "relcl"


def _possessed(rows: "Sequence[Row]", pronoun: int) -> int:
    """Give the last word of what "whose" has; the pronoun itself where it has nothing."""
    at = pronoun
    while at + 1 < len(rows) and at - pronoun < _MAX_POSSESSED and rows[at + 1].tag in _INSIDE:
        at += 1
    return at if rows[at].part_of_speech == "NOUN" else pronoun


def _name_behind(rows: "Sequence[Row]", noun: int) -> int | None:
    """Give the last word of the name that stands right behind a word."""
    at = noun + 1
    while at + 1 < len(rows) and rows[at].label in _OF_NAME and rows[at + 1].part_of_speech == "PROPN":
        at += 1
    return at if at < len(rows) and rows[at].part_of_speech == "PROPN" else None


def _finite_behind(rows: "Sequence[Row]", name: int) -> int | None:
    at = name + 1
    while at < len(rows) and rows[at].part_of_speech == "ADV":
        at += 1
    return at if at < len(rows) and rows[at].tag in _FINITE else None


def _has_object(rows: "Sequence[Row]", verb: int, finite: int) -> bool:
    return any(row.head == verb and row.label == "dobj" for row in rows[finite + 1 : finite + _MAX_CLAUSE])


def _infinitive_of(rows: "Sequence[Row]", verb: int) -> int:
    """Give the verb that has the object: "recognise" of "has ceased to *recognise*"."""
    near = range(verb + 1, min(len(rows), verb + _MAX_POSSESSED + 1))
    below = (at for at in near if rows[at].head == verb and rows[at].label == "xcomp")
    return next((at for at in below if rows[at].part_of_speech == "VERB"), verb)
