"""Texts and headlines in capitals: the case that each word would have, for readers who go by it.

"JAPAN CLAIMS KUNASHIR" has three names for a model and for whoever looks for names by their capitals. What the
gazetteer knows and the names of office holders keep a capital; everything else is put in small letters. The text stays
as long as it was, so that offsets hold.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from kgraph.model import Mention
from kgraph.office_holders import read_office_holders

__all__ = ["holder_words", "truecase"]

_RUN = re.compile(r"[^\n.!?;]+")  # a line or a sentence of it
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MIN_WORDS = 3  # fewer are a heading, a name or an abbreviation
_MAX_ABBREVIATION = 4  # letters: "UN", "NATO", "ICJ"
# Words of sentences, as short as abbreviations.
_OF_SENTENCES = frozenset({"can", "for", "has", "is", "may", "must", "not", "to", "will", "with"})
_SMALL = frozenset({"of", "the", "and", "in", "on", "de", "du", "da"})  # inside a name


def truecase(text: str, mentions: Sequence[Mention], is_common: Callable[[str], bool] | None = None) -> str:
    """Give the text with the stretches in capitals in their usual case; the same text where there are none.

    Args:
        text: any text.
        mentions: the known names in it.
        is_common: tells whether a word in small letters is none that names something; None takes all for such.
    """
    if not any(_is_shouted(match[0]) for match in _RUN.finditer(text)):
        return text
    letters = list(text)
    named = _places(mentions)
    for run in _RUN.finditer(text):
        words = list(_WORD.finditer(text, run.start(), run.end())) if _is_shouted(run[0]) else []
        if all(_may_be_abbreviated(w[0]) or w.start() in named for w in words):
            continue  # nothing but abbreviations and names
        for number, word in enumerate(words):
            cased = _cased(word[0], named.get(word.start()), is_common, is_first=not number)
            letters[word.start() : word.end()] = cased
    return "".join(letters)


def _may_be_abbreviated(word: str) -> bool:
    return len(word) <= _MAX_ABBREVIATION and word.lower() not in _OF_SENTENCES


def _is_shouted(run: str) -> bool:
    return run.upper() == run and len(_WORD.findall(run)) >= _MIN_WORDS


def _places(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Give the mentions by each place in them."""
    return {at: mention for mention in mentions for at in range(mention.span.start, mention.span.end)}


def _cased(
    word: str, mention: Mention | None, is_common: Callable[[str], bool] | None, *, is_first: bool
) -> str:
    small = word.lower()
    if len(small) != len(word):  # a letter that has no small form of one character
        return word
    if mention is None:
        if is_first or small in holder_words():
            return _title(small)
        if is_common is None or is_common(small):
            return small
        return word if len(word) <= _MAX_ABBREVIATION else _title(small)
    if len(word) == len(mention.span) <= _MAX_ABBREVIATION and mention.entity.label.upper() != word:
        return word  # "UN", "NATO"
    return small if small in _SMALL and not is_first else _title(small)


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def holder_words() -> frozenset[str]:
    """Give the words of the names of known office holders; short ones are common words too ("Bush", "Rice")."""
    words = (word.lower() for row in read_office_holders() for word in row.need("name").split())
    return frozenset(word for word in words if len(word) > _MAX_ABBREVIATION)
