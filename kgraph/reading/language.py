"""Whether a text is in English, as far as that can be told from its commonest words."""

import functools
import re
import tomllib

from kgraph.resources import DATA

__all__ = ["looks_english"]

_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 20  # a headline or a list of names may well have no function word
_MIN_WORDS_WITHOUT_ENGLISH = 40
_LENGTHS = (2_000, 50_000)  # characters: the first is enough for nearly every text


def looks_english(text: str) -> bool:
    """Tell whether a text has sentences in English, in doubt yes.

    Says no only on clear evidence: no letters; letters mostly of another script, and hardly an English
    function word; twenty words or more, and among them more than twice as many function words of other
    languages as of English; forty words without any English function word. A text in two languages passes
    where a good part of it is English. What comes after a text's first 50,000 characters is not looked at.
    """
    return any(_passes(text[:length]) for length in _LENGTHS)


def _passes(text: str) -> bool:
    english_words, other_words = _function_words()
    words = _WORD.findall(text)
    english = sum(word.lower() in english_words for word in words)
    if not words or _is_mostly_other_script(words):
        return 10 * english > len(words)
    if len(words) < _MIN_WORDS:
        return True
    # As written, not in small letters: "UN" is no French article, nor "Los" in a name a Spanish one.
    other = sum(word in other_words for word in words)
    return other <= 2 * english and (english > 0 or len(words) < _MIN_WORDS_WITHOUT_ENGLISH)


def _is_mostly_other_script(words: list[str]) -> bool:
    letters = "".join(words)
    return not letters.isascii() and 2 * sum(map(_is_latin, letters)) < len(letters)


@functools.cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    """Load the function words of English, and those of all other languages."""
    data = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    others = " ".join(data["others"].values())
    return frozenset(data["English"].split()), frozenset(others.split())


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
