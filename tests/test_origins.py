"""What counts as one origin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.origins import name_ties, number_origins, shared_ties

PLACE = {
    "speaker": None,
    "publisher": "Post",
    "document": "d1",
    "digest": "1f",
    "quotation": "Japan claims it.",
}
ELSEWHERE = {"publisher": "Times", "document": "d2", "digest": "2f", "quotation": "It is claimed by Japan."}
TIES = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=2), max_size=9)


def origins_of(*places: dict[str, str | None]) -> list[int]:
    return number_origins(name_ties(**{**PLACE, **place}) for place in places)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {"document": "d2", "digest": "2f", "quotation": "Other words."}, id="publisher"),
        pytest.param({"speaker": "china"}, {**ELSEWHERE, "speaker": "china"}, id="speaker"),
        pytest.param({}, {**ELSEWHERE, "digest": "1f"}, id="text"),
        pytest.param({"story": "s1"}, {**ELSEWHERE, "story": "s1"}, id="story"),
        pytest.param({}, {**ELSEWHERE, "quotation": "JAPAN\n claims  it."}, id="words"),
        pytest.param({"publisher": None}, {**ELSEWHERE, "publisher": None, "document": "d1"}, id="document"),
    ],
)
def test_these_are_one_origin(one: dict[str, str | None], other: dict[str, str | None]) -> None:
    assert origins_of(one, other) == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, ELSEWHERE, id="publishers"),
        pytest.param({"publisher": None}, {**ELSEWHERE, "publisher": None}, id="documents without publisher"),
        pytest.param({"speaker": "china"}, {**ELSEWHERE, "speaker": "japan"}, id="speakers"),
        pytest.param({"speaker": "china"}, {"digest": "2f", "quotation": "Other words."}, id="own voice"),
        pytest.param({"story": "s1"}, {**ELSEWHERE, "story": "s2"}, id="stories"),
        pytest.param({"digest": None}, {**ELSEWHERE, "digest": None}, id="texts unknown"),
        pytest.param({"quotation": " "}, {**ELSEWHERE, "quotation": ""}, id="no words"),
    ],
)
def test_these_are_two(one: dict[str, str | None], other: dict[str, str | None]) -> None:
    assert origins_of(one, other) == [0, 1]


def test_a_chain_of_ties_joins_what_came_before() -> None:
    assert number_origins(["ab", "cd", "e", "bc"]) == [0, 0, 1, 0]


def test_a_place_without_ties_is_an_origin_of_its_own() -> None:
    assert number_origins([(), ()]) == [0, 1]


@given(TIES)
def test_places_are_of_one_origin_where_a_path_of_shared_ties_joins_them(
    places: list[frozenset[str]],
) -> None:
    def reached(start: int) -> set[int]:
        found, edge = {start}, [start]
        while edge:
            here = places[edge.pop()]
            new = {i for i, ties in enumerate(places) if ties & here} - found
            found |= new
            edge += new
        return found

    numbers = number_origins(places)
    for i in range(len(places)):
        assert {j for j, number in enumerate(numbers) if number == numbers[i]} == reached(i)


@given(TIES)
def test_numbers_come_in_the_order_in_which_origins_are_first_met(places: list[frozenset[str]]) -> None:
    assert list(dict.fromkeys(number_origins(places))) == list(range(len(set(number_origins(places)))))


def test_the_sorts_of_shared_ties_are_told_and_no_others() -> None:
    places = [
        name_ties(**PLACE),  # type: ignore[arg-type]
        name_ties(**{**PLACE, "document": "d2", "digest": "2f"}),  # type: ignore[arg-type]
    ]
    assert shared_ties(places) == ["publisher", "words"]
    assert shared_ties(places[:1]) == []
