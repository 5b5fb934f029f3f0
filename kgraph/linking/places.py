"""Places: by name, by the general word beside a name, by reference, else by description."""

from collections.abc import Iterable

from kgraph.linking.agents import Agents
from kgraph.linking.authors import FIRST_PERSON
from kgraph.linking.described_places import DescribedPlaces
from kgraph.linking.descriptions import Descriptions
from kgraph.linking.equated_places import EquatedPlaces
from kgraph.linking.land_features import feature_of_land
from kgraph.linking.linked import Linked
from kgraph.linking.named import NamedThings, is_adjective, is_personal
from kgraph.linking.place_members import PlaceMembers
from kgraph.linking.place_names import PlaceNames
from kgraph.linking.realms import sharing_noun
from kgraph.linking.sides import is_side_told
from kgraph.linking.state_lands import StateLands, is_part_told_of
from kgraph.linking.taken_capitals import capital_taken
from kgraph.linking.unknown_names import UnknownNames
from kgraph.model import Entity, EntityKind
from kgraph.propositions.arguments import first_child
from kgraph.tokens import Token

__all__ = ["Places"]

_WHOLE = frozenset({"all", "entire", "whole"})
_BEARINGS = frozenset({"central", "east", "north", "south", "west"})


class Places:
    """Finds where something is or what is claimed; a group that names its members gives the members."""

    def __init__(
        self,
        named: NamedThings,
        agents: Agents,
        descriptions: Descriptions,
        unknown_names: UnknownNames,
        title: Entity | None = None,
    ):
        self._named = named
        self._referents = agents.referents
        self._descriptions = descriptions
        self._names = PlaceNames(named, descriptions, self.of)
        self._members = PlaceMembers(named, self._referents, descriptions, self._names, self.of)
        self._equated = EquatedPlaces(named, descriptions, unknown_names, title, self.of)
        self._described = DescribedPlaces(
            named, descriptions, unknown_names, self._names, self._members, self.of
        )
        self._lands = StateLands(named, agents)

    def of(self, head: Token) -> tuple[Linked, ...]:
        """Link a head as a place; a group that names its members gives the members."""
        if is_personal(head):
            return ()
        mention = self._named.mention_of.get(head.i)
        if mention is not None and mention.how == "demonym":
            return ()
        if mention is not None and is_side_told(head, self._named):
            return self._descriptions.of(head, EntityKind.TERRITORY, drop=_WHOLE)
        if mention is not None and not is_adjective(mention):
            return self._names.known(head, mention) if self._named.is_place(mention.entity) else ()
        if _is_idle_part(head) or self._is_matter(head):
            return ()
        there = self._referents.located(head)
        if there:
            return _as_links(there)
        members = self._equated.own_name(head) or self._by_general_word(head)
        if members:
            return (*members, *self._members.included(head))
        if there is not None:  # what has been named lies elsewhere
            return self._described.place(head)
        found = self._equated.place(head) or self._referred(head)
        found = found or feature_of_land(head, self._named, self._descriptions) or self._described.place(head)
        return found or self._equated.called_so(head) or _as_links(self._referents.named_later(head))

    def _is_matter(self, head: Token) -> bool:
        """Tell whether a word before an area says that it is none of land: "several *policy* areas"."""
        is_area = head.lemma_.lower() in {"area", "field", "zone"}
        before = (c.lemma_.lower() for c in head.children if c.dep_ in {"amod", "compound", "nmod"})
        return is_area and not self._named.cues.places_matters.isdisjoint(before)

    def _by_general_word(self, head: Token) -> tuple[Linked, ...]:
        """Link what a general word adds to names: "the Crimea region", "islands of A and B", "the town of A"."""
        return (
            self._members.listed(head)
            or self._members.made_up(head)
            or sharing_noun(head, self._named, EntityKind.TERRITORY)
            or self._descriptions.some_of(head)
            or self._members.rest(head)
            or self._members.region_of_state(head)
            or self._members.members(head)
            or self._names.by_modifier(head)
            or self._names.after_kind(head)
        )

    def _referred(self, head: Token) -> tuple[Linked, ...]:
        """Link "the islands", "it", "its territory" to what was named before."""
        if (capital := capital_taken(head, self._named)) is not None:
            return tuple(Linked(link.entity, None) for link in self.of(capital))
        if host := self._referents.host(head):
            return _as_links(host)
        # no other land than the state's own
        is_national = any(c.lower_ == "national" or c.lower_ in FIRST_PERSON for c in head.children)
        is_own = is_national or is_part_told_of(head)
        first = self._lands.own_land(head) if is_own else self._lands.neighbour(head)
        taken_up = () if is_national else self._referents.places(head)
        found = first or taken_up or self._lands.own_land(head)
        return _as_links(found or self._lands.country(head))


def _as_links(entities: Iterable[Entity]) -> tuple[Linked, ...]:
    """Link entities that the text names elsewhere."""
    return tuple(Linked(entity, None) for entity in entities)


def _is_idle_part(head: Token) -> bool:
    """Tell whether "part" is no part of anything: "in *part*", "remain in *place*", "*East* and Southeast Asia"."""
    if head.lower_ in _BEARINGS and first_child(head, "conj") is not None:
        return first_child(head, "det", "poss", "amod") is None
    if head.dep_ != "pobj":
        return False
    if head.lower_ == "possession":  # "in possession of the islands": it has them
        return head.head.lower_ == "in" and first_child(head, "det", "poss", "amod") is None
    return head.lower_ in {"part", "place"} and not any(True for _ in head.children)
