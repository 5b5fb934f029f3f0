"""The years that a sentence speaks of."""

import pytest

from kgraph.candidates.times import find_years
from kgraph.candidates.weights import load_weights

ERAS = load_weights().eras


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("In 1956 Moscow offered two islands.", [(1956, 1956)]),
        ("On 19 October 1956 they restored relations.", [(1956, 1956)]),
        ("On October 19, 1956, they restored relations.", [(1956, 1956)]),
        ("The war of 1939–1945 was over.", [(1939, 1939), (1945, 1945)]),
        ("In the 1950s they talked.", [(1950, 1959)]),
        ("In the early 1990s they parted.", [(1990, 1999)]),
        ("Before 1914 it had been theirs.", [(1913, 1913)]),
        ("After 1991 it was theirs.", [(1992, 1992)]),
        ("It was occupied in World War I.", [(1914, 1918)]),
        ("It was occupied during the Second World War.", [(1939, 1945)]),
        ("Vienna had run it since 1878.", [(1878, 1878)]),
        ("In the 19th century it was theirs.", [(1800, 1899)]),
        ("They fought throughout the 17th and early 18th centuries.", [(1600, 1799)]),
        ("The treaty (1951) names no receiver.", [(1951, 1951)]),
    ],
)
def test_years_that_say_when_are_found(sentence: str, years: list[tuple[int, int]]) -> None:
    assert [(found.first, found.last) for found in find_years(sentence, ERAS)] == years


@pytest.mark.parametrize(
    "sentence",
    [
        "Moscow stands by the 1956 declaration.",
        "It has held them since 1945.",
        "They marked the anniversary of the end of World War II.",
        "The ship carried 1950 people.",
        "A 17th century map shows the islands.",
        "Resolution 1441 was adopted.",
    ],
)
def test_other_numbers_and_years_of_names_are_not(sentence: str) -> None:
    assert find_years(sentence, ERAS) == ()
