"""Headlines that say whose word they are: "Beijing: Taiwan is part of China", "Crimea belongs to Russia: Putin"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.model import Span
from kgraph.tokens import Doc, Token

__all__ = ["Heading", "find_headings"]

_MAX_CHARACTERS = 160  # of a headline
_LINE = re.compile(rf"(?m)^[^\n]{{10,{_MAX_CHARACTERS}}}$")
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,5}"
_LEAD = re.compile(rf"(?P<who>{_NAME}): (?P<said>[A-Z“\"].*)")
_TAIL = re.compile(rf"(?P<said>[^:]+?)(?:: | [-–—] )(?P<who>{_NAME})")
_MARKS = (": ", " - ", " – ", " — ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a headline says, and the words before its colon or behind it that may name who says so.

    One that is `closed` by a full stop may be a paragraph with the place where it was written: "Tokyo: Japan claims X."
    """

    span: Span
    label: tuple[Token, ...]
    closed: bool


def find_headings(doc: Doc) -> tuple[Heading, ...]:
    """Find the lines that have a name before a colon, or behind a colon or a dash at their end, in order."""
    if not any(mark in doc.text for mark in _MARKS):
        return ()
    return tuple(_headings(doc))


def _headings(doc: Doc) -> Iterator[Heading]:
    for line in _LINE.finditer(doc.text):
        match = _LEAD.fullmatch(line[0]) or _TAIL.fullmatch(line[0])
        if match is None:
            continue
        start, (first, last), (begin, end) = line.start(), match.span("who"), match.span("said")
        label = doc.char_span(start + first, start + last, alignment_mode="expand")
        if label is not None:
            span = Span(start=start + begin, end=start + end)
            yield Heading(span=span, label=tuple(label), closed=line[0].endswith((".", "!", "?")))
