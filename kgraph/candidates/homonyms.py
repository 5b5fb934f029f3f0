"""Who else bears the names of the gazetteer.

`data/homonyms.tsv` has what is no entity of disputes: a US state, a first name, a bird; each with the words that go
with it, so that a name can be lost to it. `data/shared_names.tsv` has the names that an entry bears too, but which
mean it only where something around them says so: Moscow the Soviet Union, "the Niger" the river.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kgraph.candidates.weights import load_weights
from kgraph.gazetteer.entries import HOWS
from kgraph.gazetteer.matching import key_of
from kgraph.model import Entity, EntityKind
from kgraph.resources import DATA
from kgraph.tables import Row, read_rows

__all__ = ["Homonym", "Homonyms", "load_homonyms", "load_shared_names"]

_COLUMNS = ("id", "label", "kind", "names", "words", "usual", "source")
_PERSONS = frozenset({"given_name", "surname"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Homonym:
    """A bearer of a name that the gazetteer does not have; `usual` adds to what its kind counts for."""

    entity: Entity
    kind: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    usual: float = 0.0


@dataclass(frozen=True, slots=True)
class Homonyms:
    """The homonyms by id, and by the folded names that they bear."""

    by_id: Mapping[str, Homonym]
    by_name: Mapping[str, tuple[Homonym, ...]]


@cache
def load_homonyms() -> Homonyms:
    """Read the table once.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    by_id: dict[str, Homonym] = {}
    by_name: dict[str, tuple[Homonym, ...]] = {}
    for row in read_rows(DATA / "homonyms.tsv", _COLUMNS):
        homonym = _homonym(row)
        if by_id.setdefault(homonym.entity.id, homonym) is not homonym:
            raise row.error(f"id {homonym.entity.id!r} is there already; ids are unique")
        for name in homonym.names:
            by_name[key_of(name)] = (*by_name.get(key_of(name), ()), homonym)
    return Homonyms(by_id, by_name)


@cache
def load_shared_names() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give, by folded name, the ids that share it, each with the kind of name it is to them.

    Raises:
        DataError: for the first wrong row, with its file and line.
    """
    shared: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_rows(DATA / "shared_names.tsv", ("id", "name", "how", "source")):
        key, how = key_of(row.need("name")), row.one_of("how", HOWS)
        row.need("source")
        shared[key] = (*shared.get(key, ()), (row.need("id"), how))
    return shared


def _homonym(row: Row) -> Homonym:
    kind = row.one_of("kind", tuple(load_weights().homonym))
    entity = Entity(id=row.need("id"), label=row.need("label"), kind=_entity_kind(kind), known=False)
    row.need("source")
    return Homonym(
        entity=entity,
        kind=kind,
        names=row.parts("names"),
        words=row.parts("words"),
        usual=row.number("usual", 5) or 0.0,
    )


def _entity_kind(kind: str) -> EntityKind:
    """Give the class: a person and a thing are kinds of their own, so that they are seen to be no place."""
    if kind in _PERSONS:
        return EntityKind.PERSON
    return EntityKind.NAME if kind == "thing" else EntityKind.TERRITORY
