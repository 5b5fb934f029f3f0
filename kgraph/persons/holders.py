"""Who has held office for whom, from `data/office_holders.tsv`: whose president "President Bush" is.

Background that only says which agent a title in the text belongs to: no office is read from the table alone.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgraph.model import Entity, EntityKind
from kgraph.persons.names import fold_name
from kgraph.resources import DATA
from kgraph.tables import read_rows

__all__ = ["Holders"]

_COLUMNS = ("name", "surname", "agent", "label", "kind", "since", "until", "source")


@dataclass(frozen=True, slots=True)
class Holders:
    """The table of office holders, asked by names as a text gives them."""

    rows: dict[str, tuple[tuple[frozenset[str], tuple[str, ...], Entity], ...]]  # by each word of the name

    @classmethod
    @cache
    def load(cls, path: Path = DATA / "office_holders.tsv") -> "Holders":
        """Read and check the table.

        Raises:
            DataError: a row is wrong; says the file and the line.
        """
        rows: dict[str, list[tuple[frozenset[str], tuple[str, ...], Entity]]] = {}
        for row in read_rows(path, _COLUMNS):
            kind = EntityKind(row.one_of("kind", [kind.value for kind in EntityKind]))
            agent = Entity(id=row.need("agent"), label=row.need("label"), kind=kind)
            words = frozenset(fold_name(word) for word in row.need("name").split())
            surname = tuple(fold_name(word) for word in row.need("surname").split())
            for word in sorted(words):
                rows.setdefault(word, []).append((words, surname, agent))
        return cls({word: tuple(found) for word, found in rows.items()})

    def find_agent(self, names: tuple[str, ...], mentioned: Collection[str]) -> Entity | None:
        """Give whose office holder goes by these names; of several agents the one that the text mentions.

        Args:
            names: the folded words of a full name, or of a last name.
            mentioned: the ids of the agents in the text.
        """
        agents = {row[2].id: row[2] for row in self.rows.get(names[-1], ()) if _fits(names, row[0], row[1])}
        if len(agents) > 1:
            agents = {id_: agent for id_, agent in agents.items() if id_ in mentioned}
        return next(iter(agents.values())) if len(agents) == 1 else None

    def has_name(self, names: tuple[str, ...]) -> bool:
        """Tell whether an office holder goes by this full name, middle names left out or not."""
        rows = self.rows.get(names[-1], ()) if len(names) > 1 else ()
        return any(set(names) <= row[0] and set(row[1]) & set(names) for row in rows)


def _fits(names: tuple[str, ...], words: frozenset[str], surname: tuple[str, ...]) -> bool:
    if names == surname:
        return True
    return len(names) > 1 and (words >= set(names) or set(names) >= words)
