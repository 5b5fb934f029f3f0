"""The windows of the map: the overview holds every place, insets are where places crowd."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.view.windows import CUT_MARGIN, INSET, MAX_INSETS, MIN_GAIN, SYMBOL, plan_windows, shrink_at

KURILS = {"iturup": (45.0, 147.7), "kunashir": (44.1, 145.9), "shikotan": (43.8, 146.75)}
SOUTH_ATLANTIC = {"falkland-islands": (-51.65, -58.74), "south-georgia": (-54.5, -36.0)}
PACIFIC = {
    "fiji": (-17.0, 178.0),
    "wallis": (-13.3, -176.2),
    "kiska": (52.0, 177.5),
    "kunashir": (44.1, 145.9),
}

latitudes = st.floats(min_value=-90.0, max_value=83.9)
longitudes = st.floats(min_value=-180.0, max_value=180.0)
places = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4), st.tuples(latitudes, longitudes), min_size=1
)


@given(places)
def test_the_overview_holds_every_place(found):
    plan = plan_windows(found)
    assert plan.places.keys() == found.keys()
    for key, (lon, lat) in plan.places.items():
        assert (lon - found[key][1]) % 360 == pytest.approx(0, abs=1e-6) or (
            lon - found[key][1]
        ) % 360 > 359.9
        assert plan.home.holds(lon, lat, margin=-1e-6)
        assert plan.west <= lon <= plan.west + 360


@given(places)
def test_the_overview_is_a_part_of_the_world(found):
    plan = plan_windows(found)
    assert plan.west <= plan.home.west < plan.home.east <= plan.west + 360
    assert -90 <= plan.home.south < plan.home.north <= 84


@given(places)
def test_an_inset_holds_its_places_and_no_place_has_two(found):
    plan = plan_windows(found)
    shown = [key for inset in plan.insets for key in inset.ids]
    assert len(shown) == len(set(shown))
    assert len(plan.insets) <= MAX_INSETS
    for inset in plan.insets:
        assert len(inset.ids) >= 2
        assert all(inset.window.holds(*plan.places[key], margin=-1e-6) for key in inset.ids)


@given(places)
def test_an_inset_is_much_larger_than_the_overview_and_crowded_there(found):
    plan = plan_windows(found)
    for inset in plan.insets:
        height = inset.window.north - inset.window.south
        assert height / INSET[1] * MIN_GAIN <= plan.scale * (1 + 1e-9)
        lon, lat = zip(*(plan.places[key] for key in inset.ids), strict=True)
        nearest = min(
            min(abs(lon[i] - lon[j]) * shrink_at((lat[i] + lat[j]) / 2), abs(lat[i] - lat[j]))
            for i in range(len(lon))
            for j in range(i)
        )
        assert nearest < SYMBOL * plan.scale


def test_no_place_no_map():
    assert plan_windows({}) is None


def test_one_place_has_its_surroundings():
    plan = plan_windows({"senkaku-islands": (25.75, 123.48)})
    assert 10 < plan.home.east - plan.home.west < 40
    assert plan.insets == ()


def test_a_part_of_the_world_is_shown_where_no_more_is_needed():
    plan = plan_windows(KURILS)
    assert plan.home.east - plan.home.west < 40
    assert plan.parallel == pytest.approx(44.3, abs=0.1)


def test_a_map_goes_on_over_180_degrees():
    plan = plan_windows(PACIFIC)
    assert plan.home.east - plan.home.west < 70
    assert plan.places["wallis"][0] == pytest.approx(183.8)
    assert plan.home.holds(180.0, 0.0)


def test_the_world_is_cut_where_custom_has_it():
    everywhere = (
        KURILS | SOUTH_ATLANTIC | {"hawaii": (20.8, -156.3), "sahara": (25.0, -13.0), "agdam": (40.0, 47.0)}
    )
    plan = plan_windows(everywhere)
    assert plan.west == -169.0
    assert plan.home.east - plan.home.west == 360.0


def test_the_world_is_not_cut_through_a_place():
    around = {f"p{lon}": (10.0, float(lon)) for lon in range(-180, 180, 10)} | {"strait": (65.8, -169.0)}
    plan = plan_windows(around)
    assert all(CUT_MARGIN <= lon - plan.west <= 360 - CUT_MARGIN for lon, _ in plan.places.values())


def test_places_that_crowd_get_an_inset():
    plan = plan_windows(KURILS | SOUTH_ATLANTIC)
    assert [inset.ids for inset in plan.insets] == [("iturup", "kunashir", "shikotan")]


def test_places_far_apart_get_none():
    assert plan_windows({"a": (0.0, 0.0), "b": (10.0, 60.0), "c": (-20.0, 120.0)}).insets == ()


def test_a_close_group_is_not_drawn_small_for_one_that_lies_off():
    off, close = {"kuril-islands": (49.5, 154.0)}, {"southern-kuril-islands": (45.09, 147.85)}
    (inset,) = plan_windows(KURILS | SOUTH_ATLANTIC | off | close).insets
    assert inset.ids == ("iturup", "kunashir", "shikotan", "southern-kuril-islands")


def test_places_at_one_point_share_an_inset():
    plan = plan_windows(SOUTH_ATLANTIC | {"lachin": (39.64, 46.55), "lachin-corridor": (39.64, 46.55)})
    assert [inset.ids for inset in plan.insets] == [("lachin", "lachin-corridor")]


def test_the_order_of_the_places_changes_nothing():
    everything = KURILS | SOUTH_ATLANTIC | PACIFIC
    assert plan_windows(everything) == plan_windows(dict(reversed(everything.items())))
