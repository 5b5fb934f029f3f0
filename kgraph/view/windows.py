"""Which parts of the world the map of a page shows: one that holds every place, and insets where places crowd.

The projection is the equidistant cylindrical one (Snyder 1987, no. 12): a place's longitude and latitude are its x and
y, and one factor, the cosine of a chosen latitude, makes shapes right near that latitude. North is up everywhere, what
lies further east is drawn further east, a window needs four numbers, and each window, overview or inset, takes the
latitude of what it shows. Mercator's would spend half the drawing on the far north; a compromise such as Robinson's or
Equal Earth's leans the coasts near its rim, where the Kurils, Fiji and the Falklands are.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kgraph.view.coast.rectangles import Rectangle

__all__ = ["Inset", "Places", "Plan", "plan_windows", "shrink_at"]

Places = Mapping[str, tuple[float, float]]
"""Latitude and longitude in degrees, by the ids of things."""

FRAME = (760.0, 520.0)  # pixels: the overview as it is on a usual screen
INSET = (300.0, 225.0)  # and an inset
SYMBOL = 30.0  # pixels between two symbols that do not touch, ring and badge included
INSET_ROOM = 0.68  # share of an inset's width and height for the places; the rest is for symbols and labels
MIN_GAIN = 2.5  # an inset is at least as many times larger than the overview
MAX_INSETS, MAX_MEMBERS = 6, 12
CORE, CLOSER = (
    0.6,
    0.6,
)  # a part of so many of a crowd, in a window at most so high, gets the inset for itself
MARGIN, MIN_MARGIN = 0.09, 3.0  # around the places: a share of the window, and degrees at least
SMALLEST, SMALLEST_INSET = 14.0, 1.6  # degrees of latitude of a window
SOUTH, NORTH = -90.0, 84.0  # land reaches no further north
BERING, ATLANTIC = -169.0, -30.0  # where a map of the world is cut by custom: through no, or hardly any, land
CUT_MARGIN = 4.0  # degrees between the cut and a place
CUSTOM = 60.0  # degrees more that a map may show in order to be cut there
WORLD = 270.0  # degrees of longitude: what needs more gets all


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A part of the map drawn larger, and the ids of the places that it is there for."""

    window: Rectangle
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The windows of a map.

    Args:
        west: where the world is cut: all longitudes are counted from here eastwards.
        home: what the overview shows at first; it holds every place.
        parallel: the latitude where the overview's shapes are right.
        scale: degrees of latitude to a pixel in the overview as it is on a usual screen.
        insets: from west to east.
        places: longitude, counted from `west`, and latitude, by id.
    """

    west: float
    home: Rectangle
    parallel: float
    scale: float
    insets: tuple[Inset, ...]
    places: Mapping[str, tuple[float, float]]


def shrink_at(latitude: float) -> float:
    """Give how many degrees of latitude are as long as a degree of longitude is at that latitude."""
    return max(math.cos(math.radians(latitude)), 0.2)


def plan_windows(places: Places) -> Plan | None:
    """Decide what the map shows; None where there is no place.

    Args:
        places: what the map has to hold.
    """
    if not places:
        return None
    west, span = _cut_world([lon for _, lon in places.values()])
    at = {key: (west + (lon - west) % 360.0, lat) for key, (lat, lon) in sorted(places.items())}
    parallel = sum(abs(lat) for _, lat in at.values()) / len(at)
    home = _frame_world(west, at) if span > WORLD else _frame(west, at)
    shrunk = shrink_at(parallel)
    scale = max((home.east - home.west) * shrunk / FRAME[0], (home.north - home.south) / FRAME[1])
    return Plan(
        west=west,
        home=home,
        parallel=parallel,
        scale=scale,
        insets=tuple(_find_insets(at, scale)),
        places=at,
    )


def _cut_world(longitudes: Sequence[float]) -> tuple[float, float]:
    """Find where to cut the world, and how many degrees from there hold all longitudes.

    Where custom has it, if no place is near and it costs little; else in the middle of the widest gap.
    """
    around = sorted({lon % 360.0 for lon in longitudes})
    gaps = [(b - a, a) for a, b in zip(around, [*around[1:], around[0] + 360.0], strict=True)]
    width, start = max(gaps)
    for usual in (BERING, ATLANTIC):
        east = sorted((lon - usual) % 360.0 for lon in around)
        span = east[-1] - east[0]
        free = east[0] >= CUT_MARGIN and east[-1] <= 360.0 - CUT_MARGIN
        if free and span <= 360.0 - width + CUSTOM:
            return usual, span
    return (start + width / 2 + 180.0) % 360.0 - 180.0, 360.0 - width


def _frame_world(west: float, at: Mapping[str, tuple[float, float]]) -> Rectangle:
    latitudes = [lat for _, lat in at.values()]
    south, north = min(-56.0, *latitudes) - MIN_MARGIN, max(72.0, *latitudes) + MIN_MARGIN
    return Rectangle(west=west, south=max(south, SOUTH), east=west + 360.0, north=min(north, NORTH))


def _frame(cut: float, at: Mapping[str, tuple[float, float]]) -> Rectangle:
    """Frame places with a margin for their symbols and labels, as far as the world reaches."""
    west, south, east, north = _bounds(at.values())
    shrunk = shrink_at((south + north) / 2)
    across = max(east - west, SMALLEST / shrunk) * (1 + 2 * MARGIN) + 2 * MIN_MARGIN
    along = max(north - south, SMALLEST * FRAME[1] / FRAME[0]) * (1 + 2 * MARGIN) + 2 * MIN_MARGIN
    wished = _around((west + east) / 2, (south + north) / 2, across, along)
    return replace(wished, west=max(wished.west, cut), east=min(wished.east, cut + 360.0))


def _around(lon: float, lat: float, across: float, along: float) -> Rectangle:
    """Make a window around a point; it reaches over no pole, but then further to the other side."""
    along = min(along, NORTH - SOUTH)
    south = min(max(lat - along / 2, SOUTH), NORTH - along)
    return Rectangle(west=lon - across / 2, south=south, east=lon + across / 2, north=south + along)


def _bounds(points: Iterable[tuple[float, float]]) -> tuple[float, ...]:
    every = np.array(list(points))
    return (*every.min(axis=0).tolist(), *every.max(axis=0).tolist())


# -- insets -------------------------------------------------------------------------------------------------------


def _find_insets(at: Mapping[str, tuple[float, float]], scale: float) -> list[Inset]:
    """Find the crowds of places, the largest ones, and frame each."""
    crowds = sorted(_find_crowds(at, scale), key=lambda ids: (-len(ids), ids))[:MAX_INSETS]
    insets = [Inset(window=_frame_inset([at[key] for key in ids]), ids=ids) for ids in crowds]
    return sorted(insets, key=lambda inset: (inset.window.west, inset.ids))


def _frame_inset(points: Sequence[tuple[float, float]]) -> Rectangle:
    """Frame a crowd in the shape of an inset."""
    west, south, east, north = _bounds(points)
    shrunk = shrink_at((south + north) / 2)
    along = max((east - west) * shrunk * INSET[1] / INSET[0], north - south) / INSET_ROOM
    along = max(along, SMALLEST_INSET)
    return _around((west + east) / 2, (south + north) / 2, along * INSET[0] / INSET[1] / shrunk, along)


def _find_crowds(at: Mapping[str, tuple[float, float]], scale: float) -> Iterator[tuple[str, ...]]:
    """Find places whose symbols would touch in the overview, each group small enough to gain by an inset.

    They are the branches of the tree that joins all places by its shortest edges: cut where the edge is longer than a
    symbol, then at the longest edge again and again, until what is left is small enough or alone.
    """
    ids, edges = list(at), _shortest_tree(at)
    close = {pair: length for pair, length in edges.items() if length < SYMBOL * scale}
    waiting = _components(range(len(ids)), close)
    while waiting:
        members, inner = waiting.pop()
        if len(members) < 2:
            continue
        longest = max(inner, key=lambda pair: (inner[pair], pair))
        parts = _components(members, {pair: length for pair, length in inner.items() if pair != longest})
        height = _inset_height(at[ids[i]] for i in members)
        if len(members) > MAX_MEMBERS or height * MIN_GAIN > scale * INSET[1]:
            waiting += parts
        elif (core := max(parts, key=lambda part: len(part[0]))) and _is_core(core, members, height, at):
            waiting.append(core)
        else:
            yield tuple(ids[i] for i in sorted(members))


def _is_core(
    part: "_Part", members: Sequence[int], height: float, at: Mapping[str, tuple[float, float]]
) -> bool:
    """Tell whether most of a crowd lies so close together that it is better drawn without the rest."""
    points = list(at.values())
    if len(part[0]) < max(2, CORE * len(members)):
        return False
    touches = min(part[1].values()) < SYMBOL / 2 * height / INSET[1]
    return touches and _inset_height(points[i] for i in part[0]) <= CLOSER * height


def _inset_height(points: Iterable[tuple[float, float]]) -> float:
    window = _frame_inset(list(points))
    return window.north - window.south


_Edges = Mapping[tuple[int, int], float]
_Part = tuple[list[int], _Edges]  # members, and the edges between them


def _components(members: Sequence[int] | range, edges: _Edges) -> list[_Part]:
    """Split members into those that edges hold together, each with its edges."""
    group = {i: i for i in members}

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = i = group[group[i]]
        return i

    for a, b in edges:
        group[root(a)] = root(b)
    parts: dict[int, list[int]] = {}
    for i in members:
        parts.setdefault(root(i), []).append(i)
    inner: dict[int, dict[tuple[int, int], float]] = {key: {} for key in parts}
    for (a, b), length in edges.items():
        inner[root(a)][a, b] = length
    return [(part, inner[key]) for key, part in parts.items()]


def _shortest_tree(at: Mapping[str, tuple[float, float]]) -> dict[tuple[int, int], float]:
    """Join all places by edges of the least length in sum (Prim 1957); lengths in degrees of latitude."""
    points: NDArray[np.float64] = np.array(list(at.values()))
    distance, nearest = np.full(len(points), np.inf), np.zeros(len(points), dtype=np.int64)
    left, edges, last = np.ones(len(points), dtype=bool), {}, 0
    left[0] = False
    while left.any():
        steps = points - points[last]
        steps[:, 0] *= np.cos(np.radians((points[:, 1] + points[last, 1]) / 2))
        lengths = np.hypot(steps[:, 0], steps[:, 1])
        closer = left & (lengths < distance)
        distance[closer], nearest[closer] = lengths[closer], last
        last = int(np.argmin(np.where(left, distance, np.inf)))
        left[last] = False
        edges[int(nearest[last]), last] = float(distance[last])
    return edges
