"""Times that head an entry of a chronology ("1962: China defeats India") or stand below one of a list of articles."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from kgraph.propositions.times.expressions import TimeExpression

__all__ = ["Headings"]

_BULLETS = re.compile(r"\W*(?:\d{4}\W+)?")  # and the year of its days: "1989. Mar. 15: …"
_BEHIND = re.compile(r"\s*:\s|\s+[-–—]\s|[–—]\s?(?!\d)")
_STOPS = (".", "!", "?", ":", ";")


class Headings:
    """The times that are set apart from the sentence that they date.

    One that stands first in a line, with a colon or dash behind it, dates the rest of its line. Those that fill a line
    each date the headline above, where such pairs end the text: "See also / Talks with Japan / March 7, 2003".
    """

    def __init__(self, text: str, times: Sequence[TimeExpression]) -> None:
        """Take a text and its time expressions in text order."""
        self._text = text
        self._times = [time for time in times if _heads_line(text, time)]
        self._starts = [time.span.start for time in self._times]
        self._below = _below_headlines(text, times)

    def value_at(self, position: int) -> str | None:
        """Give the ISO 8601 value of what heads the line of a place in the text, or stands below; in code points."""
        last = bisect_right(self._starts, position) - 1
        if last < 0 or self._text.find("\n", self._starts[last], position) >= 0:
            return self._below.get(_line_start(self._text, position)) if self._below else None
        return self._times[last].value


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _heads_line(text: str, time: TimeExpression) -> bool:
    line = _line_start(text, time.span.start)
    is_first = _BULLETS.fullmatch(text, line, time.span.start) is not None
    return is_first and _BEHIND.match(text, time.span.end) is not None


def _below_headlines(text: str, times: Sequence[TimeExpression]) -> Mapping[int, str]:
    """Give the times below the headlines that end the text, by the place where each headline begins."""
    below: dict[int, str] = {}
    end = len(text)
    for time in reversed(times):
        line = _line_start(text, time.span.start)
        if text[line : time.span.start].strip() or text[time.span.end : end].strip() or line < 2:
            break
        end = _line_start(text, line - 1)
        headline = text[end:line].strip()
        if not headline or headline.endswith(_STOPS):
            break
        below[end] = time.value
    return below
