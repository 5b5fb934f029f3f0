"""What a graph holds, in numbers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolutions

from kgraph.endpoint import Endpoint, Solutions
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.folder import check_folder
from kgraph.graph.store import Graph

__all__ = ["Content", "Row", "count_content", "list_documents"]

_COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ ?x a {} }}"
_DAYS = (
    "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) WHERE { ?d a kg:Document ; schema:datePublished ?day }"
)
_SOURCES = """
SELECT ?name (COUNT(*) AS ?n) WHERE { ?d a kg:Document ; schema:publisher ?name }
GROUP BY ?name ORDER BY DESC(?n) ?name"""
_SOFTWARE = """
SELECT ?label WHERE { ?s a <http://www.w3.org/ns/prov#SoftwareAgent> ; rdfs:label ?label } ORDER BY ?label"""
_DOCUMENTS = """
SELECT ?id ?day ?source ?title (COUNT(?e) AS ?n) WHERE {
  ?d a kg:Document ; schema:identifier ?id .
  OPTIONAL { ?d schema:datePublished ?day }
  OPTIONAL { ?d schema:publisher ?source }
  OPTIONAL { ?d schema:headline ?title }
  OPTIONAL { ?e kg:inDocument ?d }
} GROUP BY ?id ?day ?source ?title ORDER BY ?id"""

_SOFTWARE_AGENT = "http://www.w3.org/ns/prov#SoftwareAgent"
_PART = (
    *(terms.TYPE, terms.IDENTIFIER, terms.PUBLISHED, terms.PUBLISHER, terms.HEADLINE, terms.IN_DOCUMENT),
)  # the properties that are asked for here, and the labels of software

Row = dict[str, str | int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a graph holds; `format` and `made_by` are those of a store, None of a file."""

    documents: int
    assertions: int
    evidence: int
    inferred: int
    triples: int
    first_day: str | None
    last_day: str | None
    sources: tuple[tuple[str, int], ...]  # publishers with their documents, most first
    read_by: tuple[str, ...]  # the versions of kgraph that read the documents
    bytes: int | None = None
    format: int | None = None
    made_by: str | None = None

    def to_json(self) -> str:
        """Write it as one JSON object."""
        content = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return json.dumps(content | {"sources": dict(self.sources)}, indent=2, ensure_ascii=False) + "\n"

    def rows(self, sources: int = 10) -> Iterator[tuple[str, str]]:
        """Give what a table shows, as pairs; so many of the sources."""
        for name in ("documents", "assertions", "evidence", "inferred", "triples"):
            yield name, f"{getattr(self, name):,}"
        yield "published", " to ".join(day for day in (self.first_day, self.last_day) if day) or "no dates"
        for number, (name, count) in enumerate(self.sources[:sources]):
            yield "" if number else "sources", f"{name} ({count:,})"
        if len(self.sources) > sources:
            yield "", f"and {len(self.sources) - sources:,} more"
        yield "read by", ", ".join(self.read_by) or "nothing"
        if self.bytes is not None:
            yield "on disk", f"{self.bytes / 1e6:,.1f} MB"
        if self.format is not None:
            yield "store", f"format {self.format}, made by kgraph {self.made_by}"


def count_content(graph: Graph | Endpoint, path: Path | None = None) -> Content:
    """Count what a graph holds; an endpoint counts by itself, and nothing is copied.

    Args:
        graph: the graph, or an endpoint.
        path: where it lies, if it does: its size on disk is told, and the format of a store.

    Raises:
        GraphError: the folder is no store, or the endpoint cannot be asked.
    """
    marker = check_folder(path) if path is not None and path.is_dir() else None
    triples = graph.count() if isinstance(graph, Endpoint) else len(graph)
    if isinstance(graph, Endpoint) and not triples:
        graph.complain_of_named_graphs()
    graph = _part(graph)
    first, last = next(_ask(graph, _DAYS), (None, None))
    return Content(
        documents=_count(graph, "kg:Document"),
        assertions=_count(graph, "kg:Assertion"),
        evidence=_count(graph, "kg:Evidence"),
        inferred=_count(graph, "kg:Inferred"),
        triples=triples,
        first_day=first,
        last_day=last,
        sources=tuple((name or "", _number(count)) for name, count in _ask(graph, _SOURCES)),
        read_by=tuple(label or "" for (label,) in _ask(graph, _SOFTWARE)),
        bytes=_size(path) if path is not None else None,
        format=marker.format if marker else None,
        made_by=marker.kgraph if marker else None,
    )


def list_documents(graph: Graph | Endpoint) -> Iterator[Row]:
    """Give each document by id, with its day, source, title, and how many places of it say something."""
    for id_, day, source, title, count in _ask(_part(graph), _DOCUMENTS):
        yield {"id": id_, "date": day, "source": source, "title": title, "evidence": _number(count)}


def _part(graph: Graph | Endpoint) -> Graph | Endpoint:
    """Copy what is counted of a graph; a store on disk that is damaged raises here.

    Asked to count or to sort over a damaged block, Oxigraph 0.5 gathers the same error until the memory is full.
    """
    if isinstance(graph, Endpoint):
        return graph
    found = chain.from_iterable(graph.match(None, one) for one in _PART)
    software = (triple.subject for triple in graph.match(None, terms.TYPE, _SOFTWARE_AGENT))
    labels = (graph.match(one, terms.LABEL) for one in software if isinstance(one, NamedNode))
    return Graph(chain(found, *labels))


def _count(graph: Graph | Endpoint, kind: str) -> int:
    (number,) = next(_ask(graph, _COUNT.format(kind)), (None,))
    return _number(number)


def _number(value: str | None) -> int:
    if value is not None and not value.isdecimal():
        raise GraphError(f"the endpoint gave {value[:40]!r} for a count")
    return int(value or 0)


def _ask(graph: Graph | Endpoint, query: str) -> Iterator[tuple[str | None, ...]]:
    found = graph.solve(query)
    if not isinstance(found, QuerySolutions | Solutions):
        raise GraphError(
            "the endpoint gave no rows where it was asked for some; is it a SPARQL 1.1 endpoint?"
        )
    for row in found.rows if isinstance(found, Solutions) else found:
        yield tuple(getattr(term, "value", None) for term in row)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())
