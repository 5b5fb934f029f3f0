"""Places of the nodes: near where tied, never on one another, and always the same."""

import math
import time

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits

from kgraph.view.board import Box
from kgraph.view.layout import STRESS_LIMIT, compute_positions


def boxes(count: int, width: float = 110, height: float = 60) -> list[Box]:
    return [Box(id=f"n{i:05}", width=width, height=height) for i in range(count)]


def ties(graph: nx.Graph) -> list[tuple[str, str]]:
    return [(f"n{a:05}", f"n{b:05}") for a, b in graph.edges]


def overlaps(placed: dict[str, tuple[int, int]], sized: list[Box]) -> int:
    count = 0
    for i, a in enumerate(sized):
        for b in sized[:i]:
            dx, dy = (abs(p - q) for p, q in zip(placed[a.id], placed[b.id], strict=True))
            count += dx < (a.width + b.width) / 2 and dy < (a.height + b.height) / 2
    return count


def test_nothing_gives_nothing():
    assert compute_positions([], []) == {}


def test_one_box_without_ties_has_a_place():
    assert len(compute_positions(boxes(1), [])) == 1


@pytest.mark.parametrize("count", [2, 3, 12, 40, 120])
def test_boxes_do_not_cover_one_another(count):
    graph = nx.path_graph(2) if count == 2 else nx.barabasi_albert_graph(count, 2, seed=1)
    sized = boxes(count)
    assert overlaps(compute_positions(sized, ties(graph)), sized) == 0


def test_leaves_of_a_hub_do_not_cover_one_another():
    sized = boxes(41)
    assert overlaps(compute_positions(sized, ties(nx.star_graph(40))), sized) == 0


def test_components_stand_apart():
    graph = nx.disjoint_union_all([nx.path_graph(n) for n in (9, 2, 2, 4, 2)])
    sized = boxes(len(graph))
    assert overlaps(compute_positions(sized, ties(graph)), sized) == 0


def test_tied_nodes_are_nearer_than_others():
    graph = nx.barbell_graph(6, 3)
    placed = compute_positions(boxes(len(graph)), ties(graph))

    def mean_distance(pairs):
        distances = [math.dist(placed[f"n{a:05}"], placed[f"n{b:05}"]) for a, b in pairs]
        return sum(distances) / len(distances)

    assert mean_distance(graph.edges) < 0.6 * mean_distance(nx.non_edges(graph))


def test_order_and_repetition_of_the_input_do_not_matter():
    graph = nx.barabasi_albert_graph(30, 2, seed=2)
    there = [(b, a) for a, b in ties(graph)]
    plain = compute_positions(boxes(30), ties(graph))
    assert compute_positions(boxes(30)[::-1], there[::-1] + there) == plain


def test_the_number_of_cores_that_multiply_matrices_does_not_matter():
    graph = nx.barabasi_albert_graph(250, 2, seed=4)  # large enough for several to take part
    placed = []
    for cores in (1, 2):
        with threadpool_limits(cores, user_api="blas"):
            placed.append(compute_positions(boxes(250), ties(graph), effort=0))
    assert placed[0] == placed[1]


def test_a_large_graph_takes_the_fast_way():
    """More than a thousand nodes are placed in seconds; so are hundreds of separate pairs."""
    graph = nx.barabasi_albert_graph(STRESS_LIMIT + 1, 2, seed=1)
    start = time.process_time()
    placed = compute_positions(boxes(len(graph)), ties(graph))
    pairs = compute_positions(boxes(600), [(f"n{i:05}", f"n{i + 1:05}") for i in range(0, 600, 2)])
    assert time.process_time() - start < 30
    assert len(set(placed.values())) == len(graph)
    assert len(set(pairs.values())) == 600


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20))
def test_any_small_graph_is_placed_without_overlap(pairs):
    sized = boxes(12, 90, 40)
    placed = compute_positions(sized, [(f"n{a:05}", f"n{b:05}") for a, b in pairs])
    assert overlaps(placed, sized) == 0
