"""Finds the known words nearest to one that is not known."""

import difflib
from collections.abc import Collection

__all__ = ["suggest"]

_MAX_COMPARED = 20_000  # words looked at for a suggestion: more would take seconds


def suggest(word: str, known: Collection[str]) -> str:
    """Give the end of a complaint about an unknown word: the known ones nearest to it, or nothing."""
    if len(known) > _MAX_COMPARED:
        known = [each for each in known if each[:3] == word[:3]][:_MAX_COMPARED]
    close = difflib.get_close_matches(word, list(known), n=3)
    return f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
