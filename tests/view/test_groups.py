"""A large graph in groups: nobody lost, nothing counted twice, each drawing small enough, always the same."""

import random
from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Assertion, Entity, EntityKind
from kgraph.view import groups
from kgraph.view.groups import FEWEST_ALIKE, Group, Grouped, GroupKind, describe_groups, group_network
from kgraph.view.network import Line, Node, box_of, build_network
from kgraph.view.size import Style, explain_style, style_of

KINDS = (EntityKind.STATE, EntityKind.TERRITORY, EntityKind.PERSON, EntityKind.ORGANIZATION)
THINGS = tuple(Entity(id=f"e{i:02}", label=f"Thing {i}", kind=KINDS[i % 4]) for i in range(40))
STATES = tuple(Entity(id=f"s{i}", label=f"State {i}", kind=EntityKind.STATE) for i in range(9))
ISLE = Entity(id="isle", label="Isle", kind=EntityKind.TERRITORY)
PREDICATES = ("claims", "metWith", "represents", "administers")
statements = st.lists(
    st.tuples(st.integers(0, 39), st.integers(0, 3), st.integers(0, 39), st.none() | st.integers(0, 39)),
    min_size=1,
    max_size=60,
)


def assertions(drawn) -> list[Assertion]:
    return [
        Assertion(
            subject=THINGS[a],
            predicate=PREDICATES[p],
            object=THINGS[b],
            about=None if c is None else THINGS[c],
        )
        for a, p, b, c in drawn
        if a != b
    ]


def grouped(said: list[Assertion]) -> tuple[tuple[Node, ...], tuple[Line, ...], Grouped]:
    nodes, lines = build_network(said)
    return nodes, lines, group_network(nodes, lines)


def meets(*pairs: tuple[Entity, Entity]) -> list[Assertion]:
    return [Assertion(subject=a, predicate="metWith", object=b) for a, b in pairs]


def ring(members: list[Entity]) -> list[Assertion]:
    """Everybody meets the next two."""
    return meets(
        *((members[i], members[(i + j) % len(members)]) for i in range(len(members)) for j in (1, 2))
    )


def overlaps(group: Group, nodes: tuple[Node, ...]) -> int:
    boxes = {node.entity.id: box_of(node.entity) for node in nodes}
    placed = [(boxes[key], place) for key, place in group.places.items()]
    return sum(
        abs(p[0] - q[0]) < (a.width + b.width) / 2 and abs(p[1] - q[1]) < (a.height + b.height) / 2
        for i, (a, p) in enumerate(placed)
        for b, q in placed[:i]
    )


@settings(max_examples=12)
@given(statements)
def test_every_statement_is_inside_one_group_or_between_two(drawn):
    _, lines, result = grouped(assertions(drawn))
    inside = [statement for group in result.groups for statement in group.statements]
    assert len(inside) == len(set(inside))
    for line in lines:
        ends = {result.home[end.id] for end in (line.assertion.subject, line.assertion.object)}
        assert (line.id in inside) or len(ends) == 2


@settings(max_examples=12)
@given(statements)
def test_everything_has_one_home_and_a_place_in_it(drawn):
    nodes, _, result = grouped(assertions(drawn))
    members = [member for group in result.groups for member in group.members]
    assert sorted(members) == [node.entity.id for node in nodes]
    assert all(member in group.places for group in result.groups for member in group.members)


@settings(max_examples=8)
@given(statements)
def test_what_a_group_says_can_be_drawn_and_no_label_covers_another(drawn):
    nodes, lines, result = grouped(assertions(drawn))
    by_id = {line.id: line.assertion for line in lines}
    for group in result.groups:
        for said in (by_id[statement] for statement in group.statements):
            things = (said.subject, said.object, *([said.about] if said.about else []))
            assert all(thing.id in group.places for thing in things)
        assert overlaps(group, nodes) == 0


@settings(max_examples=6)
@given(statements, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(drawn, lot: random.Random):
    nodes, lines = build_network(assertions(drawn))
    shuffled = lot.sample(nodes, len(nodes)), lot.sample(lines, len(lines))
    assert group_network(*shuffled) == group_network(nodes, lines)


def test_whoever_draws_the_groups_they_are_the_same():
    nodes, lines = build_network(ring(list(THINGS)) + meets(*pairwise(STATES)))
    asked = []

    def backwards(function, items):
        asked.extend(items)
        return [function(item) for item in reversed(items)][::-1]

    with patch.object(groups, "MOST_POINTS", 8):
        assert group_network(nodes, lines, backwards) == group_network(nodes, lines)
    assert len(asked) > 3


@settings(max_examples=8)
@given(statements)
def test_what_is_too_large_for_one_drawing_is_cut(drawn):
    with patch.object(groups, "MOST_POINTS", 8):
        nodes, _, result = grouped(assertions(drawn))
    assert all(len(group.places) <= 8 for group in result.groups)
    assert sorted(member for group in result.groups for member in group.members) == [
        node.entity.id for node in nodes
    ]
    inside = [statement for group in result.groups for statement in group.statements]
    assert len(inside) == len(set(inside))


def test_a_dispute_holds_all_that_bears_on_its_territory_and_is_named_by_it():
    said = [Assertion(subject=state, predicate="claims", object=ISLE) for state in STATES[:2]]
    said.append(Assertion(subject=STATES[0], predicate="negotiatesWith", object=STATES[1], about=ISLE))
    _, lines, result = grouped([*said, *ring(list(STATES))])
    (dispute,) = [group for group in result.groups if group.kind is GroupKind.DISPUTE]
    bearing = {line.id for line in lines if ISLE in (line.assertion.object, line.assertion.about)}
    assert (dispute.name, dispute.territory, dispute.members) == ("Isle", "isle", ("isle",))
    assert set(dispute.statements) == bearing
    assert set(dispute.places) == {"isle", "s0", "s1"}


def test_two_circles_of_states_are_two_communities_named_by_their_busiest():
    first, second = (
        list(STATES),
        [Entity(id=f"t{i}", label=f"Land {i}", kind=EntityKind.STATE) for i in range(9)],
    )
    said = [*ring(first), *ring(second), *meets((first[0], second[0]), (first[0], second[4]))]
    _, lines, result = grouped(said)
    assert [group.kind for group in result.groups] == [GroupKind.COMMUNITY] * 2
    assert {frozenset(group.members) for group in result.groups} == {
        frozenset(each.id for each in circle) for circle in (first, second)
    }
    assert result.groups[0].name.startswith(("State 0, ", "Land 0, "))
    assert sum(len(group.statements) for group in result.groups) == len(lines) - 2


@pytest.mark.parametrize(("more", "folded"), [(0, True), (-1, False)])
def test_many_persons_of_whom_one_thing_is_said_are_a_group_of_their_own(more, folded):
    speakers = [
        Entity(id=f"p{i:02}", label=f"Speaker {i}", kind=EntityKind.PERSON)
        for i in range(FEWEST_ALIKE + more)
    ]
    said = [Assertion(subject=each, predicate="represents", object=STATES[0]) for each in speakers]
    _, _, result = grouped([*said, *ring(list(STATES))])
    persons = [group for group in result.groups if group.kind is GroupKind.PERSONS]
    assert len(persons) == folded
    if folded:
        assert persons[0].name == "Persons: State 0"
        assert set(persons[0].places) == {"s0", *(each.id for each in speakers)}
        assert len(persons[0].statements) == len(speakers)


def test_small_pieces_stand_together():
    pairs = [(THINGS[i], THINGS[i + 4]) for i in range(4)]
    _, _, result = grouped(meets(*pairs))
    assert [group.kind for group in result.groups] == [GroupKind.APART]
    assert len(result.groups[0].statements) == 4


def test_the_page_knows_entities_and_statements_by_number():
    nodes, lines, result = grouped([*ring(list(STATES)), *meets((STATES[0], ISLE))])
    described = describe_groups(result, nodes, lines)
    assert described["homes"] == [0] * len(nodes)
    assert described["insides"] == [0] * len(lines)
    (group,) = described["groups"]
    numbers, xs, ys = (group["places"][i::3] for i in range(3))
    assert [nodes[number].entity.id for number in numbers] == list(result.groups[0].places)
    assert list(zip(xs, ys, strict=True)) == list(result.groups[0].places.values())


def test_nothing_gives_no_groups():
    assert group_network((), ()).groups == ()


@pytest.mark.parametrize(
    ("points", "lines", "style"),
    [
        (300, 2000, Style.ALL),
        (301, 0, Style.LIGHT),
        (1000, 2000, Style.LIGHT),
        (1001, 0, Style.GROUPED),
        (10, 2001, Style.GROUPED),
        (10, 100_001, Style.NONE),
    ],
)
def test_the_size_decides(points, lines, style):
    assert style_of(points, lines) is style
    assert bool(explain_style(style, points, lines, 7)) == (style is not Style.ALL)


def test_the_reader_is_told_how_many_groups_there_are():
    assert "2,500 points and 3,000 statements" in explain_style(Style.GROUPED, 2500, 3000, 40)
    assert "40 groups" in explain_style(Style.GROUPED, 2500, 3000, 40)
