"""Numbers in words."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["NUMERALS"]

_WORDS = "one two three four five six seven eight nine ten eleven twelve"
NUMERALS: Mapping[str, int] = MappingProxyType({word: n for n, word in enumerate(_WORDS.split(), 1)})
"""The words, in small letters, that texts rather write than digits."""
