"""What one thing of the gazetteer is: its entity, its names, and background.

One thing is one entry, whatever its status: Abkhazia is both what others claim and what acts for itself, so
its entry `is_place` and `is_agent`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kgraph.model import Entity, EntityKind

__all__ = ["HOWS", "PEOPLE", "STATE_KINDS", "Entry", "Knowledge", "Name"]

HOWS = ("name", "short", "former", "adjective", "demonym", "capital", "metonym")
STATE_KINDS = ("sovereign", "partially_recognised", "de_facto", "historical")
PEOPLE = "people"  # spoken of apart from the state or region that is called after it
KINDS_WITH_GOVERNMENT = frozenset(
    {"dependency", "self_declared"}
)  # territories for which somebody acts and speaks

_AGENTS = frozenset({EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.TRIBUNAL})
_PLACES = frozenset({EntityKind.STATE, EntityKind.TERRITORY})


class Name(NamedTuple):
    """One name of one thing; `used_by` is the id of the party whose name it is, where it is a party's.

    `valid_from` and `valid_to` say when a seat of government was one, where the state had others: ISO 8601.
    """

    text: str
    how: str = "name"  # one of HOWS
    lang: str | None = None
    used_by: str | None = None
    source: str = ""
    own: int = 0  # the number of the user's table that gives it; 0: the package's
    derived: bool = False  # by a script, nobody looked at it
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing the gazetteer knows, with background that is never taken for something a text says.

    `names` begins with the label. `claimants` and `holders` are today's (about mid-2025), for the map and for
    choosing between candidates. `valid_from` and `valid_to` are ISO 8601 dates, months or years. `languages` are
    ISO 639 codes; `lat` and `lon` are degrees. Parties, holders, claimants and successors are ids.

    >>> kunashir = kgraph.Gazetteer.load().get("kunashir")
    >>> kunashir.entity.label, kunashir.holders, [name.text for name in kunashir.names if name.used_by == "russia"]
    ('Kunashir', ('russia',), ['Кунашир'])
    """

    entity: Entity
    kind: str
    names: tuple[Name, ...] = ()
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    iso2: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    geonames: str | None = None
    capital: str | None = None
    languages: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()  # of an instrument; of a people, what is called after it
    status: str | None = None  # of a dispute over it: disputed, settled ...
    successors: tuple[str, ...] = ()  # states that followed a state of the past
    valid_from: str | None = None
    valid_to: str | None = None
    source: str = ""

    @property
    def is_agent(self) -> bool:
        """Whether it can act and speak."""
        return self.entity.kind in _AGENTS or (
            self.entity.kind is EntityKind.TERRITORY and self.kind in KINDS_WITH_GOVERNMENT
        )

    @property
    def is_place(self) -> bool:
        """Whether it is somewhere."""
        return self.entity.kind in _PLACES

    @property
    def holder(self) -> str | None:
        """Who holds it; None where several hold parts, or nobody is known to."""
        return self.holders[0] if len(self.holders) == 1 else None

    @property
    def year(self) -> int | None:
        """The year an instrument was signed or adopted; None for anything else."""
        is_dated = self.entity.kind is EntityKind.INSTRUMENT and self.valid_from
        return int(self.valid_from[:4]) if is_dated and self.valid_from else None

    def references(self) -> Iterator[str]:
        """List the ids of what the entry is related to."""
        if self.parent:
            yield self.parent
        for related in (self.claimants, self.holders, self.parties, self.successors):
            yield from related


@dataclass(slots=True)
class Knowledge:
    """All that the tables say: entries by id, and lookalikes."""

    entries: dict[str, Entry] = field(default_factory=dict)
    lookalikes: list[str] = field(default_factory=list)
