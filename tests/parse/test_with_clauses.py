"""A second clause behind "with", whose subject the model takes for one more thing that the first is done to."""

import pytest
from plans import tree

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (
            "With Turkey holding the north and Greece claiming it, no vote was held.",
            "Greece",
            "nsubj claiming",
        ),
        (
            "With Turkey holding the north and Greece claiming it, no vote was held.",
            "claiming",
            "pcomp With",
        ),
        ("With Turkey holding the north and Greece claiming it, no vote was held.", "north", "dobj holding"),
        (
            "The dispute dragged on, with Chile holding Arica and Peru still protesting.",
            "Peru",
            "nsubj protesting",
        ),
        (
            "The row goes on with Peru claiming Tacna and Chilean troops holding it.",
            "troops",
            "nsubj holding",
        ),
        # both are held
        ("With Peru holding Tacna and Arica, protesting grew.", "Arica", "conj Tacna"),
        (
            "With Turkey holding the north and the villages facing Greece, talks failed.",
            "villages",
            "conj north",
        ),
        ("With Peru holding Tacna and Arica bordering Chile, talks failed.", "Arica", "conj Tacna"),
        # whom he meets do not discuss it
        (
            "He plans to meet next week with the presidents of Mali and Niger to discuss the border.",
            "presidents",
            "pobj with",
        ),
        # no clause stands before
        ("With Peru and Chile claiming Arica, talks failed.", "Peru", "nsubj claiming"),
    ],
)
def test_a_second_clause_goes_on_behind_with(extractor: Extractor, text: str, word: str, place: str) -> None:
    assert tree(extractor, text)[word] == place


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("No vote was held, with Turkey occupying Northern Cyprus.", Polarity.POSITIVE),
        ("The talks did not end with Georgia recognising Abkhazia.", Polarity.NEGATIVE),
    ],
)
def test_what_is_so_meanwhile_is_not_denied(extractor: Extractor, text: str, polarity: Polarity) -> None:
    (reading,) = extractor.read([Document(id="d", text=text)])
    assert [a.polarity for a in reading.assertions] == [polarity]
