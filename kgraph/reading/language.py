"""Whether a text is in English, as far as that can be told from its commonest words."""

import functools
import re
import tomllib

from kgraph.resources import DATA

__all__ = ["looks_english"]

_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 20  # a headline or a list of names may well have no function word
_MIN_WORDS_WITHOUT_ENGLISH = 40


def looks_english(text: str) -> bool:
    """Tell whether a text has sentences in English, in doubt yes.

    Says no only on clear evidence: no letters; letters mostly of another script, and hardly an English
    function word; twenty words or more, and among them more than twice as many function words of other
    languages as of English; forty words without any English function word. A text in two languages passes
    where a good part of it is English.
    """
    english_words, other_words = _function_words()
    words = latin = other_script = english = other = 0
    for match in _WORD.finditer(text):
        word = match[0]
        words += 1
        in_latin = len(word) if word.isascii() else sum(map(_is_latin, word))
        latin += in_latin
        other_script += len(word) - in_latin
        english += word.lower() in english_words
        other += (
            word in other_words
        )  # as written: "UN" is no French article, nor "Los" in a name a Spanish one
    if other_script > latin or not words:
        return 10 * english > words
    if words < _MIN_WORDS:
        return True
    return other <= 2 * english and (english > 0 or words < _MIN_WORDS_WITHOUT_ENGLISH)


@functools.cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    """Load the function words of English, and those of all other languages."""
    data = tomllib.loads((DATA / "function_words.toml").read_text(encoding="utf-8"))
    others = " ".join(data["others"].values())
    return frozenset(data["English"].split()), frozenset(others.split())


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
