"""kgraph beside plain rdflib on one made-up graph: python benchmarks/rdf.py [TRIPLES] [--without-rdflib].

Each engine reads, writes and asks in a process of its own. Times are seconds (questions: milliseconds) of the
processor, of three runs the middle one where a run takes less than ten seconds; a question is given up after a
minute of them. Memory is what the process holds once the graph is read, the interpreter and its modules included.
"""

import argparse
import json
import math
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Protocol

import pyoxigraph as ox
from claim_graph import make_triples

from kgraph.graph.store import Graph, load
from kgraph.graph.write import write_graph
from kgraph.sparql.named import find_text
from kgraph.vocab import PREFIXES

QUESTIONS = ("disputed-territories", "in-the-year", "quotations", "contradictions", "recognition")
ENGINES = ("rdflib", "kgraph in memory", "kgraph store folder")
LONG = 10.0  # seconds: what takes longer is run once
LIMIT = 60.0  # seconds for a question
Row = dict[str, float]


class Engine(Protocol):
    """What is measured."""

    def read(self, path: Path) -> None:
        """Read a Turtle file."""

    def write(self, path: Path) -> None:
        """Write a Turtle file."""

    def ask(self, query: str) -> int:
        """Answer a query, and count the rows."""


class Rdflib:
    """rdflib alone, with its store in memory."""

    def read(self, path: Path) -> None:
        """Read a Turtle file."""
        import rdflib

        self.graph = rdflib.Graph()
        self.graph.parse(path, format="turtle")

    def write(self, path: Path) -> None:
        """Write a Turtle file."""
        self.graph.serialize(path, format="turtle")

    def ask(self, query: str) -> int:
        """Answer a query, and count the rows."""
        return len(list(self.graph.query(query, initNs=dict(PREFIXES))))


class Memory:
    """A `Graph` in memory."""

    def read(self, path: Path) -> None:
        """Read a Turtle file."""
        self.graph = load(path)

    def write(self, path: Path) -> None:
        """Write a Turtle file."""
        write_graph(self.graph, path)

    def ask(self, query: str) -> int:
        """Answer a query, and count the rows."""
        return sum(1 for _ in self.graph.query(query))


class Folder(Memory):
    """A `Graph` in a folder: filled, closed, and opened for reading."""

    def read(self, path: Path) -> None:
        """Read a Turtle file."""
        folder = path.with_suffix(".kg")
        store = ox.Store(str(folder))
        store.bulk_load(path=str(path), format=ox.RdfFormat.TURTLE)
        store.flush()
        del store
        self.graph = Graph.around(ox.Store.read_only(str(folder)))


def measure(engine: Engine, path: Path) -> Row:
    """Measure one engine, in this process."""
    row = {"read (s)": time_once(lambda: engine.read(path))}
    row["memory (MB)"] = resident_megabytes()
    row["write (s)"] = time_often(lambda: engine.write(path.with_suffix(".out.ttl")))
    for name in QUESTIONS:
        row[f"{name} (ms)"] = 1000 * time_question(engine, find_text(name))
    return row


def time_question(engine: Engine, query: str) -> float:
    """Give the seconds that a question takes, infinity where it takes more than the limit."""
    signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        return time_often(lambda: engine.ask(query))
    except TimeoutError:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def give_up(*_: object) -> None:
    """End what takes too long: rdflib, which is Python; Oxigraph would go on."""
    raise TimeoutError


def time_once(run: Callable[[], object]) -> float:
    """Give the seconds of the processor."""
    before = time.process_time()
    run()
    return time.process_time() - before


def time_often(run: Callable[[], object]) -> float:
    """Give the middle of three runs, or the first where it is long."""
    first = time_once(run)
    return first if first > LONG else median([first, time_once(run), time_once(run)])


def resident_megabytes() -> float:
    """Give what the process holds of memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def measure_apart(engine: str, path: Path) -> Row:
    """Measure one engine in a process of its own."""
    command = [sys.executable, __file__, "--measure", engine, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return dict(json.loads(done.stdout))


def to_table(rows: dict[str, Row]) -> str:
    """Write a table for `README.md`: a line a measure, a column an engine, and how many times rdflib takes."""
    head = ["", *rows, *(["rdflib : memory"] if ENGINES[0] in rows else [])]
    lines = [head, ["---"] * len(head)]
    for name in rows[ENGINES[1]]:
        values = [row[name] for row in rows.values()]
        ratio = [to_cell(values[0] / (values[1] or math.nan))] if ENGINES[0] in rows else []
        lines.append([name, *map(to_cell, values), *ratio])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def to_cell(value: float) -> str:
    """Write a number with three digits."""
    if math.isinf(value):
        return "given up"
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def main() -> None:
    """Make the graph, measure each engine, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("triples", nargs="?", type=int, default=100_000)
    parser.add_argument("--without-rdflib", action="store_true", help="rdflib takes minutes on a million")
    parser.add_argument("--measure", nargs=2, metavar=("ENGINE", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        engine, path = options.measure
        kinds = dict(zip(ENGINES, (Rdflib, Memory, Folder), strict=True))
        print(json.dumps(measure(kinds[engine](), Path(path))))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        write_graph(make_triples(options.triples), path)
        engines = ENGINES[1:] if options.without_rdflib else ENGINES
        print(f"{options.triples:,} triples, {path.stat().st_size / 1e6:.1f} MB of Turtle\n")
        print(to_table({engine: measure_apart(engine, path) for engine in engines}))


if __name__ == "__main__":
    main()
