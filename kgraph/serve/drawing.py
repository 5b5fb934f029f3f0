"""The drawing of the graph: the page that `kgraph view` writes, where the graph is small enough for one."""

import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kgraph.serve.source import source_of

__all__ = ["MAX_DRAWN", "drawing"]

MAX_DRAWN = 5000  # assertions; a larger page is slow to open

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def drawing(request: Request) -> Response:
    """Show the drawing; of a graph with too many assertions the list of everything instead."""
    source = source_of(request)
    if source.assertions > MAX_DRAWN:
        return RedirectResponse("/browse", status_code=303)
    response = HTMLResponse(source.page)
    policy = _POLICY.search(source.page)
    if policy:  # the page's own: its scripts and styles stand in it, and are known by their hashes
        response.headers["Content-Security-Policy"] = policy[1].replace("&#39;", "'")
    return response
