"""Queries answered in a child process, which is killed when its time is up."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kgraph.errors import GraphError, QueryError
from kgraph.graph.store import Graph
from kgraph.resources import PACKAGE
from kgraph.sparql.results import Table

__all__ = ["answer_in_child"]


def answer_in_child(graph: Graph | Path, text: str, engine: str, time_limit: float) -> Table:
    """Answer a query that `kgraph.sparql.guard.check` has let pass, in a process of its own.

    Raises:
        QueryError: the engine does not understand the query or broke over it, or the time is up.
        GraphError: the file cannot be read.
    """
    path = str(graph) if isinstance(graph, Path) else None
    header = json.dumps({"path": path, "query": text, "engine": engine}).encode() + b"\n"
    data = b"" if isinstance(graph, Path) else graph.to_bytes()
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "kgraph.sparql.answer"],
            input=header + data,
            capture_output=True,
            timeout=time_limit,
            env=os.environ | {"PYTHONPATH": _search_path(), "PYTHONUTF8": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"no answer within {time_limit:g} s; narrow the query, or give it more time"
        ) from error
    return _read_answer(done)


def _search_path() -> str:
    """Let the child find this very package, installed or not."""
    return os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))


def _read_answer(done: subprocess.CompletedProcess[bytes]) -> Table:
    if done.returncode < 0:
        raise QueryError(f"the query broke the engine (signal {-done.returncode}); try it in smaller steps")
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    result = json.loads(done.stdout)
    if "graph_error" in result:
        raise GraphError(result["graph_error"])
    if "query_error" in result:
        raise QueryError(result["query_error"])
    return Table(columns=tuple(result["columns"]), rows=tuple(tuple(row) for row in result["rows"]))
