"""Whether a text is in English, as far as that can be told from its commonest words."""

import functools
import re
import tomllib
from typing import NamedTuple

from kgraph.resources import DATA
from kgraph.text.folding import narrow

__all__ = ["looks_english"]

_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile(r"[A-Za-z]+")  # the same where all is ASCII, in a third of the time
_START = re.compile(r"(?:^|[.!?]\s+)([^\W\d_]+)")  # the first word of a sentence
_MIN_WORDS = 20  # of a text in which a foreign name ("Isla de los Estados") does not outweigh the rest
_MIN_WORDS_WITHOUT_ENGLISH = 40
_IN_NAME = re.compile(r"\b[A-Z]\w+(?: (?:d[aeo]s?|del|du|l[ao]s?|y))+ (?=[A-Z])")  # "Isla de los Estados"
_MIN_FOREIGN = 2  # function words of other languages, above those that English shares
# Words in small letters: a headline has few, and a list of names none.
_MIN_SMALL_WITH_FOREIGN = 5
_MIN_SMALL_WITHOUT_ANY = 9
_LENGTHS = (2_000, 50_000)  # characters: the first is enough for nearly every text


def looks_english(text: str) -> bool:
    """Tell whether a text has sentences in English, in doubt yes.

    Says no only on clear evidence: no letters; letters mostly of another script, and hardly an English
    function word; twenty words or more, and among them more than twice as many function words of other
    languages as of English; no English function word in forty words, or in a shorter text that has those of
    other languages, or none at all among nine words in small letters. A text in two languages passes where a
    good part of it is English. What comes after a text's first 50,000 characters is not looked at.
    """
    return any(_passes(narrow(text[:length])) for length in _LENGTHS)


def _passes(text: str) -> bool:
    known = _function_words()
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
    english = sum(map(known.english.__contains__, map(str.lower, words)))
    if not words or _is_mostly_other_script(words):
        return 10 * english > len(words)
    if not english:
        return len(words) < _MIN_WORDS_WITHOUT_ENGLISH and _may_be_telegraphic(_IN_NAME.sub(" ", text))
    # As written, not in small letters: "UN" is no French article, nor "Los" in a name a Spanish one.
    other = sum(map(known.other.__contains__, words))
    return len(words) < _MIN_WORDS or other <= 2 * english


def _may_be_telegraphic(text: str) -> bool:
    """Tell whether a text without an English function word may be a headline or a list of names."""
    known = _function_words()
    small = [word for word in _WORD.findall(text) if word.islower()]
    shared = sum(word in known.shared for word in small)
    starts = [word.lower() for word in _START.findall(text) if word.istitle()]
    other = sum(word in known.other for word in small + starts)
    if other > shared:
        return other - shared < _MIN_FOREIGN and len(small) < _MIN_SMALL_WITH_FOREIGN
    return shared > 0 or len(small) < _MIN_SMALL_WITHOUT_ANY


def _is_mostly_other_script(words: list[str]) -> bool:
    letters = "".join(words)
    return not letters.isascii() and 2 * sum(map(_is_latin, letters)) < len(letters)


class _FunctionWords(NamedTuple):
    english: frozenset[str]
    shared: frozenset[str]
    other: frozenset[str]


@functools.cache
def _function_words() -> _FunctionWords:
    """Load the function words of English, those it shares, and those of all other languages."""
    data = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    kinds = data["English"], data["Shared"], " ".join(data["others"].values())
    return _FunctionWords(*(frozenset(words.split()) for words in kinds))


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
