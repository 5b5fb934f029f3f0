"""A store of a million triples, filled, changed, copied and killed: python benchmarks/store.py [TRIPLES].

Times are CPU seconds of this process. The kill -9 part ends a writer at random moments, 20 times
in bulk loads and 20 times in transactions; each time the store must open and hold what was there before or after a
change, and no file that nothing refers to may stay.
"""

import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox
from claim_graph import make_readings, make_triples

from kgraph.derive import derive
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.folder import TRIPLES, open_folder
from kgraph.graph.store import Graph
from kgraph.model import Reading
from kgraph.store import Store, backup, count_content

DOCUMENTS = 20  # added, added again and removed one by one
KILLS = 20

_Item = TypeVar("_Item")

WRITER = """
import sys
from itertools import islice
sys.path.insert(0, sys.argv[2])
import kgraph.store.store
from claim_graph import make_readings
kgraph.store.store.BULK = int(sys.argv[3])
readings = list(islice(make_readings(2_000), 40 if int(sys.argv[3]) == 1 else 4))
with kgraph.store.store.Store.open(sys.argv[1]) as store:
    print("open", flush=True)
    while True:
        store.add(readings)
        store.remove([reading.document.id for reading in readings])
"""


def cpu() -> float:
    """Give the CPU seconds that this process has used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def timed(name: str, action: Callable[[], object]) -> None:
    """Run something and print the CPU seconds that it took."""
    start = cpu()
    action()
    print(f"{name:<44}{cpu() - start:>9.4f} s", flush=True)


def timed_each(name: str, action: Callable[[_Item], object], items: Iterable[_Item]) -> None:
    """Do something with each of several; print the CPU seconds of the middle one and of the slowest."""
    costs = []
    for item in items:
        start = cpu()
        action(item)
        costs.append(cpu() - start)
    print(
        f"{name:<44}{statistics.median(costs):>9.4f} s  (median; {max(costs):.2f} s the slowest)", flush=True
    )


def fill(path: Path, count: int) -> None:
    """Make a store by the bulk loader, of made-up triples with what follows from them."""
    Store.open(path).close()
    read = Graph(make_triples(count))
    whole = [*read, *derive(read)]
    store = ox.Store(str(path / TRIPLES))
    quads = [ox.Quad(t.subject, t.predicate, t.object) for t in whole]
    start = cpu()
    store.bulk_extend(quads)
    spent = cpu() - start
    print(
        f"{'bulk load':<44}{spent:>9.2f} s  {len(quads):,} triples, {len(quads) / spent:,.0f} a second",
        flush=True,
    )


def foreign(number: int) -> Iterator[Reading]:
    """Give documents that are not in the store, of the same world."""
    for reading in islice(make_readings(2_000), 5, 5 + number):
        document = replace(reading.document, id="new-" + reading.document.id)
        assertions = tuple(
            a.with_evidence(tuple(replace(e, document_id=document.id) for e in a.evidence))
            for a in reading.assertions
        )
        yield replace(reading, document=document, assertions=assertions)


def measure(path: Path, count: int) -> None:
    """Fill a store, then add, add again, remove, copy, count."""
    fill(path, count)
    gazetteer = Gazetteer.load()
    readings = list(foreign(DOCUMENTS))
    before = sum(1 for _ in open_folder(path))
    with Store.open(path) as store:
        timed_each("add a document", lambda r: store.add([r], gazetteer=gazetteer), readings)
        timed_each("add it again", lambda r: store.add([r], gazetteer=gazetteer), readings)
        timed_each("remove it", lambda r: store.remove([r.document.id]), readings)
        old = [t.object.value for t in islice(store.graph.match(None, terms.IDENTIFIER), DOCUMENTS)]
        timed_each("remove one of those loaded", lambda id_: store.remove([id_]), old)
        print(f"{'triples before and after':<44}{before:,} {len(store.graph):,}")
    timed("open for changes", lambda: Store.open(path).close())
    timed("open for reading", lambda: open_folder(path))
    timed("info", lambda: count_content(open_folder(path), path))
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        timed("backup", lambda: backup(path, Path(folder) / "copy"))
    with Store.open(path) as store:
        timed("compact", store.compact)
    size = sum(file.stat().st_size for file in path.rglob("*"))
    print(f"{'on disk':<44}{size / 1e6:>9.1f} MB")


def kill(folder: Path, bulk: int) -> None:
    """Kill a writer at random moments, and look at what it left."""
    draw = random.Random(bulk)  # noqa: S311 - moments, no secrets
    path, outcomes = folder / f"killed-{bulk}", {"before": 0, "after": 0, "torn": 0}
    Store.open(path).close()
    readings = list(islice(make_readings(2_000), 40 if bulk == 1 else 4))
    with Store.open(folder / "whole") as store:
        store.add(readings)
        after = set(store.graph)
    shutil.rmtree(folder / "whole")
    orphans = 0
    for _ in range(KILLS):
        here = str(Path(__file__).parent)
        with subprocess.Popen(  # noqa: S603 - our own code
            [sys.executable, "-c", WRITER, str(path), here, str(bulk)], stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None  # noqa: S101 - it is a pipe
            child.stdout.readline()
            time.sleep(draw.uniform(0, 0.6))
            child.kill()
        orphans += sum(1 for _ in path.glob("*/bulk-*"))
        with Store.open(path) as store:
            found = set(store.graph)
            outcomes["before" if not found else "after" if found == after else "torn"] += 1
            assert not list(path.glob("*/bulk-*"))  # noqa: S101
            store.remove([reading.document.id for reading in readings] if found else [])
    how = "bulk loads" if bulk == 1 else "transactions"
    print(f"kill -9 in {how}: {KILLS} of {KILLS} open; {outcomes}; orphan files swept: {orphans}", flush=True)


def main() -> None:
    """Measure all."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "news.kg", count)
        kill(Path(folder), 1)
        kill(Path(folder), 20_000)


if __name__ == "__main__":
    main()
