"""What lies within what, and which states are of the past: what rules know beside the assertions.

**A step** leads from a territory to the territory that it is part of: by the gazetteer (`skos:broader`), or by a text
that says so plainly (`kg:partOf`, both the plain edge and an assertion that bears it). A state is no territory here:
that the gazetteer or a text puts an island into some state's province makes a claim to the island no matter of that
state. A text's step is not followed where the whole also lies, by other steps, within the part: of two texts that
contradict each other on which holds which, none is right.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kgraph.derive.facts import BROADER, PART_OF, STATE, TERRITORY, Facts, Said
from kgraph.graph import terms
from kgraph.graph.terms import Value, node

__all__ = ["Background", "Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """From a part to its whole; `sources` are the assertions that say so, none where the gazetteer does."""

    part: NamedNode
    whole: NamedNode
    sources: tuple[NamedNode, ...] = ()


class Background:
    """What lies within what, and what is of the past; looked up in the facts, and kept."""

    def __init__(self, facts: Facts, moved: frozenset[NamedNode] | None = None) -> None:
        """Begin with nothing known.

        Args:
            facts: of the graph.
            moved: the places whose wholes may be others than the graph's derived layer has; None: all.
        """
        self.facts = facts
        self._moved = moved
        self._raw: dict[NamedNode, tuple[Step, ...]] = {}
        self._steps: dict[NamedNode, list[Step]] = {}
        self._within: dict[NamedNode, frozenset[NamedNode]] = {}
        self._above: dict[NamedNode, frozenset[NamedNode]] = {}
        self._texts: defaultdict[tuple[NamedNode, Value], list[Said]] | None = None

    def is_place(self, thing: object) -> bool:
        """Tell whether a term is a territory, and not also a state."""
        if not isinstance(thing, NamedNode):
            return False
        types = self.facts.properties(thing).get(terms.TYPE, ())
        return node(TERRITORY) in types and node(STATE) not in types

    def ended(self, state: NamedNode) -> str | None:
        """Give the last day of a state of the past; None for what is not known to have ended."""
        return max((t.value for t in self.facts.properties(state).get(terms.EXISTS_UNTIL, ())), default=None)

    def within(self, place: NamedNode) -> frozenset[NamedNode]:
        """Give all that a place lies within, without the place itself."""
        if place not in self._within:
            self._within[place] = self._find_within(place)
        return self._within[place]

    def _find_within(self, place: NamedNode) -> frozenset[NamedNode]:
        if self._moved is None or place in self._moved:
            return frozenset(s.whole for s in _walk(place, self.steps)) - {place}
        return self.known_within(place)

    def known_within(self, place: NamedNode) -> frozenset[NamedNode]:
        """Give what a place lies within by the derived layer that the graph has."""
        known = (t.object for t in self.facts.graph.match(place, node(terms.WITHIN)))
        return frozenset(whole for whole in known if isinstance(whole, NamedNode))

    def by_gazetteer(self, place: NamedNode) -> frozenset[NamedNode]:
        """Give what a place lies within by the gazetteer alone."""
        steps = _walk(place, lambda one: [s for s in self.steps(one) if not s.sources])
        return frozenset(step.whole for step in steps) - {place}

    def sources(self, place: NamedNode) -> Mapping[NamedNode, set[NamedNode]]:
        """List, for all that a place lies within, the assertions on any way there."""
        found: defaultdict[NamedNode, set[NamedNode]] = defaultdict(set)
        for step in _walk(place, self.steps):
            for whole in (step.whole, *self.within(step.whole)) if step.sources else ():
                found[whole].update(step.sources)
        return found

    def steps(self, part: NamedNode) -> list[Step]:
        """Give the steps from a place that are followed."""
        if part not in self._steps:
            found = self._all_steps(part)
            self._steps[part] = [s for s in found if not s.sources or part not in self._reach(s.whole)]
        return self._steps[part]

    def _reach(self, place: NamedNode) -> frozenset[NamedNode]:
        """Give all that can be reached from a place by any steps, those not followed too."""
        if place not in self._above:
            self._above[place] = frozenset(step.whole for step in _walk(place, self._all_steps))
        return self._above[place]

    def _all_steps(self, part: NamedNode) -> tuple[Step, ...]:
        if part not in self._raw:
            self._raw[part] = tuple(self._find_steps(part)) if self.is_place(part) else ()
        return self._raw[part]

    def _find_steps(self, part: NamedNode) -> Iterator[Step]:
        for whole in sorted(self.facts.properties(part).get(BROADER, ()), key=str):
            if isinstance(whole, NamedNode) and self.is_place(whole):
                yield Step(part, whole)
        for whole in sorted(self.facts.properties(part).get(PART_OF, ()), key=str):
            if isinstance(whole, NamedNode) and self.is_place(whole):
                sources = tuple(said.iri for said in self._said_of(part, whole) if said.plain)
                if sources:
                    yield Step(part, whole, sources)

    def _said_of(self, part: NamedNode, whole: NamedNode) -> list[Said]:
        """Give the assertions on whether a place is part of another."""
        if not self.facts.whole:
            return self.facts.find(((terms.SUBJECT, part), (terms.OBJECT, whole)), (PART_OF,))
        if self._texts is None:
            self._texts = defaultdict(list)
            for said in self.facts.all_said():
                if said.content.predicate.value == PART_OF:
                    self._texts[said.content.subject, said.content.object].append(said)
        return self._texts.get((part, whole), [])


def _walk(start: NamedNode, steps: Callable[[NamedNode], Iterable[Step]]) -> list[Step]:
    """Give every step that is met on the way from a place, each once."""
    left, seen, found = [start], {start}, []
    while left:
        for step in steps(left.pop()):
            found.append(step)
            if step.whole not in seen:
                seen.add(step.whole)
                left.append(step.whole)
    return found
