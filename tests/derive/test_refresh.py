"""A refreshed layer is the layer that is derived anew, whatever came or went."""

from collections.abc import Iterable

import handmade
from articles import article, said
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Triple

from kgraph.derive import derive, is_derived, refresh, strip
from kgraph.graph import terms
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.graph.terms import node
from kgraph.vocab import PREFIXES

BASE = tuple(dict.fromkeys(to_triples(handmade.all_readings())))
PLACES = [
    NamedNode(PREFIXES["id"] + name) for name in ("kunashir", "kuril-islands", "falkland-islands", "bakassi")
]
BROADER = node(PREFIXES["skos"] + "broader")
KINDS = [node(PREFIXES["kg"] + kind) for kind in ("State", "Territory")]
STEPS = [Triple(part, BROADER, whole) for part in PLACES for whole in PLACES]
TYPES = [Triple(place, node(terms.TYPE), kind) for place in PLACES for kind in KINDS]
DENIALS = [
    Triple(t.subject, node(terms.POLARITY), node(terms.POLARITIES[polarity]))
    for t in BASE
    if t.predicate.value == terms.POLARITY
    for polarity in terms.POLARITIES
]
ALL = (*BASE, *STEPS, *TYPES, *DENIALS)


ISLES = ("kunashir", "iturup", "habomai", "kurils")
NESTED = [
    frozenset(
        to_triples([article(f"{part}-{whole}", said(part, "partOf", whole), said("japan", "claims", part))])
    )
    for part in ISLES
    for whole in ISLES
    if part != whole
]


def layer(graph: Graph) -> set[Triple]:
    return {triple for triple in graph if is_derived(triple)}


def with_layer(triples: Iterable[Triple]) -> Graph:
    graph = Graph(triples)
    graph.apply(Change(new=frozenset(derive(graph))))
    return graph


def toggled(graph: Graph, triples: Iterable[Triple]) -> Change:
    wanted = set(triples)
    gone = frozenset(triple for triple in wanted if triple in graph)
    return Change(gone=gone, new=frozenset(wanted - gone))


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(ALL), min_size=1, max_size=8), min_size=1, max_size=4))
def test_after_any_changes_the_refreshed_layer_is_the_derived_one(changes: list[list[Triple]]) -> None:
    graph = with_layer(BASE)
    for triples in changes:
        change = toggled(graph, triples)
        graph.apply(change)
        graph.apply(refresh(graph, change.gone | change.new))
        assert layer(graph) == set(derive(graph))


@settings(max_examples=40)
@given(st.lists(st.integers(0, 2), min_size=1, max_size=6))
def test_documents_that_come_and_go_leave_the_layer_that_is_derived(order: list[int]) -> None:
    readings = handmade.all_readings()
    kept: set[int] = set()
    graph = Graph()
    for index in order:
        kept ^= {index}
        wanted = set(to_triples([readings[i] for i in sorted(kept)])) if kept else set()
        read = set(strip(graph))
        change = Change(gone=frozenset(read - wanted), new=frozenset(wanted - read))
        graph.apply(change)
        graph.apply(refresh(graph, change.gone | change.new))
        assert layer(graph) == set(derive(Graph(wanted)))


@settings(max_examples=60)
@given(st.lists(st.integers(0, len(NESTED) - 1), min_size=1, max_size=8))
def test_texts_on_what_lies_within_what_come_and_go_even_in_circles(order: list[int]) -> None:
    kept: set[int] = set()
    graph = Graph()
    for index in order:
        kept ^= {index}
        wanted = frozenset().union(*(NESTED[i] for i in kept))
        read = frozenset(strip(graph))
        graph.apply(Change(gone=read - wanted, new=wanted - read))
        graph.apply(refresh(graph, read ^ wanted))
        assert layer(graph) == set(derive(Graph(wanted)))


def test_nothing_changed_nothing_is_refreshed() -> None:
    graph = with_layer(BASE)
    assert not refresh(graph, ())
    assert not refresh(graph, BASE)


def test_what_is_derived_does_not_count_when_deriving_again() -> None:
    graph = with_layer(BASE)
    assert set(derive(graph)) == layer(graph) == set(derive(strip(graph)))
