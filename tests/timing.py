"""Seconds of the processor, taken in a process of its own, where no coverage is measured."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping

TRIES = 5  # of what comes out over its bound: other work on the machine only adds to it
LOAD = "Gazetteer.load()"
FIND = "[gazetteer.find(part) for part in parts]"
_PROGRAM = """
import sys, time
from kgraph.gazetteer import Gazetteer
text = sys.stdin.buffer.read().decode()
parts = [text[at : at + 100_000] for at in range(0, len(text), 100_000)]
gazetteer = Gazetteer.load()
spent = []
while len(spent) < {tries} and min(spent, default={bound}) >= {bound}:
    start = time.process_time()
    {code}
    spent.append(time.process_time() - start)
print(min(spent))
"""
_GROWTH = """
import json, sys, time
from kgraph.extraction import Extractor
from kgraph.model import Document
extractor = Extractor()
def cost(text):
    start = time.process_time()
    list(extractor.read([Document(id="any", text=text)]))
    return time.process_time() - start
found, bound = {{}}, {bound}
for name, (short, long) in json.load(sys.stdin).items():
    for _ in range({tries}):
        growth = cost(long) / min(cost(short) for _ in range(2))
        found[name] = min(growth, found.get(name, growth))
        if found[name] < bound:
            break
print(json.dumps(found))
"""


def best_seconds(code: str, text: str = "", *, bound: float) -> float:
    """Run some code on a text until it takes less than the bound, and give the least that it took."""
    return float(_run(_PROGRAM.format(tries=TRIES, code=code, bound=bound), text))


def growths(texts: Mapping[str, tuple[str, str]], bound: float) -> dict[str, float]:
    """Read a short and a long text of each name, and give how many times as long the long one takes, at least."""
    found: dict[str, float] = json.loads(_run(_GROWTH.format(tries=TRIES, bound=bound), json.dumps(texts)))
    return found


def _run(program: str, text: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    run = subprocess.run(
        [sys.executable, "-c", program], input=text.encode(), capture_output=True, check=True, env=environment
    )
    return run.stdout.decode()
