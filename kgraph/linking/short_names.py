"""Names of places in short that the text itself has spelt out: "the Temporary Security Zone (TSZ)"."""

import re

from kgraph.cues import load_cues
from kgraph.model import Span

__all__ = ["land_in_short", "spelt_out"]

_SHORT = re.compile(r"[A-Z]{2,7}")
_WORD = re.compile(r"[\w'’]+")
_SMALL = frozenset({"and", "for", "of", "the"})  # have no letter of their own
_MAX_BACK = 120  # characters before a bracket in which the whole name is looked for


def land_in_short(short: str, text: str) -> bool:
    """Tell whether a short name is that of some land: "the Temporary Security *Zone* (TSZ)"."""
    whole = spelt_out(short, text)
    return whole is not None and whole.of(text).rsplit(" ", 1)[-1].lower() in load_cues().places_nouns


def spelt_out(short: str, text: str) -> Span | None:
    """Find the words behind which a short name of their first letters stands in brackets; None where none are."""
    if not _SHORT.fullmatch(short):
        return None
    bracket = text.find(f" ({short})")
    first = max(0, bracket - _MAX_BACK)
    words = list(_WORD.finditer(text, first, bracket)) if bracket > 0 else []
    return _with_initials(short, words)


def _with_initials(short: str, words: list[re.Match[str]]) -> Span | None:
    letters = list(short)
    for word in reversed(words):
        if word[0] in _SMALL:
            continue
        if word[0][0] != letters.pop():
            return None
        if not letters:
            return Span(start=word.start(), end=words[-1].end())
    return None
