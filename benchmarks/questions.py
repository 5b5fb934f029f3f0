"""How long each named question takes: python benchmarks/questions.py GRAPH.nt [--store FOLDER] [--rdflib].

As it is and with a territory, or with `--every` with each of its options; in milliseconds of the processor, median of
three, on Oxigraph in memory, on disk where there is a folder, and on rdflib. A graph is made by
benchmarks/claim_graph.py; its derived layer is worked out first. `--store` names a folder for a copy on disk, made
where there is none; it is asked by a process of its own, as whoever opens a store holds no graph in memory: beside one,
the same query took up to 1.7 times as long. The default limit of rows holds.
"""

import argparse
import functools
import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pyoxigraph as ox

from kgraph.derive import derive
from kgraph.graph.store import Graph, load
from kgraph.sparql.named import LIMIT, NamedQuery, fill_in, named_queries
from kgraph.sparql.things import name_things
from kgraph.vocab import PREFIXES

VALUES = {
    "territory": "Crimea",
    "agent": "Russia",
    "speaker": "Speaker No3",
    "year": "2010",
    "published": "2012",
    "since": "2025-01-01",
    "source": "Publisher 3",
}
TIMES = 3
Ask = Callable[[str], Sequence[object]]


def measure(ask: Ask, text: str) -> tuple[int, float]:
    """Give the rows, and the median of CPU time in milliseconds; what takes over 3 s is asked once."""
    cpu, rows = [], 0
    for _ in range(TIMES):
        started = time.process_time()
        rows = len(ask(name_things(text, ask)))
        cpu.append(time.process_time() - started)
        if cpu[-1] > 3:
            break
    return rows, 1000 * statistics.median(cpu)


def variants(query: NamedQuery, every: bool) -> Iterator[tuple[str, str]]:
    """Give the query as it is, and with a territory or with each of its parameters."""
    yield "", fill_in(query.text, {})
    for parameter in query.parameters:
        if parameter.name == "territory" or (every and parameter.name != LIMIT):
            yield f" --{parameter.name}", fill_in(query.text, {parameter.name: VALUES[parameter.name]})


def asks_oxigraph(store: ox.Store) -> Ask:
    """Ask a store of Oxigraph."""

    def ask(text: str) -> Sequence[object]:
        found = store.query(text, prefixes=dict(PREFIXES))
        assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - named queries are SELECTs
        return list(found)

    return ask


def asks_rdflib(graph: Graph) -> Ask:
    """Ask rdflib; things are looked up by Oxigraph, as in kgraph."""
    copy, lookup = graph.rdflib(), asks_oxigraph(graph._store)

    def ask(text: str) -> Sequence[object]:
        return lookup(text) if "?kind" in text else list(copy.query(text, initNs=dict(PREFIXES)))

    return ask


def write_store(graph: Graph, folder: Path) -> None:
    """Make a copy of the graph on disk where there is none."""
    if not folder.exists():
        store = ox.Store(str(folder))
        store.bulk_load(graph.to_bytes(), format=ox.RdfFormat.N_TRIPLES)
        store.optimize()  # as kgraph does after its first bulk load
        store.flush()


@functools.cache
def asks_disk(folder: Path) -> Ask:
    """Ask a store on disk, opened once."""
    return asks_oxigraph(ox.Store.read_only(str(folder)))


def measure_on_disk(folder: Path, text: str) -> tuple[int, float]:
    """Measure a query of a store on disk; for a process that holds nothing else."""
    return measure(asks_disk(folder), text)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("graph", type=Path)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--every", action="store_true")
    given = parser.parse_args()
    read = load(given.graph)
    graph = read | Graph(derive(read))
    print(f"{len(read):,} triples read, {len(graph) - len(read):,} derived; CPU ms, median of {TIMES}\n")
    engines: dict[str, Callable[[str], tuple[int, float]]] = {
        "memory": functools.partial(measure, asks_oxigraph(graph._store))
    }
    if given.store:
        write_store(graph, given.store)
        apart = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        engines["disk"] = lambda text: apart.submit(measure_on_disk, given.store, text).result()
    if given.rdflib:
        engines["rdflib"] = functools.partial(measure, asks_rdflib(graph))
    print(f"| question | rows | {' | '.join(engines)} |\n|{' --- |' * (len(engines) + 2)}")
    for query in named_queries():
        for option, text in variants(query, given.every):
            found = [engine(text) for engine in engines.values()]
            cells = " | ".join(f"{cpu:.0f}" for _, cpu in found)
            print(f"| {query.name}{option} | {found[0][0]} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
