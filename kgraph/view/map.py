"""The map of a page as data: its windows, and the land in sheets, coarse for the world and finer where places lie.

A sheet is a rectangle of land at one detail. The page lays the finer over the coarser, as soon as a reader is near
enough to see the difference. The whole is kept below `MAX_LETTERS`: where it would be more, every sheet gets coarser.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from kgraph.model import EntityKind
from kgraph.view.coast.land import FINEST, Land, read_land
from kgraph.view.coast.rectangles import Points, Rectangle
from kgraph.view.coast.vlq import encode
from kgraph.view.network import Node
from kgraph.view.windows import INSET, NORTH, SOUTH, Inset, Places, Plan, plan_windows, shrink_at

__all__ = ["MAX_LETTERS", "Sheet", "describe_map", "territory_places"]

MAX_LETTERS = 52_000
COARSER = 1.3  # a try after the other, until all is small enough
SHARPNESS = 0.6  # pixels that the least detail takes
WORLD_DETAIL, AROUND_DETAIL = (
    0.16,
    0.4,
)  # degrees: of the world's sheet where the overview shows it, or a part of it
HALF_WORLD = 180.0  # degrees of longitude
MORE = 0.3  # of the overview's width that a screen of another shape may show on each side
SURROUNDINGS = 3.0  # degrees of latitude around a place of which finer land is shown
MAX_SURROUNDINGS = 80  # sheets of them
PLACE_DETAIL = 0.03
SLACK = 0.35  # of the height of a wished sheet, by which another may fall short of it
GAIN = 1.6  # a sheet is at least as many times finer than the one that it lies on
OVERLAP = 3  # steps that land goes on beyond the edge of its sheet, so that no outline shows there

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
    """Draw all sheets, the coarsest first, as fine as there is room for."""
    factor = 1.0
    while True:
        drawn = [_draw(sheet, land) for sheet in _list_sheets(plan, factor)]
        letters = sum(len(str(sheet["land"])) for sheet in drawn)
        if letters <= MAX_LETTERS:
            return drawn
        factor *= max(COARSER, letters / MAX_LETTERS)


def _list_sheets(plan: Plan, factor: float) -> list[Sheet]:
    """List the sheets that are worth drawing: the world, the windows, and the surroundings of each place."""
    is_world = plan.home.east - plan.home.west > HALF_WORLD
    world = Rectangle(west=plan.west, south=SOUTH, east=plan.west + 360.0, north=NORTH)
    sheets = [Sheet(window=world, detail=(WORLD_DETAIL if is_world else AROUND_DETAIL) * factor)]
    most = 2 + len(plan.insets) + MAX_SURROUNDINGS
    for window, detail in _wishes(plan):
        if len(sheets) == most:
            break
        wanted = Sheet(window=window, detail=max(detail, FINEST) * factor)
        if not any(_serves(sheet, wanted) for sheet in sheets):
            sheets.append(wanted)
    return sorted(sheets, key=lambda sheet: -sheet.detail)


def _wishes(plan: Plan) -> Iterator[tuple[Rectangle, float]]:
    wide = (plan.home.east - plan.home.west) * MORE
    yield plan.home.grown(wide), plan.scale * SHARPNESS
    for inset in plan.insets:
        yield inset.window, (inset.window.north - inset.window.south) / INSET[1] * SHARPNESS
    for lon, lat in plan.places.values():
        around = SURROUNDINGS / shrink_at(lat)
        yield (
            Rectangle(
                west=lon - around,
                south=max(lat - SURROUNDINGS, SOUTH),
                east=lon + around,
                north=min(lat + SURROUNDINGS, NORTH),
            ),
            PLACE_DETAIL,
        )


def _serves(sheet: Sheet, wanted: Sheet) -> bool:
    """Tell whether a sheet makes another needless: it is about as fine and reaches nearly as far."""
    given, window = sheet.window, wanted.window
    slack = (window.north - window.south) * SLACK
    reaches = given.west <= window.west + slack and window.east - slack <= given.east
    reaches = reaches and given.south <= window.south + slack and window.north - slack <= given.north
    return reaches and sheet.detail <= wanted.detail * GAIN


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
