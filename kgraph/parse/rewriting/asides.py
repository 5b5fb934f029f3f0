"""Brackets and the like: which of them say something besides, so that the sentence can be read without them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.parse.texts import text_of
from kgraph.times import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Aside", "find_asides"]

_LEADING = frozenset({"between", "by", "from", "of", "to", "with"})
# "the April 9, 1940, German invasion"
_DATE_BEFORE_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]his) (?:{'|'.join(MONTHS)}) \d{{1,2}}(, \d{{4}},) (?!and\b|or\b)\w"
)
_MAX_WORDS = 60  # a longer bracket is a text of its own, or one that was never closed


@dataclass(frozen=True, slots=True)
class Aside:
    """A bracket: the positions of its marks."""

    opens: int
    closes: int


def find_asides(doc: "Doc", barred: Collection[int] = ()) -> tuple[Aside, ...]:
    """Find the brackets that follow a word and are closed in the same paragraph, by where they open.

    So are "among others" and the like between a preposition and what it leads to, and the year of a date before a noun.
    "island(s)", "(a) the line" and a bracket that begins a paragraph or stands between sentences are none.

    Args:
        doc: the words.
        barred: positions where no bracket counts (a dateline).
    """
    found: list[Aside] = [*_remarks(doc), *_years(doc)]
    waiting: list[int] = []
    for token in doc if "(" in text_of(doc) else ():
        if "\n" in token.text:
            waiting.clear()
        elif token.text == "(":
            waiting.append(token.i)
        elif token.text == ")" and waiting:
            opens = waiting.pop()
            if opens not in barred and _is_aside(doc, opens, token.i):
                found.append(Aside(opens, token.i))
    return tuple(sorted(found, key=lambda aside: aside.opens))


_REMARKS = (("among", "others"), ("inter", "alia"))


def _remarks(doc: "Doc") -> Iterator[Aside]:
    """Find what commas set off between a preposition and its list: "recognised by, *among others*, A and B"."""
    text = text_of(doc)
    for token in doc[1:-3] if "among others" in text or "inter alia" in text else ():
        after = doc[token.i + 1 : token.i + 4]
        said = tuple(word.lower_ for word in after[:2])
        if token.text == after[-1].text == "," and said in _REMARKS and doc[token.i - 1].lower_ in _LEADING:
            yield Aside(token.i, token.i + 3)


def _years(doc: "Doc") -> Iterator[Aside]:
    """Find the year between commas in a date before a noun: "after the April 9, *1940*, invasion of X"."""
    for date in _DATE_BEFORE_NOUN.finditer(text_of(doc)):
        words = doc.char_span(*date.span(1))
        if words is not None:
            yield Aside(words.start, words.end - 1)


def _is_aside(doc: "Doc", opens: int, closes: int) -> bool:
    if not opens or not 1 < closes - opens <= _MAX_WORDS:
        return False
    before = doc[opens - 1]
    follows_word = bool(before.whitespace_) and (before.text[-1].isalnum() or before.text in {")", '"', "”"})
    return follows_word and any(token.is_alpha or " " in token.text for token in doc[opens + 1 : closes])
