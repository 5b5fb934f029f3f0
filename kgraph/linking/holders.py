"""From whom a land parts where the sentence does not say: who held it, as the text told before."""

from collections.abc import Collection

from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.entries import KINDS_WITH_GOVERNMENT, Entry
from kgraph.linking.linked import Linked
from kgraph.model import Entity, EntityKind

__all__ = ["LandHolders"]

_SEVERAL = 2  # states that a state of the past broke up into; one that one state followed took another name
_AT_PEACE = frozenset({None, "settled"})  # of a land: no dispute over it is known
# With these a land is called after who ruled it; "Serbian Krajina" never was Serbia's.
_COLONIAL = frozenset({"belgian", "british", "dutch", "french", "german", "italian", "portuguese", "spanish"})
_APART = KINDS_WITH_GOVERNMENT | {"exclave"}  # lands to which a state sends forces though they are its own


class LandHolders:
    """Who held which land: told by the text so far, else the one state known for it that the text names."""

    def __init__(self, gazetteer: Gazetteer, known_ids: frozenset[str]):
        """Take the known things, and which of them the text names."""
        self._gazetteer = gazetteer
        self._known_ids = known_ids
        self._told: dict[str, str] = {}

    def tell(self, land: Entity, holder: Entity) -> None:
        """Take note of what the text tells: "*Brazil* annexed *Uruguay* in 1821".

        What is part of a colony is its power's.
        """
        if not (land.known and holder.known) or holder.kind is not EntityKind.STATE:
            return
        powers = self._powers(holder.label.partition(" ")[0]) if self._is_colony(holder) else {holder}
        if len(powers) == 1:
            self._told[land.id] = next(iter(powers)).id

    def of(self, land: Entity, years: Collection[int]) -> tuple[Linked, ...]:
        """Give who held a land, where the text lets it be known.

        Args:
            land: that parts from its holder.
            years: that the sentence names; a state that was no more by then held nothing.
        """
        known = self._possible(land, years)
        only = self._gazetteer.get(next(iter(known))) if len(known) == 1 else None
        return (Linked(only.entity, None),) if only is not None and only.entity.id != land.id else ()

    def in_name(self, name: str) -> tuple[Linked, ...]:
        """Give the power that the name of a land says it was of: "*French* Cameroon", "*Portuguese* Timor"."""
        first, _, rest = name.partition(" ")
        powers = self._powers(first) if rest and " " not in rest else set()
        return tuple(Linked(power, None) for power in powers) if len(powers) == 1 else ()

    def _powers(self, adjective: str) -> set[Entity]:
        """Give the colonial power that an adjective is of: "French"."""
        if adjective.lower() not in _COLONIAL:
            return set()
        return {m.entity for m in self._gazetteer.find(adjective) if m.entity.kind is EntityKind.STATE}

    def now_of(self, land: Entity) -> tuple[Linked, ...]:
        """Give who held a land as the text told before, else the one state that holds it, where the text names that."""
        told = self._gazetteer.get(self._told.get(land.id, ""))
        if told is not None and told.entity.id != land.id:
            return (Linked(told.entity, None),)
        entry = self._gazetteer.get(land.id) if land.known and land.kind is EntityKind.TERRITORY else None
        holders = entry.holders if entry is not None else ()
        only = self._gazetteer.get(holders[0]) if len(holders) == 1 else None
        is_named = only is not None and only.entity.id in self._known_ids
        return (Linked(only.entity, None),) if only is not None and is_named else ()

    def is_undisputed(self, state: Entity, land: Entity) -> bool:
        """Tell whether a land is held and claimed by one state alone, with no dispute, and is no land apart from it."""
        entry = self._gazetteer.get(land.id) if land.known and land.kind is EntityKind.TERRITORY else None
        if entry is None or entry.status not in _AT_PEACE or entry.kind in _APART:
            return False
        return {*entry.claimants, *entry.holders} == {state.id}

    def _possible(self, land: Entity, years: Collection[int]) -> set[str]:
        """Give who may have held a land: a union that lived in those years, else who is told, else who is known to."""
        past = self._broken_up(land, years)
        if years and past:
            return past
        if (told := self._told.get(land.id)) is not None:
            return {told} if self._lived(told, years) else set()
        return past or self._claimants(land)

    def _claimants(self, land: Entity) -> set[str]:
        """Give the states named in the text that claim a land."""
        entry = self._gazetteer.get(land.id)
        return (set(entry.claimants) - {land.id}) & self._known_ids if entry is not None else set()

    def _broken_up(self, land: Entity, years: Collection[int]) -> set[str]:
        """Give the states named in the text that broke up into a land and others."""
        entry = self._gazetteer.get(land.id)
        past = self._gazetteer.predecessors(entry) if entry is not None else ()
        several = {each.entity.id for each in past if self._is_union(each)}
        return {id_ for id_ in several & self._known_ids if self._lived(id_, years)}

    def _is_union(self, past: Entry) -> bool:
        return len(past.successors) >= _SEVERAL and not self._is_colony(past.entity)

    def _is_colony(self, state: Entity) -> bool:
        """Tell whether a state of the past is named as another's: "*French* Indochina"."""
        first, _, rest = state.label.partition(" ")
        return rest not in {"", "Empire"} and any(
            mention.how == "adjective" and mention.entity != state for mention in self._gazetteer.find(first)
        )

    def _lived(self, state: str, years: Collection[int]) -> bool:
        """Tell whether a state was there in one of the years; that of a name still used ever was ("Russia" in 1809)."""
        entry = self._gazetteer.get(state)
        if entry is None or not entry.valid_to or not years:
            return entry is not None
        first, last = int((entry.valid_from or "0")[:4]), int(entry.valid_to[:4])
        return any(first <= year <= last + 1 for year in years)
