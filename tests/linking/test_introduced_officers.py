"""An officer of whom a sentence tells without a name, and whom the next one names."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model


def offices_in(extractor: Extractor, text: str) -> set[tuple[str, str]]:
    """Give who holds an office of whom."""
    (reading,) = extractor.read([Document(id="x", text=text)])
    return {(a.subject.label, a.object.label) for a in reading.assertions if a.predicate == "represents"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Iraqi authorities say a court jailed a deputy minister of transport. Karim Fadhil was arrested in May.",
            ("Karim Fadhil", "Iraq"),
            id="state-understood",
        ),
        pytest.param(
            "Police in Pristina have detained a deputy minister of transport of Kosovo. Ilir Berisha was arrested "
            "at the border.",
            ("Ilir Berisha", "Kosovo"),
            id="state-told",
        ),
        pytest.param(
            "Kosovo's deputy interior minister was dismissed. Arben Krasniqi had visited a village without leave.",
            ("Arben Krasniqi", "Kosovo"),
            id="opens-its-sentence",
        ),
    ],
)
def test_who_is_named_next_is_the_officer(extractor: Extractor, text: str, expected: tuple[str, str]) -> None:
    assert offices_in(extractor, text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "A Pakistani minister has resigned. John Smith, an analyst, said so.",
        "A Pakistani minister has resigned. Benazir Bhutto returned to Karachi.",
        "A Turkish minister said that the border was closed. Ahmet Kaya was in Kars.",
        "A court in Yerevan has jailed a former deputy minister of Armenia. Vahan Petrosyan was detained in 1999.",
    ],
    ids=["analyst", "known", "only-he-spoke", "former"],
)
def test_somebody_else_is_no_officer(extractor: Extractor, text: str) -> None:
    assert offices_in(extractor, text) == set()
