"""The place whose name opens a paragraph: "Palmyra Atoll: the island was held by"."""

from kgraph.reference.named import Named, NamedInOrder, is_mere_place
from kgraph.tokens import Token

__all__ = ["place_heading"]

_MAX_HEADING = 5  # words of a place's name that opens a paragraph


def place_heading(token: Token, named: NamedInOrder) -> Named | None:
    """Give the place that heads a paragraph, where no land is named behind it: "X Atoll: *The island* was held by".

    Behind that another place may be meant, and the heading is one among those named before.
    """
    before = reversed(named.before(token.left_edge.i))
    last = next((n for n in before if n.is_place and is_mere_place(n)), None)
    if last is None or token.doc[last.index + 1].text != ":":
        return None
    between = token.doc[last.index + 1 : token.i].text
    opens = token.doc[max(0, last.index - _MAX_HEADING) : last.index + 1].text
    is_heading = "\n" in opens or last.index < _MAX_HEADING
    return last if is_heading and "\n" not in between else None
