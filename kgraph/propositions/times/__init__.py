"""Time expressions to ISO 8601: "since May 2010" is `2010-05/`, "on Friday" a day if the text is dated.

A grammar in three steps, without a parser: the forms of `calendar_dates` and `relative_dates` find single dates ("May
10, 2019", "last year"), `intervals` makes one of neighbours ("between 1998 and 2000"), and `expressions` applies the
word that stands before ("since", "until"). What is vague stays so: `eras` finds decades and centuries (`197X`, `18XX`),
"about" makes a guess of a date (`1971~`). Weeks and "over two years ago" stay out.
What counts from a time that was named before ("the following year", "three days later", "ever since") is resolved
against the last one in the same paragraph.
"""

from kgraph.propositions.times.durations import add_duration
from kgraph.propositions.times.expressions import TimeExpression, find_times
from kgraph.propositions.times.headings import Headings

__all__ = ["Headings", "TimeExpression", "add_duration", "find_times"]
