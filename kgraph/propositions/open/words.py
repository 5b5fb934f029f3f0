"""The word lists of the open layer, read from `data/open.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache

from kgraph.resources import DATA

__all__ = ["OpenWords", "open_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWords:
    """Words in lower case; the file says of each list what it is for."""

    titles: frozenset[str]
    bodies: frozenset[str]
    fillers: frozenset[str]
    idioms: frozenset[str]
    lying: frozenset[str]
    one_each: frozenset[str]
    pairs: frozenset[str]
    periods: frozenset[str]
    prepositions: frozenset[str]
    raising: frozenset[str]
    deeds: frozenset[str]
    serving: frozenset[str]
    stances: frozenset[str]
    taking: frozenset[str]
    things: frozenset[str]
    two_objects: frozenset[str]


@cache
def open_words() -> OpenWords:
    """Read the lists once."""
    lists = tomllib.loads((DATA / "open.toml").read_text(encoding="utf-8"))
    return OpenWords(**{name: frozenset(words) for name, words in lists.items()})
