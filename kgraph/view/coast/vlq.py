"""Whole numbers as text: base64 VLQ, as source maps have it (ECMA-426), a letter for each number from -15 to 15.

Nothing of it needs an escape in JSON or in HTML, and a script reads it in ten lines.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kgraph.errors import KgraphError

__all__ = ["decode", "encode"]

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_BITS, _MORE = 5, 32  # of a digit, five bits are the number's; the sixth says that another digit follows
_VALUES = np.full(128, -1, dtype=np.int64)
_VALUES[[ord(digit) for digit in _DIGITS]] = range(64)


def encode(numbers: Iterable[int]) -> str:
    """Write numbers, the lowest digit first, its lowest bit the sign."""
    text = []
    for number in numbers:
        rest = (abs(number) << 1) | (number < 0)
        while rest >= _MORE:
            text.append(_DIGITS[rest % _MORE | _MORE])
            rest >>= _BITS
        text.append(_DIGITS[rest])
    return "".join(text)


def decode(text: str) -> NDArray[np.int64]:
    """Read what `encode` wrote.

    Raises:
        KgraphError: there is another character in it, or its end is missing.
    """
    if not text:
        return np.zeros(0, dtype=np.int64)
    codes = np.frombuffer(text.encode("utf-8"), dtype=np.uint8)
    digits = _VALUES[np.minimum(codes, 127)]
    ends = np.flatnonzero(digits < _MORE)
    if digits.min() < 0 or not ends.size or ends[-1] != len(digits) - 1:
        raise KgraphError("no base64 VLQ: a digit is wrong, or the last is missing")
    starts = np.concatenate([[0], ends[:-1] + 1])
    place = np.arange(len(digits)) - np.repeat(starts, ends - starts + 1)
    whole = np.add.reduceat((digits % _MORE) << (_BITS * place), starts)
    return np.where(whole & 1, -(whole >> 1), whole >> 1)
