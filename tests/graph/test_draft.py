"""A draft is looked up as the graph with its edits would be, and leaves the graph alone."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

import kgraph.graph.draft
from kgraph.graph.draft import Draft, found_by_any
from kgraph.graph.store import Graph

NODES = [NamedNode(f"https://x.example/{name}") for name in "abc"]
VALUES = [*NODES[:2], Literal("a"), Literal("a", language="en")]
triples = st.sets(st.builds(Triple, *map(st.sampled_from, (NODES, NODES, VALUES))), max_size=12)
edits = st.lists(st.tuples(st.booleans(), triples), max_size=4)


def edited(base: set[Triple], steps: list[tuple[bool, set[Triple]]]) -> tuple[Graph, Draft, set[Triple]]:
    """Make a graph, a draft of it, and what the graph would be with the edits of the draft."""
    graph, wanted = Graph(base), set(base)
    draft = Draft(graph)
    for adding, some in steps:
        (draft.add if adding else draft.remove)(some)
        wanted = wanted | some if adding else wanted - some
    return graph, draft, wanted


@given(triples, edits)
def test_change_makes_the_graph_what_the_draft_was(
    base: set[Triple], steps: list[tuple[bool, set[Triple]]]
) -> None:
    graph, draft, wanted = edited(base, steps)
    assert set(graph) == base
    assert set(draft.match()) == wanted
    assert {t for t in product_of_all() if t in draft} == wanted
    change = draft.change()
    assert (change.gone, change.new) == (base - wanted, wanted - base)
    graph.apply(change)
    assert set(graph) == wanted


def product_of_all() -> list[Triple]:
    return [Triple(*terms) for terms in product(NODES, NODES, VALUES)]


@pytest.mark.parametrize("few", [0, 1, 40], ids=["by a query", "by either", "one by one"])
@given(base=triples, steps=edits)
def test_nodes_that_have_values_are_found_in_the_draft(
    few: int, base: set[Triple], steps: list[tuple[bool, set[Triple]]]
) -> None:
    _, draft, wanted = edited(base, steps)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kgraph.graph.draft, "_FEW", few)
        for asked in ({NODES[0]: VALUES[0]}, {NODES[0]: VALUES[0], NODES[1]: VALUES[2]}):
            found = list(draft.having({predicate.value: value for predicate, value in asked.items()}))
            expected = {n for n in NODES if all(Triple(n, p, v) in wanted for p, v in asked.items())}
            assert (set(found), len(found)) == (expected, len(expected))
        some = list(draft.having({NODES[0].value: VALUES[0]}, {NODES[1].value: VALUES[1:3]}))
        either = [
            n for n in expected_of(wanted) if any(Triple(n, NODES[1], v) in wanted for v in VALUES[1:3])
        ]
        assert sorted(some, key=str) == either


def expected_of(wanted: set[Triple]) -> list[NamedNode]:
    return [n for n in NODES if Triple(n, NODES[0], VALUES[0]) in wanted]


def test_draft_without_edits_is_no_change() -> None:
    draft = Draft(Graph([Triple(NODES[0], NODES[1], NODES[2])]))
    draft.add([Triple(NODES[0], NODES[1], NODES[2])])
    draft.remove([Triple(NODES[2], NODES[1], NODES[0])])
    assert not draft.change()


@given(st.lists(st.booleans(), max_size=5), st.lists(st.booleans(), max_size=5))
def test_what_is_found_in_one_way_is_found(one: list[bool], other: list[bool]) -> None:
    """Both ways are whole: where one has a True, so has the other."""
    if any(one) == any(other):
        assert found_by_any(iter(one), iter(other)) == any(one)
