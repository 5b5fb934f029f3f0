"""Who has held office for whom, from `data/office_holders.tsv`: whose president "President Bush" is.

Background that only says which agent a title in the text belongs to, and who a name means: no office is read from
the table alone. One person can have several rows, under a shorter and a longer name.
"""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kgraph.model import Entity, EntityKind
from kgraph.office_holders import OFFICE_HOLDERS, read_office_holders
from kgraph.persons.folding import fold_name
from kgraph.resources import DATA
from kgraph.tables import Row, read_rows

__all__ = ["Holder", "Holders", "name_key"]

_KINDS = tuple(kind.value for kind in EntityKind)
_USUAL = 3  # so many holders have a usual given name
_EARLY, _LATE = 2, 5  # years before and after a term in which a bare last name still means the holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One row of the table: a name that somebody in office goes by; years of the term where they are known."""

    name: str
    words: frozenset[str]  # folded
    surname: tuple[str, ...]  # folded
    agent: Entity
    since: int | None
    until: int | None

    @property
    def key(self) -> frozenset[str]:
        """The words of the name, one form for each: "Joe" is "Joseph", "Sergey" is "Sergei", initials go."""
        return name_key(self.words)

    def is_called(self, names: tuple[str, ...]) -> bool:
        """Tell whether the folded words of a last or a full name can mean the holder."""
        if names == self.surname:
            return True
        said = {given_name_key(name) for name in names}
        known = {given_name_key(word) for word in self.words}
        whole = {
            word for word in known if len(word.rstrip(".")) > 1
        }  # "Franklin *D.*" is "Franklin *Delano*"
        is_one = known >= said or (said >= whole and len(whole) > 1)
        return len(names) > 1 and is_one and not set(self.surname).isdisjoint(names)

    def may_act_in(self, date: datetime.date | None) -> bool:
        """Tell whether a text of this day may speak of the holder by the last name alone."""
        if date is None:
            return True
        begun = self.since is None or date.year >= self.since - _EARLY
        return begun and (self.until is None or date.year <= self.until + _LATE)

    def is_same_person(self, other: "Holder") -> bool:
        """Tell whether two rows of one agent are one person: one name has all of the other, at the same time."""
        nested = self.key <= other.key or other.key <= self.key
        return (
            self.agent == other.agent and nested and self.surname == other.surname and self._overlaps(other)
        )

    def _overlaps(self, other: "Holder") -> bool:
        terms = [(h.since or 0, h.until or 9999) for h in (self, other)]
        return max(since for since, _ in terms) <= min(until for _, until in terms)


@dataclass(frozen=True, slots=True)
class Holders:
    """The table of office holders, asked by names as a text gives them."""

    rows: dict[str, tuple[Holder, ...]]  # by each folded word of the name and of the last name

    @classmethod
    @cache
    def load(cls, path: Path = OFFICE_HOLDERS) -> "Holders":
        """Read and check the table.

        Raises:
            DataError: a row is wrong; says the file and the line.
        """
        rows: dict[str, list[Holder]] = {}
        for row in read_office_holders(path):
            holder = _holder(row)
            for word in sorted(
                {*holder.words, *holder.surname}
            ):  # "Mujib" is none of "Sheikh Mujibur Rahman"
                rows.setdefault(word, []).append(holder)
        return cls({word: tuple(found) for word, found in rows.items()})

    def find_agent(
        self,
        names: tuple[str, ...],
        mentioned: Collection[str],
        *,
        reigns: bool = False,
        of_state: bool = False,
    ) -> Entity | None:
        """Give whose office holder goes by these names; of several agents the one that the text mentions.

        Args:
            names: the folded words of a full name, or of a last name.
            mentioned: the ids of the agents in the text.
            reigns: whether it is a monarch, who goes by all of his name.
            of_state: whether the office is a state's rather than a party's.
        """
        agents = {agent.id: agent for agent in self.agents(names, reigns=reigns)}
        if of_state and len(agents) > 1:
            states = {id_: agent for id_, agent in agents.items() if agent.kind is EntityKind.STATE}
            agents = states or agents
        if len(agents) > 1:
            agents = {id_: agent for id_, agent in agents.items() if id_ in mentioned}
        return next(iter(agents.values())) if len(agents) == 1 else None

    def agents(self, names: tuple[str, ...], *, reigns: bool = False) -> list[Entity]:
        """List for whom those held office who go by these names; a monarch goes by all of his: "King *Hussein*"."""
        rows = self.called(names)
        # "Abdullah Abdullah" has a family name
        alone = (row for row in rows if len(row.name.split()) == len(names))
        whole = [row for row in alone if row.words == set(names)] if reigns else []
        return [row.agent for row in whole or rows]

    def called(self, names: tuple[str, ...]) -> list[Holder]:
        """List the rows that a last or full name, folded, can mean."""
        return [holder for holder in self.rows.get(names[-1], ()) if holder.is_called(names)]

    def has_name(self, names: tuple[str, ...]) -> bool:
        """Tell whether an office holder goes by this full name, middle names left out or not."""
        rows = self.rows.get(names[-1], ()) if len(names) > 1 else ()
        return any(set(names) <= row.words and set(row.surname) & set(names) for row in rows)

    def begins_name(self, names: tuple[str, ...]) -> bool:
        """Tell whether an office holder is known by a name that begins with the first of these and has all of them."""
        rows = self.rows.get(names[0], ())
        return any(fold_name(row.name.split()[0]) == names[0] and set(names) <= row.words for row in rows)

    def is_given_name(self, word: str, agent: Entity) -> bool:
        """Tell whether a folded last name of an agent's office holder is rather a given name, as "Alexander" is.

        By it several of others begin: "Johnson" is the first of one alone.
        """
        others = (row for row in self.rows[word] if row.agent != agent)
        return sum(fold_name(row.name.split()[0]) == word for row in others) >= _USUAL

    def persons(self, rows: Iterable[Holder]) -> list[Sequence[Holder]]:
        """Give the persons to whom rows belong, each with all rows of that person, the shortest name first."""
        wanted = list(rows)
        alike = {id(h): h for row in wanted for h in self.rows[row.surname[-1]] if h.agent == row.agent}
        groups: list[list[Holder]] = []
        for row in sorted(alike.values(), key=lambda holder: (len(holder.name.split()), holder.name)):
            same = next((g for g in groups if any(row.is_same_person(other) for other in g)), None)
            if same is None:
                groups.append([row])
            else:
                same.append(row)
        return [group for group in groups if any(row in wanted for row in group)]


def name_key(names: Collection[str]) -> frozenset[str]:
    """Give the words by which full names are compared: one form for each, and no initials."""
    return frozenset(given_name_key(name) for name in names if len(name) > 1)


@cache
def given_name_key(word: str) -> str:
    """Give one form for the ways to write a given name: "joe" and "joseph", "sergey" and "sergei".

    Source of the folding: transliterated Cyrillic has "y" and "i" for the same letters.
    """
    return _given_names().get(word, word).replace("y", "i").replace("ii", "i")


@cache
def _given_names() -> dict[str, str]:
    rows = read_rows(DATA / "given_names.tsv", ("form", "name", "source"))
    return {row.need("form"): row.need("name") for row in rows}


def _holder(row: Row) -> Holder:
    name = row.need("name")
    return Holder(
        name=name,
        words=frozenset(map(_fold_word, name.split())),
        surname=tuple(map(_fold_word, row.need("surname").split())),
        agent=_agent(row.need("agent"), row.need("label"), row.one_of("kind", _KINDS)),
        since=_year(row, "since"),
        until=_year(row, "until"),
    )


@cache
def _agent(agent: str, label: str, kind: str) -> Entity:
    """Give the one entity of all rows of an agent."""
    return Entity(id=agent, label=label, kind=EntityKind(kind))


@cache
def _fold_word(word: str) -> str:
    """Fold a word of the table, most of which stand in several rows."""
    return fold_name(word)


def _year(row: Row, column: str) -> int | None:
    number = row.number(column, 9999)
    return int(number) if number is not None else None
