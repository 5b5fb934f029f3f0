"""How lines run: side by side, and round what they have nothing to do with."""

import math

import numpy as np

from kgraph.view.routes import compute_curves, points_on

PLACES = {"a": (0, 0), "b": (400, 0), "c": (200, 300)}
RADII = dict.fromkeys("abcm", 18.0)


def test_a_line_of_its_own_is_straight():
    assert compute_curves([("a", "b"), ("a", "c")], PLACES, RADII) == [0, 0]


def test_parallel_lines_have_paths_of_their_own():
    ends = [("a", "b"), ("a", "b"), ("b", "a"), ("b", "a")]
    curves = compute_curves(ends, PLACES, RADII)
    middles = [
        tuple(points_on(PLACES[s], PLACES[o], curve)[7].round())
        for (s, o), curve in zip(ends, curves, strict=True)
    ]
    assert len(set(middles)) == 4
    assert min(math.dist(m, n) for i, m in enumerate(middles) for n in middles[:i]) > 30


def test_a_line_bends_round_a_node_in_its_way():
    places = PLACES | {"m": (200, 2)}
    (curve,) = compute_curves([("a", "b")], places, RADII)
    assert curve != 0
    assert np.linalg.norm(points_on((0, 0), (400, 0), curve) - (200, 2), axis=1).min() > 18


def test_lines_in_both_directions_clear_a_node_in_their_way():
    places = PLACES | {"m": (130, 12)}
    for start, end in (("a", "b"), ("b", "a")):
        (curve,) = compute_curves([(start, end)], places, RADII)
        assert np.linalg.norm(points_on(places[start], places[end], curve) - (130, 12), axis=1).min() > 18


def test_opposite_bends_seen_from_opposite_ends_lie_on_the_same_side():
    there, back = points_on((0, 0), (400, 0), 0.3), points_on((400, 0), (0, 0), -0.3)
    assert (there[:, 1] < 0).all()
    assert (back[:, 1] < 0).all()


def test_a_straight_line_is_straight():
    points = points_on((0, 0), (100, 50), 0)
    assert np.allclose(points[:, 0], 2 * points[:, 1])


def test_no_lines_give_no_curves():
    assert compute_curves([], {}, {}) == []
