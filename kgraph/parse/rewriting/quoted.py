"""Names in quotation marks, which the model reads as one name without the marks: `called the "Northern Area"`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.parse.rewriting.plan import Inner
from kgraph.parse.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["QuotedName", "find_quoted_names", "find_quoted_words"]

_OPENING, _CLOSING = frozenset({'"', "“"}), frozenset({'"', "”"})
_MARKS = _OPENING | _CLOSING
_SMALL = frozenset({"of", "the", "and", "de", "del", "al", "-"})
_MAX_WORDS = 6
_MIN_ROW = 3  # words: one before the marks and one between them


@dataclass(frozen=True, slots=True)
class QuotedName:
    """A stretch `[start, end)` of a row of words from mark to mark; `head` is the last word of the name."""

    start: int
    end: int
    head: int
    inner: tuple[Inner, ...]
    comma: int | None  # that American custom puts before the closing mark


def find_quoted_names(doc: "Doc", row: Sequence[int]) -> Iterator[QuotedName]:
    """Find short quotations of nothing but a name after a word that they belong to; a quoted sentence is none."""
    for place in range(1, len(row) - 2) if _has_marks(doc, row) else ():
        if doc[row[place]].text in _OPENING and doc[row[place - 1]].is_alpha:
            found = _quoted_name(doc, row, place)
            if found is not None:
                yield found


def find_quoted_words(doc: "Doc", row: Sequence[int]) -> Iterator[int]:
    """Find where a mark stands before a single word in small letters that another mark follows: `"illegally" occupied`.

    The model stumbles over the marks, which say no more than that somebody else calls it so.
    """
    for place in range(1, len(row) - 2) if _has_marks(doc, row) else ():
        before, word, after = (doc[row[at]] for at in range(place, place + 3))
        if before.text in _OPENING and after.text in _CLOSING and word.is_alpha and word.is_lower:
            yield place


def _has_marks(doc: "Doc", row: Sequence[int]) -> bool:
    """Tell whether a text has quotation marks at all: most have none, and need not be gone through.

    A row of three words has room for none; a text may have thousands of them.
    """
    return len(row) > _MIN_ROW and not _MARKS.isdisjoint(text_of(doc))


def _quoted_name(doc: "Doc", row: Sequence[int], start: int) -> QuotedName | None:
    end = start + 1
    while end < len(row) and end - start <= _MAX_WORDS and _can_be_of_name(doc, row[end]):
        end += 1
    words = row[start + 1 : end]
    comma = row[end] if end < len(row) and doc[row[end]].text == "," else None
    closing = end + (comma is not None)
    if closing >= len(row) or doc[row[closing]].text not in _CLOSING or not words:
        return None
    if not doc[words[0]].text[0].isupper() or not doc[words[-1]].text[0].isupper():
        return None
    return QuotedName(start, closing + 1, words[-1], tuple(_inner(row, start, words, row[closing])), comma)


def _can_be_of_name(doc: "Doc", position: int) -> bool:
    word = doc[position].text
    return word in _SMALL or (word[0].isupper() and not doc[position].is_punct)


def _inner(row: Sequence[int], start: int, words: Sequence[int], closing: int) -> Iterator[Inner]:
    head = words[-1]
    yield Inner(row[start], head, "punct", "``", "PUNCT")
    for position in words[:-1]:
        yield Inner(position, head, "compound", "NNP", "PROPN")
    yield Inner(closing, head, "punct", "''", "PUNCT")
