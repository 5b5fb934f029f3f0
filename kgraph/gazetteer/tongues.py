"""Adjectives of states that are the names of languages where they stand: "in Russian", "the Georgian word for".

The words beside them are those of `data/tongues.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from kgraph.gazetteer.matching import Meaning
from kgraph.model import Span
from kgraph.resources import DATA

__all__ = ["is_tongue"]

_LONGEST_BEFORE = 40  # code points of the longest words before


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands before, with what may then stand behind; and what stands behind by itself."""

    before: re.Pattern[str]
    closed: re.Pattern[str]
    after: re.Pattern[str]


def is_tongue(text: str, span: Span, meaning: Meaning) -> bool:
    """Tell whether a name that stands there is a language's: an adjective with no noun behind."""
    if meaning.how not in {"adjective", "demonym"} or text[span.end - 1] == "s":
        return False
    beside = _beside()
    if beside.after.match(text, span.end):
        return True
    before = text[max(0, span.start - _LONGEST_BEFORE) : span.start]
    return beside.before.search(before) is not None and beside.closed.match(text, span.end) is not None


@cache
def _beside() -> _Beside:
    words = tomllib.loads((DATA / "tongues.toml").read_text(encoding="utf-8"))
    before, closed, after = ("|".join(words[key]) for key in ("before", "closed", "after"))
    return _Beside(
        re.compile(rf"\b(?:{before})\s\Z"), re.compile(rf"(?:{closed})"), re.compile(rf"(?:{after})\b")
    )
