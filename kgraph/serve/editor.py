"""The page on which a person writes SPARQL: YASGUI, shipped in `vendor/`, kept from asking anybody else."""

import re

from starlette.requests import Request
from starlette.responses import Response

from kgraph.serve.pages import render
from kgraph.serve.walls import POLICY
from kgraph.sparql.named import named_queries
from kgraph.vocab import IDS, NAMESPACE, PREFIXES

__all__ = ["editor_page"]

# YASGUI's table adds one style sheet of its own, to drag columns by; it is known by its hash.
_GRIPS = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
EDITOR_POLICY = POLICY.replace("style-src 'self'", f"style-src 'self' {_GRIPS}")

_FIRST = """SELECT ?who ?claimant ?what ?territory WHERE {
  ?who kg:claims ?what ;
    rdfs:label ?claimant .
  ?what rdfs:label ?territory .
}
ORDER BY ?territory ?claimant
LIMIT 100"""


def with_prefixes(text: str) -> str:
    """Declare the prefixes that a query uses: it then goes to any server, and the editor marks no error."""
    bare = re.sub(r"^#.*\n?", "", text, flags=re.MULTILINE)
    used = {prefix for prefix in PREFIXES if re.search(rf"(?<![\w:]){prefix}:", bare)}
    declared = "".join(f"PREFIX {p}: <{PREFIXES[p]}>\n" for p in sorted(used))
    return declared + text


def editor_page(request: Request) -> Response:
    """Show the editor with the named questions; where no script runs, a plain form."""
    endpoint = str(request.url.replace(query="", fragment=""))
    first = with_prefixes(_FIRST)
    pages = [(IDS, "/id/"), (NAMESPACE, "/ns#")]
    settings = {"endpoint": endpoint, "prefixes": dict(PREFIXES), "first": first, "pages": pages}
    examples = [(each.name, each.question, with_prefixes(each.text)) for each in named_queries()]
    response = render(
        request,
        "editor.html",
        endpoint=endpoint,
        first=first,
        examples=examples,
        settings=settings,
    )
    response.headers["Content-Security-Policy"] = EDITOR_POLICY
    return response
