"""The server's application: which address gives what, and how a mistake is answered."""

import functools
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kgraph import __version__
from kgraph.errors import GraphError, QueryError, QueryRefusedError, QueryStoppedError
from kgraph.graph.folder import told
from kgraph.resources import PACKAGE
from kgraph.serve.browse import browse
from kgraph.serve.drawing import drawing
from kgraph.serve.pages import render
from kgraph.serve.protocol import CUT, sparql
from kgraph.serve.questions import question, questions
from kgraph.serve.request_log import RequestLog
from kgraph.serve.source import Served, source_of
from kgraph.serve.terms_page import ontology
from kgraph.serve.thing_pages import thing
from kgraph.serve.walls import AddressCheck, SecurityHeaders, TokenCheck, refuse

__all__ = ["MAX_BODY", "Settings", "create_app"]

log = logging.getLogger(__name__)

MAX_BODY = 1_000_000  # bytes of a request
MAX_ASKING = 32  # queries handed to the pool, which takes some of them at once
NAMES = ("localhost", "127.0.0.1", "::1")
FOLDER = PACKAGE / "serve"
_CSS, _JS = "text/css", "text/javascript"
STATIC = {
    "editor.js": ("scripts/editor.js", _JS),
    "icon.svg": ("styles/icon.svg", "image/svg+xml"),
    "yasgui/yasgui.min.js": ("vendor/yasgui/yasgui.min.js", _JS),
    "yasgui/yasgui.min.css": ("vendor/yasgui/yasgui.min.css", _CSS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to serve.

    Attributes:
        names: under which the server may be asked; addresses in numbers always are.
        token: who does not show it gets nothing; None: everybody may ask.
        cors: the origins whose pages may ask, "*" for all.
        write: takes the lines of the request log.
        texts: whether the log has the text of a query in place of its digest.
    """

    names: Sequence[str] = NAMES
    token: str | None = None
    cors: Sequence[str] = ()
    write: Callable[[str], None] = field(default=log.info)
    texts: bool = False


def create_app(served: Served, settings: Settings) -> Starlette:
    """Make the application around an open graph."""
    app = Starlette(
        routes=ROUTES,
        middleware=_middleware(settings),
        exception_handlers={HTTPException: _say, QueryError: _say_query, **STORE_ERRORS},
    )
    app.state.served = served
    app.state.turns = CapacityLimiter(MAX_ASKING)
    return app


def _middleware(settings: Settings) -> list[Middleware]:
    """List what a request passes, from the outside in."""
    walls = [
        Middleware(RequestLog, settings.write, settings.texts),
        Middleware(SecurityHeaders, bool(settings.cors)),
        Middleware(AddressCheck, frozenset(name.lower() for name in settings.names)),
    ]
    if settings.cors:
        shared = ["Link", "Content-Location", CUT]
        cors = Middleware(
            CORSMiddleware,
            allow_origins=settings.cors,
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Authorization"] if settings.token else (),
            expose_headers=shared,
        )
        walls.append(cors)
    if settings.token is not None:
        walls.append(Middleware(TokenCheck, settings.token))
    return [*walls, Middleware(RequestBodyLimitMiddleware, MAX_BODY)]


def health(request: Request) -> Response:
    """Say that the graph can be asked."""
    source = source_of(request)
    return JSONResponse({"ok": True, "triples": source.triples, "version": __version__})


def static(request: Request) -> Response:
    """Give a file of the pages: one of a fixed list, whatever the path says."""
    name = request.path_params["name"]
    if name == "pages.css":
        return Response(_style_sheet(), media_type=_CSS)
    if name not in STATIC:
        raise HTTPException(404, "no such file")
    file, media_type = STATIC[name]
    return Response(
        (FOLDER / file).read_bytes(), media_type=media_type, headers={"Cache-Control": "max-age=3600"}
    )


@functools.cache
def _style_sheet() -> bytes:
    """Put the drawing's colours before our style; without a script the system alone says light or dark."""
    palette = (PACKAGE / "view/styles/palette.css").read_text(encoding="utf-8")
    dark = re.sub(
        r':root\[data-theme="dark"\] (\{[^}]*\})',
        r"@media (prefers-color-scheme: dark) { :root \1 }",
        palette,
    )
    return (dark + (FOLDER / "styles/pages.css").read_text(encoding="utf-8")).encode()


async def _say(request: Request, error: Exception) -> Response:
    """Answer a mistake with one line, or a browser with a page."""
    assert isinstance(error, HTTPException)  # noqa: S101 - it is registered for these alone
    line = " ".join(str(error.detail).split())
    if error.status_code == 405:
        allowed = f"{(error.headers or {}).get('Allow', '')}, OPTIONS"
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": allowed})
        return refuse(405, f"{request.method} is not for this address: {allowed}", Allow=allowed)
    if error.status_code == 404 and "text/html" in request.headers.get("accept", ""):
        return render(request, "error.html", status=404, heading="Not here", line=line)
    return PlainTextResponse(line + "\n", status_code=error.status_code, headers=error.headers)


async def _say_query(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's signature
    return PlainTextResponse(" ".join(str(error).split()) + "\n", status_code=_status_of(error))


def _status_of(error: Exception) -> int:
    if isinstance(error, QueryRefusedError):
        return 403
    return 503 if isinstance(error, QueryStoppedError) else 400


async def _say_store(request: Request, error: Exception) -> Response:
    """Answer trouble with the disk in one line, and open the store anew for the next request."""
    trouble = error if isinstance(error, GraphError) else told(error)
    if trouble is None:
        raise error
    log.warning("%s", trouble)
    served: Served = request.app.state.served
    served.doubt()
    return refuse(503, "the store cannot be read at the moment; try again", **{"Retry-After": "2"})


async def _say_bug(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's signature
    """Keep a bug's trace for the log: it is nobody's outside."""
    return PlainTextResponse("something went wrong here; the server's log says what\n", status_code=500)


STORE_ERRORS = {GraphError: _say_store, OSError: _say_store, RuntimeError: _say_store, Exception: _say_bug}
_READ = ["GET", "HEAD"]
ROUTES = [
    Route("/", drawing, methods=_READ),
    Route("/browse", browse, methods=_READ),
    Route("/health", health, methods=_READ),
    Route("/id/", lambda _: RedirectResponse("/browse", 303), methods=_READ),
    Route("/id/{local}", thing, methods=_READ),
    Route("/ns", ontology, methods=_READ),
    Route("/ns.{suffix}", ontology, methods=_READ),
    Route("/queries", questions, methods=_READ),
    Route("/queries/{name}", question, methods=_READ),
    Route("/sparql", sparql, methods=["GET", "HEAD", "POST"]),
    Route("/static/{name:path}", static, methods=_READ),
]
