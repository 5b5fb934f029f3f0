"""Where a name ends before what is said of its bearer: "X X, Jr.", "X X *(a lawyer)*", "X X *of Callao*"."""

from collections.abc import Sequence

from kgraph.persons.names import name_start
from kgraph.persons.phrases import DETERMINERS, INDEFINITE, MIN_FULL_NAME_WORDS, POSSESSIVES
from kgraph.persons.titles import Titles
from kgraph.persons.words import Word

__all__ = ["PARTING", "over_aside", "over_bracket", "over_description", "over_home", "over_suffix"]

PARTING = frozenset(';:"“”')  # between clauses, and around what somebody says

_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr."])
_IN_NAMES = POSSESSIVES | {"and", "for", "from", "of", "the"}
_MAX_DESCRIPTION = 9  # words of ", a lawyer from the north"
_OPENING_OF = {")": "(", "-": "-", "–": "–", "—": "—"}  # of what is said between two marks
_MAX_BRACKET = 20  # words of "(a lawyer who had worked in the north)"
_MAX_ASIDE = 14  # words of ", from the National Front (NF),"
_MAX_HOME = 9  # words of "from the National Liberation Movement of Chad"
_CLAUSAL = frozenset(["and", "which", "while", "where", "but"])  # an aside with these tells of several


def over_suffix(words: Sequence[Word], stop: int) -> int:
    """Give where a name ends before ", Jr.,"; the same place where it has none."""
    at = stop - 1 - (words[stop - 1].key == ".")
    is_suffix = at > 1 and words[at].key in _SUFFIXES and words[at - 1].key == ","
    return at - 1 if is_suffix else stop


def over_bracket(words: Sequence[Word], stop: int) -> int:
    """Give where a name ends before what a bracket says of him, "named X X *(a lawyer)* as"; else the same place.

    So before what stands between dashes.
    """
    mark = _OPENING_OF.get(words[stop - 1].text)
    if mark is None:
        return stop
    opening = (at for at in range(stop - 2, max(1, stop - _MAX_BRACKET), -1) if words[at].text == mark)
    return next(opening, stop)


def over_home(words: Sequence[Word], stop: int, titles: Titles) -> int:
    """Give where a name ends before whence somebody is, "X X *of Callao*", "X X *of the ruling Labor Party*".

    The same place where it is not said.
    """
    for at in range(stop - 1, max(1, stop - _MAX_HOME), -1):
        word = words[at]
        if word.key in ("from", "of") and at < stop - 1:
            is_named = at - name_start(words, at, titles) >= MIN_FULL_NAME_WORDS
            if is_named:
                return at
        is_name = word.is_capitalised or word.mention is not None or word.key in _IN_NAMES
        if not is_name and words[at - 1].key not in DETERMINERS:
            break
    return stop


def over_aside(words: Sequence[Word], closing: int, titles: Titles) -> int:
    """Give where a name ends before an aside, by its closing comma: "X X, from the Broad Front, was elected"."""
    own = name_start(words, closing, titles)
    if closing - own >= MIN_FULL_NAME_WORDS and words[own - 1].key == ",":
        return closing  # "the vice president, X X, became"
    for at in range(closing - 1, max(1, closing - _MAX_ASIDE), -1):
        is_joined = (
            words[at].key == "and" and words[at + 1].text.islower() and words[at + 1].key not in DETERMINERS
        )
        if words[at].opens or words[at].text in PARTING or (words[at].key in _CLAUSAL and not is_joined):
            break
        if words[at].key == ",":
            return at if words[at + 1].text.islower() else closing
    return closing


def over_description(words: Sequence[Word], who: int) -> int:
    """Give where a name ends before ", who", and before ", a lawyer from the north who"."""
    if words[who - 1].key == ",":
        return who - 1
    for at in range(who - 1, max(1, who - _MAX_DESCRIPTION), -1):
        if words[at].key in INDEFINITE and words[at - 1].key == ",":
            return at - 1
        if words[at].opens or words[at].text in ",.;":
            break
    return who
