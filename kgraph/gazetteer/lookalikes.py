"""Longer names that hold one of ours without meaning it: "New Mexico", "Moscow State University".

A row of `lookalikes.tsv` is such a name, or a frame for many: "* University" is any known name before that word,
"Bishop of *" any behind those words, "*, Ohio" a town of that state where its name ends the phrase. Frames hold for
states and territories by name or capital, not for their adjectives ("the British Olympics minister") nor for bodies
and treaties, which are named in full.
"""

import re
from collections.abc import Iterable, Sequence

from kgraph.gazetteer.matching import COMMON_NOUNS, Meaning
from kgraph.model import EntityKind, Span

__all__ = ["Frames", "is_frame"]

_FRAMED = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_BESIDE = frozenset({"adjective", "demonym"})
_ARTICLE = re.compile(r"\b[Aa]l-\Z")  # what follows is the rest of a name: "Abdul Malik al-Houthi"
# A word with a capital right before, but "The" that opens a sentence.
_NAME_BEFORE = re.compile(r"\b(?!The\b|This\b|That\b)[A-Z][\w'’-]+ \Z")
_LONGEST_BEFORE = 40  # code points that a frame may have before the name


def is_frame(lookalike: str) -> bool:
    """Tell whether a row is a frame for many names."""
    return lookalike.startswith(("* ", "*, ")) or lookalike.endswith(" *")


class Frames:
    """The words that make another name of a known one that they stand with."""

    def __init__(self, lookalikes: Iterable[str]) -> None:
        """Compile the frames among the lookalikes."""
        frames = sorted(filter(is_frame, lookalikes))
        after = [frame.removeprefix("* ") for frame in frames if frame.startswith("* ")]
        before = [frame.removesuffix(" *") for frame in frames if frame.endswith(" *")]
        states = [frame.removeprefix("*, ") for frame in frames if frame.startswith("*, ")]
        closed = rf",\s(?:{_any(states)})(?=[,.;)]|\s*\Z)"
        self._after = re.compile(rf"\s(?:{_any(after)})(?![\w-])|{closed}")
        self._before = re.compile(rf"(?<![\w-])(?:{_any(before)})\s\Z")

    def hold(self, text: str, span: Span, meaning: Meaning) -> bool:
        """Tell whether the name that stands there is part of another."""
        before = text[max(0, span.start - _LONGEST_BEFORE) : span.start]
        if _ARTICLE.search(before) or _ends_a_name(span.of(text), before, meaning):
            return True
        if meaning.entity is None or meaning.entity.kind not in _FRAMED or meaning.how in _BESIDE:
            return False
        return self._after.match(text, span.end) is not None or self._before.search(before) is not None


def _ends_a_name(words: str, before: str, meaning: Meaning) -> bool:
    """Tell whether a common noun ends a name that is not known: "the Zargoula *Strip*" is not the Gaza Strip."""
    is_common = meaning.how == "short" and words.casefold() in COMMON_NOUNS
    return is_common and _NAME_BEFORE.search(before) is not None


def _any(words: Sequence[str]) -> str:
    """Write the alternatives of a pattern; none matches nothing."""
    return "|".join(re.escape(each).replace(r"\ ", r"\s") for each in words) or r"(?!)"
