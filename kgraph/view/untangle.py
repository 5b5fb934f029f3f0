"""A drawing made easier to read, one node at a time: fewer lines that cross, or that run over what stands there.

Each node in turn tries some places, near itself, round its neighbours and all over the drawing, and takes the best
that is free (the criteria are those of Davidson and Harel 1996; here nothing is drawn by lot, and no step makes the
drawing worse). Boxes never come to cover one another, and the drawing does not grow.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["untangle"]

Points = NDArray[np.float64]
Indices = NDArray[np.int64]

ROUNDS = 16
RATING = (
    4_000  # what rating the places of a node takes beside, in pairs of a tried line and what it could meet
)
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
STEPS = (45.0, 100.0, 190.0)  # how far from where it stands a node looks around, in pixels
SPREAD = 24  # places tried all over the drawing
CLOSE = 24.0  # pixels between a line and the middle of a point that it seems to end in
CROSSING, COVERED, THROUGH_LABEL, STRETCH = 1.0, 3.0, 0.6, 0.7  # what each defect costs


def untangle(
    points: Points, room: Points, lines: Sequence[tuple[int, int]], length: Points, effort: int
) -> Points:
    """Move nodes to where fewer lines cross one another, pass over points or run through labels.

    Args:
        points: the centres, pixels; boxes that overlap may do so afterwards, others do not.
        room: width and height of each box.
        lines: the nodes that each line joins, no two lines the same nodes.
        length: how long each line should be.
        effort: how many pairs of a tried line and what it could meet are looked at; 100 million take some seconds.
    """
    if len(lines) < 2:
        return points
    drawing = _Drawing(points.copy(), room / 2, np.array(lines, dtype=np.int64), length, effort)
    for turn in range(ROUNDS):
        if not drawing.improve(turn):
            break
    return drawing.points


class _Drawing:
    """Nodes and lines, with what is tried on them."""

    def __init__(self, points: Points, half: Points, lines: Indices, length: Points, effort: int) -> None:
        self.points, self.half, self.lines, self.length = points, half, lines, length
        self.low, self.high = (points - half).min(axis=0), (points + half).max(axis=0)
        self.effort = effort
        self.own = [np.flatnonzero((lines == node).any(axis=1)) for node in range(len(points))]
        self.order = sorted(range(len(points)), key=lambda node: (len(self.own[node]), node))

    def improve(self, turn: int) -> bool:
        """Let every node look for a better place; tell whether any found one."""
        moved = False
        for node in self.order:
            if self.effort <= 0:
                return False
            moved |= self._move(node, turn)
        return moved

    def _move(self, node: int, turn: int) -> bool:
        if not len(self.own[node]):
            return False
        here = self.points[node]
        defects, stretch = self._rate(node, here[None])
        if defects[0] == 0:
            return False
        tried = self._free(node, np.vstack(list(self._candidates(node, turn))))
        if not len(tried):
            return False
        costs = np.add(*self._rate(node, tried))
        best = int(costs.argmin())
        if costs[best] > defects[0] + stretch[0] - 0.05:
            return False
        self.points[node] = tried[best]
        return True

    def _candidates(self, node: int, turn: int) -> Iterator[Points]:
        """Give places to try; they differ from round to round."""
        around = self._neighbours(node)
        yield self._around(self.points[node], STEPS, 8, turn)
        yield self._around(around.mean(axis=0), STEPS, 8, turn)
        wanted = float(self.length[self.own[node]].mean())
        for neighbour in around[:4]:
            yield self._around(neighbour, (0.7 * wanted, wanted, 1.4 * wanted), 12, turn)
        share = (np.arange(SPREAD) + 0.5 + turn / ROUNDS) / SPREAD
        angle = np.arange(SPREAD) * GOLDEN_ANGLE + turn
        disc = np.column_stack([np.cos(angle), np.sin(angle)]) * np.sqrt(share)[:, None]
        yield (self.low + self.high) / 2 + disc * (self.high - self.low) / 2

    @staticmethod
    def _around(centre: Points, radii: Sequence[float], count: int, turn: int) -> Points:
        angle = (np.arange(count) + turn * 0.37) * (2 * math.pi / count)
        ring = np.column_stack([np.cos(angle), np.sin(angle)])
        return np.vstack([centre + ring * radius for radius in radii])

    def _neighbours(self, node: int) -> Points:
        ends = self.lines[self.own[node]]
        return self.points[np.where(ends[:, 0] == node, ends[:, 1], ends[:, 0])]

    def _free(self, node: int, tried: Points) -> Points:
        """Keep the places where the node's box covers no other and stays inside the drawing."""
        half = self.half[node]
        inside = ((tried - half >= self.low) & (tried + half <= self.high)).all(axis=1)
        x, y = tried[inside].T
        (left, top), (wide, high) = self.points.T, (self.half + half).T
        covers = (np.abs(x[:, None] - left) < wide) & (np.abs(y[:, None] - top) < high)
        covers[:, node] = False
        free: Points = tried[inside][~covers.any(axis=1)]
        return free

    def _rate(self, node: int, tried: Points) -> tuple[Points, Points]:
        """Rate places of a node: what its lines and box meet there, and how its lines are stretched."""
        ends = self._neighbours(node)
        own = self.own[node]
        others = np.delete(self.lines, own, axis=0)
        starts, stops = self.points[others[:, 0]], self.points[others[:, 1]]
        reach = np.vstack([tried, ends])
        low, high = reach.min(axis=0) - self.half[node], reach.max(axis=0) + self.half[node]
        near = _overlap(np.minimum(starts, stops), np.maximum(starts, stops), low, high)
        starts, stops = starts[near], stops[near]
        bystanders = _overlap(self.points - self.half, self.points + self.half, low, high)
        bystanders[node] = False
        met = len(ends) * (len(starts) + int(bystanders.sum())) + len(starts)
        self.effort -= RATING + len(tried) * met
        from_here, to_there = tried[:, None, None], ends[None, :, None]
        defects = CROSSING * _crossings(from_here, to_there, starts, stops).sum(axis=(1, 2))
        passed, half = self.points[bystanders], self.half[bystanders]
        is_end = (passed[:, 0] == ends[:, :1]) & (passed[:, 1] == ends[:, 1:])
        meets = _meetings(from_here, to_there, passed, half)
        meets[:, is_end] = 0
        defects += meets.sum(axis=(1, 2))
        defects += _meetings(starts, stops, tried[:, None], self.half[node]).sum(axis=1)
        long = np.hypot(*(tried[:, None] - ends).transpose(2, 0, 1)) / self.length[own]
        return defects, STRETCH * ((long - 1) ** 2).sum(axis=1)


def _overlap(low: Points, high: Points, lowest: Points, highest: Points) -> NDArray[np.bool_]:
    """Tell which rectangles share room with another."""
    x, y = (high > lowest).T & (low < highest).T
    overlap: NDArray[np.bool_] = x & y
    return overlap


def _crossings(a: Points, b: Points, c: Points, d: Points) -> NDArray[np.bool_]:
    """Tell which lines a-b cross which lines c-d; those that meet in an end do not."""
    apart = _side(a, b, c) * _side(a, b, d) < 0
    crossing: NDArray[np.bool_] = apart & (_side(c, d, a) * _side(c, d, b) < 0)
    return crossing


def _side(a: Points, b: Points, c: Points) -> Points:
    side: Points = (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (
        c[..., 0] - a[..., 0]
    )
    return side


def _meetings(a: Points, b: Points, centre: Points, half: Points) -> Points:
    """Rate how the lines a-b meet boxes: not at all, through the label, or over the point in the middle."""
    middle_x, middle_y = (a[..., i] / 2 + b[..., i] / 2 - centre[..., i] for i in (0, 1))
    reach_x, reach_y = ((b[..., i] - a[..., i]) / 2 for i in (0, 1))
    turned = np.abs(middle_x * reach_y - middle_y * reach_x)
    wide, high, half_x, half_y = np.abs(reach_x), np.abs(reach_y), half[..., 0], half[..., 1]
    meets = (np.abs(middle_x) < half_x + wide) & (np.abs(middle_y) < half_y + high)
    meets &= turned < half_x * high + half_y * wide
    over = meets & (turned < CLOSE * np.hypot(reach_x, reach_y))
    rate: Points = THROUGH_LABEL * meets + (COVERED - THROUGH_LABEL) * over
    return rate
