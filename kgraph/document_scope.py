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

from kgraph.folding import fold
from kgraph.model import Document

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
    return _scope_in(document.text, words) or document.id


@lru_cache(maxsize=1024)
def _scope_in(text: str, words: str) -> str | None:
    sought = set(_WORD.findall(fold(words)))
    long = _long_sentences(text)
    if not sought:
        return max(long, key=lambda sentence: (len(sentence), sentence), default=None)
    return next((sentence for sentence in long if sought.issubset(sentence.split())), None)


@lru_cache(maxsize=2)
def _long_sentences(text: str) -> tuple[str, ...]:
    """List the sentences of a text that are long enough, as their words."""
    sentences = (_WORD.findall(sentence) for sentence in _END.split(fold(text[:_MOST_CHARACTERS])))
    return tuple(" ".join(words) for words in sentences if len(words) >= LEAST_WORDS)
