"""A drawing as a board of cells, free or taken: where a box finds the nearest room among others."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Board", "Box", "Place"]

Cells = NDArray[np.bool_]
Place = tuple[int, int]

CELL = 10.0  # pixels; finer than what components are packed by, since gaps are small
GAP = 6.0  # clear space between two boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The room that a node and its label take, in pixels."""

    id: str
    width: float
    height: float


class Board:
    """The drawing as cells, free or taken, with room around it for all that is still to come."""

    def __init__(self, others: Sequence[Box], places: Mapping[str, Place], spare: Sequence[Box]) -> None:
        widest = max(max(box.width, box.height) for box in [*others, *spare])
        # fsum, as plain sums differ in their last digits with the order of the boxes
        margin = 2 * widest + math.sqrt(math.fsum((box.width + CELL) * (box.height + CELL) for box in spare))
        centres = np.array([places[box.id] for box in others] or [(0, 0)], dtype=float)
        self.origin = centres.min(axis=0) - margin
        self.below = (centres[:, 0].mean(), centres[:, 1].max())
        columns, rows = np.ceil((np.ptp(centres, axis=0) + 2 * margin) / CELL).astype(int)
        self.taken: Cells = np.zeros((rows, columns), dtype=bool)
        for box in others:
            width, height = self._cells(box)
            x, y = (np.array(places[box.id]) - self.origin) / CELL
            self._take(int(x - width / 2), int(y - height / 2), width + 1, height + 1)

    def place(self, box: Box, near: Sequence[Place]) -> Place:
        """Take the free room nearest to these places, or to the lower end of the drawing if there are none."""
        size = np.array(self._cells(box))
        wanted = (np.mean(near or [self.below], axis=0) - self.origin) / CELL - size / 2
        column, row = self._find_nearest(int(wanted[0]), int(wanted[1]), *self._cells(box))
        self._take(column, row, *self._cells(box))
        x, y = self.origin + (np.array([column, row]) + size / 2) * CELL
        return round(float(x)), round(float(y))

    def _find_nearest(self, column: int, row: int, width: int, height: int) -> Place:
        """Look in a window around the cell wanted, and in ever wider ones; the margin has room for all."""
        reach = 2 * (width + height)
        while True:
            top, left = max(row - reach, 0), max(column - reach, 0)
            window = self.taken[top : row + height + reach, left : column + width + reach]
            rows, columns = np.nonzero(_count_taken(window, width, height) == 0)
            if rows.size:
                nearest = ((rows + top - row) ** 2 + (columns + left - column) ** 2).argmin()
                return int(columns[nearest]) + left, int(rows[nearest]) + top
            reach *= 2

    def _take(self, column: int, row: int, width: int, height: int) -> None:
        self.taken[row : row + height, column : column + width] = True

    @staticmethod
    def _cells(box: Box) -> tuple[int, int]:
        return math.ceil((box.width + GAP) / CELL), math.ceil((box.height + GAP) / CELL)


def _count_taken(cells: Cells, width: int, height: int) -> NDArray[np.int64]:
    """Count the taken cells of every rectangle of this size, by its upper left cell."""
    sums = np.pad(cells.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    count: NDArray[np.int64] = (
        sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    )
    return count
