"""What the endpoint says of itself: SPARQL 1.1 Service Description with VoID.

Source: https://www.w3.org/TR/sparql11-service-description/, https://www.w3.org/TR/void/.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple
from starlette.requests import Request
from starlette.responses import Response

from kgraph.graph import terms
from kgraph.graph.terms import Value, integer, node, text
from kgraph.serve.accept import TRIPLES
from kgraph.serve.source import Source, source_of
from kgraph.serve.turtle import write_triples
from kgraph.vocab import IDS, PREFIXES

__all__ = ["describe_service"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCTERMS = "http://purl.org/dc/terms/"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)
_VOCABULARIES = ("kg", "oa", "prov", "schema", "skos")


def describe_service(request: Request, style: str) -> Response:
    """Describe the endpoint under the address by which it was asked."""
    source = source_of(request)
    endpoint = str(request.url.replace(query="", fragment=""))
    body = write_triples(_describe(endpoint, source), style)
    return Response(body, media_type=TRIPLES[style], headers={"Vary": "Accept"})


def _describe(endpoint: str, source: Source) -> Iterator[Triple]:
    service, dataset, graph = (NamedNode(f"{endpoint}#{part}") for part in ("service", "dataset", "graph"))
    told: tuple[tuple[NamedNode, str, Value], ...] = (
        (service, terms.TYPE, node(_SD + "Service")),
        (service, _SD + "endpoint", NamedNode(endpoint)),
        (service, _SD + "supportedLanguage", node(_SD + "SPARQL11Query")),
        (service, _SD + "defaultDataset", dataset),
        *((service, _SD + "resultFormat", node(_FORMATS + name)) for name in _RESULT_FORMATS),
        (dataset, terms.TYPE, node(_SD + "Dataset")),
        (dataset, terms.TYPE, node(_VOID + "Dataset")),
        (dataset, _SD + "defaultGraph", graph),
        (dataset, _DCTERMS + "title", text(source.title)),
        (dataset, _VOID + "sparqlEndpoint", NamedNode(endpoint)),
        (dataset, _VOID + "uriSpace", text(IDS)),
        *((dataset, _VOID + "vocabulary", node(PREFIXES[name])) for name in _VOCABULARIES),
        (graph, terms.TYPE, node(_SD + "Graph")),
        (graph, _VOID + "triples", integer(source.triples)),
    )
    for subject, predicate, value in told:
        yield Triple(subject, node(predicate), value)
