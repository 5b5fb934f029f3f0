"""How a graph of some size is drawn: what was measured in a browser decides, and the page says so in words.

To 300 points all is drawn; to 1,000, lightly: straight lines, no labels of lines that overlap; above, in groups that
the reader opens. A page above a hundred thousand statements would take a browser minutes to read: it has no drawing.
"""

from enum import StrEnum

__all__ = ["MOST_DRAWN", "MOST_STATEMENTS", "Style", "explain_style", "style_of"]

FEW_POINTS = 300
MOST_DRAWN = 1000  # points; above, dragging falls below 30 pictures a second
MOST_LINES = 2000
MOST_STATEMENTS = 100_000


class Style(StrEnum):
    """How a graph is drawn."""

    ALL = "all"
    LIGHT = "light"
    GROUPED = "grouped"
    NONE = "none"


def style_of(points: int, statements: int) -> Style:
    """Decide how so many entities and statements are drawn."""
    if statements > MOST_STATEMENTS:
        return Style.NONE
    if points > MOST_DRAWN or statements > MOST_LINES:
        return Style.GROUPED
    return Style.LIGHT if points > FEW_POINTS else Style.ALL


def explain_style(style: Style, points: int, statements: int, groups: int = 0) -> str:
    """Say it to the reader; nothing where all is drawn as usual."""
    match style:
        case Style.LIGHT:
            return f"{points:,} points: drawn lightly, with straight lines."
        case Style.GROUPED:
            return (
                f"{points:,} points and {statements:,} statements are too many for one drawing:"
                f" they stand in {groups:,} groups. Open a group, or find a name."
            )
        case Style.NONE:
            return (
                f"{statements:,} statements are too many for a page to draw."
                " Choose fewer articles, or ask the graph with kgraph query."
            )
    return ""
