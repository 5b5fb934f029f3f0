"""What a check found: to read, as JSON, and as a SHACL validation report in Turtle."""

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph as ox

from kgraph.graph.terms import EXACT, TYPE, boolean, shorten, text
from kgraph.text.printable import printable
from kgraph.vocab import PREFIXES

__all__ = ["BLANK", "Problem", "Report", "Severity", "in_order"]

SHOWN = 10  # problems of a check that a report lists
BLANK = "a blank node"  # what a problem names in place of a label that is another one at each reading

_SH = "http://www.w3.org/ns/shacl#"
_SHAPES = "https://w3id.org/kgraph/shapes#"
_PREFIXES = {"kg": PREFIXES["kg"], "kgs": _SHAPES, "oa": PREFIXES["oa"], "sh": _SH}


class Severity(StrEnum):
    """How bad a problem is."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"  # of users' own shapes alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, where, and the words behind it, "" where there are none.

    `check` is the shape or the gate that says so: the local name of what `ontologies/kgraph.shapes.ttl` has, and of
    users' own shapes the IRI, or where that has none the constraint. `value` is the value at fault in N-Triples.
    """

    severity: Severity
    check: str
    node: str
    path: str
    message: str
    value: str = ""
    component: str = "SPARQLConstraintComponent"  # what the gates are, in SHACL's words
    quotation: str = ""

    def __str__(self) -> str:
        words = f"\n    “{printable(self.quotation)}”" if self.quotation else ""
        path = f" {self.path}" if self.path else ""
        value = f" ({printable(_lexical(self.value))})" if self.value else ""
        return (
            f"{self.severity}: {printable(_shown(self.node))}{path}: {printable(self.message)}{value}{words}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All problems of a graph: violations first, then by check and node."""

    problems: tuple[Problem, ...]
    triples: int

    @property
    def conforms(self) -> bool:
        """Tell whether there is no violation; warnings do not count."""
        return all(problem.severity is not Severity.VIOLATION for problem in self.problems)

    def counts(self) -> Counter[tuple[Severity, str]]:
        """Count the problems by severity and check."""
        return Counter((problem.severity, problem.check) for problem in self.problems)

    def to_text(self, limit: int | None = SHOWN) -> str:
        """Write one line a problem, with its quotation below, and a last line that sums up.

        Args:
            limit: how many problems of one check are listed, the rest counted; None: all.
        """
        return "".join(f"{line}\n" for line in self._lines(limit))

    def _lines(self, limit: int | None) -> Iterator[str]:
        for (severity, check), group in itertools.groupby(self.problems, key=lambda p: (p.severity, p.check)):
            problems = list(group)
            yield from map(str, problems[:limit])
            if limit is not None and len(problems) > limit:
                more = len(problems) - limit
                yield f"{severity}: {more:,} more of the check {check}, {len(problems):,} in all"
        totals = Counter(problem.severity for problem in self.problems)
        told = [s for s in Severity if s is not Severity.INFO or totals[s]]
        yield f"{self.triples:,} triples: " + ", ".join(_count(totals[s], s) for s in told)

    def to_json(self) -> str:
        """Write one object: whether the graph conforms, counts by check, and all problems, one a line."""
        counts = [{"severity": s, "check": c, "problems": n} for (s, c), n in self.counts().items()]
        head = {"conforms": self.conforms, "triples": self.triples, "counts": counts}
        start = json.dumps(head, ensure_ascii=False).removesuffix("}")
        rows = ",\n".join(json.dumps(_row(problem), ensure_ascii=False) for problem in self.problems)
        return f'{start}, "problems": [\n{rows}\n]}}\n' if rows else f'{start}, "problems": []}}\n'

    def to_turtle(self) -> str:
        """Write a validation report of SHACL; `oa:exact` of a result is the quotation behind it."""
        data = ox.serialize(self._triples(), format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
        return (data or b"").decode()

    def _triples(self) -> Iterator[ox.Triple]:
        report = ox.BlankNode("report")
        yield ox.Triple(report, ox.NamedNode(TYPE), _sh("ValidationReport"))
        yield ox.Triple(report, _sh("conforms"), boolean(self.conforms))
        for number, problem in enumerate(self.problems, start=1):
            result = ox.BlankNode(f"r{number}")
            yield ox.Triple(report, _sh("result"), result)
            yield from _result(result, problem)


def _count(number: int, severity: Severity) -> str:
    return f"{number:,} {severity}" if number == 1 else f"{number:,} {severity}s"


def _row(problem: Problem) -> dict[str, str]:
    return {
        "severity": problem.severity,
        "check": problem.check,
        "node": problem.node,
        "path": problem.path,
        "message": problem.message,
        "value": _bare(problem.value),
        "quotation": problem.quotation,
    }


def _result(result: ox.BlankNode, problem: Problem) -> Iterator[ox.Triple]:
    yield ox.Triple(result, ox.NamedNode(TYPE), _sh("ValidationResult"))
    yield ox.Triple(result, _sh("focusNode"), _focus(problem.node))
    path = _expand(problem.path)
    if path is not None:
        yield ox.Triple(result, _sh("resultPath"), path)
    yield ox.Triple(result, _sh("resultSeverity"), _sh(problem.severity.capitalize()))
    yield ox.Triple(result, _sh("resultMessage"), text(problem.message))
    yield ox.Triple(result, _sh("sourceConstraintComponent"), _sh(problem.component))
    shape = _expand(problem.check if ":" in problem.check else f"<{_SHAPES}{problem.check}>")
    if shape is not None and problem.check != problem.component:
        yield ox.Triple(result, _sh("sourceShape"), shape)
    if problem.value:
        yield ox.Triple(result, _sh("value"), _parse(problem.value))
    if problem.quotation:
        yield ox.Triple(result, ox.NamedNode(EXACT), text(problem.quotation))


def _focus(name: str) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode() if name == BLANK else ox.NamedNode(name)


def _expand(path: str) -> ox.NamedNode | None:
    """Give the property of a path that is one property."""
    prefix, _, local = path.partition(":")
    if prefix in PREFIXES:
        return ox.NamedNode(PREFIXES[prefix] + local)
    return ox.NamedNode(path[1:-1]) if path.startswith("<") and path.count("<") == 1 else None


def _parse(value: str) -> ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple:
    (quad,) = ox.parse(f"<x:> <x:> {value} .", format=ox.RdfFormat.N_TRIPLES)
    parsed: ox.Triple = quad.triple
    return parsed.object


def _bare(value: str) -> str:
    """Give an IRI without its brackets, a literal without its quotation marks and type."""
    return getattr(_parse(value), "value", value) if value else ""


def _lexical(value: str) -> str:
    """Give a value as a reader writes it: an IRI with its prefix, a literal without its type."""
    return shorten(_bare(value)) if value.startswith("<") else _bare(value)


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SH + name)


def _shown(node: str) -> str:
    return node if node == BLANK else shorten(node)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give each problem once, in the order of a report."""
    return tuple(sorted(set(problems), key=_order))


def _order(problem: Problem) -> tuple[int, str, str, str, str, str]:
    return _RANK[problem.severity], problem.check, problem.node, problem.path, problem.message, problem.value


_RANK = {severity: rank for rank, severity in enumerate(Severity)}
