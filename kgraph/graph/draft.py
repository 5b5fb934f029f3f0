"""Edits of a graph that are not applied yet: looked up as if they were, then applied all at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from types import MappingProxyType

import pyoxigraph as ox

from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import Value, node

__all__ = ["Draft", "found_by_any"]

_Asked = Iterable[tuple[str, Collection[Value]]]

_FEW = 40  # nodes: up to as many are looked at one by one, which takes less time than a query


class Draft:
    """A graph with edits on paper; the graph itself stays as it is until their change is applied."""

    def __init__(self, graph: Graph) -> None:
        self._base = graph
        self._gone: set[ox.Triple] = set()
        self._added = ox.Store()
        self._new = Graph.around(self._added)

    def __contains__(self, triple: ox.Triple) -> bool:
        return triple in self._new or (triple in self._base and triple not in self._gone)

    def add(self, triples: Iterable[ox.Triple]) -> None:
        """Put triples in; those that are there already change nothing."""
        for triple in triples:
            if triple in self._gone:
                self._gone.remove(triple)
            elif triple not in self._base:
                self._added.add(_quad(triple))

    def remove(self, triples: Iterable[ox.Triple]) -> None:
        """Take triples out; those that are not there change nothing."""
        for triple in tuple(triples):  # all found first: they are often looked up in this very draft
            if triple in self._new:
                self._added.remove(_quad(triple))
            elif triple in self._base:
                self._gone.add(triple)

    def change(self) -> Change:
        """Give all edits as one change of the graph."""
        return Change(gone=frozenset(self._gone), new=frozenset(self._new))

    def match(
        self,
        subject: str | ox.NamedNode | None = None,
        predicate: str | ox.NamedNode | None = None,
        object: str | Value | None = None,  # noqa: A002
    ) -> Iterator[ox.Triple]:
        """Give the triples that fit a pattern, as `Graph.match` does."""
        kept = (t for t in self._base.match(subject, predicate, object) if t not in self._gone)
        return chain(kept, self._new.match(subject, predicate, object))

    def subjects(self, predicate: str, value: Value) -> Iterator[ox.NamedNode]:
        """Give the nodes that have this value."""
        found = (triple.subject for triple in self.match(None, predicate, value))
        return (one for one in found if isinstance(one, ox.NamedNode))

    def objects(self, subject: ox.NamedNode, predicate: str) -> Iterator[Value]:
        """Give the values of a property of a node."""
        found = (triple.object for triple in self.match(subject, predicate))
        return (one for one in found if isinstance(one, ox.NamedNode | ox.Literal))

    def having(
        self, values: Mapping[str, Value], one_of: Mapping[str, Collection[Value]] = MappingProxyType({})
    ) -> Iterator[ox.NamedNode]:
        """Give the nodes that have all these values and one of each of those, as `Graph.having` does."""
        asked = [*((p, (value,)) for p, value in values.items()), *one_of.items()]
        for predicate, value in values.items():
            few = list(islice(self.subjects(predicate, value), _FEW))
            if len(few) < _FEW:
                return (one for one in few if self._has(one, asked))
        of_base = self._base.having(values, one_of)
        kept = (one for one in of_base if not self._gone or self._has(one, asked))
        told = {
            one for p, some in asked for value in some for one in _subjects(self._new.match(None, p, value))
        }
        return chain(kept, (one for one in told if not self._was(one, asked) and self._has(one, asked)))

    def _has(self, one: ox.NamedNode, asked: _Asked) -> bool:
        return all(any(ox.Triple(one, node(p), value) in self for value in some) for p, some in asked)

    def _was(self, one: ox.NamedNode, asked: _Asked) -> bool:
        """Tell whether the graph has a node among those asked for, so that it is not given twice."""
        return all(any(ox.Triple(one, node(p), value) in self._base for value in some) for p, some in asked)


def _subjects(triples: Iterable[ox.Triple]) -> Iterator[ox.NamedNode]:
    return (triple.subject for triple in triples if isinstance(triple.subject, ox.NamedNode))


def _quad(triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object)


def found_by_any(*ways: Iterator[bool]) -> bool:
    """Look for something in several ways at once, each of which would find it: as quick as the quickest of them.

    Each way gives True or False a step. Once a way has come to its end, there is nothing more to be found.
    """
    return any(any(steps) for steps in zip(*ways, strict=False))
