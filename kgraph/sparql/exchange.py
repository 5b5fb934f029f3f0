"""What goes to the process that answers a query, and what comes back: a line of JSON, then bytes."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kgraph import errors
from kgraph.errors import KgraphError, QueryError
from kgraph.sparql.limits import LIMITS, Limits
from kgraph.sparql.results import Answer, Kind

__all__ = ["READY", "Reply", "Request", "read_reply", "read_request", "reply_of_error"]

_ENGINES = ("oxigraph", "rdflib", "none")
READY = b'{"ready": true}\n'  # the graph is open


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A query, and in what form its answer is wanted.

    Attributes:
        text: SPARQL.
        engine: "oxigraph" or "rdflib"; "none" only checks the query, which somebody else is to answer.
        solutions: the form (`kgraph.sparql.formats`) of rows and of the answer to ASK.
        triples: the form of what CONSTRUCT and DESCRIBE give.
        graph: the file or store folder to ask; None where the process holds the graph already.
        limits: how much it may take.
    """

    text: str
    engine: str = "oxigraph"
    solutions: str = "srj"
    triples: str = "nt"
    graph: Path | None = None
    limits: Limits = LIMITS

    def __post_init__(self) -> None:
        if self.engine not in _ENGINES:
            raise QueryError(f"no engine is called {self.engine!r}; there are oxigraph and rdflib")

    def to_bytes(self) -> bytes:
        """Write the line that `read_request` reads."""
        graph = str(self.graph) if self.graph is not None else None
        fields = {name: getattr(self, name) for name in ("text", "engine", "solutions", "triples")}
        limits = dataclasses.asdict(self.limits)
        return json.dumps({**fields, "graph": graph, "limits": limits}).encode() + b"\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer in the form that was wanted.

    Attributes:
        kind: what it is an answer of.
        format: its form's name in `kgraph.sparql.formats.FORMATS`.
        rows: how many there are.
        cut: by which limit rows are missing at the end, "" where all are there.
        more: whether a named query found more than its own limit.
        body: the bytes to be handed on.
        walls: what else keeps the process from the network, for the log.
    """

    kind: Kind
    format: str
    rows: int
    cut: str = ""
    more: bool = False
    body: bytes = field(repr=False, default=b"")
    walls: str = ""

    def to_bytes(self) -> bytes:
        """Write what `read_reply` reads."""
        names = (each.name for each in dataclasses.fields(self) if each.name != "body")
        return json.dumps({name: getattr(self, name) for name in names}).encode() + b"\n" + self.body

    def answer(self) -> Answer:
        """Read the RDF terms of an answer in the forms "srj" and "nt"."""
        if self.kind == "triples":
            triples = (quad.triple for quad in ox.parse(self.body, format=ox.RdfFormat.N_TRIPLES))
            rows = tuple((t.subject, t.predicate, t.object) for t in triples)
            return Answer(kind=self.kind, columns=("subject", "predicate", "object"), rows=rows, cut=self.cut)
        found = ox.parse_query_results(self.body, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return Answer(kind=self.kind, columns=("answer",), rows=((ox.Literal(bool(found)),),))
        columns = tuple(variable.value for variable in found.variables)
        solutions = tuple(tuple(row[name] for name in columns) for row in found)
        return Answer(kind=self.kind, columns=columns, rows=solutions, cut=self.cut)


def read_request(stream: BinaryIO) -> Request:
    """Read the line that `Request.to_bytes` wrote."""
    fields = json.loads(stream.readline())
    graph = Path(fields.pop("graph")) if fields["graph"] is not None else fields.pop("graph")
    return Request(graph=graph, limits=Limits(**fields.pop("limits")), **fields)


def reply_of_error(error: KgraphError) -> bytes:
    """Write an error for `read_reply` to raise."""
    return json.dumps({"error": type(error).__name__, "message": str(error)}).encode() + b"\n"


def read_reply(data: bytes) -> Reply:
    """Read what `Reply.to_bytes` or `reply_of_error` wrote.

    Raises:
        KgraphError: the one that the other process met with.
    """
    line, _, body = data.partition(b"\n")
    fields: Mapping[str, str] = json.loads(line)
    if "error" in fields:
        raise _error_of(fields["error"])(fields["message"])
    return Reply(**fields, body=body)  # type: ignore[arg-type]


def _error_of(name: str) -> type[KgraphError]:
    found = getattr(errors, name, QueryError) if name in errors.__all__ else QueryError
    return found if isinstance(found, type) and issubclass(found, KgraphError) else QueryError
