"""A function applied to many things, by whoever there is to do it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

__all__ = ["Spread", "one_by_one"]

_T = TypeVar("_T")
_R = TypeVar("_R")


class Spread(Protocol):
    """Applies a function to each of several things, be it in several processes: it is to change nothing."""

    def __call__(self, function: Callable[[_T], _R], items: Sequence[_T], /) -> Sequence[_R]:
        """Give what the function gives, in order."""


def one_by_one(function: Callable[[_T], _R], items: Sequence[_T], /) -> Sequence[_R]:
    """Apply a function to each of several things, in this process."""
    return [function(item) for item in items]
