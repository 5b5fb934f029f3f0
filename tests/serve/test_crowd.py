"""A crowd of clients is answered while others ask what never ends and what may not be asked.

The same for a minute, with figures: `benchmarks/serve.py GRAPH --hostile 2 --seconds 60`.
"""

import re
import subprocess
import sys
from pathlib import Path

from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "serve.py"


def test_a_crowd_is_answered_while_endless_queries_are_stopped(graph: Graph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path / "graph.ttl")
    options = ["--clients", "32", "--hostile", "2", "--seconds", "3", "--time-limit", "0.5"]
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path / "graph.ttl", *options],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "errors: 0" in done.stdout
    counts = dict(re.findall(r"^(\w+) +(\d+) ", done.stdout, re.MULTILINE))
    assert counts.keys() == {"free", "named", "page", "hostile"}
    assert int(counts["hostile"]) >= 2  # each asks once at least, however busy the machine
    assert int(counts["named"]) >= 10
