"""What commands take that do little: processor time, with that of their children, each in processes of their own.

    python benchmarks/startup.py [--rounds 5] [--other FOLDER]

Told is the median of the rounds. With the folder of another checkout its commands run by turns with these.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ARTICLE = "kgraph/data/demo/2012-09-11-senkaku-purchase.md"


def main() -> None:
    """Print a table: a row for each command, a column for each checkout."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--other", type=Path, help="another checkout")
    asked = parser.parse_args()
    trees = [HERE, *([asked.other.resolve()] if asked.other else [])]
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "first", "graph.ttl")
        seconds(HERE, "build", ARTICLE, "-o", str(graph.parent), "--jobs", "1")
        for arguments in (
            ("--help",),
            ("query", "--list"),
            ("query", str(graph), "disputed-territories"),
            ("explain", str(graph), "China claims Senkaku Islands"),
            ("build", ARTICLE, "-o", folder, "--jobs", "1"),
        ):
            taken = [[] for _ in trees]
            for number in range(asked.rounds):
                for tree, found in zip(trees, taken, strict=True):
                    out = str(Path(folder, f"{tree.name}-{len(tree.parts)}-{number}"))
                    found.append(seconds(tree, *(out if each == folder else each for each in arguments)))
            shown = "  ".join(f"{statistics.median(found):.2f}" for found in taken)
            print(f"{' '.join(Path(each).name for each in arguments[:3]):<50}{shown}")


def seconds(tree: Path, *arguments: str) -> float:
    """Run a command of a checkout; give the seconds of the processor that it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "PYTHONPATH": str(tree)}
    line = [sys.executable, "-m", "kgraph", *arguments]
    subprocess.run(line, cwd=tree, env=env, check=True, capture_output=True)  # noqa: S603 - our own commands
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
