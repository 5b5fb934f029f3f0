"""The land of the map: how it is written, cut out and simplified, and that it is the earth's."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import KgraphError
from kgraph.view.coast.derive import derive, join_at_seam, land_of, read_rings, significance, unwrap
from kgraph.view.coast.land import FINEST, LAND, Land, read_land, rings_from_text, rings_to_text
from kgraph.view.coast.rectangles import Rectangle, clip
from kgraph.view.coast.vlq import decode, encode

WORLD = Rectangle(west=-169.0, south=-90.0, east=191.0, north=84.0)
SQUARE = Rectangle(west=0.0, south=0.0, east=10.0, north=10.0)

numbers = st.integers(min_value=-(2**40), max_value=2**40)
degrees = st.floats(min_value=-20.0, max_value=30.0)
rings = st.lists(st.tuples(degrees, degrees), min_size=3, max_size=30).map(np.array)


def area(ring: np.ndarray) -> float:
    after = np.roll(ring, -1, axis=0)
    return float(abs(np.sum(ring[:, 0] * after[:, 1] - after[:, 0] * ring[:, 1])) / 2)


def is_land(lon: float, lat: float) -> bool:
    """Tell land from sea, by how many coasts lie to the north."""
    window = Rectangle(west=lon - 1, south=lat - 1, east=lon + 1, north=90.0)
    crossed = 0
    for ring in read_land().inside(window, FINEST):
        after = np.roll(ring, -1, axis=0)
        over = (ring[:, 0] <= lon) != (after[:, 0] <= lon)
        (x, y), (to_x, to_y) = ring[over].T, after[over].T
        crossed += int(np.sum(y + (lon - x) * (to_y - y) / (to_x - x) > lat))
    return crossed % 2 == 1


# -- numbers as text ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "text"), [(0, "A"), (1, "C"), (-1, "D"), (15, "e"), (16, "gB"), (-123, "3H")]
)
def test_numbers_are_written_as_in_source_maps(number, text):
    assert encode([number]) == text


@given(st.lists(numbers))
def test_numbers_come_back_as_they_were_written(values):
    assert decode(encode(values)).tolist() == values


@pytest.mark.parametrize("text", ["A-", "A é", "gB/", "g"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(KgraphError):
        decode(text)


# -- rectangles ---------------------------------------------------------------------------------------------------


@given(rings)
def test_what_is_cut_out_lies_in_the_rectangle(ring):
    cut = clip(ring, SQUARE)
    assert all(SQUARE.holds(*point) for point in cut.tolist())


@given(rings)
def test_what_lies_within_stays_as_it_is(ring):
    around = Rectangle(west=-21.0, south=-21.0, east=31.0, north=31.0)
    assert np.array_equal(clip(ring, around), ring)


@given(st.tuples(degrees, degrees), st.tuples(degrees, degrees))
def test_of_a_rectangle_the_common_part_is_left(one, other):
    (west, east), (south, north) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    cut = clip(np.array([(west, south), (east, south), (east, north), (west, north)]), SQUARE)
    across = max(min(east, 10.0) - max(west, 0.0), 0.0)
    along = max(min(north, 10.0) - max(south, 0.0), 0.0)
    assert area(cut) == pytest.approx(across * along, abs=1e-6)


# -- the file of land ---------------------------------------------------------------------------------------------


def test_rings_come_back_as_they_were_written():
    written = [
        (np.array([[0.5, 1.0], [2.0, 3.0], [-4.0, 5.5]]), np.array([0, 3, 13])),
        (np.array([[190.0, -10.0], [191.0, -10.5], [190.5, -9.0]]), np.array([13, 13, 0])),
    ]
    read = rings_from_text(rings_to_text(written))
    assert [(p.tolist(), levels.tolist()) for p, levels in read] == [
        (p.tolist(), levels.tolist()) for p, levels in written
    ]


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (145.9, 44.1),  # Kunashir
        (-58.74, -51.85),  # East Falkland
        (55.03, 25.88),  # Abu Musa
        (100.0, 60.0),
        (-175.0, 66.5),  # Chukotka, beyond 180 degrees
        (179.8, -16.3),  # Vanua Levu, up to 180 degrees
        (0.0, -85.0),  # Antarctica
        (179.99, -85.0),
        (90.0, -75.0),
    ],
)
def test_land_is_land(lon, lat):
    assert is_land(lon, lat)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (-30.0, 30.0),
        (50.5, 41.5),  # the Caspian Sea
        (180.0, 60.0),  # the Bering Sea
        (0.0, 88.0),  # the Arctic Ocean
        (146.3, 43.75),  # between Kunashir and Shikotan
    ],
)
def test_sea_is_sea(lon, lat):
    assert not is_land(lon, lat)


def test_a_coarser_coast_has_points_of_the_finer_one_alone():
    fine = {tuple(point) for ring in read_land().inside(WORLD, 0.1) for point in ring.tolist()}
    inner = WORLD.grown(-1.0)
    coarse = [tuple(point) for ring in read_land().inside(WORLD, 0.4) for point in ring.tolist()]
    assert len(coarse) < len(fine) / 3
    assert [point for point in coarse if inner.holds(*point) and point not in fine] == []


def test_what_lies_east_of_180_degrees_is_there_by_either_name():
    beyond, usual = (
        Rectangle(west=178.0 - turn, south=-20.0, east=181.0 - turn, north=-15.0) for turn in (0, 360)
    )
    there, here = (list(read_land().inside(window, FINEST)) for window in (beyond, usual))
    assert sum(area(ring) for ring in there) == pytest.approx(sum(area(ring) for ring in here))
    assert sum(area(ring) for ring in there) > 0.5


def test_a_coast_does_not_run_along_180_degrees():
    window = Rectangle(west=170.0, south=-60.0, east=190.0, north=75.0)
    for ring in read_land().inside(window, FINEST):
        along = np.abs(ring - np.roll(ring, -1, axis=0))[(np.abs(ring[:, 0] - 180.0) < 1e-6)]
        assert not ((along[:, 0] < 1e-9) & (along[:, 1] > 0.3)).any()


def test_the_file_says_where_it_comes_from_and_has_a_licence_beside_it():
    head = LAND.read_text(encoding="ascii")[:600]
    assert "Natural Earth" in head
    assert "kgraph.view.coast.derive" in head
    assert "public domain" in (LAND.parent / "LICENCE.txt").read_text(encoding="utf-8")


# -- how the file is made -----------------------------------------------------------------------------------------


def test_arcs_are_put_together_and_turned_round(tmp_path):
    topology = {
        "transform": {"scale": [0.1, 0.1], "translate": [10.0, 20.0]},
        "arcs": [[[0, 0], [10, 0], [0, 10]], [[0, 0], [0, 10], [10, 0]]],
        "objects": {
            "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]]]}]},
            "countries": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, -2]], [[1, -1]]]}]},
        },
    }
    (ring,) = read_rings(topology)
    assert ring.round(6).tolist() == [[10.0, 20.0], [11.0, 20.0], [11.0, 21.0], [10.0, 21.0]]
    source, target = tmp_path / "land.json", tmp_path / "land.txt"
    source.write_text(json.dumps(topology), encoding="utf-8")
    derive(source, target)
    (read,) = read_land(target).rings
    assert read[0].tolist() == ring.round(6).tolist()


def test_a_ring_goes_on_past_180_degrees():
    ring = np.array([[179.0, 0.0], [-179.0, 1.0], [-178.0, 2.0], [179.0, 3.0]])
    assert unwrap(ring)[:, 0].tolist() == [179.0, 181.0, 182.0, 179.0]
    begun_east = np.roll(ring, -1, axis=0)
    assert sorted(unwrap(begun_east)[:, 0].tolist()) in ([179, 179, 181, 182], [-181, -181, -179, -178])


def test_what_was_cut_at_180_degrees_is_joined():
    west = np.array([[170.0, 0.0], [180.0, 1.0], [180.0, 4.0], [170.0, 5.0]])
    east = np.array([[-180.0, 4.0], [-180.0, 1.0], [-170.0, 0.0], [-170.0, 5.0]])
    (joined,) = join_at_seam([west, east])
    assert area(joined) == pytest.approx(area(west) + area(east))
    assert joined[:, 0].min() == 170.0
    assert joined[:, 0].max() == 190.0


def test_what_only_touches_180_degrees_stays_apart():
    west = np.array([[170.0, 0.0], [180.0, 1.0], [180.0, 4.0], [170.0, 5.0]])
    far_away = np.array([[-180.0, 44.0], [-180.0, 41.0], [-170.0, 40.0], [-170.0, 45.0]])
    assert len(join_at_seam([west, far_away])) == 2


def test_the_point_that_adds_least_goes_first():
    ring = np.array([[0.0, 0.0], [5.0, 0.1], [10.0, 0.0], [10.0, 10.0], [5.0, 9.0], [0.0, 10.0]])
    sides = significance(ring)
    assert sides[1] == pytest.approx(math.sqrt(0.5 * math.cos(math.radians(ring[:, 1].mean()))))
    assert sides[1] < sides[4] < math.inf
    assert np.isinf(sides).sum() == 3


@given(rings)
def test_every_coarser_ring_has_three_points_at_least(ring):
    sides = significance(ring)
    assert (sides >= 10.0).sum() >= 3 or len(ring) < 3
    assert len(sides) == len(ring)


def test_an_island_too_small_to_see_is_left_out():
    small = np.array([[0.0, 0.0], [0.1, 0.0], [0.1, 0.1], [0.0, 0.1]])
    large = small * 50 + np.array([10.0, 10.0])
    land = Land.of(land_of([small, large]))
    assert [len(list(land.inside(WORLD, detail))) for detail in (0.05, 0.5, 10.0)] == [2, 1, 0]
