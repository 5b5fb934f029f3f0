"""How a relation stands in its sentence."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Construction, Document

pytestmark = pytest.mark.model


def constructions(extractor: Extractor, text: str, title: str | None = None) -> set[Construction | None]:
    (reading,) = extractor.read([Document(id="any", text=text, title=title)])
    return {evidence.construction for assertion in reading.assertions for evidence in assertion.evidence}


@pytest.mark.parametrize(
    ("text", "construction"),
    [
        ("Japan claims Kunashir.", Construction.ACTIVE),
        ("Kunashir is claimed by Japan.", Construction.PASSIVE),
        ("Japan's claim to Kunashir is old.", Construction.NOMINAL),
        ("Japan lays claim to Kunashir.", Construction.LIGHT_VERB),
        ("Fumio Kishida, prime minister of Japan, spoke.", Construction.OFFICE),
    ],
)
def test_construction_of_a_sentence(extractor: Extractor, text: str, construction: Construction) -> None:
    assert construction in constructions(extractor, text)


def test_a_reference_is_a_construction_of_its_own(extractor: Extractor) -> None:
    text = "Kunashir lies north of Hokkaido. Japan claims it."
    assert constructions(extractor, text) == {Construction.REFERENCE}


def test_what_the_title_gives_is_a_construction_of_its_own(extractor: Extractor) -> None:
    assert constructions(extractor, "Claimed by Japan.", "Kunashir") == {Construction.TITLE}
