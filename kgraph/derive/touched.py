"""What a change of the read layer touches: the contents, assertions and places of which something else may follow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import (
    BROADER,
    PART_OF,
    READ,
    STATE,
    TERRITORY,
    Content,
    Facts,
    Properties,
    contents,
    properties_of,
)
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.store import Graph
from kgraph.graph.terms import Value, node

__all__ = ["Touched", "find_touched"]

_ROLES = (terms.SUBJECT, terms.OBJECT, terms.ABOUT)
_KINDS = {node(STATE), node(TERRITORY)}
_PART_OF = node(PART_OF)
_OF_COPIES = frozenset({terms.TEXT_SIGNATURE, terms.PUBLISHED})
_OF_SAID = frozenset(
    {terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.POLARITY, terms.MODALITY}
)  # without them none


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What may have other conclusions after a change; what is not touched has the same."""

    changed: frozenset[NamedNode]  # assertions
    contents: frozenset[Content]
    places: frozenset[NamedNode]  # that may lie elsewhere now, or by other ways
    moved: frozenset[NamedNode]  # of these, those that do, or became or ceased to be a territory
    speaking: frozenset[NamedNode]  # assertions that speak of what moved
    documents: frozenset[NamedNode]  # whose words, day or assertions changed


class _Changed:
    """A graph after a change together with the triples that came or went: all that is or was so."""

    def __init__(self, graph: Graph | Draft, changed: Iterable[Triple]) -> None:
        self.graph = graph
        self.properties = properties_of(t for t in changed if t.predicate.value in READ)
        self._holders: defaultdict[tuple[str, Value], set[NamedNode]] = defaultdict(set)
        for thing, properties in self.properties.items():
            for predicate, values in properties.items():
                for value in values:
                    self._holders[predicate, value].add(thing)

    def all_values(self, thing: NamedNode) -> Properties:
        """Give the values that the properties of a node have or had."""
        now = properties_of(self.graph.match(subject=thing)).get(thing, {})
        once = self.properties.get(thing, {})
        return {p: list({*now.get(p, ()), *once.get(p, ())}) for p in now.keys() | once.keys()}

    def values(self, thing: NamedNode, predicate: str) -> set[NamedNode]:
        """Give the nodes that one property of a node has or had."""
        now = (t.object for t in self.graph.match(thing, node(predicate)))
        once = self.properties.get(thing, {}).get(predicate, ())
        return {value for value in (*now, *once) if isinstance(value, NamedNode)}

    def holders(self, predicate: str, value: NamedNode) -> set[NamedNode]:
        """Give the nodes that have or had a value."""
        now = (t.subject for t in self.graph.match(predicate=node(predicate), object=value))
        return {n for n in now if isinstance(n, NamedNode)} | self._holders[predicate, value]

    def is_assertion(self, thing: NamedNode) -> bool:
        """Tell whether a node is or was an assertion."""
        once = self.properties.get(thing, {})
        return terms.POLARITY in once or any(self.graph.match(thing, node(terms.POLARITY)))


def find_touched(graph: Graph | Draft, changed: Iterable[Triple]) -> tuple[Touched, Background]:
    """Find what a change touches; give the background with it, as far as it was looked up.

    Args:
        graph: the graph after the change, its derived layer as it was before.
        changed: the triples of the read layer that came or went.
    """
    world = _Changed(graph, changed)
    assertions = {one for thing in world.properties for one in _assertions_on(thing, world)}
    found = {content for one in assertions for content in contents(world.all_values(one))}
    places = _below(_steps_changed(world, found), world)
    background = Background(Facts(graph), places)
    moved = frozenset(place for place in places if _has_moved(place, world, background))
    speaking = {one for place in moved for role in _ROLES for one in world.holders(role, place)}
    touched = Touched(
        changed=frozenset(assertions),
        contents=frozenset(found),
        places=places,
        moved=moved,
        speaking=frozenset(speaking),
        documents=frozenset(d for thing in world.properties for d in _documents_of(thing, world)),
    )
    return touched, background


def _has_moved(place: NamedNode, world: _Changed, background: Background) -> bool:
    """Tell whether a place lies within something else than the derived layer has, or changed its kind."""
    if not _KINDS.isdisjoint(world.properties.get(place, {}).get(terms.TYPE, ())):
        return True
    return background.within(place) != background.known_within(place)


def _assertions_on(thing: NamedNode, world: _Changed) -> Iterator[NamedNode]:
    """Give the assertions that a node is, is evidence of, holds the evidence of, or ended as a party of."""
    changed = world.properties[thing]
    if world.is_assertion(thing):
        yield thing
    evidence = {thing, *world.holders(terms.IN_DOCUMENT, thing)}
    yield from (one for each in evidence for one in world.holders(terms.EVIDENCE, each))
    if terms.EXISTS_UNTIL in changed:
        yield from (one for role in _ROLES for one in world.holders(role, thing))


def _documents_of(thing: NamedNode, world: _Changed) -> Iterator[NamedNode]:
    """Give the documents that a node is, is or was evidence in, or is or was the assertion of.

    What comes to be said in one document more is no change of the others that say it.
    """
    changed = world.properties[thing]
    if not _OF_COPIES.isdisjoint(changed):
        yield thing
    evidence = {value for value in changed.get(terms.EVIDENCE, ()) if isinstance(value, NamedNode)}
    if not _OF_SAID.isdisjoint(changed):
        evidence |= world.values(thing, terms.EVIDENCE)
    for one in {*evidence, *([thing] if terms.IN_DOCUMENT in changed else [])}:
        yield from world.values(one, terms.IN_DOCUMENT)


def _steps_changed(world: _Changed, found: Iterable[Content]) -> Iterator[NamedNode]:
    """Give the things that became or ceased to be a territory, or a part of something."""
    for thing, changed in world.properties.items():
        if {BROADER, PART_OF} & changed.keys() or _KINDS & set(changed.get(terms.TYPE, ())):
            yield thing
    yield from (content.subject for content in found if content.predicate == _PART_OF)


def _below(things: Iterable[NamedNode], world: _Changed) -> frozenset[NamedNode]:
    """Give things with all that lies or lay within them, by steps that are followed or not."""
    seen = set(things)
    left = list(seen)
    while left:
        whole = left.pop()
        parts = world.holders(BROADER, whole) | world.holders(PART_OF, whole)
        left += parts - seen
        seen |= parts
    return frozenset(seen)
