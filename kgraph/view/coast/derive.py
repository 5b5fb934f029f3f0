"""Writes `land.txt` anew from the npm package world-atlas: `python -m kgraph.view.coast.derive LAND-10M.JSON`.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m kgraph.view.coast.derive package/land-10m.json

The package has Natural Earth's physical land, 1:10 million, as TopoJSON. Taken is `land` alone, never `countries`,
which carries boundaries as Natural Earth sees them. What is done to it:

- The rings are laid out without the jump at 180 degrees, and what was cut there (Chukotka, Fiji) is joined again.
- Each point gets the area that it adds to or takes from the land, by Visvalingam and Whyatt (1993): the points go one
  after another, the least first. So every coarser coast is a part of the finer one, and drawn over it fits.
- Points below `FINEST` are left out, the others rounded to a 200th of a degree.
"""

import heapq
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kgraph.view.coast.land import FINEST, LAND, MAX_LEVEL, Ring, rings_to_text
from kgraph.view.coast.rectangles import Points

__all__ = ["derive", "land_of", "read_rings", "significance"]

_HEADER = """\
# The land of the earth, no boundaries: Natural Earth 4.1.0, 1:10m physical vectors, "land" (public domain), as in the
# npm package world-atlas 2.0.2 (ISC; see LICENCE.txt). Made by `python -m kgraph.view.coast.derive`; not to be edited.
# A line is a ring, a point is three base64 VLQ numbers: steps east and north in 200ths of a degree, and its level;
# the complement of the level where a ring starts.
"""
_SEAM = 180.0
_NEAR = 0.02  # degrees: ends of what was cut at the seam that belong together lie as near


def derive(source: Path, target: Path = LAND) -> None:
    """Write the file of land from a TopoJSON file of world-atlas."""
    rings = land_of(read_rings(json.loads(source.read_text(encoding="utf-8"))))
    text = "".join(f"{line}\n" for line in rings_to_text(rings))
    target.write_text(_HEADER + text, encoding="ascii")


def land_of(rings: Iterable[Points]) -> Iterator[Ring]:
    """Give each ring of land with the level of its points, the large ones first, without what is too fine."""
    whole = join_at_seam([unwrap(ring) for ring in rings])
    for ring in sorted(whole, key=lambda r: (-len(r), *r[0])):
        sides = significance(ring)
        kept = sides >= FINEST
        levels = np.floor(2 * np.log2(sides[kept] / FINEST))
        yield ring[kept], np.minimum(levels, MAX_LEVEL).astype(np.int64)


# -- TopoJSON -----------------------------------------------------------------------------------------------------


def read_rings(topology: dict[str, Any]) -> Iterator[Points]:
    """Give the rings of the object `land`: longitudes and latitudes, the first point not repeated at the end."""
    scale, origin = (np.array(topology["transform"][key]) for key in ("scale", "translate"))
    arcs = [np.cumsum(np.array(arc), axis=0) * scale + origin for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            yield from (_join_arcs(arcs, indices) for indices in polygon)


def _join_arcs(arcs: Sequence[Points], indices: Iterable[int]) -> Points:
    """Put arcs together; a negative index is the complement of that of an arc that is gone backwards."""
    parts = (arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices)
    return np.concatenate([part[:-1] for part in parts])


# -- the seam at 180 degrees --------------------------------------------------------------------------------------


def unwrap(ring: Points) -> Points:
    """Let longitudes go on where they jump by a full turn; the ring then starts between -180 and 180."""
    turns = np.concatenate([[0], np.cumsum(np.round(np.diff(ring[:, 0]) / 360.0))])
    free = ring.copy()
    free[:, 0] -= 360.0 * turns
    free[:, 0] += 360.0 * math.ceil((-_SEAM - free[:, 0].min()) / 360.0)
    return free


def join_at_seam(rings: Iterable[Points]) -> list[Points]:
    """Join rings that were cut along 180 degrees: those east of it move there from -180."""
    whole: list[Points] = []
    cut: list[Points] = []
    for ring in rings:
        at_seam = np.abs(np.abs(ring[:, 0]) - _SEAM) < 1e-6
        is_cut = at_seam.sum() > 1 and np.ptp(ring[:, 0]) < 359
        (cut if is_cut else whole).append(ring)
    west = [_open(ring) for ring in cut if ring[:, 0].mean() > 0]
    east = [_open(ring + np.array([360.0, 0.0])) for ring in cut if ring[:, 0].mean() <= 0]
    for part in east:
        partner = next((i for i, other in enumerate(west) if _fit(other, part)), None)
        whole.append(part if partner is None else np.concatenate([west.pop(partner)[:-1], part[:-1]]))
    return whole + west


def _open(ring: Points) -> Points:
    """Turn a ring so that the edges along the seam are what is missing between its end and its start."""
    at_seam = np.abs(ring[:, 0] - _SEAM) < 1e-6
    start = next(i for i in range(len(ring)) if at_seam[i - 1] and not at_seam[i])
    turned, inside = np.roll(ring, 1 - start, axis=0), np.roll(~at_seam, 1 - start)
    return turned[: int(np.flatnonzero(inside)[-1]) + 2]


def _fit(west: Points, east: Points) -> bool:
    """Tell whether each of two cut coasts ends where the other starts."""
    return bool(np.abs([west[-1] - east[0], east[-1] - west[0]]).max() < _NEAR)


# -- which points matter ------------------------------------------------------------------------------------------


def significance(ring: Points) -> NDArray[np.float64]:
    """Give for each point the side, in degrees of latitude, of a square as large as the triangle that goes with it.

    Visvalingam's effective area: that of the triangle with the neighbours left when the point's turn comes, and never
    less than that of a point that went before. The last three points have an infinite one.
    """
    shrunk = math.cos(math.radians(float(ring[:, 1].mean())))
    points: list[tuple[float, float]] = [(x * shrunk, y) for x, y in ring.tolist()]
    before, after = _neighbours(len(points))

    def area(i: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = points[before[i]], points[i], points[after[i]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2

    areas = [area(i) for i in range(len(points))]
    heap = [(a, i) for i, a in enumerate(areas)]
    heapq.heapify(heap)
    effective, highest, left = [math.inf] * len(points), 0.0, len(points)
    while left > 3:
        least, i = heapq.heappop(heap)
        if least != areas[i]:
            continue  # the point has gone, or its area has changed since
        highest = max(highest, least)
        effective[i], areas[i], left = highest, math.nan, left - 1
        before[after[i]], after[before[i]] = before[i], after[i]
        for neighbour in (before[i], after[i]):
            areas[neighbour] = area(neighbour)
            heapq.heappush(heap, (areas[neighbour], neighbour))
    return np.sqrt(np.array(effective, dtype=np.float64))


def _neighbours(count: int) -> tuple[list[int], list[int]]:
    return [(i - 1) % count for i in range(count)], [(i + 1) % count for i in range(count)]


if __name__ == "__main__":
    derive(Path(sys.argv[1]))
