"""Rectangles of longitude and latitude, and what of a ring of points lies in one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Points", "Rectangle", "clip"]

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """A part of the map, in degrees; longitudes may go past 180, so that east is always the greater."""

    west: float
    south: float
    east: float
    north: float

    def grown(self, degrees: float) -> "Rectangle":
        """Give it with a margin all around."""
        return Rectangle(
            west=self.west - degrees,
            south=self.south - degrees,
            east=self.east + degrees,
            north=self.north + degrees,
        )

    def holds(self, lon: float, lat: float, margin: float = 0.0) -> bool:
        """Tell whether a point lies in it, and not within a margin of its edges."""
        across = self.west + margin <= lon <= self.east - margin
        return across and self.south + margin <= lat <= self.north - margin


def clip(ring: Points, window: Rectangle) -> Points:
    """Cut a ring off at the edges of a rectangle, one edge after another, as Sutherland and Hodgman (1974) do.

    What falls into several pieces stays one ring, whose pieces hang together along the edges: for filling that is
    the same; whoever draws the outline clips a little outside of what is seen.
    """
    edges = ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1))
    for axis, edge, side in edges:
        ring = _clip_at(ring, axis, edge, side)
    return ring


def _clip_at(ring: Points, axis: int, edge: float, side: int) -> Points:
    """Keep what lies on one side of a line: of the greater numbers (1) or of the smaller (-1)."""
    beyond = (ring[:, axis] - edge) * side
    inside = beyond >= 0
    if inside.all() or not len(ring):
        return ring
    following = np.roll(ring, -1, axis=0)
    crosses = inside != np.roll(inside, -1)
    rest = np.roll(beyond, -1)
    share = np.divide(beyond, beyond - rest, out=np.zeros_like(beyond), where=crosses)
    meeting = ring + share[:, None] * (following - ring)
    meeting[:, axis] = edge
    both = np.stack([ring, meeting], axis=1).reshape(-1, 2)
    kept: Points = both[np.stack([inside, crosses], axis=1).ravel()]
    return kept
