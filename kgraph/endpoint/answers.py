"""What an endpoint says, read as query results or as triples; or why it is neither."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedIOBase
from types import MappingProxyType
from typing import IO, cast

import pyoxigraph as ox

from kgraph.endpoint.faults import USUAL_ENDING
from kgraph.endpoint.wire import Answer
from kgraph.errors import GraphError, QueryError
from kgraph.graph.guarded import Guarded, GuardedTriples, UnreadableError
from kgraph.text.printable import printable

__all__ = [
    "RESULT_TYPES",
    "TRIPLE_TYPES",
    "NoTriplesError",
    "Solutions",
    "Term",
    "read_results",
    "read_triples",
]

RESULT_TYPES = "application/sparql-results+json"
TRIPLE_TYPES = "application/n-triples, text/turtle;q=0.8"
MAX_NESTING = (
    100  # of triples in triples; from 10,000 on Oxigraph overflows its stack and takes the process down
)

_RESULTS = frozenset({RESULT_TYPES, "application/json"})
_TRIPLES: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/x-turtle": ox.RdfFormat.TURTLE,
    }
)

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class NoTriplesError(GraphError):
    """An answer that is something else than triples."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solutions:
    """The answer to SELECT: a row has a term, or None, for each variable."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


def read_results(answer: Answer, name: str) -> Solutions | bool:
    """Read the answer to SELECT or ASK.

    Args:
        answer: of the server.
        name: of the endpoint, for messages.

    Raises:
        GraphError: it is a web page or the like.
        QueryError: it breaks off, or is broken; with the server's words where it says why in the middle of it.
    """
    if answer.content_type not in _RESULTS:
        raise GraphError(_something_else(answer, name, "query results"))
    body = answer.read()
    _check_results(body, name)
    found = None
    try:
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        names = [variable.value for variable in found.variables]
        return Solutions(variables=tuple(names), rows=tuple(tuple(row[n] for n in names) for row in found))
    except SyntaxError as error:
        raise QueryError(f"{name}: {_why_broken(body, error)}") from error
    finally:
        del found  # no other thread may drop it, which could come to hold it with the error


def read_triples(answer: Answer, name: str) -> Iterator[ox.Triple]:
    """Read the answer to CONSTRUCT, DESCRIBE or a GET of a graph, one triple after another.

    Raises:
        NoTriplesError: it is a web page or the like.
        GraphError: it breaks off, or is broken.
    """
    graph_format = _TRIPLES.get(answer.content_type)
    if graph_format is None:
        raise NoTriplesError(_something_else(answer, name, "triples"))
    guard = GuardedTriples if graph_format == ox.RdfFormat.N_TRIPLES else Guarded
    source = cast("IO[bytes]", guard(cast("BufferedIOBase", answer)))
    try:
        for quad in ox.parse(source, format=graph_format):
            yield quad.triple
    except UnreadableError as error:
        raise GraphError(f"{name}: not a graph that kgraph reads: {error}") from error
    except SyntaxError as error:
        raise GraphError(
            f"{name}: the answer is broken off, or no {graph_format.name}: {error.msg}"
        ) from error


def _something_else(answer: Answer, name: str, wanted: str) -> str:
    if "html" in answer.content_type:
        return f"{name}: a web page, and no {wanted}: {USUAL_ENDING}"
    given = printable(answer.content_type, 80) or "an answer of no type"
    return f"{name}: {given} where {wanted} were asked for; is it a SPARQL 1.1 endpoint?"


def _why_broken(body: bytes, error: SyntaxError) -> str:
    """Find the server's own words, which Oxigraph and others write into the middle of an answer that fails."""
    words = re.search(rb'(?<=[\[{},\]])\s*([^\s"\[\]{},][^"\[\]{}]{9,})\s*$', body[-1000:])
    if words:
        return f"the answer breaks off: {printable(words[1].decode(errors='replace'))}"
    return f"the answer breaks off, or is no JSON of SPARQL results: {printable(error.msg)}"


def _check_results(body: bytes, name: str) -> None:
    """See that triples are not nested too deeply; the brackets are counted only where there are many triples."""
    if body.count(b'"triple"') < MAX_NESTING:
        return
    depth = deepest = 0
    for token in re.finditer(rb'"(?:[^"\\]|\\.)*"|[{}]', body):
        depth += (token[0] == b"{") - (token[0] == b"}")
        deepest = max(deepest, depth)
    if deepest > 2 * MAX_NESTING:
        raise QueryError(f"{name}: the answer nests triples deeper than {MAX_NESTING}")
