"""A land that only its ruler's title names is told behind the title or the ruler's name."""

import pytest
from offices import offices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Queen Makea Takau of Rarotonga asked for protection.",
            [("Makea Takau", "Queen", "Rarotonga")],
            id="behind-the-name",
        ),
        pytest.param("Sultan Ali of Zinder refused.", [("Ali", "Sultan", "Zinder")], id="one-name"),
        pytest.param(
            "King Hassan of Morocco saw Sultan Ali.", [("Hassan", "King", "Morocco")], id="known-land"
        ),
        pytest.param("King Edward of the House of Windsor refused.", [], id="of-a-house"),
        pytest.param("Captain Ann Roe of Callao refused.", [], id="home-of-an-officer"),
    ],
)
def test_land_of_a_ruler(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert offices(text) == expected
