"""Marks that the model knows in another form: a dash, and an apostrophe that says whose something is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kgraph.parse.plan import Word

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["read_as_dash", "read_as_owner"]

_MAX_QUOTED = 12  # words of a quotation in single marks


def read_as_dash(doc: "Doc", small: Sequence[str], words: list[Word]) -> None:
    """Put a dash for a hyphen that stands for one, with white space on both sides."""
    for token in doc[1:-1] if "-" in small else ():
        if token.text == "-" and token.whitespace_ and doc[token.i - 1].whitespace_:
            words[token.i] = Word("--", token.text)


def read_as_owner(doc: "Doc", small: Sequence[str], words: list[Word]) -> None:
    """Put the plain mark where a curly one says whose something is: "the Philippines’ suit", not "‘the isles’ lie"."""
    for token in doc[1:-1] if "’" in small else ():
        owner = small[token.i - 1]
        is_behind = owner.endswith("s") and not doc[token.i - 1].whitespace_ and bool(token.whitespace_)
        is_quoted = "‘" in small[max(0, token.i - _MAX_QUOTED) : token.i]
        if token.text == "’" and is_behind and not is_quoted and small[token.i + 1][:1].isalpha():
            words[token.i] = Word("'", token.text)
