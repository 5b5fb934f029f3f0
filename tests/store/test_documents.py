"""A graph that documents come into and leave is at any time the graph that its documents make."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import OWN, readings
from pyoxigraph import NamedNode, Triple

from kgraph.derive import derive
from kgraph.gazetteer import Gazetteer
from kgraph.graph.draft import Draft
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import to_turtle
from kgraph.model import Reading
from kgraph.store.documents import put_in, settle, take_out
from kgraph.vocab import document_iri

OWN_PREDICATES = {OWN.name: OWN}
GAZETTEER = Gazetteer.load()


def triples_of(found: Iterable[Reading], gazetteer: Gazetteer | None) -> set[Triple]:
    return set(to_triples(found, gazetteer, OWN_PREDICATES))


def graph_of(found: Iterable[Reading], gazetteer: Gazetteer | None) -> set[Triple]:
    """Give all that a graph of these documents holds, what is derived too."""
    read = Graph(triples_of(found, gazetteer))
    return {*read, *derive(read)}


def apply(graph: Graph, gone: Iterable[str], new: Iterable[Reading], gazetteer: Gazetteer | None) -> None:
    draft = Draft(graph)
    take_out(draft, [NamedNode(document_iri(name)) for name in gone])
    put_in(draft, triples_of(new, gazetteer))
    graph.apply(settle(draft))


@pytest.mark.parametrize("gazetteer", [None, GAZETTEER], ids=["bare", "with the gazetteer"])
@settings(max_examples=60)
@given(history=st.lists(st.lists(readings(), max_size=3) | st.sampled_from("abcd"), max_size=8))
def test_after_any_history_a_graph_is_what_its_documents_make(
    gazetteer: Gazetteer | None, history: list[list[Reading] | str]
) -> None:
    graph, held = Graph(), dict[str, Reading]()
    for step in history:
        new = {} if isinstance(step, str) else {reading.document.id: reading for reading in step}
        apply(graph, [step] if isinstance(step, str) else new, new.values(), gazetteer)
        held = {name: each for name, each in (held | new).items() if name != step}
        wanted = graph_of(held.values(), gazetteer)
        assert (set(graph) - wanted, wanted - set(graph)) == (set(), set())
    assert to_turtle(graph) == to_turtle(Graph(graph_of(held.values(), gazetteer)))
