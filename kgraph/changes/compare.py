"""Compares two graphs: finds the triples that they do not share, and what these mean.

Assertions and evidence have IRIs that are hashes of their content, so that a comparison of sorted lines finds what
differs; only that is then read. What is derived follows from the rest and is not compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.changes.difference import Alteration, Difference, Support, Values
from kgraph.changes.differing import THING, by_subject
from kgraph.changes.part import Part, read_part
from kgraph.changes.rereading import Said, find_rereadings
from kgraph.changes.walk import find_changes
from kgraph.errors import GraphError
from kgraph.explain import describe
from kgraph.graph import terms
from kgraph.graph.ordered import parse_lines
from kgraph.graph.read import from_graph
from kgraph.graph.sorted_file import SortedFile, sort_to_file
from kgraph.model import Assertion, Document, Evidence
from kgraph.vocab import evidence_iri, local_name, predicate_iri

__all__ = ["compare"]

_LINK = f" <{terms.EVIDENCE}> ".encode()


def compare(before: Iterable[Triple], after: Iterable[Triple]) -> Difference:
    """Find what the graph `after` has otherwise than `before`; each is sorted in a temporary file."""
    with sort_to_file(before) as one, sort_to_file(after) as other:
        return _Comparison(one, other).difference()


class _Comparison:
    """Two graphs, what they tell differently, and the assertions that this touches as each graph has them."""

    def __init__(self, one: SortedFile, other: SortedFile) -> None:
        self._one, self._other = one, other
        self._changes = find_changes(one, other)
        self._differing = by_subject(self._changes, one, other)
        assertions = {n.value for n, found in self._differing.items() if found.kind == terms.ASSERTION}
        touched = sorted(assertions | self._owners())
        self._before, self._after = read_part(one, touched), read_part(other, touched)
        known = {*self._before.predicates, *self._after.predicates}
        self._relations = frozenset(map(predicate_iri, known))

    def _owners(self) -> set[str]:
        """Find the assertions of the evidence that both graphs have and describe differently."""
        altered = {n for n in self._of_kind(terms.EVIDENCE_CLASS) if self._differing[n].is_altered}
        if not altered:
            return set()
        links = parse_lines(line for graph in (self._one, self._other) for line in graph if _LINK in line)
        return {str(link.subject)[1:-1] for link in links if link.object in altered}

    def _of_kind(self, *kinds: str) -> list[NamedNode]:
        found = (node for node, one in self._differing.items() if one.kind in kinds)
        return sorted(found, key=lambda node: node.value)

    def difference(self) -> Difference:
        """Say what differs."""
        gone, new = _said_only_in(self._before, self._after), _said_only_in(self._after, self._before)
        reread = find_rereadings(gone, new)
        gone = _without(gone, {pair.before for pair in reread})
        new = _without(new, {pair.after for pair in reread})
        both = self._before.assertions.keys() & self._after.assertions.keys()
        return Difference(
            gone=tuple(_only_in(self._before, self._after, gone)),
            new=tuple(_only_in(self._after, self._before, new)),
            reread=reread,
            support=tuple(self._support(both, gone, new)),
            documents_gone=self._documents(self._one, is_after=False),
            documents_new=self._documents(self._other, is_after=True),
            altered=tuple(self._alterations()),
            read_by_another=sum(
                one.is_altered and one.is_read_by_another for one in self._differing.values()
            ),
            other_gone=sum(not self._is_told(triple, self._before) for triple in self._changes.gone),
            other_new=sum(not self._is_told(triple, self._after) for triple in self._changes.new),
            documents={**self._before.documents, **self._after.documents},
            predicates={**self._before.predicates, **self._after.predicates},
            changes=self._changes,
        )

    def _support(self, both: Iterable[str], gone: list[Said], new: list[Said]) -> Iterator[Support]:
        """Give the assertions that both graphs have, with other evidence."""
        lost, gained = _by_assertion(gone), _by_assertion(new)
        for iri in sorted(both):
            assertion = self._after.assertions[iri]
            altered = tuple(self._altered_evidence(assertion))
            if iri in lost or iri in gained or altered:
                yield Support(
                    assertion=assertion,
                    gone=tuple(lost.get(iri, ())),
                    new=tuple(gained.get(iri, ())),
                    altered=altered,
                )

    def _altered_evidence(self, assertion: Assertion) -> Iterator[tuple[Evidence, tuple[Values, ...]]]:
        for evidence in assertion.evidence:
            one = self._differing.get(NamedNode(evidence_iri(assertion, evidence)))
            if one is not None and one.is_altered and not one.is_read_by_another:
                yield evidence, tuple(one.values())

    def _documents(self, graph: SortedFile, *, is_after: bool) -> tuple[Document, ...]:
        """Read the documents that one graph alone has, by id."""
        nodes = [node for node in self._of_kind(terms.DOCUMENT) if not self._differing[node].is_altered]
        only = [node for node in nodes if (self._differing[node].kind_before is None) == is_after]
        return tuple(sorted((d for node in only for d in _read_document(graph, node)), key=lambda d: d.id))

    def _alterations(self) -> Iterator[Alteration]:
        """Give what both graphs describe, and differently: documents, things, assertions (but their evidence)."""
        told_elsewhere = self._relations | {terms.EVIDENCE}
        for node in self._of_kind(terms.DOCUMENT, THING, terms.ASSERTION):
            values = tuple(self._differing[node].values(told_elsewhere))
            if self._differing[node].is_altered and values:
                yield Alteration(iri=node.value, label=self._label(node), values=values)

    def _label(self, node: NamedNode) -> str:
        if node.value in self._after.assertions:
            return describe(self._after.assertions[node.value], self._after.predicates)
        named = (terms.LABEL, terms.IDENTIFIER)
        values = (triple.object for triple in self._other.about(node) if triple.predicate.value in named)
        names = [value.value for value in values if isinstance(value, Literal)]
        return min(names, default=local_name(node.value))

    def _is_told(self, triple: Triple, part: Part) -> bool:
        """Tell whether the difference says this triple in some way."""
        one = self._differing.get(triple.subject) if isinstance(triple.subject, NamedNode) else None
        if one is None or one.kind is None:
            return False
        is_description = one.kind in (terms.DOCUMENT, THING) and triple.predicate.value not in self._relations
        return is_description or part.explains(triple)


def _said_only_in(part: Part, other: Part) -> list[Said]:
    """List each assertion at each place where the other graph does not have it."""
    said = [
        Said(iri=iri, assertion=one, evidence=e) for iri, one in part.assertions.items() for e in one.evidence
    ]
    there = {(iri, e.document_id, e.span) for iri, one in other.assertions.items() for e in one.evidence}
    return [one for one in said if (one.iri, *one.place) not in there]


def _without(said: Iterable[Said], left_out: Set[Said]) -> list[Said]:
    return [one for one in said if one not in left_out]


def _by_assertion(said: Iterable[Said]) -> dict[str, list[Evidence]]:
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in said:
        found[one.iri].append(one.evidence)
    return dict(found)


def _only_in(part: Part, other: Part, said: Iterable[Said]) -> Iterator[Assertion]:
    """Give the assertions that one graph alone has, with the evidence listed; not those that are all reread."""
    evidence = _by_assertion(said)
    for iri, assertion in part.assertions.items():
        if iri not in other.assertions and (iri in evidence or not assertion.evidence):
            yield assertion.with_evidence(tuple(evidence.get(iri, ())))


def _read_document(graph: SortedFile, node: NamedNode) -> tuple[Document, ...]:
    try:
        return from_graph(graph.about(node))[0]
    except GraphError:  # a document without an id
        return ()
