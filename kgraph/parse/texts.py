"""The text of what is not parsed yet, kept while it is looked at."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["text_of"]


@lru_cache(maxsize=2)
def text_of(doc: "Doc") -> str:
    """Give the text of spaCy's `Doc`, which it puts together anew, token by token, each time that it is asked."""
    text: str = doc.text
    return text
