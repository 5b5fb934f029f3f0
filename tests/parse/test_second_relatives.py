"""What two states do in a relative clause."""

import pytest
from plans import tree

from kgraph.extraction import Extractor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "place"),
    [
        (
            "The islands that China claims and Japan administers are uninhabited.",
            "administers",
            "conj claims",
        ),
        ("Kashmir, which India controls and Pakistan claims, has been tense.", "claims", "conj controls"),
        ("A reef that Malaysia occupies but China claims was damaged.", "claims", "conj occupies"),
        (
            "A land which Morocco mostly controls but the Polisario Front claims is mined.",
            "claims",
            "conj controls",
        ),
        ("Israel shelled a town that the Kurds hold and Turkey wants.", "wants", "conj hold"),
        ("The shoal, which China seized in 2012 but Japan claims, lies off Luzon.", "claims", "conj seized"),
        # others
        ("The land that India claims is rich.", "claims", "relcl land"),
        ("Peru shelled a town that Chile holds and Bolivia claims the port.", "claims", "conj shelled"),
    ],
)
def test_second_state_does_something_too(extractor: Extractor, text: str, verb: str, place: str) -> None:
    assert tree(extractor, text)[verb] == place


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Waters that China and Vietnam claim are rich in gas.",
            {"claim": "relcl Waters", "that": "dobj claim", "China": "nsubj claim", "Waters": "nsubj are"},
        ),
        (
            "The reefs that the Philippines and Malaysia claim were seized.",
            {"claim": "relcl reefs", "that": "dobj claim", "reefs": "nsubjpass seized"},
        ),
        (
            "The islands that both China and Japan claim are uninhabited.",
            {"claim": "relcl islands", "China": "nsubj claim", "islands": "nsubj are"},
        ),
        (
            "The area that Sudan and South Sudan claim is rich in oil.",
            {"claim": "relcl area", "that": "dobj claim"},
        ),
        (
            "The tongue of land that Guyana administers is forest.",
            {"administers": "relcl land", "that": "dobj administers", "tongue": "nsubj is"},
        ),
        # no relative clause
        ("The fact that Sudan and Egypt dispute the triangle is known.", {"dispute": "acl fact"}),
    ],
)
def test_two_states_do_something_to_what_the_clause_describes(
    extractor: Extractor, text: str, words: dict[str, str]
) -> None:
    assert tree(extractor, text).items() >= words.items()
