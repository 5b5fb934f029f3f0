"""Brackets: which of them say something besides, so that the sentence can be read without them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Aside", "find_asides"]

_MAX_WORDS = 60  # a longer bracket is a text of its own, or one that was never closed


@dataclass(frozen=True, slots=True)
class Aside:
    """A bracket: the positions of its marks."""

    opens: int
    closes: int


def find_asides(doc: "Doc", barred: Collection[int] = ()) -> tuple[Aside, ...]:
    """Find the brackets that follow a word and are closed in the same paragraph, by where they open.

    "island(s)", "(a) the line" and a bracket that begins a paragraph or stands between sentences are none.

    Args:
        doc: the words.
        barred: positions where no bracket counts (a dateline).
    """
    found: list[Aside] = []
    waiting: list[int] = []
    for token in doc if "(" in doc.text else ():
        if "\n" in token.text:
            waiting.clear()
        elif token.text == "(":
            waiting.append(token.i)
        elif token.text == ")" and waiting:
            opens = waiting.pop()
            if opens not in barred and _is_aside(doc, opens, token.i):
                found.append(Aside(opens, token.i))
    return tuple(sorted(found, key=lambda aside: aside.opens))


def _is_aside(doc: "Doc", opens: int, closes: int) -> bool:
    if not opens or not 1 < closes - opens <= _MAX_WORDS:
        return False
    before = doc[opens - 1]
    follows_word = bool(before.whitespace_) and (before.text[-1].isalnum() or before.text in {")", '"', "”"})
    return follows_word and any(token.is_alpha or " " in token.text for token in doc[opens + 1 : closes])
