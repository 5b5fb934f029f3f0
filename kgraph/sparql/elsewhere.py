"""Queries that an endpoint answers."""

import pyoxigraph as ox

from kgraph.endpoint import Endpoint, Solutions, Term
from kgraph.sparql.answer import TRIPLE_COLUMNS
from kgraph.sparql.results import Table

__all__ = ["answer_elsewhere"]


def answer_elsewhere(url: str, text: str, time_limit: float | None) -> Table:
    """Have an endpoint answer a query that `kgraph.sparql.guard.check` has let pass.

    Raises:
        QueryError: the endpoint does not understand it, or breaks off.
        GraphError: the endpoint cannot be reached, takes too long, or is none; or its default graph is empty
            beside named graphs.
    """
    with Endpoint(url) as endpoint:
        found = endpoint.query(text, seconds=time_limit)
        if _is_empty(found):
            endpoint.complain_of_named_graphs()
    if isinstance(found, bool):
        return Table(columns=("answer",), rows=(("true" if found else "false",),))
    if isinstance(found, Solutions):
        return Table(columns=found.variables, rows=tuple(tuple(map(_cell, row)) for row in found.rows))
    rows = {(_cell(t.subject), _cell(t.predicate), _cell(t.object)) for t in found}
    return Table(columns=TRIPLE_COLUMNS, rows=tuple(sorted(rows)))


def _is_empty(found: Solutions | bool | tuple[ox.Triple, ...]) -> bool:
    return found == () or (isinstance(found, Solutions) and not found.rows)


def _cell(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value
