"""Where sentences begin, as far as the text's layout says so."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_datelines", "sentence_starts"]

# "KINGSTOWN, 15 December (Sample Desk) – ", "MOSCOW (Reuters) - " at the head of a paragraph
_DATELINE = re.compile(
    r"(?m)^[A-Z][A-Z'’./ -]{2,40}(?:, ?[\w. ]{2,30})?(?: ?\([^)\n]{1,40}\))? ?(?:[–—-]{1,2}) "
)


def sentence_starts(doc: "Doc") -> Mapping[int, bool]:
    """Tell where a sentence must begin, so that no headline, caption, list item or dateline runs into what follows."""
    starts = {t.i + 1: True for t in doc[:-1] if "\n" in t.text or "\n" in t.whitespace_}
    return starts | {end: True for _, end in find_datelines(doc) if end < len(doc)}


def find_datelines(doc: "Doc") -> list[tuple[int, int]]:
    """Find the datelines, as stretches `[start, end)` of words."""
    spans = [doc.char_span(m.start(), m.end(), alignment_mode="expand") for m in _DATELINE.finditer(doc.text)]
    return [(span.start, span.end) for span in spans if span is not None]
