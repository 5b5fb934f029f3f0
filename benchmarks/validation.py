"""What checking a graph costs: python benchmarks/validation.py FILE [ENGINE]...

For each engine (shacl, pyshacl; by default both), in a process of its own: seconds of the processor to load the graph,
to check the shapes and to ask the gates, the peak of memory, and what was found. benchmarks/claim_graph.py makes files.
"""

import resource
import subprocess
import sys
import time
from itertools import pairwise

from kgraph.graphs import open_graph
from kgraph.validation import Engine
from kgraph.validation.gates import check_gates
from kgraph.validation.shapes import check_shapes

HEAD = f"{'engine':<10}{'triples':>10}{'load s':>9}{'shapes s':>10}{'gates s':>9}{'peak MB':>9}  found"


def measure(path: str, engine: Engine) -> str:
    """Check a graph and give a row of the table."""
    clock = [time.process_time()]
    graph = open_graph(path)
    clock.append(time.process_time())
    shapes = list(check_shapes(graph, engine=engine))
    clock.append(time.process_time())
    gates = list(check_gates(graph))
    clock.append(time.process_time())
    load, shaped, gated = (after - before for before, after in pairwise(clock))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = f"{len(shapes)} + {len(gates)}"
    return f"{engine:<10}{len(graph):>10}{load:>9.2f}{shaped:>10.2f}{gated:>9.2f}{peak:>9.0f}  {found}"


def main() -> None:
    """Print the table, or with --one the row of one engine."""
    if sys.argv[1] == "--one":
        print(measure(sys.argv[2], Engine(sys.argv[3])))
        return
    print(HEAD, flush=True)
    for engine in sys.argv[2:] or list(Engine):
        subprocess.run([sys.executable, __file__, "--one", sys.argv[1], engine], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
