"""Everyday words of claims, rule and recognition, and the same words where no land is meant."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document, Polarity

pytestmark = pytest.mark.model

_ASKED = frozenset(
    {
        "administers",
        "annexed",
        "claims",
        "contests",
        "disputesWith",
        "negotiatesWith",
        "recognizes",
        "renounces",
    }
)


def _read(extractor: Extractor, text: str) -> set[str]:
    """Give what is read of these; what is denied has an exclamation mark."""
    (reading,) = extractor.read([Document(id="plain", text=text)])
    return {
        f"{a.subject.label} | {a.predicate} | {a.object.label}"
        + (" !" if a.polarity is Polarity.NEGATIVE else "")
        for a in reading.assertions
        if a.predicate in _ASKED
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Japan and China dispute the status of Okinotorishima.",
            {"China | disputesWith | Japan"},
            id="two who contest a status have a dispute",
        ),
        pytest.param(
            "Turkey disputes the status of Imia.",
            {"Turkey | contests | Imia"},
            id="one alone contests it",
        ),
        pytest.param("Brunei jettisoned its claim to Limbang.", {"Brunei | renounces | Limbang"}, id="gone"),
        pytest.param(
            "Germany forswore its claim to Silesia.", {"Germany | renounces | Silesia"}, id="forswore"
        ),
        pytest.param(
            "Honduras severed recognition of Taiwan.", {"Honduras | recognizes | Taiwan !"}, id="severed"
        ),
        pytest.param(
            "Poland withdrew its support from the Sahrawi Republic.", set(), id="support, and no land left"
        ),
        pytest.param("Denmark admitted Greenland to the customs union.", set(), id="a union of customs"),
        pytest.param("Spain forfeited its right to play in Gibraltar.", set(), id="a right to play"),
        pytest.param("China applied its law to goods from Taiwan.", set(), id="law for goods"),
        pytest.param(
            "France and Germany are divided over Kosovo.", set(), id="divided over the land of others"
        ),
        pytest.param(
            "Iran and the United States exchanged proposals on Lebanon.", set(), id="proposals on a state"
        ),
        pytest.param("Germany managed Kosovo's football team for two years.", set(), id="who manages a team"),
    ],
)
def test_the_words_are_read_of_lands(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert _read(extractor, text) == expected
