"""What lies within what, and which territories an assertion concerns.

**within** follows from steps (see `kgraph.derive.background`): a territory lies within the territory that it is part
of, and within all that lies within. Where the gazetteer alone leads there, the bare property is all; where a text
is needed for a step, a node beside it names the assertions. Nothing lies within itself, and nothing within a state.

**concerns** follows from what an assertion speaks of: a territory that is its subject, its object or what it is about,
and all that this lies within: a claim to Kunashir concerns the Kuril Islands. It does not follow that whoever claims
the part claims the whole. What is denied, possible or on somebody's word concerns its territory all the same.
"""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import Said
from kgraph.derive.layer import Conclusion, to_triples
from kgraph.derive.rule import Key, content_pairs
from kgraph.derive.touched import Touched
from kgraph.graph import terms
from kgraph.graph.terms import node, text

__all__ = ["Concerns", "Within"]


class Within:
    """The rule of what lies within what; its keys are the parts."""

    id = "within"
    says = "a part lies within its whole, and within all that this lies within"

    def whole(self, said: Sequence[Said], background: Background) -> Iterator[Triple]:  # noqa: ARG002
        """Give all that follows from a graph."""
        yield from self.of(background.facts.places(), background)

    def of(self, territories: Iterable[NamedNode], background: Background) -> Iterator[Triple]:
        """Give what each of some territories lies within."""
        for territory in territories:
            if background.is_place(territory):
                yield from self.again((territory,), background)

    def touched(self, touched: Touched) -> Iterable[Key]:
        """Give the places that lie elsewhere now, or may."""
        return [(place,) for place in touched.places]

    def again(self, key: Key, background: Background) -> Iterator[Triple]:
        """Give what one place lies within."""
        (place,) = key
        assert isinstance(place, NamedNode)  # noqa: S101 - the keys are places
        by_gazetteer, sources = background.by_gazetteer(place), background.sources(place)
        for whole in sorted(background.within(place), key=str):
            yield Triple(place, node(terms.WITHIN), whole)
            if whole not in by_gazetteer:
                content = (place, node(terms.WITHIN), whole, None)
                ways = tuple(sorted(sources[whole], key=str))
                found = Conclusion(self.id, terms.CONTAINMENT, content, content_pairs(content), ways)
                yield from to_triples(found)

    def before(self, key: Key, background: Background, touched: Touched) -> Iterator[Triple]:  # noqa: ARG002
        """Give what the graph has on what one place lies within."""
        (place,) = key
        assert isinstance(place, NamedNode)  # noqa: S101 - the keys are places
        graph = background.facts.graph
        yield from graph.match(place, node(terms.WITHIN))
        for one in graph.match(predicate=node(terms.SUBJECT), object=place):
            if (
                isinstance(one.subject, NamedNode)
                and Triple(one.subject, node(terms.DERIVED_BY), text(self.id)) in graph
            ):
                yield from graph.match(subject=one.subject)


class Concerns:
    """The rule of which territories an assertion concerns; its keys are the assertions."""

    id = "concerns"
    says = "an assertion concerns the territories that it speaks of, and all that these lie within"

    def whole(self, said: Sequence[Said], background: Background) -> Iterator[Triple]:
        """Give all that follows from a graph."""
        for one in said:
            yield from _concerns(one, background)

    def touched(self, touched: Touched) -> Iterable[Key]:
        """Give the assertions that changed, and those that speak of places that lie elsewhere now."""
        return [(one,) for one in touched.changed | touched.speaking]

    def again(self, key: Key, background: Background) -> Iterator[Triple]:
        """Give what one assertion concerns."""
        (iri,) = key
        said = background.facts.said(iri) if isinstance(iri, NamedNode) else None
        return _concerns(said, background) if said else iter(())

    def before(self, key: Key, background: Background, touched: Touched) -> Iterator[Triple]:  # noqa: ARG002
        """Give what the graph says that one assertion concerns."""
        (iri,) = key
        assert isinstance(iri, NamedNode)  # noqa: S101 - the keys are assertions
        return background.facts.graph.match(iri, node(terms.CONCERNS))


def _concerns(said: Said, background: Background) -> Iterator[Triple]:
    content = said.content
    spoken_of = [t for t in (content.subject, content.object, content.about) if background.is_place(t)]
    places = {p for one in spoken_of if isinstance(one, NamedNode) for p in (one, *background.within(one))}
    for place in sorted(places, key=str):
        yield Triple(said.iri, node(terms.CONCERNS), place)
