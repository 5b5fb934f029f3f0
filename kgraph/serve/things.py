"""What a graph says of one thing: the triples around it, and the assertions among them.

Everything is found by patterns and in bounded pages, so a thing of which much is said costs little more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.read import from_graph
from kgraph.graph.store import Graph
from kgraph.graph.terms import Value
from kgraph.model import Assertion, Document
from kgraph.vocab import IDS, NAMESPACE, local_name

__all__ = [
    "PAGE",
    "ROLES",
    "Role",
    "Said",
    "Value",
    "around",
    "describe",
    "find_assertions",
    "is_assertion",
    "kinds_of",
    "label_of",
    "read_assertions",
    "subjects",
]

PAGE = 50  # assertions on one page
MANY_SAID = 2000  # from here on the order is not by name
_LABELS = (terms.LABEL, terms.HEADLINE, terms.NAME_TEXT, terms.EXACT, terms.IDENTIFIER)
_OF_AN_ENTITY = (terms.TYPE, terms.LABEL, terms.KNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a thing can be in an assertion: the property, and the heading under which it is shown."""

    property: str
    name: str


ROLES = (
    Role(property=terms.SUBJECT, name="subject"),
    Role(property=terms.OBJECT, name="object"),
    Role(property=terms.ABOUT, name="about"),
    Role(property=terms.ATTRIBUTED_TO, name="speaker"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An assertion in which a thing has its part: the IRIs of both, and that of the predicate."""

    assertion: str
    role: str
    predicate: str


def describe(graph: Graph, iri: str) -> list[Triple]:
    """Give the triples whose subject the thing is."""
    return list(graph.match(subject=iri))


def kinds_of(graph: Graph, iri: str) -> frozenset[str]:
    """Give the IRIs of the classes of a thing."""
    return frozenset(graph.values(iri, terms.TYPE))


def is_assertion(graph: Graph, iri: str) -> bool:
    """Tell an assertion from what rules worked out, which has a subject and an object as well."""
    return terms.ASSERTION in kinds_of(graph, iri)


def label_of(graph: Graph, iri: str) -> str:
    """Give what to call a thing: its label, else its title or words, else what it says, else the end of its IRI."""
    for term in _LABELS:
        found = graph.values(iri, term)
        if found:
            return found[0]
    if iri.startswith(IDS):
        return _what_it_says(graph, iri) or local_name(iri)
    return terms.shorten(iri) if ":" in iri else iri  # mere words


def _what_it_says(graph: Graph, iri: str) -> str:
    """Put what a rule worked out in words: "Belief: Israel occupies Golan Heights"; "" for anything else."""
    kinds = sorted(kinds_of(graph, iri) - {terms.INFERRED})
    if not kinds or terms.INFERRED not in kinds_of(graph, iri):
        return ""
    parts = [graph.values(iri, term)[:1] for term in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)]
    matters = (each for term in (terms.OVER, terms.FIRST_APPEARANCE) for each in graph.values(iri, term))
    over = [label_of(graph, each) for each in matters]
    said = " ".join(_word(graph, each) for part in parts for each in part) or ", ".join(over)
    return f"{local_name(kinds[0])}: {said}" if said else ""


def _word(graph: Graph, iri: str) -> str:
    known = graph.predicates.get(local_name(iri)) if iri.startswith(NAMESPACE) else None
    return known.verb_phrase if known else label_of(graph, iri)


def subjects(graph: Graph, predicate: str, value: str) -> list[str]:
    """Give the IRIs of what has this value, sorted."""
    found = graph.match(predicate=predicate, object=value)
    return sorted({t.subject.value for t in found if isinstance(t.subject, NamedNode)})


def find_assertions(graph: Graph, iri: str) -> list[Said]:
    """Find every assertion that the thing has a part in: by part, predicate, the name of the other side, time.

    Of very many the names are not looked up, and the IRIs of the assertions give the order.
    """
    found = [
        Said(assertion=assertion, role=role.name, predicate=predicate)
        for role in ROLES
        for assertion in subjects(graph, role.property, iri)
        if is_assertion(graph, assertion)
        for predicate in (graph.values(assertion, terms.PREDICATE) or [""])[:1]
    ]
    order = {role.name: place for place, role in enumerate(ROLES)}
    named = len(found) <= MANY_SAID

    def place(said: Said) -> tuple[int, str, tuple[str, ...], str]:
        other = _other_side(graph, said) if named else ()
        return order[said.role], said.predicate, other, said.assertion

    return sorted(found, key=place)


def _other_side(graph: Graph, said: Said) -> tuple[str, ...]:
    """Give the name of what else is in an assertion, and its time."""
    sides = [terms.SUBJECT, terms.OBJECT] if said.role != "subject" else [terms.OBJECT]
    names = [label_of(graph, v) for side in sides for v in graph.values(said.assertion, side)[:1]]
    return (*names, *graph.values(said.assertion, terms.TIME_TEXT)[:1])


def count_predicates(found: Iterable[Said]) -> Mapping[tuple[str, str], int]:
    """Count the assertions by part and predicate."""
    return Counter((each.role, each.predicate) for each in found)


def around(graph: Graph, assertions: Iterable[str]) -> Iterator[Triple]:
    """Give assertions with their evidence, the documents of these, and what the things in them are called."""
    for assertion in assertions:
        told = describe(graph, assertion)
        yield from told
        for triple in told:
            if triple.predicate.value == terms.EVIDENCE and isinstance(triple.object, NamedNode):
                yield from _evidence(graph, triple.object.value)
            elif isinstance(triple.object, NamedNode):
                yield from names(graph, triple.object.value)


def _evidence(graph: Graph, iri: str) -> Iterator[Triple]:
    told = describe(graph, iri)
    yield from told
    for triple in told:
        if triple.predicate.value == terms.IN_DOCUMENT and isinstance(triple.object, NamedNode):
            yield from describe(graph, triple.object.value)


def names(graph: Graph, iri: str) -> Iterator[Triple]:
    """Give what a thing is and is called: as much as makes an entity, and no alternative names."""
    if not iri.startswith(IDS):
        return
    for term in _OF_AN_ENTITY:
        yield from graph.match(subject=iri, predicate=term)


def read_assertions(graph: Graph, iris: Sequence[str]) -> tuple[dict[str, Assertion], Mapping[str, Document]]:
    """Read assertions by their IRIs, in the order given, with the documents that say them by id.

    One that lacks what makes an assertion is left out: the page of its triples shows what it has.
    """
    read: dict[str, Assertion] = {}
    documents: dict[str, Document] = {}
    for iri in iris:
        try:
            found, assertions = from_graph(around(graph, (iri,)))
        except (GraphError, ValueError):
            continue
        if assertions:
            read[iri] = assertions[0]
        documents |= {each.id: each for each in found}
    return read, documents


def values_of(graph: Graph, iri: str, term: str) -> list[Value]:
    """Give the values of a property with their languages, in the order of the alphabet."""
    found = (t.object for t in graph.match(subject=iri, predicate=term))
    return sorted((v for v in found if isinstance(v, NamedNode | Literal)), key=str)
