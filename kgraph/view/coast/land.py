"""Reads the land: rings of points, each of which says at which detail it matters."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kgraph.resources import PACKAGE
from kgraph.view.coast.rectangles import Points, Rectangle, clip
from kgraph.view.coast.vlq import decode, encode

__all__ = [
    "FINEST",
    "LAND",
    "MAX_LEVEL",
    "Land",
    "Ring",
    "level_of",
    "read_land",
    "rings_from_text",
    "rings_to_text",
    "side_of",
]

LAND = PACKAGE / "view" / "coast" / "land.txt"
FINEST = 0.01  # degrees: the side of the smallest square that a point adds to or takes from the land
MAX_LEVEL = 26  # two levels double the side; the last three points of a ring have the highest
_UNITS = 200  # a degree
_TURN = 360.0
ALMOST = 1 - 1e-9  # of a number that was rounded

Ring = tuple[Points, NDArray[np.int64]]
"""A coast all around, without its first point again at its end.

Longitude and latitude in degrees, a row a point; longitudes go on past 180, without a jump. And of each point its
level, the coarsest that still has it: it counts at details up to `side_of(level)`.
"""


def side_of(levels: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give, in degrees, the side of the smallest square that a point of a level stands for."""
    sides: NDArray[np.float64] = FINEST * 2.0 ** (levels / 2)
    return sides


def level_of(side: float) -> int:
    """Give the level whose side is the nearest to one in degrees."""
    return min(max(round(2 * math.log2(side / FINEST)), 0), MAX_LEVEL)


def rings_to_text(rings: Iterable[Ring]) -> Iterator[str]:
    """Write each ring as a line of numbers: steps east and north from the point before, and the level.

    The complement of the level, a negative number, says that a ring starts; its steps lead on from the ring before.
    """
    at = np.zeros((1, 2), dtype=np.int64)
    for points, levels in rings:
        places = np.round(points * _UNITS).astype(np.int64)
        marks = np.concatenate([~levels[:1], levels[1:]])
        yield encode(np.column_stack([np.diff(places, axis=0, prepend=at), marks]).ravel().tolist())
        at = places[-1:]


def rings_from_text(lines: Iterable[str]) -> list[Ring]:
    """Read what `rings_to_text` wrote."""
    rows = decode("".join(lines)).reshape(-1, 3)
    points, marks = np.cumsum(rows[:, :2], axis=0) / _UNITS, rows[:, 2]
    starts = [*np.flatnonzero(marks < 0).tolist(), len(rows)]
    levels = np.where(marks < 0, ~marks, marks)
    return [(points[start:end], levels[start:end]) for start, end in pairwise(starts)]


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """Rings of land, to be asked for what lies in a rectangle; one inside another is a lake as large as a sea."""

    rings: Sequence[Ring]
    bounds: NDArray[np.float64]  # west, south, east, north of each ring
    sides: NDArray[np.float64]  # in degrees, of a square as large as what the ring encloses

    @classmethod
    def of(cls, rings: Iterable[Ring]) -> "Land":
        """Measure the rings."""
        closed = [_close_over_pole(ring) for ring in rings]
        every, lengths = np.concatenate([p for p, _ in closed]), [len(p) for p, _ in closed]
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        bounds = [f.reduceat(every, starts, axis=0) for f in (np.minimum, np.maximum)]
        following = np.arange(1, len(every) + 1)
        following[np.cumsum(lengths) - 1] = starts
        crosses = every[:, 0] * every[following, 1] - every[following, 0] * every[:, 1]
        areas = np.abs(np.add.reduceat(crosses, starts)) / 2
        shrunk = np.cos(np.radians((bounds[0][:, 1] + bounds[1][:, 1]) / 2))
        return cls(rings=closed, bounds=np.concatenate(bounds, axis=1), sides=np.sqrt(areas * shrunk))

    def inside(self, window: Rectangle, detail: float) -> Iterator[Points]:
        """Give the land in a rectangle, ring by ring, cut off at its edges.

        Args:
            window: its longitudes may go past 180; the land goes on there.
            detail: in degrees, the side of the smallest square that matters: smaller islands are left out.
        """
        large = self.sides >= detail
        for turn in (-_TURN, 0.0, _TURN, 2 * _TURN):
            west, south, east, north = (self.bounds + np.array([turn, 0.0, turn, 0.0])).T
            meets = (
                (east > window.west) & (west < window.east) & (north > window.south) & (south < window.north)
            )
            around = east - west > _TURN  # Antarctica is there three times over already
            for i in np.flatnonzero(large & meets & ~(around & (turn != 0))).tolist():
                points, levels = self.rings[i]
                kept = points[side_of(levels) >= detail * ALMOST] + np.array([turn, 0.0])
                if len(cut := clip(kept, window)) > 2:
                    yield cut


@cache
def read_land(path: Path = LAND) -> Land:
    """Read a file of land."""
    lines = path.read_text(encoding="ascii").splitlines()
    return Land.of(rings_from_text(line for line in lines if not line.startswith("#")))


def _close_over_pole(ring: Ring) -> Ring:
    """Close a coast that goes once around the earth, Antarctica's, by the pole that it goes around.

    It comes three times over, side by side, so that its ends lie outside of any map of the world.
    """
    points, levels = ring
    if np.ptp(points[:, 0]) < _TURN - 1:
        return ring
    turn = np.array([_TURN if points[-1, 0] > points[0, 0] else -_TURN, 0.0])
    coast = np.concatenate([points + turns * turn for turns in (-1, 0, 1)])
    pole = -90.0 if coast[0, 1] < 0 else 90.0
    corners = np.array([[coast[-1, 0], pole], [coast[0, 0], pole]])
    return np.concatenate([coast, corners]), np.concatenate([np.tile(levels, 3), [MAX_LEVEL, MAX_LEVEL]])
