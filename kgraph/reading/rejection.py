"""What a reader hands on: a document with the line it stands on, or the reason why there is none."""

from dataclasses import dataclass

from kgraph.model import Document

__all__ = ["EMPTY", "Draft", "Found", "Rejection"]

EMPTY = "empty: there is nothing to read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input that could not be read, or not wholly: where it is, what is wrong and what to do.

    `fatal` tells whether input was left out; False means that the document is kept without what is complained
    of (its date, its title). `count` says how many inputs the complaint covers: above 1 for the files of
    other kinds in a folder, which share one line. `parsed` tells that the record was whole, so that it is not
    damage of the file that it lacks something by.
    """

    where: str  # the path as the user gave it, or "<stdin>"
    line: int | None = None  # counts from 1
    reason: str
    fatal: bool = True
    count: int = 1
    parsed: bool = False

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        # File names and values of fields are hostile: a line break or a change of writing direction in them
        # must not forge a second message.
        return "".join(
            c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in f"{place}: {self.reason}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document as its format gives it, not yet held against the others; `line` is where its record is."""

    document: Document
    where: str
    line: int | None = None

    def reject(self, reason: str) -> Rejection:
        """Complain of this document."""
        return Rejection(where=self.where, line=self.line, reason=reason)


Found = Draft | Rejection
