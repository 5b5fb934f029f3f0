"""Whether two statements of one content can be of the same time: the one notion for contradictions and the page.

What has no time can be of any: it lasts (a claim, control, recognition). But what happens (talks, clashes,
deployments: the families of diplomacy and force) happens again: there both must have a time. Times that share no
day are two times.
"""

from typing import Protocol

__all__ = ["Timed", "can_be_of_one_time", "overlap"]

_PASSING = frozenset({"diplomacy", "force"})


class Timed(Protocol):
    """What has a time as its text gives it, and the first and last day of that, ISO 8601; None: open or unknown."""

    @property
    def time(self) -> str | None: ...  # noqa: D102
    @property
    def first(self) -> str | None: ...  # noqa: D102
    @property
    def last(self) -> str | None: ...  # noqa: D102


def can_be_of_one_time(one: Timed, other: Timed, family: str) -> bool:
    """Tell whether two statements of a relation of this family, same in content, can be of the same time."""
    if family in _PASSING and not (one.time and other.time):
        return False
    return overlap(one, other)


def overlap(one: Timed, other: Timed) -> bool:
    """Tell whether the times can share a day: what has no time can be at any."""
    return (one.first or "") <= (other.last or "~") and (other.first or "") <= (one.last or "~")
