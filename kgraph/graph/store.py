"""A graph in memory: loaded from a file, asked, counted, given to rdflib."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Self

import pyoxigraph as ox

from kgraph.graph.triple_file import TripleFile, written
from kgraph.model import Assertion, Background, BackgroundName, Document
from kgraph.vocab import NAMESPACE, PREFIXES, Predicate, local_name, predicates

if TYPE_CHECKING:
    import rdflib

__all__ = ["Change", "Graph", "load"]

_PROPERTY = PREFIXES["owl"] + "ObjectProperty"
_EXISTS_UNTIL, _WITHIN = NAMESPACE + "existsUntil", NAMESPACE + "within"
_LAT, _LONG = PREFIXES["geo"] + "lat", PREFIXES["geo"] + "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to leave a graph and what is to enter it; a triple is in one of them at most."""

    gone: frozenset[ox.Triple] = frozenset()
    new: frozenset[ox.Triple] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.gone or self.new)


class Graph:
    """A set of triples, held by Oxigraph.

    Named graphs are not kept: what a file says in any graph is said (a TriG file has one graph a
    document, and each evidence names its document anyway).
    """

    def __init__(self, triples: Iterable[ox.Triple] = ()) -> None:
        if isinstance(triples, str | os.PathLike):
            raise TypeError(
                f"{os.fspath(triples)!r} is no triples: kgraph.Graph.open opens a file or a store"
            )
        self._store = ox.Store()
        self.extend(triples)

    @classmethod
    def around(cls, store: ox.Store) -> Self:
        """Give a store of Oxigraph as a graph; what changes the one changes the other."""
        graph = cls.__new__(cls)
        graph._store = store
        return graph

    def let_go(self) -> None:
        """Become empty without a change to what was held: a store on disk is free for others then."""
        self._store = ox.Store()

    def __len__(self) -> int:
        return len(self._store)

    def __iter__(self) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self._store)

    def __contains__(self, triple: ox.Triple) -> bool:
        return ox.Quad(triple.subject, triple.predicate, triple.object) in self._store

    def __or__(self, other: "Graph") -> Self:
        """Merge two graphs: the union of their triples."""
        return type(self)(triple for graph in (self, other) for triple in graph)

    def apply(self, change: Change) -> None:
        """Take triples out and put triples in, all of them or, where that fails, none."""
        parts = (("DELETE", change.gone), ("INSERT", change.new))
        updates = (f"{verb} DATA {{ {' . '.join(map(str, triples))} }}" for verb, triples in parts if triples)
        self._store.update(" ; ".join(updates))
        self._forget()

    def extend(self, triples: Iterable[ox.Triple]) -> None:
        """Put many triples in, by the bulk loader: quicker than `apply`, and in less memory than a new graph."""
        self._store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        self._forget()

    def take_written(self, paths: Iterable[Path]) -> None:
        """Put in what files of N-Triples say that kgraph wrote itself.

        Raises:
            GraphError: one of them is missing or broken.
        """
        self._store.bulk_extend(quad for path in paths for quad in written(path))
        self._forget()

    def _forget(self) -> None:
        """Drop what was worked out of the triples before they changed."""
        for kept in ("predicates", "_records"):
            self.__dict__.pop(kept, None)

    def solve(self, text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Ask Oxigraph a query of our own; kgraph's prefixes need no declaration.

        What comes from outside goes by `kgraph.sparql.run`, which refuses and limits.

        Raises:
            SyntaxError: the text is no SPARQL.
        """
        return self._store.query(text, prefixes=dict(PREFIXES))

    def values(self, subject: str, predicate: str) -> list[str]:
        """List the values of a property of a thing, in the order of the alphabet; a blank node has none."""
        if ":" not in subject:
            return []
        quads = self._store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
        return sorted(q.object.value for q in quads if isinstance(q.object, ox.NamedNode | ox.Literal))

    def match(
        self,
        subject: str | ox.NamedNode | None = None,
        predicate: str | ox.NamedNode | None = None,
        object: str | ox.NamedNode | ox.Literal | None = None,  # noqa: A002
    ) -> Iterator[ox.Triple]:
        """Give the triples that fit a pattern of terms or IRIs, in no fixed order; None fits anything."""
        try:
            about, by = (ox.NamedNode(t) if isinstance(t, str) else t for t in (subject, predicate))
            value = ox.NamedNode(object) if isinstance(object, str) else object
        except ValueError:  # what is no IRI is in no triple
            return iter(())
        return (quad.triple for quad in self._store.quads_for_pattern(about, by, value))

    def having(
        self,
        values: Mapping[str, ox.NamedNode | ox.Literal],
        one_of: Mapping[str, Collection[ox.NamedNode | ox.Literal]] = MappingProxyType({}),
    ) -> Iterator[ox.NamedNode]:
        """Give the nodes that have all these values, and one of each of those, by property."""
        where = "".join(f"?node <{predicate}> {value} . " for predicate, value in values.items())
        for number, (predicate, some) in enumerate(one_of.items()):
            listed = ", ".join(map(str, some))
            where += f"?node <{predicate}> ?value{number} . FILTER(?value{number} IN ({listed})) "
        found = self._store.query(f"SELECT DISTINCT ?node WHERE {{ {where} }}")
        assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
        return (row[0] for row in found if isinstance(row[0], ox.NamedNode))

    def to_bytes(self) -> bytes:
        """Give the triples as N-Triples in no fixed order: the fastest way into another process."""
        return self._store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""

    def dump(self, stream: IO[bytes]) -> None:
        """Write the triples as N-Triples in no fixed order, piece by piece."""
        self._store.dump(stream, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Take what `to_bytes` gave."""
        graph = cls()
        graph._store.bulk_load(data, format=ox.RdfFormat.N_TRIPLES)
        return graph

    def rdflib(self, *, live: bool = False) -> "rdflib.Graph":
        """Give the graph to rdflib, with kgraph's prefixes bound and no others.

        Args:
            live: False copies the triples into rdflib's own store, where all of rdflib works as one knows it, at its
                pace and in its memory. True opens the very store (by oxrdflib): at once, whatever its size, and
                Oxigraph answers the queries, but for prepared ones and those with `initBindings`. What is written to
                it is written to this graph; the graph of a folder can only be read, and says so.
        """
        from kgraph.graph import rdflib_view  # 0.13 s that a graph asked by Oxigraph does not need

        if live:
            return rdflib_view.view(self._store, self._forget)
        return rdflib_view.copy(self.to_bytes())

    def documents(self) -> tuple[Document, ...]:
        """Give the documents by id, without their text, which a graph does not hold."""
        return self._records[0]

    def assertions(self) -> tuple[Assertion, ...]:
        """Give the assertions by IRI, each with its evidence in order of document and place."""
        return self._records[1]

    def background_names(self) -> Mapping[str, tuple[BackgroundName, ...]]:
        """Give the names that the gazetteer had for things, by their ids: background, said by no text."""
        from kgraph.graph.read import read_background

        return read_background(self)

    def past(self) -> frozenset[str]:
        """Give the ids of the states of which the gazetteer knows that they are of the past."""
        ended = self.match(predicate=_EXISTS_UNTIL)
        return frozenset(local_name(t.subject.value) for t in ended if isinstance(t.subject, ox.NamedNode))

    def wholes(self) -> Mapping[str, frozenset[str]]:
        """Give, by the ids of territories, the ids of those that they lie within, as far as that was derived."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for part, _, whole in self.match(predicate=_WITHIN):
            if isinstance(part, ox.NamedNode) and isinstance(whole, ox.NamedNode):
                found[local_name(part.value)].add(local_name(whole.value))
        return {part: frozenset(wholes) for part, wholes in found.items()}

    def places(self) -> Mapping[str, tuple[float, float]]:
        """Give latitude and longitude, in degrees, of the things that have both, by their ids."""
        latitudes, longitudes = self._degrees(_LAT, most=90), self._degrees(_LONG, most=180)
        return {key: (latitudes[key], longitudes[key]) for key in latitudes if key in longitudes}

    def _degrees(self, predicate: str, most: float) -> dict[str, float]:
        """Read one coordinate: of several that a merge left the least; what is no number of the globe is left out."""
        found: dict[str, float] = {}
        for thing, _, value in self.match(predicate=predicate):
            if isinstance(thing, ox.NamedNode) and isinstance(value, ox.Literal):
                with suppress(ValueError):
                    key, degrees = local_name(thing.value), float(value.value)
                    found[key] = min(degrees, found.get(key, degrees))
        return {key: degrees for key, degrees in sorted(found.items()) if abs(degrees) <= most}

    def background(self) -> Background:
        """Give what the gazetteer knows of the things in the graph."""
        return Background(
            names=self.background_names(), past=self.past(), wholes=self.wholes(), places=self.places()
        )

    @cached_property
    def predicates(self) -> Mapping[str, Predicate]:
        """The predicates of the ontology, and the user's own that the graph describes, by name."""
        from kgraph.graph.own_terms import own_predicates

        described = self._store.quads_for_pattern(None, None, ox.NamedNode(_PROPERTY))
        own = (t.triple for q in described for t in self._store.quads_for_pattern(q.subject, None, None))
        return {**predicates(), **own_predicates(own)}

    @cached_property
    def _records(self) -> tuple[tuple[Document, ...], tuple[Assertion, ...]]:
        from kgraph.graph.read import from_graph

        return from_graph(self)


def load(path: Path) -> Graph:
    """Read a graph file: .ttl .trig .nq .nt .jsonld, each also with .gz.

    The graph holds the values of literals, not their spelling; `kgraph.graph.triple_file` gives that.

    Raises:
        GraphError: the file is missing, of another kind, or broken; with line and column where there is one.
    """
    graph = Graph()
    graph._store.bulk_extend(TripleFile(path).quads())
    return graph
