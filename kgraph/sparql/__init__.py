"""Questions to a graph: the named queries, and any SPARQL query that only reads.

A query from outside can do nothing but read this one graph: what would write, or reach a file or the network,
is refused before it is parsed, and the answer is worked out in a child process that is killed when its time
is up (no engine here can be stopped otherwise, and a hostile query can crash Oxigraph).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal as OneOf

from kgraph.endpoint import is_url
from kgraph.graph.store import Graph
from kgraph.sparql.answer import answer
from kgraph.sparql.child import answer_in_child
from kgraph.sparql.elsewhere import answer_elsewhere
from kgraph.sparql.guard import check
from kgraph.sparql.named import fill_in, find_text
from kgraph.sparql.results import Table

__all__ = ["TIME_LIMIT", "Engine", "run"]

TIME_LIMIT = 60.0  # seconds

Engine = OneOf["oxigraph", "rdflib"]


def run(
    graph: Graph | Path | str,
    query: str,
    *,
    engine: Engine = "oxigraph",
    parameters: Mapping[str, str] | None = None,
    time_limit: float | None = TIME_LIMIT,
) -> Table:
    """Ask the graph a question.

    Args:
        graph: a graph, or what `kgraph.graphs.open_graph` opens; an endpoint answers by itself, whatever `engine`.
        query: the name of a query of `named_queries()`, a file that ends in .rq, or SPARQL; kgraph's prefixes
            (`kg:`, `id:`, `rdf:` …) need no declaration.
        engine: who answers; the named queries give the same rows by either.
        parameters: what to fill in, by name: `{"since": "2019-01-01"}`.
        time_limit: seconds until the child process is killed, loading included; None: answer in this process,
            which a hostile query can crash.

    Raises:
        QueryError: the query is unknown, wrong or not allowed, a parameter does not fit, the time is up.
        GraphError: the file cannot be read.
    """
    text = fill_in(find_text(query), parameters or {})
    check(text)
    if isinstance(graph, str) and is_url(graph):
        return answer_elsewhere(graph, text, time_limit)
    graph = Path(graph) if isinstance(graph, str) else graph
    if time_limit is None:
        return answer(graph, text, engine)
    return answer_in_child(graph, text, engine, time_limit)
