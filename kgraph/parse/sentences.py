"""Where sentences begin, as far as the text's layout says so."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kgraph.parse.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["DATELINE", "find_datelines", "sentence_starts"]

# "KINGSTOWN, 15 December (Sample Desk) – ", "MOSCOW (Reuters) - " at the head of a paragraph; with an agency also
# "CALABAR, Nigeria, Aug 14, 2008 (Agency) - "
DATELINE = re.compile(
    r"(?m)^[A-Z][A-Z'’./ -]{2,40}"
    r"(?:(?:, ?[\w. ]{2,30})?(?: ?\([^)\n]{1,40}\))?|(?:, ?[\w. ]{2,30}){2,3} ?\([^)\n]{1,40}\)) ?(?:[–—-]{1,2}) "
)


def sentence_starts(doc: "Doc", *, opens: bool = True) -> Mapping[int, bool]:
    """Tell where a sentence must begin, so that no headline, caption, list item or dateline runs into what follows."""
    lines = [token.i + 1 for token in doc[:-1] if "\n" in token.text] if "\n" in text_of(doc) else []
    starts = dict.fromkeys(lines, True)
    return starts | {end: True for _, end in find_datelines(doc, opens=opens) if end < len(doc)}


def find_datelines(doc: "Doc", *, opens: bool = True) -> list[tuple[int, int]]:
    """Find the datelines, as stretches `[start, end)` of words; `opens` tells whether the first word begins a line."""
    text = text_of(doc)
    found = [m for m in DATELINE.finditer(text) if m.start() or opens] if opens or "\n" in text else []
    spans = [doc.char_span(m.start(), m.end(), alignment_mode="expand") for m in found]
    return [(span.start, span.end) for span in spans if span is not None]
