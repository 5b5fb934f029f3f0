"""The text of a parsed part, kept while it is read."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.tokens import Doc

__all__ = ["text_of"]


@lru_cache(maxsize=2)
def text_of(doc: "Doc") -> str:
    """Give the text of a `Doc`; spaCy puts it together anew, token by token, each time that it is asked."""
    text: str = doc.text
    return text
