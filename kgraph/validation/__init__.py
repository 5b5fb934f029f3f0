"""Checks that a graph is well formed: each node by its shape, the whole by gates.

A violation makes the graph unfit; a warning is worth a look: the kind of a thing that only a text names is a guess,
and some things act as well as are claimed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kgraph.graph.store import Graph
from kgraph.validation.gates import check_gates, check_texts, document_ids, find_quotation
from kgraph.validation.report import Problem, Report, Severity, in_order
from kgraph.validation.shapes import Engine, best_engine, check_shapes

__all__ = ["Engine", "Problem", "Report", "Severity", "best_engine", "document_ids", "validate"]


def validate(
    graph: Graph,
    texts: Mapping[str, str] | None = None,
    *,
    shapes: Iterable[Path] = (),
    engine: Engine | None = None,
) -> Report:
    """Check the graph against the shapes and the gates.

    Args:
        graph: the graph to check.
        texts: the documents' texts by their id, as far as they are at hand: their quotations are checked.
        shapes: Turtle files with users' own shapes, asked besides kgraph's.
        engine: who checks the shapes; None: the fastest that is installed.

    Raises:
        GraphError: no engine is installed, or a file of shapes cannot be used.
    """
    found = (*check_shapes(graph, shapes, engine), *check_gates(graph), *check_texts(graph, texts or {}))
    quoted = (replace(problem, quotation=find_quotation(problem.node, graph)) for problem in found)
    return Report(problems=in_order(quoted), triples=len(graph))
