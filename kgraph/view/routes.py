"""How each line runs: those that join the same nodes side by side, and none through a third node."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["compute_curves", "points_on"]

Points = NDArray[np.float64]

CURVE_STEP = 0.34  # between two lines that join the same nodes, as vis-network's roundness
USUAL_LENGTH = 230.0  # pixels; longer lines bend less, so that they stay as near to one another
MAX_CURVE = 0.9
DETOURS = (0.0, 0.14, -0.14, 0.24, -0.24, 0.36, -0.36)  # tried in this order for a line of its own
CLEARANCE = 10.0  # pixels between a line and a node that it passes
SHARES = np.linspace(0.08, 0.92, 15)[:, None]  # where a line is looked at: not at its own ends


def compute_curves(
    ends: Sequence[tuple[str, str]],
    positions: Mapping[str, tuple[int, int]],
    radii: Mapping[str, float],
    *,
    detours: bool = True,
) -> list[float]:
    """Find how far each line bends, in the order given; 0 is straight, the sign is seen from its first end.

    Args:
        ends: the two nodes that each line joins.
        positions: where the nodes stand.
        radii: how large the nodes are.
        detours: bend a line of its own past the nodes that it does not join.
    """
    beside: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for line, pair in enumerate(ends):
        beside[min(pair), max(pair)].append(line)
    places = np.array([positions[name] for name in positions], dtype=float).reshape(-1, 2)
    sizes = np.array([radii[name] for name in positions])
    curves = [0.0] * len(ends)
    for (low, high), lines in beside.items():
        fan = _fan(len(lines), math.dist(positions[low], positions[high]))
        for line, bend in zip(lines, fan, strict=True):
            curves[line] = bend if ends[line][0] == low else -bend
        if len(lines) == 1 and detours:
            start, end = (positions[name] for name in ends[lines[0]])
            curves[lines[0]] = _find_detour(start, end, places, sizes)
    return curves


def points_on(start: tuple[int, int], end: tuple[int, int], curve: float) -> Points:
    """Give points along a line, by the rule that vis-network bends a line by."""
    first, last = np.array(start, dtype=float), np.array(end, dtype=float)
    dx, dy = last - first
    reach = (1 + abs(curve)) / 2 * math.hypot(dx, dy)
    angle = math.atan2(-dy, dx) + (1 + curve) / 2 * math.pi
    via = first + reach * np.array([math.sin(angle), math.cos(angle)])
    points: Points = (1 - SHARES) ** 2 * first + 2 * SHARES * (1 - SHARES) * via + SHARES**2 * last
    return points


def _fan(count: int, length: float) -> list[float]:
    """Spread lines evenly on both sides of the straight one."""
    step = min(CURVE_STEP, CURVE_STEP * USUAL_LENGTH / max(length, 1.0), 2 * MAX_CURVE / count)
    return [round((i - (count - 1) / 2) * step, 3) for i in range(count)]


def _find_detour(start: tuple[int, int], end: tuple[int, int], places: Points, sizes: Points) -> float:
    """Choose the least bend that leads past all other nodes; straight where none does."""
    middle, length = (np.array(start) + end) / 2, math.dist(start, end)
    is_near = np.linalg.norm(places - middle, axis=1) < 0.75 * length + sizes
    is_end = (places == start).all(axis=1) | (places == end).all(axis=1)
    near = is_near & ~is_end
    for curve in DETOURS:
        gaps = np.linalg.norm(points_on(start, end, curve)[:, None] - places[near], axis=2)
        if (gaps > sizes[near] + CLEARANCE).all():
            return curve
    return 0.0
