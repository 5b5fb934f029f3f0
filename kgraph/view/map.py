"""The map of a page as data: its windows, and the land in sheets, coarse for the world and finer where places lie.

A sheet is a rectangle of land at one detail. The page lays the finer over the coarser, as soon as a reader is near
enough to see the difference. All of them together stay below `MAX_LETTERS`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from kgraph.model import EntityKind
from kgraph.view.coast.land import Land, level_of, read_land, side_of
from kgraph.view.coast.rectangles import Points, Rectangle
from kgraph.view.coast.vlq import encode
from kgraph.view.network import Node
from kgraph.view.windows import INSET, NORTH, SOUTH, Inset, Places, Plan, plan_windows, shrink_at

__all__ = ["MAX_LETTERS", "Sheet", "describe_map", "territory_places"]

MAX_LETTERS = 45_000
MAX_SHEETS, MAX_WISHES = 100, 1000
SHARPNESS = 0.6  # pixels that the least detail takes
WORLD_DETAIL = 0.22  # degrees: of the world's sheet
MORE = 0.3  # of the overview's width that a screen of another shape may show on each side
NEAR, AROUND = (2.5, 0.02), (6.0, 0.08)  # degrees of latitude around a place, and the detail there
SLACK = 0.35  # of the height of a wished sheet, by which another may fall short of it
OVERLAP = 8  # steps that land goes on beyond the edge of its sheet, so that no outline shows there

Json = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Land in a rectangle, to be drawn where a square of `detail` degrees is large enough to be seen."""

    window: Rectangle
    detail: float

    @property
    def step(self) -> float:
        """Degrees to a unit of its numbers."""
        return round(self.detail / 2, 4)


def territory_places(nodes: Iterable[Node], places: Places) -> Places:
    """Give the places that the map has to hold: those of the territories of the page."""
    territories = (n.entity.id for n in nodes if n.entity.kind is EntityKind.TERRITORY)
    return {key: places[key] for key in territories if key in places}


def describe_map(places: Places) -> Json | None:
    """Describe the map that holds these places; None where there is none.

    Args:
        places: latitude and longitude by id.
    """
    plan = plan_windows(places)
    if plan is None:
        return None
    return {
        "west": plan.west,
        "home": _corners(plan.home),
        "parallel": round(plan.parallel, 2),
        "sheets": _draw_sheets(plan, read_land()),
        "insets": [_describe_inset(inset) for inset in plan.insets],
    }


def _describe_inset(inset: Inset) -> Json:
    return {"window": _corners(inset.window), "ids": list(inset.ids)}


def _corners(window: Rectangle) -> list[float]:
    """Give west, south, east, north."""
    return [round(edge, 3) for edge in (window.west, window.south, window.east, window.north)]


def _draw_sheets(plan: Plan, land: Land) -> list[Json]:
    """Draw the sheets that are worth it, the most important as long as there is room; the coarsest come first."""
    drawn: list[tuple[Sheet, Json]] = []
    room = MAX_LETTERS
    for window, detail in islice(_wishes(plan), MAX_WISHES):
        wanted = Sheet(window=window, detail=_at_level(detail))
        if any(_serves(sheet, wanted) for sheet, _ in drawn):
            continue
        shape = _draw(wanted, land)
        room -= len(str(shape["land"]))
        if room < 0 or len(drawn) == MAX_SHEETS:
            break
        drawn.append((wanted, shape))
    return [shape for _, shape in sorted(drawn, key=lambda pair: -pair[0].detail)]


def _at_level(detail: float) -> float:
    """Give the nearest detail that the land knows: it has no points for what lies between."""
    return float(side_of(np.array(level_of(detail))))


def _wishes(plan: Plan) -> Iterator[tuple[Rectangle, float]]:
    """Give windows and the details that they are worth, the most important first."""
    yield Rectangle(west=plan.west, south=SOUTH, east=plan.west + 360.0, north=NORTH), WORLD_DETAIL
    yield plan.home.grown((plan.home.east - plan.home.west) * MORE), plan.scale * SHARPNESS * 2
    for inset in plan.insets:
        yield inset.window, (inset.window.north - inset.window.south) / INSET[1] * SHARPNESS
    for reach, detail in (NEAR, AROUND):
        for lon, lat in plan.places.values():
            yield _around(lon, lat, reach), detail


def _around(lon: float, lat: float, reach: float) -> Rectangle:
    across = reach / shrink_at(lat)
    south, north = max(lat - reach, SOUTH), min(lat + reach, NORTH)
    return Rectangle(west=lon - across, south=south, east=lon + across, north=north)


def _serves(sheet: Sheet, wanted: Sheet) -> bool:
    """Tell whether a sheet makes another needless: it is as fine and reaches nearly as far."""
    given, window = sheet.window, wanted.window
    slack = (window.north - window.south) * SLACK
    reaches = given.west <= window.west + slack and window.east - slack <= given.east
    reaches = reaches and given.south <= window.south + slack and window.north - slack <= given.north
    return reaches and sheet.detail <= wanted.detail


def _draw(sheet: Sheet, land: Land) -> Json:
    rings = land.inside(sheet.window.grown(OVERLAP * sheet.step), sheet.detail)
    return {
        "window": _corners(sheet.window),
        "step": sheet.step,
        "land": " ".join(_encode_rings(rings, sheet)),
    }


def _encode_rings(rings: Iterable[Points], sheet: Sheet) -> Iterator[str]:
    """Write each ring in whole steps east and south from the point before, the first from the north-west corner."""
    corner = np.array([sheet.window.west, sheet.window.north])
    for ring in rings:
        places = np.round((ring - corner) / [sheet.step, -sheet.step]).astype(np.int64)
        places = places[np.any(places != np.roll(places, 1, axis=0), axis=1)]
        if len(places) > 2:
            yield encode(np.diff(places, axis=0, prepend=[[0, 0]]).ravel().tolist())
