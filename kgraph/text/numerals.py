"""Numbers in words."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["NUMERALS"]

_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS: Mapping[str, int] = MappingProxyType(
    {word: n for n, word in enumerate(f"{_WORDS} {_TEENS}".split(), 1)}
    | {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
)
"""The words, in small letters, that texts write in the place of digits."""
