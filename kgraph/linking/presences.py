"""Where a state's forces are where a sentence does not say: in the land to which they came, as the text told before."""

from kgraph.gazetteer import Gazetteer
from kgraph.linking.linked import Linked
from kgraph.model import Entity, EntityKind

__all__ = ["Presences"]

_LANDS = frozenset({EntityKind.STATE, EntityKind.TERRITORY})
_SITES = frozenset({"base", "city", "town", "village"})  # in a land that forces leave altogether


class Presences:
    """The lands that a text tells forces of a state to be in, or a state to hold, in its order."""

    def __init__(self, gazetteer: Gazetteer):
        """Take the known things, for which state followed which."""
        self._gazetteer = gazetteer
        self._told: list[tuple[Entity, Entity, bool]] = []

    def tell(self, who: Entity, land: Entity, *, by_force: bool) -> None:
        """Take note of what the text tells: "*Russia* has troops in *Transnistria*"."""
        if land.kind in _LANDS and who.id != land.id:
            self._told.append((who, land, by_force))

    def of(self, who: Entity) -> Linked | None:
        """Give the land to which somebody, or the state that he followed, sent forces as the text told last.

        It is a land that is known and no mere site in it, where such a one was told; else one that he held.
        """
        lands = [
            (land, by_force)
            for each, land, by_force in reversed(self._told)
            if self._is_same(who, each) and land != who
        ]
        best = max(lands, key=lambda told: (told[1], told[0].known, not self._is_site(told[0])), default=None)
        return Linked(best[0], None) if best is not None else None

    def _is_same(self, who: Entity, told: Entity) -> bool:
        """Tell whether two are one, or one state followed the other: the troops of *Russia* were *Soviet* ones."""
        entry = self._gazetteer.get(who.id)
        before = self._gazetteer.predecessors(entry) if entry is not None else ()
        return who == told or any(past.entity == told for past in before)

    def _is_site(self, land: Entity) -> bool:
        entry = self._gazetteer.get(land.id)
        return entry is not None and entry.kind in _SITES
