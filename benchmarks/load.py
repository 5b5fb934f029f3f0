"""What bulk load costs, beside Oxigraph's own loader: python benchmarks/load.py [TRIPLES] [--rounds 3].

The same made-up triples (`benchmarks/claim_graph.py`, a million where no number is given) in parts of some 5,000 lines,
as `kgraph build` cuts them, and in one file for Oxigraph's loader. By turns, each in a process of its own: seconds of
the processor, the peak of its memory, bytes on disk. What follows from all documents, how things are described and
what is derived, is told apart.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
from claim_graph import make_triples

LINES_A_PART = 5_000

Figures = dict[str, float]


def spent(action: Callable[[], object]) -> float:
    """Give the seconds of the processor that something takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def size_of(folder: Path) -> int:
    """Give the bytes of a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def load_bare(source: Path, target: Path) -> Figures:
    """Load the one file by Oxigraph's loader."""
    store = ox.Store(str(target))
    return {"load": spent(lambda: store.bulk_load(path=source / "all.nt", format=ox.RdfFormat.N_TRIPLES))}


def load_ours(source: Path, target: Path) -> Figures:
    """Load the parts, and make what follows from them."""
    from kgraph.corpus.filling import Filling
    from kgraph.corpus.part_files import find_part_files
    from kgraph.derive import add_derived_in_shards
    from kgraph.gazetteer import Gazetteer
    from kgraph.store.things import describe_things

    gazetteer = Gazetteer.load()
    parts = find_part_files([source / "parts"], print)
    target.mkdir()
    with Filling(target, print) as filling:
        figures = {"load": spent(lambda: filling.take(parts, gazetteer))}
        figures["load MB"] = peak()
        figures["things"] = spent(lambda: describe_things(filling.graph, gazetteer))
        figures["derive"] = spent(lambda: add_derived_in_shards(filling.graph, target))
        figures["tidy"] = spent(filling.held.optimize)
        figures["triples"] = len(filling.graph)
        filling.close()
    return figures


def peak() -> float:
    """Give the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(way: str, source: Path) -> Figures:
    """Load in a process of its own."""
    command = [sys.executable, __file__, "--way", way, "--source", str(source)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603 - this script
    return {key: float(value) for key, value in json.loads(told.stdout).items()}


def write_source(count: int, source: Path) -> int:
    """Write the triples as parts and as one file; give how many they are."""
    (source / "parts").mkdir()
    triples, written = make_triples(count), 0
    with (source / "all.nt").open("wb") as whole:
        while some := list(islice(triples, LINES_A_PART)):
            lines = ox.serialize(some, format=ox.RdfFormat.N_TRIPLES) or b""
            (source / "parts" / f"{written:012}.nt").write_bytes(lines)
            whole.write(lines)
            written += len(some)
    return written


def main(count: int, rounds: int) -> None:
    """Measure all."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        lines = write_source(count, source)
        figures = {"bare": [measure("bare", source)], "ours": [measure("ours", source)]}
        for _ in range(rounds - 1):
            for way in figures:
                figures[way].append(measure(way, source))
    median = {
        way: {key: statistics.median(one[key] for one in runs) for key in runs[0]}
        for way, runs in figures.items()
    }
    bare, ours = median["bare"], median["ours"]
    print(f"{lines:,} triples in parts of {LINES_A_PART:,}, medians of {rounds}")
    for name, one in (("Oxigraph's loader, one file", bare), ("kgraph load, parts", ours)):
        memory = one.get("load MB", one["MB"])
        print(f"  {name:<30}{one['load']:7.2f} s  {lines / one['load']:10,.0f} a second  {memory:6,.0f} MB")
    print(f"  ratio{ours['load'] / bare['load']:32.2f}")
    for name in ("things", "derive", "tidy"):
        print(f"  {name:<30}{ours[name]:7.2f} s")
    print(
        f"  {ours['triples']:,.0f} triples in the end, {ours['bytes'] / ours['triples']:.0f} bytes on disk for each"
    )
    print(f"  {ours['MB']:,.0f} MB of memory at most")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("triples", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--way", choices=["bare", "ours"])
    parser.add_argument("--source", type=Path)
    given = parser.parse_args()
    if given.way:
        with tempfile.TemporaryDirectory(dir=given.source) as made:
            target = Path(made) / "store"
            found = {"bare": load_bare, "ours": load_ours}[given.way](given.source, target)
            print(json.dumps(found | {"MB": peak(), "bytes": size_of(target)}))
    else:
        main(given.triples, given.rounds)
