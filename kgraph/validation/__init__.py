"""Checks that a graph is well formed: each node by its shape (pySHACL), the whole by gates.

The gates are queries to Oxigraph, asked once a graph; as SPARQL constraints of the shapes, pySHACL would ask
rdflib once a node. A violation makes the graph unfit; a warning is worth a look: the kind of a thing that
only a text names is a guess, and some things act as well as are claimed.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kgraph.errors import GraphError
from kgraph.graph.store import Graph
from kgraph.graph.terms import EVIDENCE, EXACT, shorten, text
from kgraph.model import EntityKind
from kgraph.sparql.answer import answer
from kgraph.sparql.named import named_queries
from kgraph.vocab import NAMESPACE, SHAPES, Predicate, local_name, predicate_name

if TYPE_CHECKING:
    import rdflib

__all__ = ["Problem", "Report", "Severity", "validate"]

_KINDS_OF_CLASS = {
    **{NAMESPACE + kind.value: frozenset({kind}) for kind in EntityKind},
    NAMESPACE + "Agent": frozenset(
        {EntityKind.STATE, EntityKind.ORGANIZATION, EntityKind.TRIBUNAL, EntityKind.PERSON}
    ),
    NAMESPACE + "Place": frozenset({EntityKind.STATE, EntityKind.TERRITORY}),
}

_ARGUMENTS = """
SELECT ?assertion ?predicate ?role ?class WHERE {
  ?assertion a kg:Assertion ; rdf:predicate ?predicate .
  { ?assertion rdf:subject ?thing . BIND("subject" AS ?role) }
  UNION { ?assertion rdf:object ?thing . BIND("object" AS ?role) }
  OPTIONAL { ?thing a ?type }
  BIND(IF(ISLITERAL(?thing), "name", STR(?type)) AS ?class)
}"""

_BOTH_WAYS = """
SELECT ?assertion ?predicate WHERE {
  ?assertion rdf:subject ?one ; rdf:predicate ?predicate ; rdf:object ?other .
  FILTER(STR(?one) > STR(?other))
}"""

_QUOTATIONS = """
SELECT ?evidence ?id ?start ?end ?quotation WHERE {
  ?evidence kg:inDocument ?document ; oa:start ?start ; oa:end ?end ; oa:exact ?quotation .
  ?document schema:identifier ?id .
}"""

_DIGESTS = "SELECT ?document ?id ?digest WHERE { ?document schema:identifier ?id ; kg:textDigest ?digest }"


class Severity(StrEnum):
    """How bad a problem is."""

    VIOLATION = "violation"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, where, and the words behind it, "" where there are none."""

    severity: Severity
    node: str
    path: str
    message: str
    quotation: str = ""

    def __str__(self) -> str:
        words = f"\n    “{self.quotation}”" if self.quotation else ""
        return f"{self.severity}: {shorten(self.node)} {self.path}: {self.message}{words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All problems of a graph: violations first, then by node."""

    problems: tuple[Problem, ...]
    triples: int

    @property
    def conforms(self) -> bool:
        """Tell whether there is no violation; warnings do not count."""
        return all(problem.severity is not Severity.VIOLATION for problem in self.problems)

    def to_text(self) -> str:
        """Write one line a problem, with its quotation below, and a last line that sums up."""
        counts = ", ".join(f"{self._count(severity)} {severity}s" for severity in Severity)
        return "".join(f"{problem}\n" for problem in self.problems) + f"{self.triples} triples: {counts}\n"

    def _count(self, severity: Severity) -> int:
        return sum(problem.severity is severity for problem in self.problems)


def validate(graph: Graph, texts: Mapping[str, str] | None = None) -> Report:
    """Check the graph against the shapes and the gates.

    Args:
        graph: the graph to check.
        texts: the documents' texts by their id, as far as they are at hand: their quotations are checked.

    Raises:
        GraphError: pySHACL is not installed.
    """
    found = [
        *_check_shapes(graph),
        *_check_edges(graph),
        *_check_arguments(graph),
        *_check_symmetric(graph),
        *_check_texts(graph, texts or {}),
    ]
    return Report(problems=tuple(sorted(set(found), key=_order)), triples=len(graph))


def _order(problem: Problem) -> tuple[str, ...]:
    return problem.severity, problem.node, problem.path, problem.message


def _check_shapes(graph: Graph) -> Iterator[Problem]:
    try:
        import pyshacl  # only this command needs it, and it takes half a second
    except ImportError as error:
        raise GraphError("pySHACL is not installed; run: pip install 'kgraph-disputes[validate]'") from error
    import rdflib

    shapes = rdflib.Graph().parse(SHAPES)
    results = pyshacl.validate(graph.rdflib(), shacl_graph=shapes, inference="none")[1]
    yield from _read_results(results, graph)


def _read_results(results: "rdflib.Graph", graph: Graph) -> Iterator[Problem]:
    from rdflib import RDF, SH

    for result in results.subjects(RDF.type, SH.ValidationResult):
        node = str(results.value(result, SH.focusNode))
        yield Problem(
            severity=Severity(local_name(str(results.value(result, SH.resultSeverity))).lower()),
            node=node,
            path=shorten(str(results.value(result, SH.resultPath))),
            message=str(results.value(result, SH.resultMessage)),
            quotation=_quotation(node, graph),
        )


def _quotation(node: str, graph: Graph) -> str:
    """Give the first words behind an assertion or an evidence."""
    places = [node, *graph.values(node, EVIDENCE)]
    return next((words for place in places for words in graph.values(place, EXACT)), "")


def _check_edges(graph: Graph) -> Iterator[Problem]:
    gate = next(q for q in named_queries() if q.name == "edges-without-evidence")
    for subject, predicate, value in answer(graph, gate.text, "oxigraph").rows:
        yield Problem(
            severity=Severity.VIOLATION,
            node=subject,
            path=shorten(predicate),
            message=f"no assertion bears the plain edge to {shorten(value)}",
        )


def _check_arguments(graph: Graph) -> Iterator[Problem]:
    classes: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for assertion, predicate, role, kind in answer(graph, _ARGUMENTS, "oxigraph").rows:
        classes[assertion, predicate, role].add(kind)
    for (assertion, predicate, role), found in classes.items():
        name = predicate_name(predicate)
        if name not in graph.predicates:
            yield _violation(
                assertion, "rdf:predicate", f"{shorten(predicate)} is not in the ontology", graph
            )
        elif not _fits(found, _allowed(graph.predicates[name], role)):
            yield _odd_argument(assertion, name, role, found, graph)


def _allowed(predicate: Predicate, role: str) -> frozenset[EntityKind]:
    return predicate.domain if role == "subject" else predicate.range


def _fits(classes: Iterable[str], allowed: frozenset[EntityKind]) -> bool:
    if EntityKind.NAME in allowed:
        return "name" in classes
    return any(_KINDS_OF_CLASS[c] <= allowed for c in classes if c in _KINDS_OF_CLASS)


def _odd_argument(assertion: str, predicate: str, role: str, found: Iterable[str], graph: Graph) -> Problem:
    kinds = ", ".join(sorted(local_name(c) for c in found))
    return Problem(
        severity=Severity.WARNING,
        node=assertion,
        path=f"rdf:{role}",
        message=f"{predicate} takes no {kinds} as its {role}",
        quotation=_quotation(assertion, graph),
    )


def _check_symmetric(graph: Graph) -> Iterator[Problem]:
    for assertion, predicate in answer(graph, _BOTH_WAYS, "oxigraph").rows:
        name = predicate_name(predicate)
        if name in graph.predicates and graph.predicates[name].symmetric:
            message = f"{name} is symmetric: the smaller IRI must be the subject, so that it is stored once"
            yield _violation(assertion, "rdf:subject", message, graph)


def _check_texts(graph: Graph, texts: Mapping[str, str]) -> Iterator[Problem]:
    for document, name, digest in answer(graph, _DIGESTS, "oxigraph").rows:
        if (
            name in texts
            and hashlib.sha256(texts[name].encode("utf-8", "surrogatepass")).hexdigest() != digest
        ):
            yield _violation(document, "kg:textDigest", "the text is not the one that was read", graph)
    for evidence, name, start, end, quotation in answer(graph, _QUOTATIONS, "oxigraph").rows:
        if name in texts and text(texts[name][int(start) : int(end)]).value != quotation:
            message = f"the text of {name} has other words at {start} to {end}"
            yield _violation(evidence, "oa:exact", message, graph)


def _violation(node: str, path: str, message: str, graph: Graph) -> Problem:
    quotation = _quotation(node, graph)
    return Problem(severity=Severity.VIOLATION, node=node, path=path, message=message, quotation=quotation)
