"""HTML of the server's pages: templates, and the words and links that they share. No page needs a script."""

import functools
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kgraph import __version__
from kgraph.graph import terms
from kgraph.model import Assertion, EntityKind, assertion_id, evidence_id
from kgraph.resources import PACKAGE
from kgraph.serve.source import Source, source_of
from kgraph.serve.things import label_of
from kgraph.times import describe_time
from kgraph.view.network import mark_quotation, stance_of
from kgraph.view.wording import KINDS, STANCES, family_of, word_inverse, word_relation
from kgraph.vocab import IDS, NAMESPACE, ONTOLOGY, document_id, predicate_iri

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = [
    "href",
    "last_page",
    "link",
    "names_to_links",
    "page_number",
    "render",
    "term_labels",
    "thing_path",
]

FOLDER = PACKAGE / "serve"
SECTIONS: Mapping[str, str] = {
    "/": "Drawing",
    "/browse": "Browse",
    "/queries": "Questions",
    "/sparql": "SPARQL",
    "/ns": "Terms",
}


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """Fill a template; every value is escaped."""
    source = source_of(request)
    page = _environment().get_template(template)
    text = page.render(
        site=source.title,
        here=request.url.path,
        sections=SECTIONS,
        version=__version__,
        words=_words_for(source),
        label=functools.partial(label_of, source.graph),
        **values,
    )
    headers = {"Vary": "Accept"}
    return HTMLResponse(text.encode("utf-8", "replace"), status_code=status, headers=headers)


@functools.cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"href": href, "when": describe_time}
    environment.globals |= {
        "link": link,
        "kinds": {kind.value: words for kind, words in KINDS.items()},
        "pieces": mark_quotation,
        "entity_href": lambda entity: thing_path(entity.id),
        "assertion_href": lambda assertion: thing_path(assertion_id(assertion)),
        "evidence_href": lambda assertion, evidence: thing_path(evidence_id(assertion, evidence)),
        "document_href": lambda document: thing_path(document_id(document)),
        "term_href": lambda predicate: href(predicate_iri(predicate)),
        "is_thing": lambda entity: entity.kind is not EntityKind.NAME,
    }
    return environment


@functools.cache
def term_labels() -> Mapping[str, str]:
    """Give what the ontology calls its terms, by their IRIs."""
    triples = ox.parse(path=ONTOLOGY, format=ox.RdfFormat.TURTLE)
    labels = (t for t in triples if t.predicate.value == terms.LABEL)
    return {str(t.subject.value): str(t.object.value) for t in labels}


def thing_path(local: str) -> str:
    """Give the address of the page of a thing by its local name."""
    return "/id/" + quote(local, safe="~")


def href(iri: str) -> str | None:
    """Give where a link to an IRI leads: to a page of ours, to the web, or nowhere (`javascript:`)."""
    if iri.startswith(IDS):
        return "/id/" + iri.removeprefix(IDS)
    if iri.startswith(NAMESPACE):
        return "/ns#" + iri.removeprefix(NAMESPACE)
    return iri if iri.startswith(("https://", "http://")) else None


def link(path: str, **parameters: object) -> str:
    """Write an address with parameters; those without a value are left out."""
    given = {name: str(value) for name, value in parameters.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


def page_number(request: Request) -> int:
    """Give which page of a list a request is for; 1 where it says nothing, or nonsense."""
    given = request.query_params.get("page", "1")
    return int(given) if given.isascii() and given.isdigit() and 1 <= len(given) <= 6 else 1


def last_page(count: int, size: int) -> int:
    """Give the number of the last page of a list, so many a page."""
    return max(1, -(-count // size))


def _words_for(source: Source) -> Mapping[str, Callable[[Assertion], str | None]]:
    """Give what puts an assertion in words, by the predicates of the graph."""
    known = source.graph.predicates
    return {
        "verb": lambda assertion: word_relation(assertion, known),
        "inverse": lambda assertion: word_inverse(assertion, known),
        "family": lambda assertion: family_of(assertion, known),
        "stance": _stance,
    }


def _stance(assertion: Assertion) -> str:
    """Say how the relation is stated, and on whose word: "Denied, according to Sergei Lavrov"."""
    stated = STANCES[stance_of(assertion)]
    if assertion.attribution is None:
        return stated
    return f"According to {assertion.attribution.label}"


def names_to_links(source: Source) -> Mapping[str, str]:
    """Give the page of each thing by its label, where only one is called so, and of each relation by its name."""
    links = {name: href(predicate_iri(name)) for name in source.graph.predicates}
    count = Counter(each.label for each in source.things)
    links |= {each.label: href(each.iri) for each in source.things if count[each.label] == 1}
    return {name: where for name, where in links.items() if where}
