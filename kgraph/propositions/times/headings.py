"""Times that head an entry of a chronology: "1962: China defeats India and keeps the plateau"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from kgraph.propositions.times.expressions import TimeExpression

__all__ = ["Headings"]

_BULLETS = re.compile(r"\W*")
_BEHIND = re.compile(r"\s*:\s|\s+[-–—]\s|[–—]\s?(?!\d)")


class Headings:
    """The times that stand first in a line, with a colon or dash behind them: each dates the rest of its line."""

    def __init__(self, text: str, times: Sequence[TimeExpression]) -> None:
        """Take a text and its time expressions in text order."""
        self._text = text
        self._times = [time for time in times if _heads_line(text, time)]
        self._starts = [time.span.start for time in self._times]

    def value_at(self, position: int) -> str | None:
        """Give the ISO 8601 value of what heads the line of a place in the text, in code points."""
        last = bisect_right(self._starts, position) - 1
        if last < 0 or self._text.find("\n", self._starts[last], position) >= 0:
            return None
        return self._times[last].value


def _heads_line(text: str, time: TimeExpression) -> bool:
    line = text.rfind("\n", 0, time.span.start) + 1
    is_first = _BULLETS.fullmatch(text, line, time.span.start) is not None
    return is_first and _BEHIND.match(text, time.span.end) is not None
