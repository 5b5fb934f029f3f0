"""What was named in a document, and what a reference to it means."""

from collections.abc import Callable, Sequence

from kgraph.model import Entity
from kgraph.reference.acting import Acting
from kgraph.reference.agents import AgentReferents
from kgraph.reference.located import LocatedReferents
from kgraph.reference.named import Named, NamedInOrder
from kgraph.reference.places import PlaceReferents
from kgraph.tokens import Token

__all__ = ["Referents"]


class Referents:
    """Resolves the references of one document: agents, places, and a state as a place each in their own way."""

    def __init__(
        self,
        named: Sequence[Named],
        title: Entity | None,
        agents_of: Callable[[Token], tuple[Entity, ...]],
        state_of: Callable[[Token], tuple[Entity, ...]],
    ):
        """Take what is named, what the title names, and what tells the agents that a head names, or "he" acts for."""
        in_order = NamedInOrder(named)
        acting = self._acting = Acting(agents_of, state_of, {n.index for n in named if n.is_people})
        self._agents = AgentReferents(in_order, acting, title)
        self._places = PlaceReferents(in_order, acting, title)
        self._located = LocatedReferents(in_order, self._agents.acting_on)

    def acting(self, token: Token) -> tuple[Entity, ...]:
        """Give who acts in the clause above a word, or in the sentence before."""
        return self._acting.clause_subjects(token)

    def agents(self, token: Token) -> tuple[Entity, ...]:
        """Resolve a reference to one or two states: "it", "its", "the country", "both sides"; empty when unsure."""
        there = self._located.state(token)
        return self._agents.of(token) if there is None else there

    def places(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the islands", "the region", "it" to the last place named before that fits; empty when unsure."""
        there = self.located(token)
        return self._places.of(token) if there is None else there

    def located(self, token: Token) -> tuple[Entity, ...] | None:
        """Resolve "the Himalayan kingdom", "the Black Sea peninsula"; None where nothing says where it lies."""
        return self._located.of(token)

    def country(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the country" that somebody else has or does something to; empty when unsure."""
        return self._places.country(token)

    def host(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the country" that somebody lets others into to his own; empty when unsure."""
        return self._places.host(token)

    def once_held(self, token: Token) -> tuple[Entity, ...] | None:
        """Resolve "the former Portuguese colony" to a state named before; None where no such thing is told."""
        return self._places.once_held(token)

    def parted(self, token: Token) -> tuple[Entity, ...]:
        """Resolve "the border" to the two states named last together; empty where its own words say whose it is."""
        return self._agents.several.parted(token)

    def parties(self, event: Token) -> tuple[Entity, ...]:
        """Give the two who talk, fight or make peace where the sentence leaves that open; empty when unsure."""
        return self._agents.several.parties(event)

    def told(self, event: Token) -> tuple[Entity, ...]:
        """Give the state told of just before that fights whom alone the sentence names; empty when unsure."""
        return self._agents.several.told(event)

    def islands(self, token: Token) -> tuple[Entity, ...]:
        """Give the list of islands named last before a token."""
        return self._places.islands(token)

    def named_later(self, token: Token) -> tuple[Entity, ...]:
        """Give the land that the text names further on: "the disputed islands" of an opening sentence."""
        return self._places.named_later(token)
