"""Where each node of the page stands: computed here, so the page opens at rest and every build is the same.

Distances on the page follow distances in the graph (stress majorization, de Leeuw 1977; Gansner, Koren and
North 2004), one connected component at a time, its communities apart. Then boxes around node and label are pushed
apart, lines are untangled, and the components are set side by side. Units are pixels at zoom 1; y grows downwards.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from kgraph.view.board import GAP as BOARD_GAP
from kgraph.view.board import Board, Box
from kgraph.view.untangle import untangle

__all__ = ["compute_positions"]

Points = NDArray[np.float64]
Cells = NDArray[np.bool_]

STRESS_LIMIT = 1000  # nodes of a component; above, all distances would take seconds, pivots take a fraction
PIVOTS = 60
STRESS_ROUNDS = 150
STRESS_BUDGET = 60_000_000  # rounds times pairs of nodes: a second
PUSH_ROUNDS = 120
PUSH_BUDGET = 60_000  # rounds times nodes: what still overlaps in a large graph goes to the nearest gap
EFFORT = 40_000_000  # of untangling: a second
CROWDING = 4.0  # the drawing's area per area of boxes before they are pushed apart; more where they are many
GAP = 14.0  # clear space between two boxes
BETWEEN_COMPONENTS = 60.0
CELL = 20.0  # the grid on which components are set side by side
TURNS = 36
ASPECT = 1.15  # width to height of the canvas between the two side panels of a usual screen
EDGE_LENGTH = 120.0
MANY_NODES = 150  # of a component; above, its communities are set apart
COMMUNITIES_APART = 1.5  # how much longer a tie between two communities is
HUB_LENGTH = 4.0  # added per neighbour of the busier end: many leaves need a wider circle
HUBS_APART = 14.0  # added per neighbour of the less busy end: two hubs part, so that no knot is between them


def compute_positions(
    boxes: Sequence[Box], ties: Iterable[tuple[str, str]], *, effort: int = EFFORT
) -> dict[str, tuple[int, int]]:
    """Find a place for every box, so that tied ones are near and none covers another.

    The order of the input does not matter, nor does any seed: nothing here is drawn by lot. Matrices are multiplied
    by one core, for several add up in another order, and what is untangled from there on is another drawing.

    Args:
        boxes: what is to be placed, ids unique.
        ties: pairs of ids that belong near one another; more than one tie between two counts once.
        effort: how much untangling may take, see `untangle`.

    Returns:
        The centre of each box, by id.
    """
    sizes = {box.id: (box.width, box.height) for box in boxes}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(sizes))
    graph.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in ties if a != b}))
    components = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    with threadpool_limits(1, user_api="blas"):
        return _pack([_place_component(graph, names, sizes, effort) for names in components])


@dataclass(frozen=True, slots=True)
class _Component:
    """A connected part with its points, from (0, 0), and the cells that its boxes and lines cover."""

    names: list[str]
    points: Points
    cells: Cells


def _place_component(
    graph: "nx.Graph[str]", names: list[str], sizes: Mapping[str, tuple[float, float]], effort: int
) -> _Component:
    room = np.array([sizes[name] for name in names])
    _set_lengths(graph, names)
    points = _turn(_spread(graph, names), room)
    points = _push_apart(points * _stretch(points, room), room + GAP)
    index = {name: place for place, name in enumerate(names)}
    ties = sorted((index[a], index[b], graph.edges[a, b]["length"]) for a, b in graph.edges(names))
    lines, lengths = [(a, b) for a, b, _ in ties], np.array([length for _, _, length in ties])
    points = untangle(points, room + GAP, lines, lengths, effort)
    points -= (points - room / 2).min(axis=0) - BETWEEN_COMPONENTS / 2
    return _Component(names, points, _cover(lines, points, room))


def _cover(lines: Sequence[tuple[int, int]], points: Points, room: Points) -> Cells:
    """Mark the cells that boxes and the lines between them cover, with a margin."""
    margin = BETWEEN_COMPONENTS / 2
    width, height = np.ceil(((points + room / 2).max(axis=0) + margin) / CELL).astype(int)
    cells = np.zeros((height, width), dtype=bool)
    half = room / 2 + margin
    corners = (np.maximum(np.hstack([points - half, points + half]), 0) // CELL).astype(int)
    for left, top, right, bottom in corners.tolist():
        cells[top : bottom + 1, left : right + 1] = True
    starts, stops = np.array(lines, dtype=int).reshape(-1, 2).T
    shares = np.linspace(0, 1, 24)[:, None]
    on_lines = points[starts, None] * (1 - shares) + points[stops, None] * shares
    columns, rows = (on_lines // CELL).astype(int).T
    cells[rows, columns] = True
    return cells


def _spread(graph: "nx.Graph[str]", names: list[str]) -> Points:
    """Give points whose distances follow those in the graph."""
    if len(names) == 1:
        return np.zeros((1, 2))
    points = _fan_out(_scale_pivots(_distances(graph, names, _pick_pivots(graph, names))))
    return points if len(names) > STRESS_LIMIT else _majorize(points, _all_distances(graph, names))


def _set_lengths(graph: "nx.Graph[str]", names: list[str]) -> None:
    """Note on each tie how long it should be."""
    part = _find_communities(graph, names)
    for a, b in graph.edges(names):
        apart = COMMUNITIES_APART if part.get(a) != part.get(b) else 1.0
        graph.edges[a, b]["length"] = apart * _ideal_length(graph, a, b)


def _find_communities(graph: "nx.Graph[str]", names: list[str]) -> dict[str, int]:
    """Number the communities of a large component (Louvain, Blondel et al. 2008), by node; a small one has none."""
    if len(names) <= MANY_NODES:
        return {}
    index = {name: place for place, name in enumerate(names)}
    plain: nx.Graph[int] = nx.Graph()  # numbered: between equals, the order of what Louvain sees decides
    plain.add_nodes_from(range(len(names)))
    pairs = [(index[a], index[b]) for a, b in graph.edges(names)]
    plain.add_edges_from(sorted((min(pair), max(pair)) for pair in pairs))
    found = nx.community.louvain_communities(plain, seed=0)
    return {names[place]: number for number, members in enumerate(found) for place in members}


def _ideal_length(graph: "nx.Graph[str]", a: str, b: str) -> float:
    fewer, more = sorted((graph.degree(a), graph.degree(b)))
    return EDGE_LENGTH + HUB_LENGTH * more + HUBS_APART * fewer


def _distances(graph: "nx.Graph[str]", names: list[str], origins: list[str]) -> Points:
    """Give the length of the shortest way from every origin (column) to every node (row)."""
    columns = [nx.single_source_dijkstra_path_length(graph, origin, weight="length") for origin in origins]
    return np.array([[column[name] for column in columns] for name in names])


def _all_distances(graph: "nx.Graph[str]", names: list[str]) -> Points:
    """Give the length of the shortest way between every two nodes (Floyd 1962), a row at a time."""
    index = {name: place for place, name in enumerate(names)}
    distances = np.full((len(names), len(names)), np.inf)
    np.fill_diagonal(distances, 0.0)
    for a, b in graph.edges(names):
        distances[index[a], index[b]] = distances[index[b], index[a]] = graph.edges[a, b]["length"]
    for row in range(len(names)):
        np.minimum(distances, distances[:, row, None] + distances[row], out=distances)
    return distances


def _pick_pivots(graph: "nx.Graph[str]", names: list[str]) -> list[str]:
    """Choose nodes far from one another, the busiest first."""
    pivots = [max(names, key=graph.degree)]
    nearest = _distances(graph, names, pivots)[:, 0]
    while len(pivots) < PIVOTS and nearest.max() > 0:
        pivots.append(names[int(nearest.argmax())])
        nearest = np.minimum(nearest, _distances(graph, names, pivots[-1:])[:, 0])
    return pivots


def _scale_pivots(distances: Points) -> Points:
    """Project on the two directions in which the nodes differ most (pivot MDS, Brandes and Pich 2007)."""
    squared = distances**2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    _, axes = np.linalg.eigh(centred.T @ centred)
    points = (
        centred @ axes[:, -2:][:, ::-1] if axes.shape[1] > 1 else np.column_stack([distances, distances * 0])
    )
    signs = np.sign(points[np.abs(points).argmax(axis=0), [0, 1]])  # an axis may come out mirrored: fix it
    scale = distances.max() / max(float(np.ptp(points)), 1e-9)
    placed: Points = points * np.where(signs == 0, 1.0, signs) * scale
    return placed


def _fan_out(points: Points) -> Points:
    """Set nodes that share a place on a spiral around it; the golden angle keeps them apart."""
    turn = np.arange(len(points)) * 2.399963
    radius = 18.0 * np.sqrt(np.arange(len(points)) % 97)
    return points + np.column_stack([np.cos(turn), np.sin(turn)]) * radius[:, None]


def _majorize(points: Points, distances: Points) -> Points:
    """Lower the stress of the drawing, near pairs counting more; each round can only better it, till none does."""
    count = len(points)
    apart = distances + np.eye(count)
    weights = apart**-2 * (1 - np.eye(count))
    inverse = np.linalg.inv(np.diag(weights.sum(axis=1)) - weights + 1 / count) - 1 / count
    wanted, pull = weights * distances, np.empty_like(weights)
    for _ in range(min(STRESS_ROUNDS, STRESS_BUDGET // count**2)):
        before, points = points, points - points.mean(axis=0)
        square = (points**2).sum(axis=1)
        np.matmul(
            points, -2 * points.T, out=pull
        )  # squared gaps, in place: new arrays would take as long again
        pull += square
        pull += square[:, None]
        np.sqrt(np.maximum(pull, 1.0, out=pull), out=pull)
        np.divide(wanted, pull, out=pull)
        points = inverse @ (pull.sum(axis=1)[:, None] * points - pull @ points)
        if np.array_equal(points, before):
            break
    return points


def _turn(points: Points, room: Points) -> Points:
    """Turn the drawing so that its boxes fill the canvas best."""
    drawings = [points @ _rotation(math.pi * step / TURNS) for step in range(TURNS)]
    return min(drawings, key=lambda drawing: _cost(drawing, room))


def _rotation(angle: float) -> Points:
    return np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])


def _cost(points: Points, room: Points) -> float:
    width, height = (points + room / 2).max(axis=0) - (points - room / 2).min(axis=0)
    return round(float(_rate(width, height)), 3)  # rounded: equal turns must compare equal on every machine


def _rate(width: Points, height: Points) -> Points:
    """Rate rectangles: by their area, and worse if their sides are not in the canvas's proportion."""
    slant = np.maximum(width / (ASPECT * height), ASPECT * height / width)
    rate: Points = width * height * slant**0.5
    return rate


def _stretch(points: Points, room: Points) -> float:
    """Give the factor that makes the drawing large enough for all its boxes; never less than 1."""
    extent = np.ptp(points, axis=0) + room.mean(axis=0)
    crowding = CROWDING * max(1.0, len(points) / MANY_NODES) ** 0.5
    return max(1.0, float((crowding * room.prod(axis=1).sum() / extent.prod()) ** 0.5))


def _push_apart(points: Points, room: Points) -> Points:
    """Move boxes that cover one another apart, along the axis where they need to move least.

    What still is covered after many rounds goes to the nearest gap.
    """
    points = points.copy()
    for _ in range(min(PUSH_ROUNDS, PUSH_BUDGET // len(points))):
        moved = False
        for i, j in _close_pairs(points, room):
            moved |= _part(points, room, i, j)
        if not moved:
            return points
    return _settle(points, room)


def _settle(points: Points, room: Points) -> Points:
    """Move one of each two boxes that share room to the nearest place that is free."""
    boxes = [Box(id=str(i), width=w, height=h) for i, (w, h) in enumerate(room - BOARD_GAP)]
    covered = sorted({max(pair) for pair in _close_pairs(points, room)})
    standing = np.delete(np.arange(len(points)), covered)
    places = {str(i): (round(float(points[i, 0])), round(float(points[i, 1]))) for i in range(len(points))}
    board = Board([boxes[i] for i in standing], places, spare=[boxes[i] for i in covered])
    settled = points.copy()
    for i in covered:
        settled[i] = board.place(boxes[i], [places[str(i)]])
    return settled


def _close_pairs(points: Points, room: Points) -> list[tuple[int, int]]:
    """List the pairs that cover one another, found by a sweep from left to right."""
    order = np.argsort(points[:, 0] - room[:, 0] / 2, kind="stable")
    left, right = points[order, 0] - room[order, 0] / 2, points[order, 0] + room[order, 0] / 2
    reach = np.searchsorted(left, right)
    pairs = []
    for rank, i in enumerate(order):
        rest = order[rank + 1 : reach[rank]]
        near = np.abs(points[rest, 1] - points[i, 1]) < (room[rest, 1] + room[i, 1]) / 2
        pairs += [(int(i), int(j)) for j in rest[near]]
    return pairs


def _part(points: Points, room: Points, i: int, j: int) -> bool:
    """Move two boxes apart by half of what they share each; tell whether they had to move."""
    offset = points[j] - points[i]
    shared = (room[i] + room[j]) / 2 - np.abs(offset)
    if shared.min() <= 0.5:
        return False
    axis = int(shared.argmin())
    step = (shared[axis] / 2) * (1.0 if offset[axis] >= 0 else -1.0)
    points[i, axis] -= step
    points[j, axis] += step
    return True


def _pack(components: Sequence[_Component]) -> dict[str, tuple[int, int]]:
    """Set each component, the largest first, where it is free of the others and the whole stays smallest."""
    taken = np.zeros((0, 0), dtype=bool)  # rows and columns of cells
    positions: dict[str, tuple[int, int]] = {}
    for component in components:
        height, width = component.cells.shape
        rows, columns = taken.shape
        board = np.pad(taken, ((0, height), (0, width)))
        row, column = _find_free(board, rows, columns, height, width)
        board[row : row + height, column : column + width] |= component.cells
        taken = board[: max(rows, row + height), : max(columns, column + width)]
        for name, (x, y) in zip(component.names, component.points, strict=True):
            positions[name] = (round(float(x) + column * CELL), round(float(y) + row * CELL))
    return positions


def _find_free(board: Cells, rows: int, columns: int, height: int, width: int) -> tuple[int, int]:
    """Find the free rectangle that makes the drawing so far, of these rows and columns, grow least."""
    sums = np.pad(board.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    filled = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    tops, lefts = np.indices(filled.shape)
    cost = _rate(np.maximum(lefts + width, columns), np.maximum(tops + height, rows))
    row, column = np.unravel_index(np.where(filled == 0, cost, np.inf).argmin(), cost.shape)
    return int(row), int(column)
