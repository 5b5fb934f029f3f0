"""A large graph as groups: one for each of its main disputes, and the communities of all else.

Above some size a drawing of all points is a knot, and a browser that draws it stands still. So the reader first sees
groups and how many statements run between them; each group has a drawing of its own, which the reader opens.

Each statement is in one place: inside a group, or on the line between two. Inside a dispute is what bears on its
territory; inside a community is what joins two of its members, found by Louvain's method (Blondel et al. 2008). Where
a community has many persons or organizations of whom it says but one thing, these are a group of their own.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import networkx as nx

from kgraph.model import Entity, EntityKind
from kgraph.spread import Spread, one_by_one
from kgraph.view.board import Box
from kgraph.view.layout import compute_positions
from kgraph.view.network import Line, Node, box_of, entities_of, wrap_label
from kgraph.view.routes import compute_curves

__all__ = ["MOST_POINTS", "Group", "GroupKind", "Grouped", "describe_groups", "group_network"]

MOST_POINTS = 300  # of the drawing of one group
MOST_DISPUTES = 60  # that are groups of their own, those of most statements; the others are in communities
FEWEST_ALIKE = (
    12  # persons, or organizations, of one community with one tie each that are a group of their own
)
SMALL = 5  # members of a community that stands with others of its size in one group
STRONG = 8  # times as strong as being spoken of is a statement; whole: with fractions Louvain's moves may never end
NAMED = 3  # members that a group is named by
RESOLUTIONS = (1.0, 2.0, 4.0, 8.0)  # of Louvain's method, for what is still too large
EFFORT = 200_000_000  # of untangling, for all groups together: some seconds
MOST_EFFORT = 40_000_000  # for one
NEAREST = 3  # lines of a group, the strongest ones, that draw it near to others
GROUP_SIZE, GROWTH = 14.0, 2.0  # pixels of radius: of any group, and per root of its members


class GroupKind(StrEnum):
    """What a group is made of."""

    DISPUTE = "dispute"
    COMMUNITY = "community"
    PERSONS = "persons"
    ORGANIZATIONS = "organizations"
    APART = "apart"


ALIKE: Mapping[EntityKind, GroupKind] = {
    EntityKind.PERSON: GroupKind.PERSONS,
    EntityKind.ORGANIZATION: GroupKind.ORGANIZATIONS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Points that are drawn as one until the reader opens it."""

    id: str
    kind: GroupKind
    name: str
    territory: str | None  # the id of the one in dispute
    members: tuple[str, ...]  # whose place in the graph this is, by id
    statements: tuple[str, ...]  # those inside, by id
    places: Mapping[str, tuple[int, int]]  # of the members and of all that its statements speak of, by id
    size: int = 0  # radius in pixels
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """All groups, and how each line runs in the drawing of its group; 0 between two groups."""

    groups: tuple[Group, ...]
    curves: Mapping[str, float]

    @property
    def home(self) -> dict[str, str]:
        """Give the group of each entity."""
        return {member: group.id for group in self.groups for member in group.members}


def describe_groups(grouped: Grouped, nodes: Sequence[Node], lines: Sequence[Line]) -> dict[str, object]:
    """Describe the groups as the page carries them; entities and statements are told by their number in its lists.

    `homes` gives the group of each entity, `insides` that of each statement, -1 where it joins two groups. The
    `places` of a group are entity, x and y of its points, one after the other.
    """
    number = {node.entity.id: i for i, node in enumerate(nodes)}
    groups = grouped.groups
    home = {member: i for i, group in enumerate(groups) for member in group.members}
    inside = {statement: i for i, group in enumerate(groups) for statement in group.statements}
    return {
        "groups": [
            {
                "id": group.id,
                "kind": group.kind.value,
                "name": group.name,
                "x": group.x,
                "y": group.y,
                "size": group.size,
                "places": [n for key, place in group.places.items() for n in (number[key], *place)],
            }
            for group in groups
        ],
        "homes": [home[node.entity.id] for node in nodes],
        "insides": [inside.get(line.id, -1) for line in lines],
    }


_Places = Mapping[str, tuple[int, int]]


@dataclass(slots=True)
class _Draft:
    """A group before it has a place."""

    kind: GroupKind
    members: list[str]
    statements: list[Line]
    territory: str | None = None
    part: str = ""  # "1 of 2"

    def points(self) -> set[str]:
        return {*self.members, *(e.id for line in self.statements for e in entities_of(line.assertion))}


def group_network(nodes: Sequence[Node], lines: Sequence[Line], spread: Spread = one_by_one) -> Grouped:
    """Put the entities and the statements into groups; the order of the input does not matter.

    Args:
        nodes: all entities; their own places are not asked for.
        lines: all statements; neither are their curves.
        spread: has the groups drawn, each for itself; this takes longest.
    """
    by_id = {node.entity.id: node for node in nodes}
    lines = sorted(lines, key=lambda line: line.id)
    drafts = [part for draft in _draft(by_id, lines) for part in _split(draft)]
    groups = [
        _describe(f"g{i}", draft, by_id, places)
        for i, (draft, places) in enumerate(zip(drafts, _draw_all(drafts, by_id, spread), strict=True))
    ]
    curves = {}
    for group, draft in zip(groups, drafts, strict=True):
        curves.update(_curve(group, draft.statements, by_id))
    return Grouped(groups=_place(groups, lines), curves={line.id: curves.get(line.id, 0.0) for line in lines})


def _draft(by_id: Mapping[str, Node], lines: Sequence[Line]) -> list[_Draft]:
    disputes = _draft_disputes(by_id, lines)
    used = {line.id for draft in disputes for line in draft.statements}
    taken = {draft.territory for draft in disputes}
    left = [line for line in lines if line.id not in used]
    others = sorted(key for key in by_id if key not in taken)
    communities = _find_communities(others, lines, left)
    alike = _draft_alike(communities, by_id, left)
    return [*disputes, *_draft_communities(communities, alike, left)]


def _draft_disputes(by_id: Mapping[str, Node], lines: Iterable[Line]) -> list[_Draft]:
    """Take the disputes that most is said of, the largest first, each with all that bears on its territory."""
    bearing: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for key in {entity.id for entity in entities_of(line.assertion)}:
            if by_id[key].dispute:
                bearing[key].append(line)
    ranked = sorted(bearing, key=lambda key: (-len(bearing[key]), key))[:MOST_DISPUTES]
    drafts, used = [], set[str]()
    for key in ranked:
        own = [line for line in bearing[key] if line.id not in used]
        used.update(line.id for line in own)
        drafts.append(_Draft(GroupKind.DISPUTE, [key], own, territory=key))
    return drafts


def _find_communities(names: Sequence[str], lines: Iterable[Line], left: Iterable[Line]) -> list[list[str]]:
    """Divide the names; what no statement that is left joins goes where the others speak of it."""
    number = {name: i for i, name in enumerate(names)}
    graph: nx.Graph[int] = nx.Graph()  # numbered: between equals, the order of what Louvain sees decides
    graph.add_nodes_from(range(len(names)))
    weights: Counter[tuple[int, int]] = Counter()
    for line in left:
        weights[_pair(number[line.assertion.subject.id], number[line.assertion.object.id])] += 1
    for line in lines:
        ends = [number[e.id] for e in entities_of(line.assertion) if e.id in number]
        for end in ends[1:]:  # a weak tie, so that whoever is only spoken about stands with those who do
            weights[_pair(ends[0], end)] += 0
    graph.add_weighted_edges_from(
        (a, b, max(STRONG * count, 1)) for (a, b), count in sorted(weights.items()) if a != b
    )
    parts = _divide(graph, range(len(names)))
    return [[names[i] for i in part] for part in parts]


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _divide(graph: "nx.Graph[int]", nodes: Collection[int], depth: int = 0) -> list[list[int]]:
    """Divide what is too large for one drawing ever more finely."""
    if depth == len(RESOLUTIONS):
        return [sorted(nodes)]
    part = nx.Graph(graph.subgraph(sorted(nodes)))
    found = nx.community.louvain_communities(part, seed=0, resolution=RESOLUTIONS[depth])
    divided: list[list[int]] = []
    for members in sorted((sorted(each) for each in found), key=lambda each: (-len(each), each)):
        divided += [members] if len(members) <= MOST_POINTS else _divide(graph, members, depth + 1)
    return divided


def _draft_alike(
    communities: Iterable[Sequence[str]], by_id: Mapping[str, Node], left: Iterable[Line]
) -> list[_Draft]:
    """Fold the persons and the organizations of a community that have one tie each, where they are many."""
    ties: defaultdict[str, set[str]] = defaultdict(set)
    of: defaultdict[str, list[Line]] = defaultdict(list)
    for line in left:
        ends = line.assertion.subject.id, line.assertion.object.id
        for end, other in (ends, ends[::-1]):
            ties[end].add(other)
            of[end].append(line)
    drafts = []
    for community in communities:
        inside = set(community)
        for kind, folded in ALIKE.items():
            alike = [
                key
                for key in community
                if by_id[key].entity.kind is kind
                and len(ties[key]) == 1
                and len(ties[next(iter(ties[key]))]) > 1
                and ties[key] <= inside
            ]
            if len(alike) >= FEWEST_ALIKE and len(alike) < len(community):
                drafts.append(_Draft(folded, alike, [line for key in alike for line in of[key]]))
    return drafts


def _draft_communities(
    communities: Iterable[Sequence[str]], alike: Sequence[_Draft], left: Iterable[Line]
) -> list[_Draft]:
    """Leave in each community what is folded nowhere else; put the small ones together."""
    folded = {member for draft in alike for member in draft.members}
    used = {line.id for draft in alike for line in draft.statements}
    drafts, apart = list(alike), _Draft(GroupKind.APART, [], [])
    home: dict[str, _Draft] = {}
    for community in communities:
        members = [key for key in community if key not in folded]
        if len(community) > SMALL:
            drafts.append(_Draft(GroupKind.COMMUNITY, members, []))
            home |= dict.fromkeys(members, drafts[-1])
        else:
            apart.members += members
            home |= dict.fromkeys(members, apart)
    for line in left:
        ends = line.assertion.subject.id, line.assertion.object.id
        if line.id not in used and home[ends[0]] is home[ends[1]]:
            home[ends[0]].statements.append(line)
    return [draft for draft in [*drafts, apart] if draft.members]


def _split(draft: _Draft) -> list[_Draft]:
    """Cut a group that has too many points for one drawing, statement by statement."""
    if len(draft.points()) <= MOST_POINTS:
        return [draft]
    parts, points, home = [_Draft(draft.kind, [], [], draft.territory)], set[str](), set(draft.members)
    waiting = set(draft.members)
    ordered = sorted(draft.statements, key=lambda line: (min(_ends(line, home)), line.id))
    for line in ordered:
        met = {entity.id for entity in entities_of(line.assertion)}
        if len(points | met) > MOST_POINTS:
            parts.append(_Draft(draft.kind, [], [], draft.territory))
            points = set()
        points |= met
        parts[-1].statements.append(line)
        parts[-1].members += sorted(met & waiting)
        waiting -= met
    for key in sorted(waiting):
        if len(points | {key}) > MOST_POINTS:
            parts.append(_Draft(draft.kind, [], [], draft.territory))
            points = set()
        points.add(key)
        parts[-1].members.append(key)
    for i, part in enumerate(parts):
        part.part = f"{i + 1} of {len(parts)}"
    return parts


def _ends(line: Line, home: Collection[str]) -> list[str]:
    ends = line.assertion.subject.id, line.assertion.object.id
    return [end for end in ends if end in home] or list(ends)


def _draw_all(drafts: Sequence[_Draft], by_id: Mapping[str, Node], spread: Spread) -> list[_Places]:
    """Draw groups, those of most points first: they take longest."""
    effort = min(EFFORT // max(len(drafts), 1), MOST_EFFORT)
    order = sorted(range(len(drafts)), key=lambda number: -len(drafts[number].points()))
    drawn = dict(zip(order, spread(lambda number: _draw(drafts[number], by_id, effort), order), strict=True))
    return [drawn[number] for number in range(len(drafts))]


def _draw(draft: _Draft, by_id: Mapping[str, Node], effort: int) -> _Places:
    ties = [
        (things[0].id, other.id)
        for things in (entities_of(line.assertion) for line in draft.statements)
        for other in things[1:]
    ]
    boxes = [box_of(by_id[point].entity) for point in sorted(draft.points())]
    return compute_positions(boxes, ties, effort=effort)


def _describe(key: str, draft: _Draft, by_id: Mapping[str, Node], places: _Places) -> Group:
    return Group(
        id=key,
        kind=draft.kind,
        name=_name(draft, by_id),
        territory=draft.territory,
        members=tuple(draft.members),
        statements=tuple(line.id for line in draft.statements),
        places=places,
        size=round(GROUP_SIZE + GROWTH * len(places) ** 0.5),
    )


def _name(draft: _Draft, by_id: Mapping[str, Node]) -> str:
    """Name a group by its territory, or by its members of most statements; folded ones by whom they have to do with."""
    if draft.territory:
        name = by_id[draft.territory].entity.label
    else:
        named = set(draft.members)
        if draft.kind in ALIKE.values():
            named = draft.points() - named or named
        name = ", ".join(each.label for each in _most_prominent(named, by_id))
        before = {GroupKind.PERSONS: "Persons: ", GroupKind.ORGANIZATIONS: "Organizations: "}
        name = before.get(draft.kind, "") + name
    return f"{name} ({draft.part})" if draft.part else name


def _most_prominent(keys: Iterable[str], by_id: Mapping[str, Node]) -> list[Entity]:
    ranked = sorted(keys, key=lambda key: (-by_id[key].degree, key))
    return [by_id[key].entity for key in ranked[:NAMED]]


def _curve(group: Group, lines: Sequence[Line], by_id: Mapping[str, Node]) -> dict[str, float]:
    ends = [(line.assertion.subject.id, line.assertion.object.id) for line in lines]
    sizes = {key: float(by_id[key].size) for key in group.places}
    return dict(zip((line.id for line in lines), compute_curves(ends, group.places, sizes), strict=True))


def _place(groups: Sequence[Group], lines: Iterable[Line]) -> tuple[Group, ...]:
    """Place the groups by their strongest lines; what shares a point is near as well."""
    places = compute_positions([_box(group) for group in groups], _ties(groups, lines))
    return tuple(replace(group, x=places[group.id][0], y=places[group.id][1]) for group in groups)


def _ties(groups: Sequence[Group], lines: Iterable[Line]) -> list[tuple[str, str]]:
    home = {member: group.id for group in groups for member in group.members}
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        a, b = home[line.assertion.subject.id], home[line.assertion.object.id]
        counts[min(a, b), max(a, b)] += 1
    strongest: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        for end in set(pair) if pair[0] != pair[1] else ():
            strongest[end].append(pair)
    return sorted({pair for pairs in strongest.values() for pair in pairs[:NEAREST]})


def _box(group: Group) -> Box:
    """Give the room of a group: its circle, and its name with two counts below."""
    rows = wrap_label(group.name).split("\n")
    width = max(2.0 * group.size, 8.2 * max(map(len, rows)))
    return Box(id=group.id, width=width, height=2.0 * group.size + 17.0 * (len(rows) + 1))
