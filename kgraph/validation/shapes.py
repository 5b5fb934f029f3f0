"""The shapes, checked by an engine: each node by itself.

The engine is `shacl` (PyPI, Rust): on a million triples it takes 2.9 s where pySHACL, the reference, takes 121 s. It is
young, so tests/validation/test_engines.py holds the two together: for each constraint of each shape a graph that breaks
just it, and graphs broken at random. They differ in one thing: where two values cannot be compared at all (a day with
a number), `shacl` says so twice, of the type and, as SHACL asks, of the comparison; pySHACL says it of the type, or
gives up.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import GraphError
from kgraph.graph.store import Graph
from kgraph.graph.terms import shorten
from kgraph.validation.report import BLANK, Problem, Severity
from kgraph.vocab import SHAPES, local_name

if TYPE_CHECKING:
    import rdflib
    import shacl

__all__ = ["Engine", "best_engine", "check_shapes"]

_OURS = "https://w3id.org/kgraph/shapes#"
_MISSING = "no SHACL engine is installed; run: pip install 'kgraph-disputes[validate]'"
_NO_SHAPES = "has no shapes; give a Turtle file with a sh:NodeShape or sh:PropertyShape"


class Engine(StrEnum):
    """Who checks the shapes."""

    SHACL = "shacl"
    PYSHACL = "pyshacl"


def best_engine() -> Engine:
    """Give the fastest engine that is installed.

    Raises:
        GraphError: none is.
    """
    for engine in Engine:
        if _is_installed(engine):
            return engine
    raise GraphError(_MISSING)


def _is_installed(engine: Engine) -> bool:
    try:
        return find_spec(engine.value) is not None
    except ValueError:  # a module that somebody has put out of use
        return False


def check_shapes(graph: Graph, own: Iterable[Path] = (), engine: Engine | None = None) -> Iterator[Problem]:
    """Check each node by the shapes of `ontologies/kgraph.shapes.ttl` and by the users' own.

    Raises:
        GraphError: the engine is not installed, or a file of shapes is missing, broken or has none.
    """
    chosen = engine or best_engine()
    if not _is_installed(chosen):
        raise GraphError(f"{chosen} is not installed; run: pip install 'kgraph-disputes[validate]'")
    check = _ask_shacl if chosen is Engine.SHACL else _ask_pyshacl
    yield from check(graph, (SHAPES, *own))


# ---------------------------------------------------------------- shacl


def _ask_shacl(graph: Graph, files: Iterable[Path]) -> Iterator[Problem]:
    data: str | None = None
    for path in files:
        shapes = _compile(path)
        data = graph.to_bytes().decode() if data is None else data
        try:
            results = shapes.validate_text(data, "ntriples").results
        except ValueError as error:  # a constraint in SPARQL that is none
            raise GraphError(f"{path}: {error}") from error
        yield from map(_read_shacl, results)


def _compile(path: Path) -> "shacl.Shapes":
    import shacl

    text = _read_text(path)
    try:
        shapes = shacl.Shapes.from_turtle(text)
    except ValueError as error:
        raise GraphError(f"{path}: not shapes in Turtle: {_one_line(error)}") from error
    if not len(shapes):
        raise GraphError(f"{path}: {_NO_SHAPES}")
    return shapes


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GraphError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GraphError(f"{path}: not UTF-8 at byte {error.start}") from error


def _read_shacl(result: "shacl.Result") -> Problem:
    return Problem(
        severity=_severity(result.severity),
        check=_check(_bare(result.source_shape or ""), result.component),
        node=_bare(result.focus_node),
        path=_path(result.path),
        message=result.message or result.component,
        value=_value(result.value),
        component=result.component,
    )


def _bare(term: str) -> str:
    """Give what N-Triples has for a node as an IRI."""
    return BLANK if term.startswith("_:") else term.removeprefix("<").removesuffix(">")


def _path(path: str | None) -> str:
    """Give a path that is one property with its prefix, any other as SPARQL writes it."""
    if path is None:
        return ""
    return shorten(path[1:-1]) if path.startswith("<") and path.endswith(">") else path


def _value(value: str | None) -> str:
    return "" if value is None or value.startswith("_:") else value


# ---------------------------------------------------------------- pySHACL


def _ask_pyshacl(graph: Graph, files: Iterable[Path]) -> Iterator[Problem]:
    import pyshacl  # half a second

    data = graph.rdflib()
    for path in files:
        shapes = _parse(path)
        try:
            results = pyshacl.validate(data, shacl_graph=shapes, inference="none")[1]
        except (
            ArithmeticError,
            RuntimeError,
            TypeError,
            ValueError,
        ) as error:  # what it or rdflib cannot compare
            raise GraphError(f"pySHACL gives up: {_one_line(error)}; try --engine shacl") from error
        if not hasattr(results, "subjects"):  # pySHACL gives an error in place of a graph
            raise GraphError(f"{path}: pySHACL gives up: {_one_line(results)}; try --engine shacl")
        yield from _read_pyshacl(results)


def _parse(path: Path) -> "rdflib.Graph":
    import rdflib
    from rdflib.plugins.parsers.notation3 import BadSyntax

    text = _read_text(path)
    try:
        shapes = rdflib.Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        raise GraphError(f"{path}: not shapes in Turtle: {_one_line(error)}") from error
    if not any(str(term).startswith(str(rdflib.SH)) for term in {*shapes.predicates(), *shapes.objects()}):
        raise GraphError(f"{path}: {_NO_SHAPES}")
    return shapes


def _read_pyshacl(results: "rdflib.Graph") -> Iterator[Problem]:
    from rdflib import SH, BNode

    def node(result: "rdflib.term.Node", term: "rdflib.URIRef") -> str:
        found = results.value(result, term)
        return BLANK if isinstance(found, BNode) else str(found)

    for result in results.objects(None, SH.result):  # not sh:detail, which is nested
        path, value = results.value(result, SH.resultPath), results.value(result, SH.value)
        component = local_name(node(result, SH.sourceConstraintComponent))
        yield Problem(
            severity=_severity(local_name(node(result, SH.resultSeverity))),
            check=_check(node(result, SH.sourceShape), component),
            node=node(result, SH.focusNode),
            path="" if path is None or isinstance(path, BNode) else shorten(str(path)),
            message=str(results.value(result, SH.resultMessage)),
            value=value.n3() if value is not None and not isinstance(value, BNode) else "",
            component=component,
        )


# ---------------------------------------------------------------- both


def _severity(name: str) -> Severity:
    """Give the severity; whatever else users' shapes may have made up counts as a violation."""
    known = {severity.value: severity for severity in Severity}
    return known.get(name.lower(), Severity.VIOLATION)


def _check(shape: str, component: str) -> str:
    if shape.startswith(_OURS):
        return shape.removeprefix(_OURS)
    return component if shape in (BLANK, "") else shorten(shape)


def _one_line(error: object) -> str:
    return " ".join(str(error).split())
