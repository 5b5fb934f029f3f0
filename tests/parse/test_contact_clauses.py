"""Clauses with nothing between them and the land that they tell of, and names in brackets before a noun."""

import pytest
from plans import tree

from kgraph.extraction import Extractor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The road runs through territory Palestinians want for a state.",
            {"territory": "pobj through", "Palestinians": "nsubj want", "want": "relcl territory"},
        ),
        (
            "The main quarrel is settlement in land Palestinians want for a state.",
            {"land": "pobj in", "settlement": "attr is", "want": "relcl land"},
        ),
        (
            "Seoul spoke of islands Japan claims.",
            {"islands": "pobj of", "Japan": "nsubj claims", "claims": "relcl islands"},
        ),
        (
            "Serbia still claims territory Kosovo controls.",
            {"territory": "dobj claims", "Kosovo": "nsubj controls", "controls": "relcl territory"},
        ),
        (
            "Azerbaijan demanded land Armenia holds.",
            {"land": "dobj demanded", "Armenia": "nsubj holds", "holds": "relcl land"},
        ),
        # a group that a word says what it is has its own sentence
        (
            "The rebel Tigray Front attacked Asmara.",
            {"rebel": "amod Front", "Front": "nsubj attacked", "attacked": "ROOT attacked"},
        ),
        # nothing before them, and an object behind
        ("In the region Russia supports Armenia.", {"region": "pobj In", "Russia": "nsubj supports"}),
        # names in brackets are the noun's; behind a name they are another name of it
        (
            "The trilateral (Russia-Turkey-Iran) summit ended in Sochi.",
            {"trilateral": "amod summit", "Iran": "compound summit"},
        ),
        ("The Pechenga (Petsamo) area was ceded.", {"Petsamo": "appos Pechenga"}),
    ],
)
def test_what_stands_behind_is_told_of_the_land(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Mali is named after the empire that ruled Timbuktu.", {"ruled": "relcl empire"}),
        ("The states that recognised Kosovo met.", {"recognised": "relcl states"}),
    ],
)
def test_relative_clause_is_of_the_noun_before_it(
    extractor: Extractor, text: str, places: dict[str, str]
) -> None:
    found = tree(extractor, text)
    assert {word: found[word] for word in places} == places
