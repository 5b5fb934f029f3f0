"""A sign of what a name means where it stands."""

from typing import NamedTuple

__all__ = ["Sign"]


class Sign(NamedTuple):
    """One sign; `lasting` ones say what the name means wherever else the text has it."""

    name: str
    weight: float
    lasting: bool = False
