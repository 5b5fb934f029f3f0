"""Names of ships, in which the name of a land is none: "the MV *Crete*", "HMS *Gibraltar*", "the MV Bow *Asir*"."""

import re
from collections.abc import Iterable
from functools import cache

from kgraph.cues import load_cues
from kgraph.model import Mention

__all__ = ["without_ships"]

_REACH = 40  # characters before a name that can be the rest of a ship's


def without_ships(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Leave out what only stands in the name of a ship, behind the letters with which such names begin."""
    ahead = _letters_and_words()
    return tuple(
        m for m in mentions if ahead.search(text, max(0, m.span.start - _REACH), m.span.start) is None
    )


@cache
def _letters_and_words() -> re.Pattern[str]:
    """Give what may stand before the last word of a ship's name: its letters, and up to two other words."""
    letters = sorted(load_cues().agents_ships | load_cues().agents_merchant_ships)
    return re.compile(
        rf"(?<![\w/-])(?:{'|'.join(map(str.upper, letters))})\s+[\"“'‘]?(?:[A-Z][\w'’-]*\s+){{0,2}}$"
    )
