"""What a repair is: it mends the analysis at each word that is what it asks for."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from kgraph.parse.rows import Row

__all__ = ["Repair", "Repairs", "repair"]

Mend = Callable[[Sequence[Row], int], None]


@dataclass(frozen=True, slots=True)
class Repair:
    """What mends the analysis at a word, and what the word must be; None is anything."""

    mend: Mend
    labels: Collection[str] | None
    tags: Collection[str] | None
    words: Collection[str] | None  # in small letters

    def is_called_for(self, label: str, tag: str, word: str) -> bool:
        """Tell whether a word is what the repair asks for."""
        asked = ((self.labels, label), (self.tags, tag), (self.words, word))
        return all(allowed is None or told in allowed for allowed, told in asked)


def repair(
    *,
    labels: Collection[str] | None = None,
    tags: Collection[str] | None = None,
    words: Collection[str] | None = None,
) -> Callable[[Mend], Repair]:
    """Make a repair of a function: `@repair(labels={"prep"}, tags={"VBG"})` is tried at such participles alone."""
    return lambda mend: Repair(mend, labels, tags, words)


class Repairs:
    """Repairs in their order: each reckons with what those before have mended."""

    def __init__(self, repairs: Sequence[Repair]) -> None:
        """Take the repairs."""
        self._repairs = repairs
        self._words = frozenset(word for each in repairs for word in each.words or ())
        self._known: dict[tuple[str, str, str], list[int]] = {}  # the repairs that words call for

    def mend(self, rows: Sequence[Row], position: int) -> None:
        """Mend the analysis at a word; what a repair makes of it may call for others of those to come."""
        small = rows[position].text.lower()
        word = small if small in self._words else ""
        first: int | None = 0
        while first is not None:
            first = self._mend_from(first, rows, position, word)

    def _mend_from(self, first: int, rows: Sequence[Row], position: int, word: str) -> int | None:
        """Try the repairs from one on; give the number of the next where the word is another thing after one."""
        row = rows[position]
        label, tag = row.label, row.tag
        for number in self._called_for(label, tag, word):
            if number >= first:
                self._repairs[number].mend(rows, position)
                if row.label != label or row.tag != tag:
                    return number + 1
        return None

    def _called_for(self, label: str, tag: str, word: str) -> list[int]:
        if (label, tag, word) not in self._known:
            asked = enumerate(self._repairs)
            found = [number for number, each in asked if each.is_called_for(label, tag, word)]
            self._known[label, tag, word] = found
        return self._known[label, tag, word]
