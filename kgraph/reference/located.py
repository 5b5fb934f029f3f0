"""Who or what lies where a description says: "the Himalayan kingdom", "the Black Sea peninsula"."""

from collections.abc import Callable, Collection

from kgraph.cues import load_cues
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import is_definite
from kgraph.reference.calling import can_be_called, is_several
from kgraph.reference.named import UNSETTLED, NamedInOrder, may_be_styled
from kgraph.reference.pairs import only_one_near
from kgraph.reference.regions import located, whereabouts
from kgraph.tokens import Token

__all__ = ["LocatedReferents"]

_MAINLAND = "mainland"
_IDLE = frozenset({"case", "cc", "conj", "det", "punct"})


class LocatedReferents:
    """Resolves descriptions that say where something lies; what lies elsewhere is never meant."""

    def __init__(self, named: NamedInOrder, acting_on: Callable[[Token], Collection[Entity]]):
        """Take what is named, and what tells who does something to what a noun means."""
        self._named = named
        self._acting_on = acting_on

    def of(self, noun: Token) -> tuple[Entity, ...] | None:
        """Resolve a description to a state, or else to a land; None where it does not say where it lies."""
        state, land = self.state(noun), self._land(noun)
        return state if state or land is None else land

    def state(self, noun: Token) -> tuple[Entity, ...] | None:
        """Resolve "the Himalayan kingdom" to the state that lies there; None where nothing says where it lies."""
        if noun.lower_ == _MAINLAND:
            return self._mainland(noun)
        if noun.tag_ != "NN" or noun.lemma_.lower() not in load_cues().agents_country:
            return None
        if (where := whereabouts(noun)) is None:
            return None
        own, style = self._acting_on(noun), noun.lemma_.lower()
        before = self._named.before(noun.left_edge.i)
        states = (n for n in before if n.entity.kind is EntityKind.STATE or n.kind in UNSETTLED)
        return located(noun, where, (n for n in states if n.entity not in own and may_be_styled(n, style)))

    def _mainland(self, noun: Token) -> tuple[Entity, ...] | None:
        """Resolve "the mainland" to the state off which an island lies: China, where the text has told of Taiwan."""
        if not is_definite(noun) or any(c.dep_ not in _IDLE for c in noun.children):
            return None
        insular = load_cues().places_insular | load_cues().places_archipelagic
        before = self._named.before(noun.left_edge.i)
        if not any(n.entity.id in insular for n in before):
            return None
        states = (n for n in before if n.entity.kind is EntityKind.STATE and n.entity.id not in insular)
        own = self._acting_on(noun)
        return only_one_near([n for n in states if n.entity not in own], noun) or None

    def _land(self, noun: Token) -> tuple[Entity, ...] | None:
        lemma, plural = noun.lemma_.lower(), noun.tag_ in {"NNS", "NNPS"}
        if lemma not in load_cues().references_located or (where := whereabouts(noun)) is None:
            return None
        lands = (n for n in self._named.before(noun.left_edge.i) if n.is_place)
        lands = (n for n in lands if can_be_called(lemma, plural, n))
        return located(noun, where, (n for n in lands if not plural or is_several(n.entity, lemma)))
