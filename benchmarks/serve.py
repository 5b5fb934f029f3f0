"""How a server bears a crowd: clients that ask named questions, free queries and pages, all at once, for some seconds.

    python benchmarks/serve.py GRAPH [--clients 32] [--seconds 20] [--hostile 2] [--time-limit 30]

It starts `kgraph serve GRAPH` and prints, for each sort of request, how many there were, how many failed, and how
long they took. Hostile clients ask beside the others what never ends or may not be asked: all of it must be stopped or
refused. Ends with exit code 1 where anything else came than what should.
"""

import argparse
import asyncio
import itertools
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import httpx2

from kgraph.sparql.named import named_queries

FREE = (
    "SELECT ?what WHERE { id:japan kg:claims ?what }",
    "SELECT ?who (COUNT(*) AS ?n) WHERE { ?a rdf:subject ?who ; rdf:predicate kg:claims } GROUP BY ?who",
    "ASK { ?who kg:claims id:kunashir }",
    "CONSTRUCT { ?who kg:claims ?what } WHERE { ?who kg:claims ?what } LIMIT 100",
    "SELECT ?quotation WHERE { ?e oa:exact ?quotation FILTER(CONTAINS(?quotation, 'island')) } LIMIT 20",
)
# What must be stopped, then what must be refused.
HOSTILE = (
    "SELECT (COUNT(*) AS ?n) { ?a (!rdf:nil)* ?b . ?c (!rdf:nil)* ?d . ?e (!rdf:nil)* ?f }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "LOAD <file:///etc/passwd>",
    "DELETE WHERE { ?s ?p ?o }",
    "SELECT * {" + "{" * 500 + "}" * 500 + "}",
    "SELECT * { ?s ?p '" + "x" * 900_000,
)
STOPPED_OR_REFUSED = (400, 403, 413, 503)
PAGES = ("/health", "/browse", "/browse?q=island", "/id/japan", "/id/russia.ttl", "/queries", "/ns")


def requests() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Give, round and round, the sort of a request, its address and its parameters."""
    named = [("named", f"/queries/{each.name}", {}) for each in named_queries()]
    free = [("free", "/sparql", {"query": text}) for text in FREE]
    pages = [("page", path, {}) for path in PAGES]
    return itertools.cycle([*named, *free, *pages])


async def client(
    address: str, start: int, until: float, took: dict[str, list[float]], wrong: list[str]
) -> None:
    """Ask one thing after another until the time is up, each client from a place of its own in the round."""
    async with httpx2.AsyncClient(base_url=address, timeout=120) as session:
        for sort, path, parameters in itertools.islice(requests(), start, None):
            if time.monotonic() > until:
                return
            began = time.monotonic()
            answer = await session.get(path, params=parameters or None)
            took[sort].append(time.monotonic() - began)
            if answer.status_code != 200:
                wrong.append(f"{answer.status_code} {path}: {answer.text[:100].strip()}")


async def attacker(
    address: str, start: int, until: float, took: dict[str, list[float]], wrong: list[str]
) -> None:
    """Ask what never ends and what may not be asked, round and round."""
    async with httpx2.AsyncClient(base_url=address, timeout=300) as session:
        for text in itertools.islice(itertools.cycle(HOSTILE), start, None):
            if time.monotonic() > until:
                return
            began = time.monotonic()
            answer = await session.post("/sparql", data={"query": text})
            took["hostile"].append(time.monotonic() - began)
            if answer.status_code not in STOPPED_OR_REFUSED:
                wrong.append(f"{answer.status_code} where it should say no: {text[:60]}")


async def crowd(
    address: str, clients: int, seconds: float, hostile: int
) -> tuple[dict[str, list[float]], list[str]]:
    """Let the clients ask."""
    took: dict[str, list[float]] = defaultdict(list)
    wrong: list[str] = []
    until = time.monotonic() + seconds
    await asyncio.gather(
        *(client(address, i * 7, until, took, wrong) for i in range(clients)),
        *(attacker(address, i, until, took, wrong) for i in range(hostile)),
    )
    return took, wrong


def main() -> None:
    """Start the server, ask, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("graph")
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--hostile", type=int, default=0)
    parser.add_argument("--time-limit", type=float, default=30.0)
    options = parser.parse_args()
    command = (sys.executable, "-m", "kgraph", "--quiet", "serve", options.graph, "--port", "0")
    command += ("--time-limit", str(options.time_limit))
    began = time.monotonic()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        first = server.stderr.readline()
        address = re.search(r"http://\S+/", first)[0]
        print(f"{first.strip()}\nanswering after {time.monotonic() - began:.1f} s")
        before = time.process_time()
        took, wrong = asyncio.run(crowd(address, options.clients, options.seconds, options.hostile))
        own = time.process_time() - before
        server.terminate()
    print(f"{'':8}{'requests':>10}{'a second':>10}{'p50 ms':>9}{'p99 ms':>9}")
    for sort, times in sorted(took.items()):
        p50 = statistics.median(times)
        p99 = statistics.quantiles(times, n=100)[98] if len(times) > 1 else p50
        rate = len(times) / options.seconds
        print(f"{sort:8}{len(times):>10}{rate:>10.1f}{p50 * 1000:>9.0f}{p99 * 1000:>9.0f}")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)  # of the server and all its processes
    count = sum(map(len, took.values()))
    spent = (used.ru_utime + used.ru_stime) / count * 1000
    print(f"processor: {spent:.0f} ms a request, start-up included; the clients {own / count * 1000:.0f} ms")
    print(f"errors: {len(wrong)}", *sorted(set(wrong))[:5], sep="\n  ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
