"""A graph as rdflib sees it: over the very store, or as a copy of its own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import XSD
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Identifier, Literal

from kgraph.errors import GraphError
from kgraph.vocab import PREFIXES

__all__ = ["copy", "view"]


def copy(triples: bytes) -> rdflib.Graph:
    """Read N-Triples into a graph of rdflib's own."""
    graph = rdflib.Graph(bind_namespaces="none")
    _bind(graph)
    graph.parse(data=triples, format="nt")
    return graph


def view(store: ox.Store, changed: Callable[[], None]) -> rdflib.Graph:
    """Open a graph of rdflib over a store; `changed` is called when it has been written to."""
    graph = rdflib.Graph(
        store=_LiveStore(store, changed), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none"
    )
    _bind(graph)
    return graph


def _bind(graph: rdflib.Graph) -> None:
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)


class _LiveStore(OxigraphStore):
    """Oxigraph's store for rdflib, that says when it is written to."""

    def __init__(self, store: ox.Store, changed: Callable[[], None]) -> None:
        super().__init__(store=store)
        self._changed = changed

    def __len__(self, context: rdflib.Graph | None = None) -> int:
        """Count the triples; the store knows, and OxigraphStore asks it a query each time."""
        return len(self._inner)

    def triples(self, triple_pattern: Any, context: rdflib.Graph | None = None) -> Iterator[Any]:
        """Give the triples that fit a pattern, with their contexts."""
        for triple, contexts in super().triples(triple_pattern, context):
            yield _plain_all(triple), contexts

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, Any],  # noqa: N803 - rdflib's names
        initBindings: Mapping[str, Identifier],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **kwargs: object,
    ) -> Result:
        """Let Oxigraph answer, but where values are filled in, which it does for what is selected alone."""
        if initBindings:
            raise NotImplementedError  # rdflib then answers by its own engine
        return _plain_result(super().query(query, initNs, initBindings, queryGraph, **kwargs))

    def _write(self, write: Callable[..., None], *args: Any, **kwargs: Any) -> None:
        try:
            write(*args, **kwargs)
        except RuntimeError as error:
            if "read-write" not in str(error):
                raise
            raise GraphError("this graph is open for reading only; take a copy: graph.rdflib()") from error
        finally:
            self._changed()

    def add(self, *args: Any, **kwargs: Any) -> None:
        """Put a triple in."""
        self._write(super().add, *args, **kwargs)

    def addN(self, quads: Iterable[Any]) -> None:  # noqa: N802
        """Put triples in."""
        self._write(super().addN, list(quads))

    def remove(self, *args: Any, **kwargs: Any) -> None:
        """Take triples out."""
        self._write(super().remove, *args, **kwargs)

    def update(self, *args: Any, **kwargs: Any) -> None:
        """Run an update."""
        self._write(super().update, *args, **kwargs)


def _plain(term: Any) -> Any:
    """Write a text as rdflib does, where oxrdflib adds the type xsd:string: for rdflib these two are not equal."""
    is_typed = isinstance(term, Literal) and term.datatype == XSD.string
    return Literal(str(term)) if is_typed else term


def _plain_all(terms: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(map(_plain, terms))


def _plain_result(result: Result) -> Result:
    if result.type == "SELECT":
        result.bindings = [{name: _plain(term) for name, term in row.items()} for row in result.bindings]
    elif result.graph is not None:
        texts = rdflib.Graph(bind_namespaces="none")
        texts += map(_plain_all, result.graph)
        result.graph = texts
    return result
