"""The page on which a person writes SPARQL: YASGUI, shipped in `vendor/`, kept from asking anybody else."""

from starlette.requests import Request
from starlette.responses import Response

from kgraph.serve.pages import render
from kgraph.sparql.named import named_queries
from kgraph.vocab import PREFIXES

__all__ = ["editor_page"]

_FIRST = """SELECT ?who ?label WHERE {
  ?who kg:claims ?what ;
    rdfs:label ?label .
}
LIMIT 20"""


def editor_page(request: Request) -> Response:
    """Show the editor with the named questions; where no script runs, a plain form."""
    endpoint = str(request.url.replace(query="", fragment=""))
    settings = {"endpoint": endpoint, "prefixes": dict(PREFIXES), "first": _FIRST}
    return render(
        request,
        "editor.html",
        endpoint=endpoint,
        first=_FIRST,
        queries=named_queries(),
        settings=settings,
    )
