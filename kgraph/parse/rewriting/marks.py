"""Marks that the model knows in another form: a dash, and an apostrophe that says whose something is."""

from kgraph.parse.rewriting.treebank import find_set_off_hyphens
from kgraph.parse.rewriting.unit_words import UnitWords

__all__ = ["read_dash", "read_owner"]

_MAX_QUOTED = 12  # words of a quotation in single marks


def read_dash(unit: UnitWords) -> None:
    """Put a dash for a hyphen that stands for one, with white space on both sides."""
    if "-" not in unit.small:
        return
    joining = find_set_off_hyphens(unit.doc)
    for token in unit.doc[1:-1]:
        is_alone = token.text == "-" and token.whitespace_ and unit.doc[token.i - 1].whitespace_
        if is_alone and token.i not in joining:
            unit.put(token.i, "--", token.text)


def read_owner(unit: UnitWords) -> None:
    """Put the plain mark where a curly one says whose something is: "the Philippines’ suit", not "‘the isles’ lie"."""
    doc, small = unit.doc, unit.small
    for token in doc[1:-1] if "’" in small else ():
        if token.text != "’" or not token.whitespace_ or not small[token.i + 1][:1].isalpha():
            continue
        is_behind = small[token.i - 1].endswith("s") and not doc[token.i - 1].whitespace_
        if is_behind and "‘" not in small[max(0, token.i - _MAX_QUOTED) : token.i]:
            unit.put(token.i, "'", token.text)
