"""The SPARQL 1.1 Protocol, for queries: what a request asks, and what it gets.

Source: https://www.w3.org/TR/sparql11-protocol/, sections 2.1 and 3.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from anyio import CapacityLimiter, to_thread
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request as WebRequest
from starlette.responses import Response

from kgraph.serve.accept import (
    ENGINE_SOLUTIONS,
    ENGINE_TRIPLES,
    HTML,
    SOLUTIONS,
    TRIPLES,
    choose,
    choose_or_none,
)
from kgraph.serve.description import describe_service
from kgraph.serve.editor import editor_page
from kgraph.serve.pages import link, names_to_links, render
from kgraph.serve.results import table_of
from kgraph.serve.source import Served, source_of
from kgraph.sparql import Reply, Request

__all__ = ["CUT", "answer", "ask", "headers_of", "read_parameters", "rows_there", "sparql"]

CUT = "Kgraph-Cut"  # the header that tells which rows an answer has where it has not all
MAX_FIELDS = 100  # of a form or query string
MAX_WAITING = 64  # queries, beside those that the pool has taken
_FORM, _QUERY, _UPDATE = (
    "application/x-www-form-urlencoded",
    "application/sparql-query",
    "application/sparql-update",
)
_DESCRIPTION: Mapping[str, str] = {**TRIPLES, "html": HTML}
_READ_ONLY = "this server only reads: updates are not allowed"


async def sparql(request: WebRequest) -> Response:
    """Answer a query; without one describe the service, or show a browser the editor."""
    parameters = await _parameters_of(request)
    text = _query_of(request, parameters)
    if text is None:
        return _without_query(request)
    return await answer(request, text, parameters.get("format"), {"query": text})


async def answer(
    request: WebRequest,
    text: str,
    wanted: str | None = None,
    parameters: Mapping[str, str] = MappingProxyType({}),
    *,
    partly: bool = False,
    **shown: Any,
) -> Response:
    """Answer a query in the form that the client wants.

    Args:
        request: for what the client accepts.
        text: the query.
        wanted: the short name of a form, which wins over the Accept header.
        parameters: with which this address gives this answer again.
        partly: whether the client has set a limit itself: then rows may be missing, and a header tells.
        shown: what the page with the answer says besides.

    Raises:
        HTTPException: 406 where the client takes none of the forms, 413 where the answer passes its limits.
        QueryError: the query is wrong, refused or stopped.
    """
    rows, triples = _forms(request, wanted)
    reply = await ask(request, text, ENGINE_SOLUTIONS.get(rows, rows), ENGINE_TRIPLES.get(triples, triples))
    offered = TRIPLES if reply.kind == "triples" else SOLUTIONS
    style = choose(request, offered, wanted)  # 406 where it is that of the other kind which is wanted
    if style == "html":
        return await _answer_page(request, text, reply, parameters, shown)
    return Response(reply.body, media_type=offered[style], headers=headers_of(reply, partly=partly))


def _forms(request: WebRequest, wanted: str | None) -> tuple[str, str]:
    """Choose a form for rows and one for triples: the answer alone tells which it is."""
    forms = [choose_or_none(request, offered, wanted) for offered in (SOLUTIONS, TRIPLES)]
    if forms == [None, None]:
        choose(request, {**SOLUTIONS, **TRIPLES}, wanted)  # which refuses
    return forms[0] or "json", forms[1] or "nt"


async def ask(request: WebRequest, text: str, solutions: str, triples: str) -> Reply:
    """Have a query answered by the pool, while others are served.

    Raises:
        HTTPException: 503 where too many wait already.
    """
    request.state.query = text
    served: Served = request.app.state.served
    turns: CapacityLimiter = request.app.state.turns
    if turns.statistics().tasks_waiting >= MAX_WAITING:
        raise HTTPException(503, "too many queries are waiting; try again later", {"Retry-After": "10"})
    asked = Request(text=text, solutions=solutions, triples=triples, limits=served.limits)
    return await to_thread.run_sync(served.pool.ask, asked, limiter=turns)


def headers_of(reply: Reply, *, partly: bool) -> dict[str, str]:
    """Give the headers of an answer for a program; where rows are missing one tells which are there.

    Args:
        reply: the answer.
        partly: whether the client has set a limit, and so looks for this header.

    Raises:
        HTTPException: 413 where rows are missing of which it wanted all.
    """
    if reply.cut and not partly:
        line = f"the answer is larger than this server gives ({reply.cut}): add LIMIT, or narrow the query"
        raise HTTPException(413, line)
    missing = rows_there(reply)
    return {"Vary": "Accept"} | ({CUT: missing} if missing else {})


def rows_there(reply: Reply) -> str:
    """Say which rows are there, "" where all are."""
    return reply.cut or (f"the first {reply.rows:,} rows of more" if reply.more else "")


async def _answer_page(
    request: WebRequest, text: str, reply: Reply, parameters: Mapping[str, str], shown: Mapping[str, Any]
) -> Response:
    """Show an answer as a table, its names as links."""
    links = await run_in_threadpool(names_to_links, source_of(request))
    offered = TRIPLES if reply.kind == "triples" else SOLUTIONS
    files = [(link(request.url.path, **parameters, format=name), name) for name in offered if name != "html"]
    table = table_of(reply.answer())
    told = {"cut": reply.cut, "more": reply.more}
    values: dict[str, Any] = {"query": text, "table": table, "files": files, "links": links, **told}
    return await run_in_threadpool(render, request, "answer.html", **values, **shown)


async def _parameters_of(request: WebRequest) -> dict[str, str]:
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


def _query_of(request: WebRequest, parameters: Mapping[str, str]) -> str | None:
    for name in ("default-graph-uri", "named-graph-uri"):
        if name in parameters:
            raise HTTPException(400, f"{name} is not supported: there is one graph here; leave it out")
    if "update" in parameters:
        raise HTTPException(403, _READ_ONLY)
    if "query" not in parameters and request.method == "POST":
        raise HTTPException(400, "there is no query: send it as the parameter `query`")
    return parameters.get("query")


def _without_query(request: WebRequest) -> Response:
    style = choose(request, _DESCRIPTION)
    if style == "html":
        return editor_page(request)
    return describe_service(request, style)
