"""Adjectives that are a language's name where they stand, and those that are a state's."""

import pytest

from kgraph.gazetteer import Gazetteer

GAZETTEER = Gazetteer.load()


def found(text: str) -> list[str]:
    return [mention.span.of(text) for mention in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He addressed the crowd in Russian.",
        "“We are one,” she said in Georgian, and left.",
        "The leaflets were printed in Ukrainian and Russian.",
        "It was translated into Japanese for the visitors.",
        "The guards speak Ukrainian at the gate.",
        "Few of them speak fluent Chinese.",
        "A Russian-language paper closed.",
        "The Georgian word for wine is old.",
        "The Armenian alphabet has 39 letters.",
    ],
)
def test_a_language_is_no_state(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The port is in Russian hands.", ["Russian"]),
        ("It lies in Japanese and Russian waters.", ["Japanese", "Russian"]),
        ("He believes in American, Russian and Chinese power.", ["American", "Russian", "Chinese"]),
        ("The Chinese name is another.", ["Chinese"]),
        ("The Russian word was not kept.", ["Russian"]),
        ("They live in Russia.", ["Russia"]),
        ("She was taught by Russians.", ["Russians"]),
    ],
)
def test_near_misses_are_states(text: str, names: list[str]) -> None:
    assert found(text) == names
