"""The SPARQL 1.1 Protocol, for queries: what a request asks, and what it gets.

Source: https://www.w3.org/TR/sparql11-protocol/, sections 2.1 and 3.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kgraph.serve.accept import HTML, SOLUTIONS, TRIPLES, choose
from kgraph.serve.asking import form_of
from kgraph.serve.description import describe_service
from kgraph.serve.editor import editor_page
from kgraph.serve.pages import link, render
from kgraph.serve.results import table_of
from kgraph.serve.source import Source

__all__ = ["answer", "ask", "read_parameters", "sparql"]

MAX_FIELDS = 100  # of a form or query string
_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_DESCRIPTION: Mapping[str, str] = {**TRIPLES, "html": HTML}
_READ_ONLY = "this server only reads: updates are not allowed"


async def sparql(request: Request) -> Response:
    """Answer a query; without one describe the service, or show a browser the editor."""
    parameters = await _parameters_of(request)
    text = _query_of(request, parameters)
    if text is None:
        return _without_query(request)
    return await answer(request, text, parameters.get("format"), {"query": text})


async def answer(
    request: Request,
    text: str,
    wanted: str | None = None,
    parameters: Mapping[str, str] = MappingProxyType({}),
    **shown: Any,
) -> Response:
    """Answer a query in the form that the client wants.

    Args:
        request: for what the client accepts.
        text: the query.
        wanted: the short name of a form, which wins over the Accept header.
        parameters: with which this address gives this answer again.
        shown: what the page with the answer says besides.
    """
    request.state.query = text
    form = form_of(text)
    offered = SOLUTIONS if form == "solutions" else TRIPLES
    style = choose(request, offered, wanted)
    if style != "html":
        body = await ask(request, text, style)
        return Response(body, media_type=offered[style], headers={"Vary": "Accept"})
    body = await ask(request, text, "json" if form == "solutions" else "nt")
    path = request.url.path
    files = [(link(path, **parameters, format=name), name) for name in offered if name != "html"]
    return render(request, "answer.html", query=text, table=table_of(body, form), files=files, **shown)


async def ask(request: Request, text: str, style: str) -> bytes:
    """Have a query answered, while others are served."""
    source: Source = request.app.state.source
    return await run_in_threadpool(source.asker.ask, text, style)


async def _parameters_of(request: Request) -> dict[str, str]:
    """Read what the request says, from the query string and, of a form, from its body."""
    parameters = read_parameters(request.scope["query_string"])
    if request.method != "POST":
        return parameters
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _UPDATE:
        raise HTTPException(403, _READ_ONLY)
    body = await request.body()
    if kind == _FORM:
        return parameters | read_parameters(body)
    if kind != _QUERY:
        raise HTTPException(
            415, f"a query is sent as {_QUERY} or {_FORM}, not as {kind or 'something without a type'}"
        )
    if "query" in parameters:
        raise HTTPException(400, "one query, please: there is one in the address and one in the body")
    return parameters | {"query": _decode(body)}


def read_parameters(data: bytes) -> dict[str, str]:
    """Read url-encoded parameters.

    Raises:
        HTTPException: 400 where they are not UTF-8, too many, or one of those of the protocol comes twice.
    """
    try:
        pairs = parse_qsl(
            data.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS
        )
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"not UTF-8 at byte {error.start}: send UTF-8, url-encoded") from error
    except ValueError as error:
        raise HTTPException(400, f"more than {MAX_FIELDS} parameters") from error
    parameters = dict(pairs)
    if len(parameters) < len(pairs) and sum(name == "query" for name, _ in pairs) > 1:
        raise HTTPException(400, "one query, please: there are several")
    return parameters


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the query is not UTF-8 at byte {error.start}") from error


def _query_of(request: Request, parameters: Mapping[str, str]) -> str | None:
    for name in ("default-graph-uri", "named-graph-uri"):
        if name in parameters:
            raise HTTPException(400, f"{name} is not supported: there is one graph here; leave it out")
    if "update" in parameters:
        raise HTTPException(403, _READ_ONLY)
    if "query" not in parameters and request.method == "POST":
        raise HTTPException(400, "there is no query: send it as the parameter `query`")
    return parameters.get("query")


def _without_query(request: Request) -> Response:
    style = choose(request, _DESCRIPTION)
    if style == "html":
        return editor_page(request)
    return describe_service(request, style)
