"""Whether two names mean the same thing, as a measure has to see it."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from kgraph.errors import ReadError
from kgraph.evaluation.files import text_of
from kgraph.files import StrPath

__all__ = ["Names", "fold", "read_aliases"]

# Words that tell two names of the same place apart in nothing: "Kunashir Island" is "Kunashir".
# fmt: off
GENERIC_WORDS = frozenset({
    "a", "an", "and", "archipelago", "area", "former", "group", "island", "islands", "isle", "isles",
    "islet", "islets", "of", "region", "republic", "state", "territories", "territory", "the",
})
# fmt: on
MIN_WORDS_TO_OVERLAP = 3  # a shorter name must agree in all its words
MIN_SHARED_WORDS = 0.6  # Dice coefficient of two descriptions that are held to be the same


class Names:
    """Tells whether two names mean the same thing.

    They do where they are equal but for case, accents and generic words, or where one is an alias of the
    other.
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]] | None = None) -> None:
        self._parent: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, others in (aliases or {}).items():
            self._join(others, name)

    def same(self, wanted: str, given: str) -> bool:
        """Tell whether `given` may stand for `wanted`; long descriptions need only share most words."""
        gold, other = self._representative(wanted), self._representative(given)
        return gold == other or (
            len(gold) >= MIN_WORDS_TO_OVERLAP and _overlap(gold, other) >= MIN_SHARED_WORDS
        )

    def _join(self, names: Iterable[str], into: str) -> None:
        target = self._representative(into)  # stays so: it is never the source
        for name in names:
            source = self._representative(name)
            if source != target:
                self._parent[source] = target

    def _representative(self, name: str) -> tuple[str, ...]:
        words = fold(name)
        while (parent := self._parent.get(words)) is not None:
            words = parent
        return words


def fold(name: str) -> tuple[str, ...]:
    """Give the words of a name that matter, without case and accents.

    A name of generic words alone keeps them, and one without any Latin letter keeps its own script.
    """
    latin = name
    if not name.isascii():
        latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"\w+", latin.lower()) or re.findall(r"\w+", name.lower())
    return tuple(word for word in words if word not in GENERIC_WORDS) or tuple(words)


def _overlap(words: Sequence[str], others: Sequence[str]) -> float:
    """Give the Dice coefficient of two sets of words."""
    left, right = set(words), set(others)
    return 2 * len(left & right) / (len(left) + len(right))


def read_aliases(path: StrPath) -> Names:
    """Read a JSON object of names, each with a list of other names for the same thing.

    Raises:
        ReadError: the file cannot be read or is no such object.
    """
    try:
        return Names(json.loads(text_of(path)))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ReadError(f"{path}: not a JSON object of lists of names ({error})") from error
