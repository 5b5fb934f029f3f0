"""A text as words, each name that the gazetteer knows being one word."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kgraph.model import Mention

__all__ = ["MAX_WORDS_BACK", "Word", "sentence_start", "split_words"]

MAX_WORDS_BACK = 200  # how far a sentence reaches back: longer ones are read in pieces

_WORD = re.compile(
    r"['’]s(?!\w)"  # the possessive stands alone
    r"|(?:[^\W\d_]\.)+"  # initials
    r"|(?:Mr|Mrs|Ms|Mme|Mgr|Smt|Dr|Messrs|Prof|Rev|Hon|Gen|Col|Maj|Capt|Lt|Adm|Cmdr|Sgt|Brig|St)\."
    r"|(?:ex|then|former)-(?=[A-Za-z])"  # "ex-Prime Minister"
    r"|[A-Z][a-z]*?[a-z]{3}(?=[A-Z][a-z]{3})"  # "ShinzoPrime": words that lost the space between them
    r"|[^\W_]+(?:(?:['’](?!s\b)|[-‐‑])[^\W_]+)*"
    r"|\n|[^\s\w]|_"
)
_ENDS = frozenset(".!?\n")
_QUOTES = frozenset("\"'“”‘’([—–-")


class Word(NamedTuple):
    """A word at `[start, end)`; `opens` marks the first of a sentence, where a capital says nothing.

    `is_capitalised` tells whether it begins like a name, also after an article as in "al-Assad".
    """

    start: int
    end: int
    text: str
    key: str  # as the tables of titles spell it: folded, straight apostrophes
    mention: Mention | None
    opens: bool
    is_capitalised: bool


def split_words(text: str, mentions: Sequence[Mention]) -> tuple[Word, ...]:
    """Split the text into words, in order; white space is dropped, line ends are words of their own."""
    words: list[Word] = []
    opens = True
    for start, end, mention in _pieces(text, mentions):
        piece = text[start:end]
        words.append(Word(start, end, piece, _key(piece), mention, opens, _is_capitalised(piece)))
        opens = piece in _ENDS or (opens and piece in _QUOTES)
    return tuple(words)


def sentence_start(words: Sequence[Word], at: int) -> int:
    """Give where the sentence of the word before begins; line ends and quotation marks open none of their own."""
    last = max(0, at - MAX_WORDS_BACK)
    starts = (i for i in range(at - 1, last - 1, -1) if words[i].opens and _is_word(words[i]))
    return next(starts, last)


def _is_word(word: Word) -> bool:
    return word.mention is not None or word.text[:1].isalnum()


def _key(piece: str) -> str:
    key = piece.casefold()
    return key if key.isascii() else key.replace("’", "'")


def _is_capitalised(piece: str) -> bool:
    if "-" in piece and piece[:1].islower():
        piece = piece.rsplit("-", 1)[-1]
    return piece[:1].isupper()


def _pieces(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, Mention | None]]:
    position = 0
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.span.start < position:
            continue
        yield from ((m.start(), m.end(), None) for m in _WORD.finditer(text, position, mention.span.start))
        yield mention.span.start, mention.span.end, mention
        position = mention.span.end
    yield from ((m.start(), m.end(), None) for m in _WORD.finditer(text, position))
