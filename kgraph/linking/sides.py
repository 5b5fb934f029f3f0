"""A state of which only what lies on one side of a line is meant: "*Korea north of the 38th parallel*"."""

from kgraph.linking.named import NamedThings
from kgraph.model import EntityKind
from kgraph.propositions.arguments import prepositional_objects
from kgraph.tokens import Token

__all__ = ["is_side_told"]

_OWNING = frozenset({"by", "to"})


def is_side_told(name: Token, named: NamedThings) -> bool:
    """Tell whether a line, and no other state, says behind the name of one which part is meant."""
    entity = named.entity_at(name)
    # "belonging *to France* west of the river"
    is_owner = name.dep_ == "pobj" and name.head.lower_ in _OWNING
    if entity is None or entity.kind is not EntityKind.STATE or is_owner:
        return False
    side = next((c for c in name.children if c.i == name.i + 1 and c.dep_ == "advmod"), None)
    if side is None or side.lower_ not in named.cues.places_directions:
        return False
    lines = prepositional_objects(side).get("of", ())
    known = [named.entity_at(line) for line in lines]
    return bool(lines) and all(e is None or e.kind is EntityKind.TERRITORY for e in known)
