"""A function applied to many things, by whoever there is to do it."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar, cast

__all__ = ["Spread", "both", "one_by_one"]

_T = TypeVar("_T")
_R = TypeVar("_R")


class Spread(Protocol):
    """Applies a function to each of several things, be it in several processes: it is to change nothing here.

    The last of them is done in this process.
    """

    def __call__(self, function: Callable[[_T], _R], items: Sequence[_T], /) -> Sequence[_R]:
        """Give what the function gives, in order."""


def one_by_one(function: Callable[[_T], _R], items: Sequence[_T], /) -> Sequence[_R]:
    """Apply a function to each of several things, in this process."""
    return [function(item) for item in items]


def both(spread: Spread, there: Callable[[], _T], here: Callable[[], _R], /) -> tuple[_T, _R]:
    """Do two things, at the same time where there are several processes: the second in this one.

    >>> both(one_by_one, lambda: 1 + 1, lambda: "two")
    (2, 'two')
    """
    return cast(tuple[_T, _R], tuple(spread(_do, (there, here))))


def _do(task: Callable[[], _R]) -> _R:
    return task()
