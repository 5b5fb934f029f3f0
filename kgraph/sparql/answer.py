"""Answers a query in this process, by either engine; what comes from outside is checked by `kgraph.sparql.guard`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kgraph.errors import KgraphError, QueryError
from kgraph.graph.folder import told
from kgraph.graph.store import Graph
from kgraph.sparql.complaint import tell_error
from kgraph.sparql.derived import with_derived
from kgraph.sparql.guard import check, parse_checked, plain_lines
from kgraph.sparql.limits import Limits
from kgraph.sparql.named import rows_wanted
from kgraph.sparql.results import TRIPLE_COLUMNS, Answer, Kind, Table, Term, gather
from kgraph.sparql.things import name_things
from kgraph.vocab import PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["answer", "find_answer"]

_Rows = Iterator[tuple[Term | None, ...]]


def answer(graph: Graph, query: str, engine: str) -> Table:
    """Answer a query of our own, as text and without limits.

    Raises:
        QueryError: the engine does not understand it.
    """
    return find_answer(graph, query, engine, None).table()


def find_answer(graph: Graph, query: str, engine: str, limits: Limits | None) -> Answer:
    """Check a query and answer it.

    Args:
        graph: what is asked.
        query: SPARQL; kgraph's prefixes need no declaration.
        engine: "oxigraph" or "rdflib".
        limits: how much of the answer is taken; None: all. Time and memory are the process's: `start_clock`.

    Raises:
        QueryRefusedError: it would do more than read.
        QueryError: the engine does not understand it.
    """
    text = name_things(plain_lines(query), lambda own: _rows_of(graph, own))
    kind, columns, rows = (_ask_rdflib if engine == "rdflib" else _ask_oxigraph)(
        with_derived(graph, text), text
    )
    try:
        taken, cut = gather(rows, limits.rows, limits.characters) if limits else (tuple(rows), "")
    except (RuntimeError, OSError) as error:  # Oxigraph finds its results while they are taken
        raise _unanswered(error) from error
    if kind == "triples":
        taken = tuple(sorted(set(taken), key=lambda row: tuple(map(str, row))))
    asked = rows_wanted(text)
    return Answer(
        kind=kind, columns=columns, rows=taken[:asked], cut=cut, more=len(taken) > (asked or len(taken))
    )


def _unanswered(error: Exception) -> KgraphError:
    """Say why there is no answer; damage of a store can show only while it is asked."""
    return told(error) or QueryError(f"cannot be answered: {_one_line(error)}")


def _rows_of(graph: Graph, query: str) -> Iterator[Sequence[object]]:
    found = graph.solve(query)
    assert isinstance(found, ox.QuerySolutions)  # noqa: S101 - our own SELECT
    return ([row[variable.value] for variable in found.variables] for row in found)


def _ask_oxigraph(graph: Graph, query: str) -> tuple[Kind, tuple[str, ...], _Rows]:
    check(query)
    try:
        found = graph.solve(query)
    except SyntaxError as error:
        raise QueryError(f"not SPARQL: {tell_error(str(error), query)}") from error
    except (RuntimeError, OSError, ValueError) as error:
        raise _unanswered(error) from error
    if isinstance(found, ox.QueryBoolean):
        return _yes_or_no(bool(found))
    if isinstance(found, ox.QueryTriples):
        return "triples", TRIPLE_COLUMNS, ((t.subject, t.predicate, t.object) for t in found)
    names = tuple(variable.value for variable in found.variables)
    return "solutions", names, (tuple(row[name] for name in names) for row in found)


def _ask_rdflib(graph: Graph, query: str) -> tuple[Kind, tuple[str, ...], _Rows]:
    import rdflib.plugins.sparql  # 0.13 s that Oxigraph's users need not wait
    from rdflib.plugins.sparql.algebra import translateQuery

    rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False  # a second wall: FROM has been refused already
    tree = parse_checked(query)
    try:
        found = graph.rdflib().query(translateQuery(tree, None, dict(PREFIXES)))
        return _read_rdflib(found)
    except RecursionError as error:
        raise QueryError("not SPARQL: too deep for rdflib") from error
    except MemoryError:
        raise
    except Exception as error:  # rdflib raises bare Exception for an unknown prefix and the like
        raise QueryError(f"rdflib cannot answer it: {_one_line(error)}") from error


def _read_rdflib(found: "rdflib.query.Result") -> tuple[Kind, tuple[str, ...], _Rows]:
    if found.type == "ASK":
        return _yes_or_no(bool(found.askAnswer))
    if found.graph is not None:
        triples = [tuple(_term(part) for part in triple) for triple in found.graph]
        return "triples", TRIPLE_COLUMNS, iter(triples)
    variables = found.vars or []
    rows = [tuple(_term(row.get(variable)) for variable in variables) for row in found.bindings]
    return "solutions", tuple(map(str, variables)), iter(rows)


def _term(term: object) -> Term | None:
    """Give a term of rdflib as one of Oxigraph's, in which answers are written."""
    import rdflib

    match term:
        case None:
            return None
        case rdflib.URIRef():
            return ox.NamedNode(str(term))
        case rdflib.BNode():
            return ox.BlankNode(str(term))
        case rdflib.Literal() if term.language:
            return ox.Literal(str(term), language=term.language)
        case rdflib.Literal() if term.datatype:
            return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
    return ox.Literal(str(term))


def _yes_or_no(value: bool) -> tuple[Kind, tuple[str, ...], _Rows]:
    return "boolean", ("answer",), iter([(ox.Literal(value),)])


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
