"""Queries that an endpoint answers."""

from dataclasses import replace

import pyoxigraph as ox

from kgraph.endpoint import Endpoint, Solutions
from kgraph.errors import GraphError
from kgraph.sparql.child import answer_in_child
from kgraph.sparql.derived import ANY_DERIVED, speaks_of_derived
from kgraph.sparql.exchange import Reply, Request
from kgraph.sparql.formats import write
from kgraph.sparql.limits import LIMITS
from kgraph.sparql.named import rows_wanted
from kgraph.sparql.results import TRIPLE_COLUMNS, Answer, gather
from kgraph.sparql.things import name_things

__all__ = ["answer_elsewhere"]


def answer_elsewhere(url: str, request: Request) -> Reply:
    """Have a query checked by a child process, and an endpoint answer it.

    Raises:
        QueryRefusedError: the query would do more than read.
        QueryError: the endpoint does not understand it, or breaks off.
        GraphError: the endpoint cannot be reached, takes too long, or is none; or its default graph is empty
            beside named graphs.
    """
    answer_in_child(replace(request, engine="none", graph=None))
    with Endpoint(url) as endpoint:
        text = name_things(request.text, lambda own: _rows_of(endpoint, own))
        if speaks_of_derived(text) and endpoint.solve(ANY_DERIVED) is False:
            raise GraphError(
                f"{endpoint.name}: has no derived layer; copy it to a file, and run kgraph derive on that"
            )
        usual = request.limits.seconds == LIMITS.seconds  # else the user has said how long it may take
        found = endpoint.solve(text, seconds=None if usual else request.limits.seconds)
        if _is_empty(found):
            endpoint.complain_of_named_graphs()
    answer = _shown(_answer(found, request), rows_wanted(text))
    name = request.triples if answer.kind == "triples" else request.solutions
    return Reply(
        kind=answer.kind,
        format=name,
        rows=len(answer.rows),
        cut=answer.cut,
        more=answer.more,
        body=write(answer, name),
    )


def _rows_of(endpoint: Endpoint, query: str) -> tuple[tuple[object, ...], ...]:
    found = endpoint.solve(query)
    return tuple(found.rows) if isinstance(found, Solutions) else ()


def _is_empty(found: Solutions | bool | tuple[ox.Triple, ...]) -> bool:
    return found == () or (isinstance(found, Solutions) and not found.rows)


def _shown(answer: Answer, wanted: int | None) -> Answer:
    if wanted is None:
        return answer
    return replace(answer, rows=answer.rows[:wanted], more=len(answer.rows) > wanted)


def _answer(found: Solutions | bool | tuple[ox.Triple, ...], request: Request) -> Answer:
    if isinstance(found, bool):
        return Answer(kind="boolean", columns=("answer",), rows=((ox.Literal(found),),))
    most = (request.limits.rows, request.limits.characters)
    if isinstance(found, Solutions):
        rows, cut = gather(found.rows, *most)
        return Answer(kind="solutions", columns=found.variables, rows=rows, cut=cut)
    triples = sorted(
        {(t.subject, t.predicate, t.object) for t in found}, key=lambda row: tuple(map(str, row))
    )
    rows, cut = gather(triples, *most)
    return Answer(kind="triples", columns=TRIPLE_COLUMNS, rows=rows, cut=cut)
