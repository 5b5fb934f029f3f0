"""What the rules reason from: the assertions of a graph, each with its voice, its time and where it stands.

The same records come from a whole graph, read in one pass, and from the few nodes that a change touched, looked up
one by one: a rule does not see which.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple

from kgraph.derive.layer import is_conclusion
from kgraph.graph import terms
from kgraph.graph.draft import Draft
from kgraph.graph.store import Graph
from kgraph.graph.terms import Value, node
from kgraph.model import Past, told_past
from kgraph.vocab import NAMESPACE, PREFIXES, predicate_iri

__all__ = [
    "BROADER",
    "PART_OF",
    "READ",
    "STATE",
    "TERRITORY",
    "Content",
    "Facts",
    "Pattern",
    "Properties",
    "Said",
    "Support",
    "contents",
    "first",
    "properties_of",
]

Properties = Mapping[str, list[Value]]
Pattern = tuple[tuple[str, Value], ...]  # properties of an assertion, as IRIs, with their values

BROADER = PREFIXES["skos"] + "broader"
PART_OF = predicate_iri("partOf")
STATE, TERRITORY = NAMESPACE + "State", NAMESPACE + "Territory"

_OF_ASSERTION = (
    *(terms.SUBJECT, terms.PREDICATE, terms.OBJECT, terms.ABOUT, terms.ABOUT_TEXT, terms.POLARITY),
    *(
        terms.MODALITY,
        terms.ATTRIBUTED_TO,
        terms.TIME_TEXT,
        terms.VALID_FROM,
        terms.VALID_UNTIL,
        terms.EVIDENCE,
    ),
)
_OF_EVIDENCE = (terms.IN_DOCUMENT, terms.CONFIDENCE, terms.EXACT, terms.PAST)
_OF_DOCUMENT = (terms.PUBLISHER, terms.PUBLISHED, terms.TEXT_DIGEST, terms.TEXT_SIGNATURE)
_OF_THING = (terms.TYPE, BROADER, PART_OF, terms.EXISTS_UNTIL)
READ = frozenset((*_OF_ASSERTION, *_OF_EVIDENCE, *_OF_DOCUMENT, *_OF_THING))


class Content(NamedTuple):
    """What an assertion speaks of, whoever says it, when, and whether it says or denies it."""

    subject: NamedNode
    predicate: NamedNode
    object: Value
    about: Value | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """One evidence: where it stands, in whose publication, and how probably it is read right."""

    document: str
    publisher: str | None
    published: str | None  # ISO 8601 day
    digest: str | None
    signature: str | None  # by which near copies are told
    quotation: str
    confidence: float
    past: Past | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """An assertion of the graph. Days are ISO 8601, whose order is that of their text."""

    iri: NamedNode
    content: Content
    positive: bool
    actual: bool
    voice: NamedNode | None  # whose word it is; None: the text's own
    time: str | None
    first: str | None  # None: open, or unknown
    last: str | None
    supports: tuple[Support, ...]

    @property
    def plain(self) -> bool:
        """Tell whether it may stand as a bare triple: positive, actual, in the text's own voice or a party's own.

        As `kgraph.graph.rdf.may_be_plain`, but for symmetric relations, from which no rule here starts.
        """
        return self.positive and self.actual and self.voice in (None, self.content.subject)

    @property
    def reported(self) -> tuple[str, str] | None:
        """Give the first and the last day on which a document that says it appeared; None where none is dated."""
        days = sorted(s.published for s in self.supports if s.published)
        return (days[0], days[-1]) if days else None

    @property
    def past(self) -> Past | None:
        """Give how all that say so tell it in the past tense; None where one does not."""
        return told_past(s.past for s in self.supports)


class Facts:
    """The assertions and the background of a graph, read as far as they are asked for."""

    def __init__(self, graph: Graph | Draft) -> None:
        self.graph = graph
        self._kept: dict[NamedNode, Properties] = {}  # of what was read whole
        self._looked_up: dict[tuple[NamedNode, tuple[str, ...]], Properties] = {}
        self._said: dict[NamedNode, Said | None] = {}
        self._found: dict[Pattern, list[NamedNode]] = {}
        self.whole = False

    @classmethod
    def of_all(cls, graph: Graph | Draft) -> "Facts":
        """Read the whole graph, property by property: a third of the time of looking up node after node."""
        facts = cls(graph)
        kept: defaultdict[NamedNode, dict[str, list[Value]]] = defaultdict(dict)
        for predicate in READ:
            for triple in graph.match(predicate=node(predicate)):
                if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                    kept[triple.subject].setdefault(predicate, []).append(triple.object)
        facts._kept, facts.whole = dict(kept), True
        return facts

    @classmethod
    def of_some(cls, graph: Graph, assertions: Iterable[NamedNode]) -> "Facts":
        """Read some assertions with all that they rest on: in a quarter of the time of single lookups."""
        facts = cls(graph)
        evidence = {e for one in assertions for e in facts._keep(one).get(terms.EVIDENCE, ())}
        facts._kept |= _read_evidence(graph, evidence)
        return facts

    def _keep(self, thing: NamedNode) -> Properties:
        if thing not in self._kept:
            self._kept[thing] = properties_of(self.graph.match(thing)).get(thing, {})
        return self._kept[thing]

    def properties(self, thing: NamedNode, wanted: tuple[str, ...] = _OF_THING) -> Properties:
        """Give the values of a node's properties, as far as rules ask for them.

        Args:
            thing: any node.
            wanted: the properties, looked up one by one: a state has thousands of others, a deep place hundreds.
        """
        if self.whole or thing in self._kept:
            return self._kept.get(thing, {})
        if (thing, wanted) not in self._looked_up:
            self._looked_up[thing, wanted] = self._look_up(thing, wanted)
        return self._looked_up[thing, wanted]

    def _look_up(self, thing: NamedNode, wanted: tuple[str, ...]) -> Properties:
        found: dict[str, list[Value]] = {}
        for predicate in wanted:
            for triple in self.graph.match(thing, node(predicate)):
                if isinstance(triple.object, NamedNode | Literal):
                    found.setdefault(predicate, []).append(triple.object)
        return found

    def all_said(self) -> list[Said]:
        """Give every assertion, by IRI; from a graph read whole."""
        nodes = sorted((n for n, p in self._kept.items() if terms.POLARITY in p), key=str)
        return [said for said in map(self.said, nodes) if said is not None]

    def places(self) -> Iterable[NamedNode]:
        """Give every node that is a territory."""
        if self.whole:
            return [n for n, p in self._kept.items() if node(TERRITORY) in p.get(terms.TYPE, ())]
        found = (triple.subject for triple in self.graph.match(None, node(terms.TYPE), node(TERRITORY)))
        return (place for place in found if isinstance(place, NamedNode))

    def said(self, iri: NamedNode) -> Said | None:
        """Give an assertion; None where there is none, or something without which it is none is missing."""
        if iri not in self._said:
            self._said[iri] = self._read(iri)
        return self._said[iri]

    def find(self, values: Pattern, relations: Iterable[str] = ()) -> list[Said]:
        """Look up the assertions that have these values, and one of these relations where any is named; by IRI."""
        if values not in self._found:
            self._found[values] = self._having(values)
        counted = [node(relation) for relation in relations]
        found = [iri for iri in self._found[values] if not counted or self._has_relation(iri, counted)]
        return [said for said in map(self.said, sorted(found, key=str)) if said is not None]

    def _has_relation(self, iri: NamedNode, relations: Iterable[NamedNode]) -> bool:
        asked = (t.object for t in self.graph.match(iri, node(terms.PREDICATE)))
        return not set(asked).isdisjoint(relations)

    def _having(self, values: Pattern) -> list[NamedNode]:
        """Find the nodes that have all the values.

        The lookups are taken step by step in turn, until the rarest comes to its end: a state that thousands of
        assertions speak of costs no more than the islet in the same assertion.
        """
        lookups: list[tuple[str, Iterator[Triple], list[NamedNode]]] = [
            (role, self.graph.match(predicate=node(role), object=value), []) for role, value in values
        ]
        while True:
            for rare, lookup, seen in lookups:
                triple = next(lookup, None)
                if triple is None:
                    others = [(node(role), value) for role, value in values if role != rare]
                    return [s for s in seen if all(Triple(s, *other) in self.graph for other in others)]
                if isinstance(triple.subject, NamedNode) and not is_conclusion(triple.subject):
                    seen.append(triple.subject)

    def _read(self, iri: NamedNode) -> Said | None:
        if is_conclusion(iri):
            return None
        values = self.properties(iri, _OF_ASSERTION)
        content = _content(values)
        if content is None or terms.POLARITY not in values or terms.MODALITY not in values:
            return None
        voice = first(values, terms.ATTRIBUTED_TO)
        return Said(
            iri=iri,
            content=content,
            positive=first(values, terms.POLARITY) == node(terms.POSITIVE),
            actual=first(values, terms.MODALITY) == node(terms.ACTUAL),
            voice=voice if isinstance(voice, NamedNode) else None,
            time=_text(values, terms.TIME_TEXT),
            first=_text(values, terms.VALID_FROM),
            last=_text(values, terms.VALID_UNTIL),
            supports=tuple(sorted(self._supports(values), key=lambda s: (s.document, s.quotation))),
        )

    def _supports(self, values: Properties) -> Iterator[Support]:
        for evidence in values.get(terms.EVIDENCE, ()):
            if isinstance(evidence, NamedNode):
                yield self._support(self.properties(evidence, _OF_EVIDENCE))

    def _support(self, values: Properties) -> Support:
        document = first(values, terms.IN_DOCUMENT)
        if not isinstance(document, NamedNode):
            document = None
        about = self.properties(document, _OF_DOCUMENT) if document else {}
        return Support(
            document=document.value if document else "",
            publisher=_text(about, terms.PUBLISHER),
            published=_text(about, terms.PUBLISHED),
            digest=_text(about, terms.TEXT_DIGEST),
            signature=_text(about, terms.TEXT_SIGNATURE),
            quotation=_text(values, terms.EXACT) or "",
            confidence=max((_share(t) for t in values.get(terms.CONFIDENCE, ())), default=0.0),
            past=Past.read(_text(values, terms.PAST)),
        )


def _read_evidence(graph: Graph, evidence: Iterable[Value]) -> dict[NamedNode, Properties]:
    """Read what rules ask of evidence, that is whole; of the twenty properties of each only these, by one query."""
    names = [f"?value{number}" for number, _ in enumerate(_OF_EVIDENCE)]
    have = " ".join(
        f"?e <{p}> {name} ." if p != terms.PAST else f"OPTIONAL {{ ?e <{p}> {name} }}"
        for p, name in zip(_OF_EVIDENCE, names, strict=True)
    )
    nodes = " ".join(sorted(str(one) for one in evidence if isinstance(one, NamedNode)))
    found = graph.solve(f"SELECT ?e {' '.join(names)} WHERE {{ VALUES ?e {{ {nodes} }} {have} }}")
    kept: dict[NamedNode, dict[str, list[Value]]] = {}
    assert isinstance(found, QuerySolutions)  # noqa: S101 - it is a SELECT
    for row in found:
        properties = kept.setdefault(row[0], {})
        for predicate, value in zip(_OF_EVIDENCE, list(row)[1:], strict=True):
            if value is not None:
                properties.setdefault(predicate, []).append(value)
    return dict(kept)


def first(values: Properties, predicate: str) -> Value | None:
    """Give the value of a property; of several, which only a merge leaves, the first in the alphabet."""
    found = values.get(predicate)
    if not found:
        return None
    return found[0] if len(found) == 1 else min(found, key=str)


def _share(value: Value) -> float:
    """Read a number from 0 to 1; what is none, which validation complains of, bears nothing out."""
    try:
        number = float(value.value)
    except ValueError:
        return 0.0
    return number if 0 <= number <= 1 else 0.0


def _text(values: Properties, predicate: str) -> str | None:
    found = first(values, predicate)
    return found.value if found is not None else None


def _content(values: Properties) -> Content | None:
    subject, predicate = first(values, terms.SUBJECT), first(values, terms.PREDICATE)
    value = first(values, terms.OBJECT)
    if not (isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)) or value is None:
        return None
    about = first(values, terms.ABOUT) or first(values, terms.ABOUT_TEXT)
    return Content(subject, predicate, value, about)


def contents(values: Properties) -> Iterator[Content]:
    """Give every content that a node's values can be put together to."""
    subjects, predicates = (_named(values, role) for role in (terms.SUBJECT, terms.PREDICATE))
    abouts = [None, *values.get(terms.ABOUT, ()), *values.get(terms.ABOUT_TEXT, ())]
    for parts in product(subjects, predicates, values.get(terms.OBJECT, ()), abouts):
        yield Content(*parts)


def _named(values: Properties, predicate: str) -> list[NamedNode]:
    return [value for value in values.get(predicate, ()) if isinstance(value, NamedNode)]


def properties_of(triples: Iterable[Triple]) -> dict[NamedNode, dict[str, list[Value]]]:
    """Sort triples by their subject and property, as `Facts.properties` does."""
    found: defaultdict[NamedNode, dict[str, list[Value]]] = defaultdict(dict)
    for triple in triples:
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            found[triple.subject].setdefault(triple.predicate.value, []).append(triple.object)
    return found
