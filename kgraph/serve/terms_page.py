"""The ontology at `/ns`: its terms as a page, and as the triples that they are."""

import functools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kgraph.graph import terms
from kgraph.serve.accept import HTML, TRIPLES, choose
from kgraph.serve.pages import render
from kgraph.serve.results import Cell, cell_of
from kgraph.serve.turtle import write_triples
from kgraph.vocab import NAMESPACE, ONTOLOGY, PREFIXES

__all__ = ["ontology"]

FORMS: Mapping[str, str] = {"html": HTML, **{k: v for k, v in TRIPLES.items() if k != "html"}}
_DEFINITION, _EXAMPLE = PREFIXES["skos"] + "definition", PREFIXES["skos"] + "example"
_NOTES = (_DEFINITION, PREFIXES["skos"] + "scopeNote", PREFIXES["rdfs"] + "comment")
_FAMILY = NAMESPACE + "family"
_SECTIONS = (
    ("Relations", ("",)),
    ("Classes", (PREFIXES["owl"] + "Class",)),
    ("Other properties", (PREFIXES["owl"] + "ObjectProperty", PREFIXES["owl"] + "DatatypeProperty")),
    ("Annotations", (PREFIXES["owl"] + "AnnotationProperty",)),
    ("Values", (PREFIXES["owl"] + "NamedIndividual",)),
)
_About = Mapping[str, Sequence[ox.Triple]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term as it is shown."""

    name: str
    label: str
    definitions: tuple[str, ...]
    examples: tuple[str, ...]
    rows: tuple[tuple[Cell, list[Cell]], ...]


def ontology(request: Request) -> Response:
    """Show the terms, or give the ontology as it is written."""
    suffix = request.path_params.get("suffix")
    if suffix is not None and suffix not in FORMS:
        raise HTTPException(404, f"the terms are to be had as {', '.join(FORMS)}")
    style = suffix or choose(request, FORMS)
    if style == "html":
        response = render(request, "terms.html", ontology=_read())
    elif style == "ttl":
        response = Response(ONTOLOGY.read_bytes(), media_type=FORMS["ttl"])
    else:
        response = Response(write_triples(_triples(), style), media_type=FORMS[style])
    response.headers["Content-Location"] = f"/ns.{style}"
    response.headers["Vary"] = "Accept"
    return response


def _triples() -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(path=ONTOLOGY, format=ox.RdfFormat.TURTLE)]


@functools.cache
def _read() -> Mapping[str, object]:
    about = defaultdict(list)
    for triple in _triples():
        if isinstance(triple.subject, ox.NamedNode):
            about[triple.subject.value].append(triple)
    whole = NAMESPACE.removesuffix("#")
    dcterms = "http://purl.org/dc/terms/"
    return {
        "iri": whole,
        "title": _texts(about, whole, dcterms + "title")[0],
        "description": _texts(about, whole, dcterms + "description")[0],
        "version": _texts(about, whole, PREFIXES["owl"] + "versionInfo")[0],
        "sections": _sections(about),
    }


def _sections(about: _About) -> list[tuple[str, list[Term]]]:
    """Put each term under the first heading that it fits."""
    left = sorted(iri for iri in about if iri.startswith(NAMESPACE))
    sections = []
    for heading, kinds in _SECTIONS:
        found = [iri for iri in left if _fits(about, iri, kinds)]
        left = [iri for iri in left if iri not in found]
        sections.append((heading, [_read_term(about, iri) for iri in found]))
    return [*sections, ("Others", [_read_term(about, iri) for iri in left])]


def _fits(about: _About, iri: str, kinds: Sequence[str]) -> bool:
    if kinds == ("",):
        return bool(_texts(about, iri, _FAMILY))
    return not set(kinds).isdisjoint(_texts(about, iri, terms.TYPE))


def _texts(about: _About, iri: str, *predicates: str) -> tuple[str, ...]:
    found = (t.object for p in predicates for t in about[iri] if t.predicate.value == p)
    return tuple(value.value for value in found if isinstance(value, ox.NamedNode | ox.Literal))


def _read_term(about: _About, iri: str) -> Term:
    name = iri.removeprefix(NAMESPACE)
    ordered = sorted(about[iri], key=lambda t: (t.predicate.value, str(t.object)))
    rows = tuple(
        (Cell(text=predicate, iri=True), [cell_of(t.object) for t in triples])
        for predicate, triples in groupby(ordered, key=lambda t: t.predicate.value)
    )
    return Term(
        name=name,
        label=(*_texts(about, iri, terms.LABEL), name)[0],
        definitions=_texts(about, iri, *_NOTES),
        examples=_texts(about, iri, _EXAMPLE),
        rows=rows,
    )
