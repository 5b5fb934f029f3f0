"""The derived layer of a graph of any size, in memory that hardly grows with it.

What a rule looks at together is put together on disk first: each assertion is read once and handed to a shard by what
the assertions of a key have in common, and rules go through one shard after the other. They conclude the same as
`kgraph.derive.derive`. Only stories are told of all documents at once: of each that says something they hold a
signature and what it speaks of, under a kilobyte.
"""

import pickle
import tempfile
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import ExitStack
from io import BufferedRandom
from itertools import chain, islice
from pathlib import Path
from types import TracebackType

from pyoxigraph import NamedNode, Triple

from kgraph.derive.background import Background
from kgraph.derive.facts import Content, Facts, Said
from kgraph.derive.places import Concerns, Within
from kgraph.derive.rule import Grouped, Rule, by_ends
from kgraph.derive.rules import RULES
from kgraph.derive.story import Stories
from kgraph.graph import terms
from kgraph.graph.store import Graph

__all__ = ["add_derived_in_shards", "derive_in_shards"]

AT_ONCE = 10_000  # assertions read before what was looked up for them is forgotten
SHARD = 10_000  # assertions in a shard, on the average,
MOST_SHARDS = 200  # each an open file, after which shards are larger
_BUFFER = 200  # assertions written to a shard at a time
_LOAD = 100_000  # triples loaded at a time

_Together = Callable[[Content], Hashable]


def add_derived_in_shards(graph: Graph, folder: Path | None = None) -> None:
    """Put the derived layer into a graph that has none.

    Args:
        graph: in memory or on disk.
        folder: for temporary files, of half the size of the graph; None: where temporary files go.
    """
    derived = derive_in_shards(graph, folder)
    while batch := list(islice(derived, _LOAD)):
        graph.extend(batch)


def derive_in_shards(
    graph: Graph, folder: Path | None = None, *, at_once: int = AT_ONCE, shard: int = SHARD
) -> Iterator[Triple]:
    """Give the derived layer of a graph, each triple once; what the graph has of it does not count.

    Args:
        graph: in memory or on disk.
        folder: for temporary files; None: where temporary files go.
        at_once: how many assertions are read at a time.
        shard: how many are in a shard, on the average.
    """
    count = min(sum(1 for _ in graph.match(None, terms.POLARITY)) // shard + 1, MOST_SHARDS)
    grouped = [rule for rule in RULES if isinstance(rule, Grouped)]
    with ExitStack() as stack:
        sharded = {
            way: stack.enter_context(_Shards(way, count, folder))
            for way in {rule.together for rule in grouped}
        }
        for said in _read(graph, at_once):
            for shards in sharded.values():
                shards.put(said)
            yield from _conclude((rule for rule in RULES if isinstance(rule, Concerns)), said, graph)
        for way, shards in sharded.items():
            for said in shards:
                yield from _conclude((rule for rule in grouped if rule.together == way), said, graph)
        told = sharded[by_ends]  # every assertion is in it
        for story in (rule for rule in RULES if isinstance(rule, Stories)):
            yield from story.whole(chain.from_iterable(told), Background(Facts(graph)))
    yield from _derive_places(graph, at_once)


def _derive_places(graph: Graph, at_once: int) -> Iterator[Triple]:
    places = iter(Facts(graph).places())
    while some := list(islice(places, at_once)):
        background = Background(Facts(graph))
        for rule in RULES:
            if isinstance(rule, Within):
                yield from rule.of(some, background)


def _conclude(rules: Iterable[Rule], said: list[Said], graph: Graph) -> Iterator[Triple]:
    """Give what follows from some assertions; what was looked up for them is forgotten then."""
    background = Background(Facts(graph))
    for rule in rules:
        yield from rule.whole(said, background)


def _read(graph: Graph, at_once: int) -> Iterator[list[Said]]:
    """Give the assertions some at a time."""
    nodes = (t.subject for t in graph.match(None, terms.POLARITY) if isinstance(t.subject, NamedNode))
    while some := list(islice(nodes, at_once)):
        facts = Facts.of_some(graph, some)
        yield [one for one in map(facts.said, some) if one is not None]


class _Shards:
    """Assertions on disk, those in one shard that have something in common."""

    def __init__(self, together: _Together, count: int, folder: Path | None) -> None:
        self._together = together
        self._open_files = ExitStack()
        self._files = [self._open_files.enter_context(_temporary(folder)) for _ in range(count)]
        self._waiting: list[list[Said]] = [[] for _ in range(count)]

    def __enter__(self) -> "_Shards":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open_files.close()

    def put(self, said: Iterable[Said]) -> None:
        """Hand assertions to their shards; those that no key looks at to none."""
        for one in said:
            common = self._together(one.content)
            if common is not None:
                number = zlib.crc32(str(common).encode("utf-8", "surrogatepass")) % len(self._files)
                self._waiting[number].append(one)
                if len(self._waiting[number]) >= _BUFFER:
                    self._write(number)

    def _write(self, number: int) -> None:
        pickle.dump(self._waiting[number], self._files[number], pickle.HIGHEST_PROTOCOL)
        self._waiting[number] = []

    def __iter__(self) -> Iterator[list[Said]]:
        """Give the assertions of each shard, by IRI."""
        for number, file in enumerate(self._files):
            if self._waiting[number]:
                self._write(number)
            file.seek(0)
            members: list[Said] = []
            while file.peek(1):
                members += pickle.load(file)  # noqa: S301 - our own file, which has no name
            yield sorted(members, key=lambda one: str(one.iri))


def _temporary(folder: Path | None) -> BufferedRandom:
    return tempfile.TemporaryFile(dir=folder)
