"""Verbs with a prefix before a hyphen, "re-elected", which the model takes for a row of verbs."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kgraph.parse.texts import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["find_prefixed_words"]

# The word behind is the same without them, and no adjective as in "pre-war".
_PREFIXES = frozenset({"co", "re"})


def find_prefixed_words(doc: "Doc", row: Sequence[int]) -> Iterator[int]:
    """Find where in a row of words a prefix stands that a hyphen joins to a word in small letters: "re-elected"."""
    for place in range(len(row) - 2) if "-" in text_of(doc) else ():
        first, hyphen, word = (doc[row[at]] for at in range(place, place + 3))
        is_joined = hyphen.text == "-" and not first.whitespace_ and not hyphen.whitespace_
        if is_joined and first.lower_ in _PREFIXES and word.is_alpha and word.is_lower:
            yield place
