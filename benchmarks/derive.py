"""What the derived layer costs, rule by rule, and what it costs to keep it up: python benchmarks/derive.py [TRIPLES].

CPU seconds of one process, on a made-up graph (`benchmarks/claim_graph.py`, a million triples where no number is
given): reading the facts, each rule over the whole graph, then documents that come and go, each with the refreshing
of the layer. The worlds of the made-up graph are dense: some places are the object of hundreds of assertions.
"""

import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from claim_graph import make_readings, make_triples
from pyoxigraph import Triple

from kgraph.derive import RULES, refresh
from kgraph.derive.background import Background
from kgraph.derive.facts import Facts
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph

DOCUMENTS = 40


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print the CPU seconds of a block."""
    begin = time.process_time()
    yield
    print(f"  {what:<16}{time.process_time() - begin:6.2f} s")


def main(size: int) -> None:
    """Measure all."""
    graph = Graph(make_triples(size))
    print(f"{len(graph)} triples read")
    layer = derive_all(graph)
    print(f"{len(layer)} triples derived, {len(layer) / len(graph):.2f} for each that was read")
    graph.apply(Change(new=frozenset(layer)))
    come_and_go(graph)


def derive_all(graph: Graph) -> list[Triple]:
    """Derive the layer rule by rule."""
    layer: list[Triple] = []
    begin = time.process_time()
    with timed("reading"):
        background = Background(Facts.of_all(graph))
        said = background.facts.all_said()
    for rule in RULES:
        with timed(rule.id):
            layer += rule.whole(said, background)
    print(f"  {'all':<16}{time.process_time() - begin:6.2f} s")
    return layer


def come_and_go(graph: Graph) -> None:
    """Add documents one by one, and take them out again."""
    documents = [frozenset(to_triples([reading])) for reading in islice(make_readings(7), DOCUMENTS)]
    changes = [Change(new=frozenset(t for t in triples if t not in graph)) for triples in documents]
    changes += [Change(gone=change.new) for change in reversed(changes)]
    costs, sizes = [], []
    for change in changes:
        graph.apply(change)
        begin = time.process_time()
        again = refresh(graph, change.gone | change.new)
        costs.append(time.process_time() - begin)
        sizes.append(len(again.gone) + len(again.new))
        graph.apply(again)
    print(f"a document that came or went, {len(changes)} times: triples of the layer {_spread(sizes)}")
    print(f"  refresh: {_spread([round(1000 * cost) for cost in costs])} ms")


def _spread(numbers: Iterable[int]) -> str:
    ordered = sorted(numbers)
    return f"{statistics.median(ordered):.0f} (median), {ordered[-1]} (most)"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
