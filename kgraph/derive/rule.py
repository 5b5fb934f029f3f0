"""What a rule is: it concludes from all that has one key, and from nothing else.

A key is a territory, a content, a party with a territory, an assertion: that is why a change of the graph touches only
the keys of what changed, and a few nodes are derived anew in place of the whole layer.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import NamedNode, Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import Content, Pattern, Said
from kgraph.derive.layer import Conclusion, mint, to_triples
from kgraph.derive.touched import Touched
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.store import Graph
from kgraph.graph.terms import Value, node, text

__all__ = ["Grouped", "Key", "Pairs", "Rule", "by_ends", "content_pairs"]

Key = tuple[Value | None, ...]
Pairs = tuple[tuple[str, Value], ...]
_KEY_ROLES = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.ABOUT, terms.ABOUT_TEXT)
_DERIVED_FROM = node(terms.DERIVED_FROM)


class Rule(Protocol):
    """One rule of the derived layer."""

    @property
    def id(self) -> str:
        """Its name, which each of its conclusions bears."""

    @property
    def says(self) -> str:
        """What follows from what, in a line."""

    def whole(self, said: Sequence[Said], background: Background) -> Iterator[Triple]:
        """Give all that follows from a graph."""

    def touched(self, touched: Touched) -> Iterable[Key]:
        """Give the keys of which something else may follow after a change."""

    def again(self, key: Key, background: Background) -> Iterator[Triple]:
        """Give all that follows for a key from the graph as it is now."""

    def before(self, key: Key, background: Background, touched: Touched) -> Iterator[Triple]:
        """Give what the graph has of what followed for a key before the change."""


def content_pairs(key: Key) -> Pairs:
    """Give the properties that say a content: subject, predicate, object, and what it is about if anything."""
    about = terms.ABOUT if isinstance(key[3], NamedNode) else terms.ABOUT_TEXT
    roles = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT, about)
    return tuple((role, term) for role, term in zip(roles, key, strict=True) if term is not None)


def by_ends(content: Content) -> Hashable:
    """Put together what is said of the same subject and object, whatever the relation."""
    return content.subject, content.object


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """A rule that looks at assertions which have something in common.

    Args:
        id: its name, which each conclusion bears.
        says: what follows from what, in a line.
        keys: the keys under which the rule looks at assertions of a content.
        conclude: gives what follows from the assertions of a key, which come in the order of their IRIs.
        members: gives the values, in one or several ways, by which the assertions of a key are looked up.
        relations: the only relations that count, as IRIs; empty: all.
        several: whether more than one conclusion can follow for a key, each with a key that begins with it.
        of_place: the key of what is concluded of a territory, where it depends on what that lies within.
        together: what the contents of one key have in common, by which a graph too large for the memory is cut up;
            None for a content that has no key.
    """

    id: str
    says: str
    keys: Callable[[Content], Iterable[Key]]
    conclude: Callable[[Key, Sequence[Said], Background], Iterator[Conclusion]]
    members: Callable[[Key], Iterable[Pattern]]
    relations: frozenset[str] = frozenset()
    several: bool = False
    of_place: Callable[[NamedNode], Iterable[Key]] = lambda place: ()  # noqa: ARG005
    together: Callable[[Content], Hashable] = by_ends

    def whole(self, said: Sequence[Said], background: Background) -> Iterator[Triple]:
        """Give all that follows from a graph."""
        groups: defaultdict[Key, list[Said]] = defaultdict(list)
        for one in said:
            for key in self._keys_of(one.content):
                groups[key].append(one)
        for key, members in groups.items():
            for conclusion in self.conclude(key, members, background):
                yield from to_triples(conclusion)

    def touched(self, touched: Touched) -> Iterable[Key]:
        """Give the keys of the contents that changed, and those of places that lie elsewhere now."""
        of_places = (key for place in touched.moved for key in self.of_place(place))
        return {*of_places, *(key for content in touched.contents for key in self._keys_of(content))}

    def again(self, key: Key, background: Background) -> Iterator[Triple]:
        """Give all that follows for one key from the graph as it is now."""
        members = self._members_of(key, background)
        for conclusion in self.conclude(key, members, background) if members else ():
            yield from to_triples(conclusion)

    def _members_of(self, key: Key, background: Background) -> list[Said]:
        facts = background.facts
        found = {s.iri: s for pattern in self.members(key) for s in facts.find(pattern, self.relations)}
        return [found[iri] for iri in sorted(found, key=str) if key in self._keys_of(found[iri].content)]

    def before(self, key: Key, background: Background, touched: Touched) -> Iterator[Triple]:
        """Give what the graph has of this rule's conclusions for a key."""
        graph = background.facts.graph
        if not self.several:
            return graph.match(subject=mint(self.id, key))
        members = {said.iri for said in self._members_of(key, background)} | touched.changed
        nodes = {t.subject for one in members for t in graph.match(predicate=_DERIVED_FROM, object=one)}
        named = (one for one in nodes if isinstance(one, NamedNode) and self._is_of(one, key, graph))
        return (triple for one in named for triple in graph.match(subject=one))

    def _is_of(self, conclusion: NamedNode, key: Key, graph: Graph | Draft) -> bool:
        """Tell whether a node of the graph is a conclusion of this rule for a key."""
        if Triple(conclusion, node(terms.DERIVED_BY), text(self.id)) not in graph:
            return False
        said = {(role, t.object) for role in _KEY_ROLES for t in graph.match(conclusion, node(role))}
        return said == set(content_pairs(key))

    def _keys_of(self, content: Content) -> Iterable[Key]:
        """Give the keys of a content, each once; none where its relation does not count."""
        if self.relations and content.predicate.value not in self.relations:
            return ()
        return dict.fromkeys(self.keys(content))
