"""The map's data: small, land under every window, finer where places lie."""

import csv
import json

import numpy as np
import pytest

from kgraph.resources import DATA
from kgraph.view.coast.vlq import decode
from kgraph.view.map import MAX_LETTERS, describe_map

PLACES = {
    "kunashir": (44.1, 145.9),
    "shikotan": (43.8, 146.75),
    "senkaku-islands": (25.75, 123.48),
    "falkland-islands": (-51.65, -58.74),
    "western-sahara": (25.24, -13.68),
    "crimea": (45.37, 34.14),
    "kashmir": (34.5, 76.0),
    "wallis": (-13.3, -176.2),
}


@pytest.fixture(scope="module")
def world():
    return describe_map(PLACES)


def rings_of(sheet) -> list[np.ndarray]:
    """Read the land of a sheet as the page does: in degrees."""
    west, _, _, north = sheet["window"]
    step = np.array([sheet["step"], -sheet["step"]])
    return [
        np.cumsum(decode(ring).reshape(-1, 2), axis=0) * step + [west, north]
        for ring in sheet["land"].split()
    ]


def finest_at(drawn, lon: float, lat: float) -> dict:
    """Find the sheet that lies uppermost at a point."""
    over = [s for s in drawn["sheets"] if s["window"][0] <= lon <= s["window"][2]]
    return [s for s in over if s["window"][1] <= lat <= s["window"][3]][-1]


def test_no_place_no_map():
    assert describe_map({}) is None


def test_the_first_sheet_is_the_world(world):
    assert world["sheets"][0]["window"] == [world["west"], -90.0, world["west"] + 360, 84.0]


def test_a_finer_sheet_lies_over_a_coarser_one(world):
    steps = [sheet["step"] for sheet in world["sheets"]]
    assert steps == sorted(steps, reverse=True)
    assert steps[0] > 3 * steps[-1]


@pytest.mark.parametrize("place", PLACES)
def test_land_is_fine_around_every_place(world, place):
    lat, lon = PLACES[place]
    east = (lon - world["west"]) % 360 + world["west"]
    assert finest_at(world, east, lat)["step"] <= 0.02


def test_coasts_lie_where_they_are(world):
    """Kunashir is an island 120 km long: its ring on the page holds its place."""
    ring = next(
        ring
        for ring in rings_of(finest_at(world, 145.9, 44.1))
        if ring[:, 0].min() < 145.9 < ring[:, 0].max() and ring[:, 1].min() < 44.1 < ring[:, 1].max()
    )
    west, south, east, north = *ring.min(axis=0), *ring.max(axis=0)
    assert (west, south, east, north) == pytest.approx((145.4, 43.65, 146.57, 44.5), abs=0.1)


def test_the_land_goes_a_little_beyond_each_window_and_no_further(world):
    for sheet in world["sheets"]:
        west, south, east, north = sheet["window"]
        for ring in rings_of(sheet):
            assert ring[:, 0].min() >= west - 10 * sheet["step"]
            assert ring[:, 0].max() <= east + 10 * sheet["step"]
            assert ring[:, 1].min() >= south - 10 * sheet["step"]
            assert ring[:, 1].max() <= north + 10 * sheet["step"]


def test_a_map_of_all_territories_known_stays_small():
    with (DATA / "territories.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    every = {row["id"]: (float(row["lat"]), float(row["lon"])) for row in rows if row["lat"]}
    drawn = json.dumps(describe_map(every), separators=(",", ":"))
    assert len(every) > 1000
    assert MAX_LETTERS / 2 < len(drawn) < 60_000


def test_nothing_of_it_needs_an_escape(world):
    text = json.dumps(world)
    assert not set(text) & set("<>&'\\")


def test_the_same_places_give_the_same_map(world):
    assert describe_map(dict(reversed(PLACES.items()))) == world
