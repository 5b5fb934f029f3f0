"""Places in the gaps of a drawing: on nobody's place, near whom they join, and always the same."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.view.board import Box
from kgraph.view.gaps import place_in_gaps

SIZE = {"width": 100.0, "height": 60.0}
Places = dict[str, tuple[int, int]]


def grid(side: int, step: int) -> tuple[list[Box], Places]:
    """Stand boxes on a square, so far from one another."""
    places = {f"n{i}-{j}": (i * step, j * step) for i in range(side) for j in range(side)}
    return [Box(id=key, **SIZE) for key in places], places


def late(count: int) -> list[Box]:
    return [Box(id=f"late{i:04}", **SIZE) for i in range(count)]


def overlaps(places: Places) -> int:
    spots = list(places.values())
    return sum(
        abs(a[0] - b[0]) < SIZE["width"] and abs(a[1] - b[1]) < SIZE["height"]
        for i, a in enumerate(spots)
        for b in spots[:i]
    )


def test_nothing_gives_nothing():
    assert place_in_gaps([], [], *grid(2, 300)) == {}


@pytest.mark.parametrize("step", [110, 240, 400])
def test_nobody_stands_on_another(step):
    others, places = grid(5, step)
    found = place_in_gaps(late(40), [(box.id, "n2-2") for box in late(40)], others, places)
    assert len(found) == 40
    assert overlaps(places | found) == 0


def test_a_gap_beside_whom_it_joins_is_taken():
    others, places = grid(5, 400)
    found = place_in_gaps(late(1), [("n3-1", "late0000")], others, places)
    assert math.dist(found["late0000"], places["n3-1"]) < 130


def test_what_joins_only_others_that_come_late_stands_by_them():
    others, places = grid(2, 300)
    ties = [("late0000", "late0001"), ("late0000", "late0002")]
    found = place_in_gaps(late(3), ties, others, places)
    assert max(math.dist(found["late0000"], found[key]) for key in ("late0001", "late0002")) < 200


def test_there_may_be_no_others():
    assert overlaps(place_in_gaps(late(9), [], [], {})) == 0


def test_order_does_not_matter():
    others, places = grid(4, 200)
    ties = [(box.id, "n1-1") for box in late(12)]
    found = place_in_gaps(late(12), ties, others, places)
    backwards = dict(reversed(places.items()))
    assert place_in_gaps(late(12)[::-1], ties[::-1], others[::-1], backwards) == found


def test_many_find_their_places_in_seconds():
    others, places = grid(30, 240)
    start = time.process_time()
    found = place_in_gaps(late(600), [(box.id, "n15-15") for box in late(600)], others, places)
    assert time.process_time() - start < 20
    assert len(set(found.values())) == 600


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["n0-0", "n1-0", "n2-2", "late0003"])), max_size=20)
)
def test_any_ties_give_places_without_overlap(pairs):
    others, places = grid(3, 180)
    found = place_in_gaps(late(10), [(f"late{i:04}", key) for i, key in pairs], others, places)
    assert overlaps(places | found) == 0
