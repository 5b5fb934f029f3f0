"""Questions to a graph: the named queries, and any SPARQL query that only reads.

A query from outside can do nothing but read this one graph: what would write, or reach a file or the network,
is refused by its parsed form, and the answer is worked out in a child process without a network that is killed
when it passes its limits (no engine here can be stopped otherwise, and a hostile query can crash Oxigraph).
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal as OneOf

from kgraph.endpoint import is_url
from kgraph.graph.store import Graph
from kgraph.graphs import open_graph
from kgraph.sparql.answer import find_answer
from kgraph.sparql.child import answer_in_child
from kgraph.sparql.elsewhere import answer_elsewhere
from kgraph.sparql.exchange import Reply, Request
from kgraph.sparql.limits import LIMITS, Limits
from kgraph.sparql.named import LIMIT, fill_in, find_text
from kgraph.sparql.pool import Pool
from kgraph.sparql.results import Answer, Table

__all__ = ["LIMITS", "Answer", "Engine", "Limits", "Pool", "Reply", "Request", "Table", "ask", "run"]

Engine = OneOf["oxigraph", "rdflib"]


def run(
    graph: Graph | Path | str,
    query: str,
    *,
    engine: Engine = "oxigraph",
    parameters: Mapping[str, str] | None = None,
    limits: Limits | None = LIMITS,
) -> Table:
    """Ask the graph a question, and take the answer as text.

    Args:
        graph: a graph, or what `kgraph.graphs.open_graph` opens; an endpoint answers by itself, whatever `engine`.
        query: the name of a query of `named_queries()`, a file that ends in .rq, or SPARQL; kgraph's prefixes
            (`kg:`, `id:`, `rdf:` …) need no declaration.
        engine: who answers; the named queries give the same rows by either.
        parameters: what to fill in, by name: `{"since": "2019-01-01", "territory": "Kurils"}`; all rows come, unless
            there is a `"limit"`.
        limits: of time, memory and rows; None: answer in this process, which a hostile query can crash or halt.

    Raises:
        QueryRefusedError: the query would do more than read this graph.
        QueryStoppedError: it passed its limit of time or memory.
        QueryError: it is unknown or wrong, or a parameter does not fit.
        GraphError: the graph cannot be read.
    """
    text = fill_in(find_text(query), {LIMIT: "0", **(parameters or {})})
    if limits is None:
        loaded = graph if isinstance(graph, Graph) else open_graph(graph)
        return find_answer(loaded, text, engine, None).table()
    return ask(graph, Request(text=text, engine=engine, limits=limits)).answer().table()


def ask(graph: Graph | Path | str, request: Request) -> Reply:
    """Let a child process answer a request about a graph; for many requests, see `Pool`.

    Raises:
        QueryError, GraphError: as `run`.
    """
    if isinstance(graph, Graph):
        return answer_in_child(request, graph.to_bytes())
    if isinstance(graph, str) and is_url(graph):
        return answer_elsewhere(graph, request)
    return answer_in_child(replace(request, graph=Path(graph)))
