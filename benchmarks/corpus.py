"""How fast and in how much memory a corpus is read, and that a run that is killed comes to the same bytes.

    python benchmarks/corpus.py [--texts 500] [--rounds 5] [--sizes 5000 20000 80000] [--kills 30] [--jobs 2]
        [--file FILE]

reads FILE (a JSON Lines file of articles, `../shared/corpus/stream.jsonl.gz` where there is one; repeated with other
ids where more are asked for) with `kgraph build`, each run a process of its own, and prints

- speed: words a second of `--texts` texts by one process and by `--jobs`, start-up and output included, medians of
  `--rounds`, by turns; and the ratio. With `--texts 0` it is left out, as are the others with no size and no kill.
- memory: the peak of all processes of a run together, for each size. A page that processes share counts once (PSS),
  looked at five times a second.
- kills: a run that is killed with `kill -9`, it and its processes, at as many random moments (`--seed`), and run to its
  end; whether the files are those of an undisturbed run.
"""

import argparse
import compileall
import gzip
import itertools
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

import kgraph
from kgraph.pipeline import OUTPUTS

STREAM = Path(__file__).parents[2] / "shared" / "corpus" / "stream.jsonl.gz"
LOOK = 0.2  # seconds
MB = 2**20


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds by the clock and of all processors, peak of memory in bytes."""

    wall: float
    cpu: float
    memory: int


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--file", type=Path, default=STREAM)
    parser.add_argument("--texts", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", type=int, nargs="*", default=[5000, 20000, 80000])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    compileall.compile_dir(Path(kgraph.__file__).parent, quiet=1)  # as an installer does
    chance = random.Random(given.seed)  # noqa: S311 - moments to kill at are no secret
    with tempfile.TemporaryDirectory() as folder:
        if given.texts:
            measure_speed(given.file, given.texts, given.rounds, given.jobs, Path(folder))
        for size in given.sizes:
            measure_memory(given.file, size, given.jobs, Path(folder))
        if given.kills:
            kill_runs(given.file, given.texts or 200, given.kills, chance, Path(folder))


def articles(file: Path, number: int) -> Iterator[dict[str, object]]:
    """Give articles of a file, again and again with other ids, until there are so many."""
    given = 0
    for turn in itertools.count():
        with (
            gzip.open(file, "rt", encoding="utf-8")
            if file.suffix == ".gz"
            else file.open(encoding="utf-8") as lines
        ):
            for line in lines:
                if given == number:
                    return
                article = json.loads(line)
                yield {**article, "id": f"{turn}/{article['id']}"} if turn else article
                given += 1


def write_articles(file: Path, number: int, folder: Path) -> tuple[Path, int]:
    """Write so many articles into a file, and count their words."""
    path, words = folder / f"{number}.jsonl.gz", 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as stream:
        for article in articles(file, number):
            words += len(str(article["text"]).split())
            stream.write(json.dumps(article) + "\n")
    return path, words


def command(source: Path, out: Path, jobs: int) -> list[str]:
    """Give what builds in a process of its own."""
    return [sys.executable, "-m", "kgraph", "-q", "build", str(source), "-o", str(out), "--jobs", str(jobs)]


def build(source: Path, out: Path, jobs: int) -> Cost:
    """Build, and tell what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start, peak = time.perf_counter(), 0
    with subprocess.Popen(command(source, out, jobs), stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ourselves
        while process.poll() is None:
            peak = max(peak, memory_of(process.pid))
            time.sleep(LOOK)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak)


def memory_of(pid: int) -> int:
    """Add up the memory of a process and those under it, what they share once."""
    total = 0
    try:
        parent = psutil.Process(pid)
        family = [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0
    for process in family:
        try:
            total += process.memory_full_info().pss
        except (psutil.NoSuchProcess, psutil.AccessDenied, ProcessLookupError):
            continue
    return total


def measure_speed(file: Path, texts: int, rounds: int, jobs: int, folder: Path) -> None:
    """Read by one process and by several, by turns."""
    source, words = write_articles(file, texts, folder)
    costs: dict[int, list[Cost]] = {1: [], jobs: []}
    for turn in range(rounds):
        for number, known in costs.items():
            known.append(build(source, folder / f"speed-{turn}-{number}", number))
    print(f"speed: {texts:,} texts, {words:,} words")
    for number, known in costs.items():
        wall, cpu = (statistics.median(getattr(cost, name) for cost in known) for name in ("wall", "cpu"))
        memory = max(cost.memory for cost in known) / MB
        print(
            f"  --jobs {number}: {words / wall:,.0f} words/s, {wall:.1f} s, {cpu:.1f} s CPU, {memory:,.0f} MB"
        )
    ratio = statistics.median(one.wall / more.wall for one, more in zip(costs[1], costs[jobs], strict=True))
    print(f"  --jobs {jobs} is {ratio:.2f} times as fast", flush=True)


def measure_memory(file: Path, size: int, jobs: int, folder: Path) -> None:
    """Read a number of texts, and print the peak of memory."""
    source, words = write_articles(file, size, folder)
    out = folder / f"memory-{size}"
    cost = build(source, out, jobs)
    disk = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / MB
    print(
        f"memory: {size:,} texts, --jobs {jobs}: {cost.memory / MB:,.0f} MB, {cost.wall:.0f} s,"
        f" {words / cost.cpu:,.0f} words a second of CPU, {disk:,.0f} MB written",
        flush=True,
    )


def kill_runs(file: Path, texts: int, kills: int, chance: random.Random, folder: Path) -> None:
    """Kill a run at random moments, finish it, and compare."""
    source, _ = write_articles(file, texts, folder)
    whole = build(source, folder / "whole", 2)
    for _ in range(kills):
        with subprocess.Popen(  # noqa: S603
            command(source, folder / "killed", 2), stderr=subprocess.DEVNULL, start_new_session=True
        ) as process:
            time.sleep(chance.uniform(0, 1.2 * whole.wall / kills + 3))  # three seconds to start
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    build(source, folder / "killed", 2)
    same = all(
        (folder / "whole" / name).read_bytes() == (folder / "killed" / name).read_bytes() for name in OUTPUTS
    )
    print(
        f"kills: {kills} of a run of {texts:,} texts; the files are {'the same' if same else 'NOT the same'}"
    )


if __name__ == "__main__":
    main()
