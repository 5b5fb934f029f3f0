"""Whether a person is a woman or a man, as the words about the name tell: whom "she" can mean.

From `data/genders.tsv`: one row a word, a `title` that stands before names or a `name` that is given to one of the
two only; several words are the full name of somebody whose given names do not tell.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from kgraph.persons.folding import fold_name
from kgraph.persons.holders import Holders
from kgraph.persons.phrases import OfficePhrase
from kgraph.persons.words import Word
from kgraph.resources import DATA
from kgraph.tables import read_rows

__all__ = ["Gender", "Genders"]

_KINDS = ("title", "name")
_COLUMNS = ("word", "kind", "gender", "source")
_MAX_NAMINGS = 100  # of one person that are asked for a title: a name that stands everywhere costs no more
_MAX_TITLE_WORDS = 3  # "Her Royal Highness"


class Gender(StrEnum):
    """Which of "she" and "he" takes up a person."""

    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True)
class Genders:
    """The table of what titles and given names tell."""

    titles: dict[str, Gender]
    names: dict[tuple[str, ...], Gender]  # folded

    @classmethod
    @cache
    def load(cls, path: Path = DATA / "genders.tsv") -> "Genders":
        """Read and check the table.

        Raises:
            DataError: a row is wrong; says the file and the line.
        """
        titles: dict[str, Gender] = {}
        names: dict[tuple[str, ...], Gender] = {}
        for row in read_rows(path, _COLUMNS):
            word, kind = row.need("word"), row.one_of("kind", _KINDS)
            gender = Gender(row.one_of("gender", tuple(Gender)))
            if kind == "title":
                titles[word.casefold()] = gender
            else:
                names[tuple(fold_name(part) for part in word.split())] = gender
        return cls(titles, names)

    def of(
        self,
        words: Sequence[Word],
        names: tuple[str, ...],
        places: Iterable[int],
        offices: Iterable[OfficePhrase] = (),
    ) -> Gender | None:
        """Tell by a title beside one of the namings, else by the name, else by who is known to bear it.

        Args:
            words: of the text.
            names: all that somebody is called, folded.
            places: the words with which the namings begin.
            offices: that stand with the name.
        """
        beside = [self.by_title(words, place) for place in itertools.islice(places, _MAX_NAMINGS)]
        beside += [self.titles.get(words[phrase.title_stop - 1].key) for phrase in offices]
        told = next((gender for gender in beside if gender is not None), None)
        return told or self._by_name(names) or self._known(names)

    def by_title(self, words: Sequence[Word], first: int) -> Gender | None:
        """Tell by the words that end where a name begins: "*Mrs.* Gandhi", "*Crown Prince* Abdullah"."""
        for start in range(max(0, first - _MAX_TITLE_WORDS), first):
            title = " ".join(word.key for word in words[start:first])
            if title in self.titles and words[start].is_capitalised:
                return self.titles[title]
        return None

    def _by_name(self, names: tuple[str, ...]) -> Gender | None:
        return self.names.get(names) or (self.names.get(names[:1]) if len(names) > 1 else None)

    def _known(self, names: tuple[str, ...]) -> Gender | None:
        """Tell of a last name where all office holders who bear it are of one gender: "Chancellor *Merkel*"."""
        told = set(self._of_holders(names)) if len(names) == 1 else set()
        return told.pop() if len(told) == 1 else None

    def _of_holders(self, names: tuple[str, ...]) -> Iterator[Gender | None]:
        for holder in Holders.load().called(names):
            yield self._by_name(tuple(fold_name(word) for word in holder.name.split()))
