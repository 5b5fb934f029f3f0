"""Answers the queries of users; at present in a thread, see `Asker`."""

import re
from typing import Literal as OneOf
from typing import Protocol

import pyoxigraph as ox

from kgraph.errors import QueryError
from kgraph.graph.store import Graph
from kgraph.sparql.guard import check

__all__ = ["Asker", "Form", "ThreadAsker", "form_of"]

Form = OneOf["solutions", "triples"]

_SOLUTIONS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_TRIPLES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}


class Asker(Protocol):
    """Answers a checked query, and gives the bytes of the answer in the form that is asked for."""

    def ask(self, text: str, style: str) -> bytes:
        """Answer; blocks until there is an answer or the limit is reached."""
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


def form_of(text: str) -> Form:
    """Tell what the query gives."""
    check(text)
    found = re.search(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", text, re.IGNORECASE)
    return "triples" if found and found[1].upper() in ("CONSTRUCT", "DESCRIBE") else "solutions"


class ThreadAsker:
    """Asks the graph in this process."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def ask(self, text: str, style: str) -> bytes:
        """Answer."""
        try:
            found = self._graph.query(text)
        except SyntaxError as error:
            raise QueryError(f"not SPARQL: {error}") from error
        if isinstance(found, ox.QueryTriples):
            return found.serialize(format=_TRIPLES[style]) or b""
        return found.serialize(format=_SOLUTIONS[style]) or b""

    def close(self) -> None:
        """Nothing to let go of."""
