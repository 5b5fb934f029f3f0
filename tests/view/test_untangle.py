"""Lines that cross no more than they must, and nothing made worse on the way."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.view.board import Box
from kgraph.view.layout import compute_positions
from kgraph.view.untangle import untangle

LENGTH = 200.0


def run(
    places: list[tuple[float, float]], lines: list[tuple[int, int]], effort: int = 10_000_000
) -> np.ndarray:
    return untangle(
        np.array(places, dtype=float),
        np.full((len(places), 2), (90.0, 50.0)),
        lines,
        np.full(len(lines), LENGTH),
        effort,
    )


def crossings(places: np.ndarray, lines: list[tuple[int, int]]) -> int:
    def side(a, b, c):
        return np.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

    count = 0
    for (a, b), (c, d) in itertools.combinations(lines, 2):
        if len({a, b, c, d}) == 4:
            p, q, r, s = places[[a, b, c, d]]
            count += side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0
    return count


def overlaps(places: np.ndarray) -> int:
    pairs = itertools.combinations(places, 2)
    return sum(abs(a[0] - b[0]) < 90 and abs(a[1] - b[1]) < 50 for a, b in pairs)


def test_two_lines_that_need_not_cross_do_not():
    places, lines = [(0, 0), (300, 300), (300, 0), (0, 300)], [(0, 1), (2, 3)]
    assert crossings(np.array(places), lines) == 1
    assert crossings(run(places, lines), lines) == 0


def test_a_node_goes_off_a_line_that_it_has_nothing_to_do_with():
    places, lines = [(0, 0), (600, 0), (300, 5), (300, 200)], [(0, 1), (2, 3)]
    moved = run(places, lines)
    (x, y), (a, b) = moved[2], moved[:2]
    along = np.clip((np.array((x, y)) - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
    assert np.linalg.norm(a + along * (b - a) - (x, y)) > 24


def test_what_has_no_defect_stays_as_it_is():
    places = [(0, 0), (200, 0), (0, 200), (200, 200)]
    assert (run(places, [(0, 1), (2, 3)]) == np.array(places)).all()


@pytest.mark.parametrize("lines", [[], [(0, 1)]])
def test_what_cannot_cross_stays_as_it_is(lines):
    assert (run([(0, 0), (0, 0)], lines) == 0).all()


def test_without_effort_nothing_moves():
    places, lines = [(0, 0), (300, 300), (300, 0), (0, 300)], [(0, 1), (2, 3)]
    assert (run(places, lines, effort=0) == np.array(places)).all()


@settings(max_examples=8)
@given(st.integers(0, 10_000))
def test_no_drawing_gets_larger_and_no_boxes_come_to_cover_one_another(seed):
    """Lines among twelve nodes on a grid, so that none overlap at first."""
    graph = nx.gnm_random_graph(12, 16, seed=seed)
    places, lines = [(150.0 * (i % 4), 120.0 * (i // 4)) for i in range(12)], sorted(graph.edges)
    moved = run(places, lines)
    assert overlaps(moved) == 0
    assert moved.min() >= -1e-6
    assert (moved.max(axis=0) <= (450 + 1e-6, 240 + 1e-6)).all()


def test_a_tree_of_a_usual_size_is_drawn_without_crossings():
    tree = nx.random_labeled_tree(40, seed=3)
    boxes = [Box(id=f"{i:02}", width=110, height=60) for i in range(40)]
    placed = compute_positions(boxes, [(f"{a:02}", f"{b:02}") for a, b in tree.edges])
    places = np.array([placed[f"{i:02}"] for i in range(40)])
    assert crossings(places, list(tree.edges)) == 0
