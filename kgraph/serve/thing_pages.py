"""The page of each thing in the graph, and the same as Turtle, JSON-LD and N-Triples.

The address of a page is the thing's permalink: `/id/kunashir`, with a suffix that of one form of it. Without
one the client's wish decides, and Content-Location says where the form lies
(https://www.w3.org/TR/cooluris/, section 4.3, as one answer instead of a redirect and an answer).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.model import Assertion, Document, Evidence, evidence_id
from kgraph.serve.accept import HTML, TRIPLES, choose
from kgraph.serve.pages import last_page, page_number, render, term_labels, thing_path
from kgraph.serve.results import Cell, cell_of
from kgraph.serve.source import source_of
from kgraph.serve.things import (
    PAGE,
    Said,
    around,
    count_predicates,
    describe,
    find_assertions,
    is_assertion,
    kinds_of,
    label_of,
    read_assertions,
    subjects,
    values_of,
)
from kgraph.serve.turtle import write_triples
from kgraph.view.listed import describe_article
from kgraph.view.wording import KINDS
from kgraph.vocab import IDS, PREFIXES, Predicate, iri_of, local_name

__all__ = ["thing"]

FORMS: Mapping[str, str] = {"html": HTML, **{k: v for k, v in TRIPLES.items() if k != "html"}}
MANY = 200  # of something beside the assertions: names, what lies in a place, what is worked out
FOREMOST = {terms.DISPUTE, terms.CONTRADICTION}  # of what rules worked out
BACKGROUND: Mapping[str, str] = {
    terms.KIND: "Kind",
    terms.EXISTS_FROM: "Since",
    terms.EXISTS_UNTIL: "Until",
    PREFIXES["geo"] + "lat": "Latitude",
    PREFIXES["geo"] + "long": "Longitude",
    terms.EXACT_MATCH: "Elsewhere",
}
_Read = Sequence[tuple[str, Assertion]]


def thing(request: Request) -> Response:
    """Show what the graph says of a thing."""
    local, suffix = _split(request.path_params["local"])
    source = source_of(request)
    iri = iri_of(local)
    told = describe(source.graph, iri)
    if not told:
        raise HTTPException(404, f"the graph has nothing that is called {local[:80]!r}")
    style = suffix or choose(request, FORMS)
    response = _page(request, iri, told) if style == "html" else _file(source.graph, iri, style, request)
    where = thing_path(local)
    response.headers["Content-Location"] = f"{where}.{style}"
    response.headers["Vary"] = "Accept"
    response.headers["Link"] = ", ".join(
        f'<{where}.{name}>; rel="alternate"; type="{FORMS[name]}"' for name in FORMS if name != style
    )
    return response


def _split(local: str) -> tuple[str, str | None]:
    """Take the suffix of a form off a name."""
    name, dot, suffix = local.rpartition(".")
    return (name, suffix) if dot and name and suffix in FORMS else (local, None)


def _file(graph: Graph, iri: str, style: str, request: Request) -> Response:
    """Give the triples that a page shows: of the thing, of what is said of it, and what all that is called."""
    said = _on_page(find_assertions(graph, iri), page_number(request))
    triples = [*describe(graph, iri), *around(graph, (each.assertion for each in said))]
    for predicate in (terms.EVIDENCE, terms.IN_DOCUMENT, terms.NAME_OF, terms.DERIVED_FROM):
        for other in subjects(graph, predicate, iri)[:MANY]:
            triples += describe(graph, other)
    return Response(write_triples(triples, style), media_type=FORMS[style])


def _page(request: Request, iri: str, told: Sequence[Triple]) -> Response:
    graph = source_of(request).graph
    kinds = kinds_of(graph, iri)
    show = next((page for kind, page in PAGES.items() if kind in kinds), _show_other)
    local, derived = local_name(iri), _derived(graph, iri)
    disputes = [each for each in derived if not kinds_of(graph, each).isdisjoint(FOREMOST)]
    common: Common = {
        "iri": iri,
        "file": thing_path(local),
        "path": thing_path(local),
        "heading": label_of(graph, iri),
        "kind": _kind_words(kinds),
        "rows": list(_rows(told)),
        "derived": [each for each in derived if each not in disputes],
        "disputes": disputes,
        "open_triples": False,
    }
    return show(request, graph, iri, common)


def _kind_words(kinds: Iterable[str]) -> str:
    """Name the class of a thing by the most telling of its classes."""
    by_class = {PREFIXES["kg"] + kind.value: words for kind, words in KINDS.items()}
    ours = sorted(kind for kind in kinds if kind.startswith(PREFIXES["kg"]))
    known = [by_class[kind] for kind in ours if kind in by_class]
    own = [local_name(kind) for kind in ours if kind != terms.INFERRED]
    return (known or own or [terms.shorten(kind) for kind in sorted(kinds)] or ["Thing"])[0]


def _rows(told: Iterable[Triple]) -> Iterator[tuple[Cell, list[Cell]]]:
    """Put triples of one subject together by predicate."""
    ordered = sorted(told, key=lambda t: (t.predicate.value != terms.TYPE, t.predicate.value, str(t.object)))
    for predicate, triples in groupby(ordered, key=lambda t: t.predicate.value):
        yield Cell(text=predicate, iri=True), [cell_of(t.object) for t in triples]


def _derived(graph: Graph, iri: str) -> list[str]:
    """List what rules worked out of a thing, or about it."""
    found = (t.subject.value for t in graph.match(object=iri) if isinstance(t.subject, NamedNode))
    return sorted({each for each in found if terms.INFERRED in kinds_of(graph, each)})[:MANY]


def _on_page(found: Sequence[Said], page: int) -> Sequence[Said]:
    return found[(page - 1) * PAGE : page * PAGE]


Common = dict[str, Any]


def _show_entity(request: Request, graph: Graph, iri: str, common: Common) -> Response:
    found = find_assertions(graph, iri)
    role, predicate = request.query_params.get("role", ""), request.query_params.get("predicate", "")
    chosen = [s for s in found if s.role == role and local_name(s.predicate) == predicate] if role else found
    page = page_number(request)
    on_page = [each.assertion for each in _on_page(chosen, page)]
    read, documents = read_assertions(graph, tuple(dict.fromkeys(on_page)))
    return render(
        request,
        "entity.html",
        **common,
        entity=local_name(iri),
        known=graph.values(iri, terms.KNOWN) == ["true"],
        candidates=graph.values(iri, terms.CANDIDATE),
        names=_names(graph, iri),
        background=[(Cell(text=words), c) for p, words in BACKGROUND.items() if (c := _cells(graph, iri, p))],
        lies_in=graph.values(iri, terms.BROADER),
        holds=subjects(graph, terms.BROADER, iri)[:MANY],
        total=len({each.assertion for each in chosen}),
        facets=list(_facets(graph, iri, found, role, predicate)),
        chosen=bool(role),
        statements=list(read.items()),
        documents=documents,
        unread=len(set(on_page)) - len(read),
        page=page,
        last=last_page(len(chosen), PAGE),
        parameters={"role": role, "predicate": predicate},
    )


def _cells(graph: Graph, iri: str, predicate: str) -> list[Cell]:
    return [cell_of(value) for value in values_of(graph, iri, predicate)]


def _facets(
    graph: Graph, of: str, found: Sequence[Said], role: str, predicate: str
) -> Iterator[Mapping[str, object]]:
    """List what can be chosen: parts and predicates, in words, with their counts."""
    called = label_of(graph, of)
    for (part, iri), count in count_predicates(found).items():
        name = local_name(iri)
        yield {
            "role": part,
            "predicate": name,
            "words": _facet_words(part, graph.predicates.get(name), name, called),
            "count": count,
            "chosen": (part, name) == (role, predicate),
        }


def _facet_words(part: str, known: Predicate | None, name: str, called: str) -> str:
    """Say what a thing called so has to do with a relation: "claims …", "is claimed by …"."""
    verb = known.verb_phrase if known else name
    back = known.inverse_verb_phrase if known and not known.symmetric else None
    words = {
        "subject": f"{verb} …",
        "object": f"{back} …" if back else f"… {verb} {called}",
        "about": f"{verb}, about {called}",
    }
    return words.get(part, f"says: {verb}")


def _names(graph: Graph, iri: str) -> Mapping[str, object]:
    """Sort the names of a thing: those in the texts, those that parties use, and the others of the gazetteer."""
    literals = [v for v in values_of(graph, iri, terms.ALT_LABEL) if isinstance(v, Literal)]
    parties: dict[str, list[Cell]] = {}
    for name in subjects(graph, terms.NAME_OF, iri):
        for party in graph.values(name, terms.NAME_USED_BY):
            parties.setdefault(party, []).extend(_cells(graph, name, terms.NAME_TEXT))
    used = {(cell.text, cell.lang) for cells in parties.values() for cell in cells}
    others = [cell_of(v) for v in literals if v.language and (v.value, v.language) not in used]
    return {
        "texts": [v.value for v in literals if not v.language][:MANY],
        "parties": sorted(parties.items()),
        "others": others[:MANY],
    }


def _show_assertion(request: Request, graph: Graph, iri: str, common: Common) -> Response:
    read, documents = read_assertions(graph, (iri,))
    if iri not in read:
        return _show_other(request, graph, iri, common)
    assertion = read[iri]
    others, other_documents = read_assertions(graph, _same_relation(graph, iri))
    rivals, rival_documents = read_assertions(graph, _rivals(graph, iri))
    return render(
        request,
        "assertion.html",
        **common | {"heading": _title(graph, assertion)},
        assertion=assertion,
        plain=_plain(assertion),
        documents=documents,
        others=list(others.items()),
        other_documents=other_documents,
        rivals=list(rivals.items()),
        rival_documents=rival_documents,
    )


def _plain(assertion: Assertion) -> Assertion:
    """Give the relation without its qualifiers, for a heading."""
    return Assertion(subject=assertion.subject, predicate=assertion.predicate, object=assertion.object)


def _title(graph: Graph, assertion: Assertion) -> str:
    from kgraph.explain import describe as in_words

    return in_words(assertion, graph.predicates)


def _relation(graph: Graph, iri: str) -> tuple[str, ...]:
    """Give subject, predicate and object of an assertion; empty where one is missing."""
    properties = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
    return tuple(next(iter(graph.values(iri, each)), "") for each in properties)


def _same_relation(graph: Graph, iri: str) -> list[str]:
    """Find the assertions with the same subject, predicate and object."""
    subject, *rest = _relation(graph, iri)
    found = subjects(graph, terms.SUBJECT, subject)
    same = (one for one in found if one != iri and _relation(graph, one)[1:] == tuple(rest))
    return [one for one in same if is_assertion(graph, one)][:PAGE]


def _rivals(graph: Graph, iri: str) -> list[str]:
    """Find the assertions of the same relation to the same object by others, where the object is a thing."""
    subject, predicate, value = _relation(graph, iri)
    if not value.startswith(IDS):
        return []
    found = ((one, _relation(graph, one)) for one in subjects(graph, terms.OBJECT, value))
    others = (one for one, (who, how, _) in found if how == predicate and who != subject)
    return [one for one in others if is_assertion(graph, one)][:PAGE]


def _show_evidence(request: Request, graph: Graph, iri: str, common: Common) -> Response:
    supported = subjects(graph, terms.EVIDENCE, iri)
    read, documents = read_assertions(graph, supported)
    supports = [(one, each, e) for one, each in read.items() for e in _evidence_of(each, iri)]
    if not supports:
        return _show_other(request, graph, iri, common)
    evidence = supports[0][2]
    document = documents.get(evidence.document_id)
    beside = _in_same_sentence(graph, iri, evidence)
    others, _ = read_assertions(graph, [one for one in beside if one not in read])
    return render(
        request,
        "evidence.html",
        **common | {"kind": "Evidence"},
        supports=supports,
        documents=documents,
        document=document,
        beside=list(others.items()),
    )


def _evidence_of(assertion: Assertion, iri: str) -> list[Evidence]:
    local = local_name(iri)
    return [e for e in assertion.evidence if evidence_id(assertion, e) == local]


def _in_same_sentence(graph: Graph, iri: str, evidence: Evidence) -> list[str]:
    """Find the assertions that rest on the same words of the same document."""
    place = str(evidence.span.start), str(evidence.span.end)
    found: list[str] = []
    for document in graph.values(iri, terms.IN_DOCUMENT):
        for other in subjects(graph, terms.IN_DOCUMENT, document):
            here = (*graph.values(other, terms.START), *graph.values(other, terms.END))
            if here == place:
                found += subjects(graph, terms.EVIDENCE, other)
    return sorted(set(found))


def _show_document(request: Request, graph: Graph, iri: str, common: Common) -> Response:
    evidence = subjects(graph, terms.IN_DOCUMENT, iri)
    assertions = sorted({a for e in evidence for a in subjects(graph, terms.EVIDENCE, e)})
    read, documents = read_assertions(graph, assertions)
    document = next((d for d in documents.values()), None) or _document(graph, iri)
    sentences = _by_sentence(read.items(), document.id)
    page = page_number(request)
    return render(
        request,
        "document.html",
        **common | {"kind": "Document"},
        document=document,
        url=describe_article(document)["url"],
        sentences=sentences[(page - 1) * PAGE : page * PAGE],
        total=len(sentences),
        page=page,
        last=last_page(len(sentences), PAGE),
    )


def _document(graph: Graph, iri: str) -> Document:
    """Read a document that no assertion rests on."""
    from kgraph.graph.read import from_graph

    documents, _ = from_graph(describe(graph, iri))
    return documents[0]


def _by_sentence(
    read: Iterable[tuple[str, Assertion]], document: str
) -> list[list[tuple[str, Assertion, Evidence]]]:
    """Put the readings of a document together by sentence, in its order."""
    places = ((iri, one, e) for iri, one in read for e in one.evidence if e.document_id == document)
    ordered = sorted(places, key=lambda place: (place[2].span, place[0]))
    return [list(group) for _, group in groupby(ordered, key=lambda place: place[2].span)]


def _show_other(request: Request, graph: Graph, iri: str, common: Common) -> Response:
    """Show what is none of these: what a rule worked out, a party's name, the software, a broken assertion."""
    rests_on = [t for t in graph.values(iri, terms.DERIVED_FROM) if terms.ASSERTION in kinds_of(graph, t)]
    read, documents = read_assertions(graph, rests_on[:PAGE])
    rule = next(iter(graph.values(iri, terms.DERIVED_BY)), None)
    facts = [(_named(name), cells) for name, cells in common["rows"] if name.text not in _NOT_SHOWN]
    return render(
        request,
        "other.html",
        **common | {"open_triples": rule is None},
        rule=rule,
        facts=[(name, [_named(cell) for cell in cells]) for name, cells in facts],
        statements=list(read.items()),
        documents=documents,
    )


_NOT_SHOWN = {terms.TYPE, terms.PREDICATE, terms.DERIVED_FROM, terms.DERIVED_BY}
_WORDS = {terms.SUBJECT: "subject", terms.OBJECT: "object"}


def _named(cell: Cell) -> Cell:
    """Give a term of the ontology by its label, as text."""
    words = _WORDS.get(cell.text, term_labels().get(cell.text)) if cell.iri else None
    return replace(cell, text=words, iri=False) if words else cell


Show = Callable[[Request, Graph, str, Common], Response]
PAGES: Mapping[str, Show] = {
    terms.INFERRED: _show_other,
    terms.ASSERTION: _show_assertion,
    terms.EVIDENCE_CLASS: _show_evidence,
    terms.DOCUMENT: _show_document,
    **{PREFIXES["kg"] + kind.value: _show_entity for kind in KINDS},
}
