"""Documents read otherwise than they are written, and readings put back to where they stand in the text as it came.

A document with markup is read without, a word parted at a line end is read whole, and a headline has the case of a
sentence. What is read of it then stands at its place in the untouched text, which its quotations show as it is.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from kgraph.model import Document, Evidence, OpenProposition, OpenReading, Reading, Span
from kgraph.text.markup import Piece, said_in, said_pieces

__all__ = ["put_back", "respelt", "with_whole_words", "without_markup"]

_R = TypeVar("_R", Reading, OpenReading)
_MAX_WORD = 40  # letters
_PARTED = re.compile(r"(?<=[^\W_])-[ \t]*\r?\n[ \t]*(?=[A-Za-z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rewritten(Document):
    """A document without what nobody says, and where each of its stretches comes from."""

    original: Document
    starts: tuple[int, ...]  # of the stretches, in this text; the first is 0
    sources: tuple[tuple[int, int], ...]  # `[start, end)` of each in the original's text

    def place(self, span: Span) -> Span:
        """Give where a span stands in the original's text."""
        return Span(start=self._source(span.start)[0], end=self._source(span.end - 1)[1])

    def _source(self, at: int) -> tuple[int, int]:
        """Give the stretch of the original that the character at a place comes from."""
        number = bisect_right(self.starts, at) - 1
        start, end = self.sources[number]
        inside = at - self.starts[number]
        next_start = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        is_kept = end - start == next_start - self.starts[number]
        return (start + inside, start + inside + 1) if is_kept else (start, end)


def without_markup(document: Document) -> Document:
    """Give the document without marks of footnotes, markup and characters that do not show; itself where it has none.

    What is read of the one that this gives is put back by `put_back`.
    """
    title, pieces = document.title and said_in(document.title), list(said_pieces(document.text))
    text = "".join(said for said, _, _ in pieces)
    if text == document.text and title == document.title:
        return document
    return _rewritten(document, title, text, pieces)


def _rewritten(document: Document, title: str | None, text: str, pieces: Sequence[Piece]) -> _Rewritten:
    starts = itertools.accumulate((len(said) for said, _, _ in pieces), initial=0)
    return _Rewritten(
        id=document.id,
        text=text,
        title=title,
        date=document.date,
        url=document.url,
        source=document.source,
        original=document,
        starts=tuple(starts)[:-1],
        sources=tuple((start, end) for _, start, end in pieces),
    )


def with_whole_words(document: Document, unwrapped: str, is_word: Callable[[str], bool]) -> Document:
    """Give the document with the words whole that are parted at line ends; itself where none is.

    Args:
        document: with its lines.
        unwrapped: its text with a space for each line end that only wraps.
        is_word: tells whether a word in small letters is one of the language. It says which hyphens stay.
    """
    pieces: list[Piece] = []
    at = 0
    for end in _PARTED.finditer(document.text):
        if "\n" in unwrapped[end.start() : end.end()]:
            continue
        stop = end.start() + len(_hyphen_at(end, is_word))
        pieces.append((unwrapped[at:stop], at, stop))
        at = end.end()
    if not pieces:
        return document
    pieces.append((unwrapped[at:], at, len(unwrapped)))
    return _rewritten(document, document.title, "".join(said for said, _, _ in pieces), pieces)


def respelt(document: Document, text: str) -> Document:
    """Give a document with a text of the same length, as it is to be read; itself where that is the one it has."""
    if text == document.text:
        return document
    if isinstance(document, _Rewritten):
        return replace(document, text=text)
    return _rewritten(document, document.title, text, [(text, 0, len(text))])


def put_back(reading: _R) -> _R:
    """Give a reading with its document as it came, and all places and quotations in that."""
    read = reading.document
    if not isinstance(read, _Rewritten):
        return reading
    if isinstance(reading, OpenReading):
        found = tuple(_proposition_back(each, read) for each in reading.propositions)
        return put_back(replace(reading, document=read.original, propositions=found))
    assertions = tuple(
        said.with_evidence(tuple(_evidence_back(each, read) for each in said.evidence))
        for said in reading.assertions
    )
    return put_back(replace(reading, document=read.original, assertions=assertions))


def _evidence_back(evidence: Evidence, read: _Rewritten) -> Evidence:
    span = read.place(evidence.span)
    subject, predicate, object_ = (
        place and read.place(place)
        for place in (evidence.subject_span, evidence.predicate_span, evidence.object_span)
    )
    return replace(
        evidence,
        span=span,
        quotation=span.of(read.original.text),
        subject_span=subject,
        predicate_span=predicate,
        object_span=object_,
    )


def _proposition_back(said: OpenProposition, read: _Rewritten) -> OpenProposition:
    arguments = tuple(
        replace(each, span=read.place(each.span), head=read.place(each.head)) for each in said.arguments
    )
    return replace(said, span=read.place(said.span), arguments=arguments)


def _hyphen_at(end: re.Match[str], is_word: Callable[[str], bool]) -> str:
    """Give the hyphen of a word parted at the end of a line where the word has one: "Russian-held", but "annexed"."""
    text = end.string
    before = _LETTERS_BEFORE.search(text, max(0, end.start() - _MAX_WORD), end.start())
    behind = _LETTERS.match(text, end.end())
    if before is None or behind is None or behind[0][0].isupper():
        return "-"  # "30-day", "Sino-Indian"
    head, tail = before[0].lower(), behind[0].lower()
    return "" if is_word(head + tail) or not (is_word(head) and is_word(tail)) else "-"
