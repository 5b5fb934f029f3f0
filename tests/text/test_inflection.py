"""Forms of nouns that their endings tell."""

import pytest

from kgraph.text.inflection import singular


@pytest.mark.parametrize(
    ("noun", "one"),
    [("authorities", "authority"), ("forces", "force"), ("army", "army"), ("police", "police")],
)
def test_plural_becomes_singular_and_a_singular_stays(noun: str, one: str) -> None:
    assert singular(noun) == one
