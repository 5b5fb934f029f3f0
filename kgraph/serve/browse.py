"""The list of everything: what is talked of and which documents there are, found by a part of the name."""

from starlette.requests import Request
from starlette.responses import Response

from kgraph.serve.listing import SORTS
from kgraph.serve.pages import last_page, page_number, render
from kgraph.serve.source import source_of
from kgraph.text.folding import fold

__all__ = ["browse"]

SHOWN = 100  # a page


def browse(request: Request) -> Response:
    """List the things that fit, those first of which most is said."""
    source = source_of(request)
    searched, sort = request.query_params.get("q", "").strip(), request.query_params.get("kind", "")
    wanted = fold(searched)
    fitting = [each for each in source.things if not wanted or any(wanted in name for name in each.names)]
    found = [each for each in fitting if sort in ("", each.sort)]
    page = page_number(request)
    return render(
        request,
        "browse.html",
        searched=searched,
        sort=sort,
        sorts={s: (words, sum(each.sort == s for each in fitting)) for s, words in SORTS.items()},
        found=found[(page - 1) * SHOWN : page * SHOWN],
        total=len(found),
        page=page,
        last=last_page(len(found), SHOWN),
        source=source,
    )
