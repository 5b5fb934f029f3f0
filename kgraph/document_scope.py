"""What sets a thing apart that a text names without saying which it is: "the rebels", "a treaty", "Wang said".

Such a thing is its document's own, since another document means other rebels by these words. Papers that print one
agency's story mean the same ones, and so do two states of one page: what sets the thing apart is therefore no name of
a document, but the sentence that first speaks of it. Where copies have that sentence in common, they speak of one
thing, and what they say of it is one assertion that each of them is evidence of.

It follows from the text alone, so that it makes no difference who reads the document, when, and beside which others.
Near copies are known only when all are read (`kgraph.syndication`). Of the sentences of `LEAST_WORDS` words or more in
news texts, fewer than one in a hundred stand in two that are no copies, mostly as a background that is told twice.
"""

import re
from functools import lru_cache

from kgraph.model import Document
from kgraph.text.folding import fold

__all__ = ["LEAST_WORDS", "document_scope"]

LEAST_WORDS = 10  # of a sentence that is not met twice by chance
_MOST_CHARACTERS = 200_000  # what follows in a longer text sets nothing apart
_END = re.compile(r"[.!?…][\"”’')\]]*\s+|\n\s*\n")
_WORD = re.compile(r"[^\W_]+")


def document_scope(document: Document, words: str) -> str:
    """Give what sets something apart that is called by these words in a document.

    That is the first sentence long enough that has them all; the document's id where there is none. Case, accents,
    punctuation and white space make no difference.

    Args:
        document: where it is spoken of.
        words: in whatever order; none of what is called nothing, as somebody who is not named: the longest sentence.
    """
    return _sentences_of(document.text).scope(words) or document.id


class _Sentences:
    """The sentences of a text that are long enough, as their words."""

    def __init__(self, text: str) -> None:
        words = (_WORD.findall(sentence) for sentence in _END.split(fold(text[:_MOST_CHARACTERS])))
        self._long = [(" ".join(each), frozenset(each)) for each in words if len(each) >= LEAST_WORDS]
        self._found: dict[str, str | None] = {}

    def scope(self, words: str) -> str | None:
        """Give the first that has all the words, of none the longest; None where there is no such."""
        if words not in self._found:
            sought = frozenset(_WORD.findall(fold(words)))
            having = (sentence for sentence, its_words in self._long if sought <= its_words)
            self._found[words] = next(having, None) if sought else max(having, key=_by_length, default=None)
        return self._found[words]


def _by_length(sentence: str) -> tuple[int, str]:
    return len(sentence), sentence


@lru_cache(maxsize=2)  # a document's things are asked for together
def _sentences_of(text: str) -> _Sentences:
    return _Sentences(text)
