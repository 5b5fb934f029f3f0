"""How things stand, in its place in the parse."""

import pytest
from plans import tree

from kgraph.extraction import Extractor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Snake Island is back in Ukrainian hands.", {"back": "advmod is", "in": "prep is"}),
        ("Most of it was back under Azerbaijani control in May.", {"under": "prep was"}),
        ("The envoys came back in June.", {"back": "advmod came", "in": "prep came"}),
    ],
)
def test_state_of_a_thing_hangs_on_the_verb(extractor: Extractor, text: str, places: dict[str, str]) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
