"""Words that make another name of a known one, and words that do not."""

import pytest

from kgraph.gazetteer import Gazetteer
from kgraph.gazetteer.lookalikes import is_frame

GAZETTEER = Gazetteer.load()


def found(text: str) -> list[str]:
    return [mention.span.of(text) for mention in GAZETTEER.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She teaches at Moscow State University.",
        "The Battle of Crete lasted ten days.",
        "He lives in Brazil Street.",
        "Baghdad International Airport was closed.",
        "the Archbishop of\nAthens",
        "Tokyo Marathon",
        "Athens, Ohio, is a college town.",
        "They moved to Moscow, Idaho.",
        "Abdul Malik al-Houthi spoke.",
        "The fair in Cuba, New York, was rained off.",
    ],
)
def test_a_name_in_a_frame_is_another_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Beijing universities are full.", ["Beijing"]),
        ("Moscow Roadside cafes", ["Moscow"]),
        ("Cairo, Street by Street", ["Cairo"]),
        ("The president of Russia", ["Russia"]),
        ("Its offices in London, New York, and Cairo", ["London", "Cairo"]),
        ("Cuba, Florida and Mexico", ["Cuba", "Florida", "Mexico"]),
        ("Tbilisi, Georgia.", ["Tbilisi", "Georgia"]),
        ("the British Olympics minister", ["British"]),
        ("the battle of Crete", ["Crete"]),
        ("Tokyo University-based scholars in Japan", ["Tokyo", "Japan"]),
    ],
)
def test_a_name_beside_other_words_is_found(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_bodies_and_treaties_stand_in_no_frame() -> None:
    assert found("The United Nations University is in Tokyo.")[0] == "United Nations"


def test_a_star_stands_at_one_end() -> None:
    assert [is_frame(row) for row in ("* Street", "Bank of *", "New Mexico", "*")] == [
        True,
        True,
        False,
        False,
    ]
