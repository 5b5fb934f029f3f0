"""Text as treebanks write it, with blanks around each mark: "its two - year plan , `` he said , '' has failed".

People write such a blank around a dash only, so that the model takes "two - year plan" for a remark. Where all marks
stand so, a hyphen joins.
"""

import re
from typing import TYPE_CHECKING

from kgraph.parse.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_set_off_hyphens"]

_SET_OFF = re.compile(r"\w ,\s|\w (?:'s|n't)\s|`` |\w \.\s*\Z")
_CLOSE = re.compile(r"\w[,;:?!]\s|\w\.\s*\Z|\w(?:'s|n't)\s|[\"“]\w")
# These stand behind a dash: they begin a remark, or go on with the clause.
_BEHIND_DASH = frozenset(
    {"a", "an", "and", "are", "but", "had", "has", "have", "is", "the", "was", "were", "which", "who"}
)


def find_set_off_hyphens(doc: "Doc") -> frozenset[int]:
    """Find the hyphens that join words although blanks stand around them; none in a text that people wrote."""
    text = text_of(doc)
    if " - " not in text or _CLOSE.search(text) or not _SET_OFF.search(text):
        return frozenset()
    found = [token.i for token in doc if token.text == "-"]
    return frozenset(found if all(_joins(doc, hyphen) for hyphen in found) else ())


def _joins(doc: "Doc", hyphen: int) -> bool:
    if not 0 < hyphen < len(doc) - 1:
        return False
    before, after = doc[hyphen - 1], doc[hyphen + 1]
    is_between_words = before.text[-1:].isalnum() and after.text[:1].isalnum()
    is_in_row = hyphen > 1 and doc[hyphen - 2].text == "-"  # "state - of - the - art"
    return is_between_words and (is_in_row or after.lower_ not in _BEHIND_DASH)
