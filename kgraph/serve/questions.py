"""The named questions: a list of them, and the answer of each, for programs as JSON and for people as a page."""

import json
from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kgraph.nearest import suggest
from kgraph.serve.accept import HTML, SOLUTIONS, choose
from kgraph.serve.pages import render
from kgraph.serve.protocol import answer, ask, headers_of, read_parameters, rows_there
from kgraph.sparql.named import LIMIT, NamedQuery, fill_in, named_queries
from kgraph.sparql.plain import rows_to_json

__all__ = ["question", "questions"]

_LIST: Mapping[str, str] = {"json": "application/json", "html": HTML}
_ANSWER: Mapping[str, str] = {"rows": "application/json", **SOLUTIONS}


def questions(request: Request) -> Response:
    """List the named questions with what may be filled in."""
    if choose(request, _LIST, request.query_params.get("format")) == "html":
        return render(request, "queries.html", queries=named_queries())
    listed = [_describe(named) for named in named_queries()]
    return JSONResponse({"queries": listed}, headers={"Vary": "Accept"})


def _describe(named: NamedQuery) -> dict[str, object]:
    return {
        "name": named.name,
        "number": named.number,
        "question": named.question,
        "href": f"/queries/{named.name}",
        "parameters": [
            {"name": each.name, "default": each.default, "type": each.type, "meaning": each.meaning}
            for each in named.parameters
        ],
        "columns": [{"name": name, "meaning": meaning} for name, meaning in named.columns.items()],
        "limit": named.limit,
        "query": named.text,
    }


async def question(request: Request) -> Response:
    """Answer a named question."""
    named = _find(request.path_params["name"])
    given = read_parameters(request.scope["query_string"])
    wanted = given.pop("format", None)
    # A form sends its empty blanks too.
    given = {name: value for name, value in given.items() if value.strip()}
    style = choose(request, _ANSWER, "rows" if wanted == "json" else wanted)
    values = given if style == "html" else {LIMIT: "0", **given}  # a program takes all
    text = fill_in(named.text, values)
    if style == "rows":
        return await _answer_plainly(request, named, text, values)
    partly = _sets_limit(given)
    return await answer(
        request, text, style, given, partly=partly, heading=named.question, named=named, given=given
    )


def _sets_limit(given: Mapping[str, str]) -> bool:
    """Tell whether the client has said how many rows it wants, and so knows that there may be more."""
    return given.get(LIMIT, "0") != "0"


def _find(name: str) -> NamedQuery:
    known = {each.name: each for each in named_queries()}
    if name not in known:
        hint = suggest(name[:80], known) or f"; there are: {', '.join(known)}"
        raise HTTPException(404, f"no question is called {name[:80]!r}{hint}")
    return known[name]


async def _answer_plainly(
    request: Request, named: NamedQuery, text: str, given: Mapping[str, str]
) -> Response:
    """Give rows that a program takes as they are: an object a row, a name a column."""
    reply = await ask(request, text, "srj", "nt")
    headers = headers_of(reply, partly=_sets_limit(given))
    found = reply.answer()
    parameters = {each.name: given.get(each.name, each.default) for each in named.parameters}
    told = {"name": named.name, "question": named.question, "parameters": parameters}
    head = told | {"columns": found.columns, "cut": rows_there(reply)}
    text = json.dumps(head, ensure_ascii=False).removesuffix("}") + f', "rows": {rows_to_json(found)}}}\n'
    return Response(text.encode("utf-8", "replace"), media_type="application/json", headers=headers)
