"""Graphs put together: a set union, in any order and any number of times the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from kgraph.assemble import choose_label
from kgraph.derive import derive, is_derived
from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.graph.terms import boolean, node, text

__all__ = ["Merged"]


class Merged:
    """The union of graphs, gone through any number of times; a triple may come several times.

    A thing that they call differently ends with one label, as if one graph had been made of all their documents: the
    longest, of several the first by code points; what else it is called becomes another name of it. Where one of the
    graphs knows the thing by the gazetteer, that one's label wins. What is derived is left out, and derived anew from
    the union where one of the graphs had it.

    Attributes:
        texts_differ: the IRIs of documents that the graphs have with different texts, sorted.
    """

    def __init__(self, graphs: Sequence[Iterable[Triple]]) -> None:
        self._graphs = graphs
        self._had_derived = False
        self._digests: defaultdict[str, set[str]] = defaultdict(set)
        called: defaultdict[NamedNode, _Called] = defaultdict(_Called)
        for graph in graphs:
            self._look_at(graph, called)
        self._settled = {thing: names for thing, names in called.items() if names.differ}
        self.texts_differ = tuple(sorted(iri for iri, texts in self._digests.items() if len(texts) > 1))
        self._derived = tuple(derive(Graph(self._read_layer()))) if self._had_derived else ()

    def _look_at(self, graph: Iterable[Triple], called: defaultdict[NamedNode, "_Called"]) -> None:
        labels: defaultdict[NamedNode, set[str]] = defaultdict(set)
        known: dict[NamedNode, bool] = {}
        for triple in graph:
            subject, value, predicate = triple.subject, triple.object, triple.predicate.value
            self._had_derived = self._had_derived or is_derived(triple)
            if not isinstance(value, Literal) or not isinstance(subject, NamedNode):
                continue
            if predicate == terms.KNOWN:
                known[subject] = known.get(subject, False) or value.value == "true"
            elif predicate == terms.LABEL and value.language is None:
                labels[subject].add(value.value)
            elif predicate == terms.TEXT_DIGEST:
                self._digests[subject.value].add(value.value)
        for thing, is_known in known.items():
            called[thing].add(labels[thing], is_known=is_known)

    def __iter__(self) -> Iterator[Triple]:
        yield from self._read_layer()
        yield from self._derived

    def _read_layer(self) -> Iterator[Triple]:
        for graph in self._graphs:
            for triple in graph:
                if not is_derived(triple) and not self._is_settled(triple):
                    yield triple
        for thing, names in self._settled.items():
            yield from names.triples(thing)

    def _is_settled(self, triple: Triple) -> bool:
        names = self._settled.get(triple.subject) if isinstance(triple.subject, NamedNode) else None
        return names is not None and names.settle(triple)


@dataclass(slots=True)
class _Called:
    """What graphs call a thing, and whether they know it by the gazetteer."""

    labels: set[str] = field(default_factory=set)
    known_labels: set[str] = field(default_factory=set)  # of those graphs that know it
    known: set[bool] = field(default_factory=set)

    def add(self, labels: set[str], *, is_known: bool) -> None:
        """Take in what one graph calls it."""
        self.labels |= labels
        self.known.add(is_known)
        if is_known:
            self.known_labels |= labels

    @property
    def differ(self) -> bool:
        """Tell whether there is anything to settle."""
        return len(self.labels) > 1 or len(self.known) > 1

    @property
    def _label(self) -> str:
        return choose_label(self.known_labels or self.labels)

    def settle(self, triple: Triple) -> bool:
        """Tell whether `triples` says what this triple says, or something better."""
        predicate, value = triple.predicate.value, triple.object
        if predicate == terms.CANDIDATE:  # what an unknown thing may be
            return True in self.known
        is_name = isinstance(value, Literal) and value.language is None and value.value in self.labels
        return predicate == terms.KNOWN or (is_name and predicate in (terms.LABEL, terms.ALT_LABEL))

    def triples(self, thing: NamedNode) -> Iterator[Triple]:
        """Give the one label, the other names, and whether it is known."""
        yield Triple(thing, node(terms.KNOWN), boolean(True in self.known))
        if self.labels:
            yield Triple(thing, node(terms.LABEL), text(self._label))
            for name in self.labels - {self._label}:
                yield Triple(thing, node(terms.ALT_LABEL), text(name))
