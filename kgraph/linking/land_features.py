"""Features that are called after a land that the text names: "Spain ceded Gibraltar but claims *the isthmus*"."""

from kgraph.linking.descriptions import Descriptions
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings
from kgraph.model import Entity, EntityKind
from kgraph.tokens import Token

__all__ = ["feature_of_land"]

_FEATURES = frozenset({"bay", "corridor", "heights", "isthmus", "peninsula", "strait", "valley"})
_MAX_BACK = 120  # words, some four sentences


def feature_of_land(head: Token, named: NamedThings, descriptions: Descriptions) -> tuple[Linked, ...]:
    """Link "the isthmus" to the known one of the lands named before: the Isthmus of Gibraltar; never to one of two."""
    is_feature = head.lower_ in _FEATURES and head.tag_ in {"NN", "NNS"}
    if not is_feature or not descriptions.is_bare_reference(head):
        return ()
    before = (named.mention_of.get(at) for at in range(max(0, head.i - _MAX_BACK), head.i))
    lands = {m.span.of(named.text): m.entity for m in before if m is not None}
    called = (_called_after(name, head.lower_, named) for name, land in lands.items() if named.is_place(land))
    found = {entity for entity in called if entity is not None}
    return tuple(Linked(entity, None) for entity in found) if len(found) == 1 else ()


def _called_after(land: str, noun: str, named: NamedThings) -> Entity | None:
    names = (f"{noun.capitalize()} of {land}", f"{land} {noun.capitalize()}")
    found = (named.called(name) for name in names)
    return next((e for e in found if e is not None and e.kind is EntityKind.TERRITORY), None)
