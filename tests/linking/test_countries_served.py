"""Whose "the country" is in the mouth of who holds an office of it, in whole sentences."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document

pytestmark = pytest.mark.model

BEFORE = "Dawit Bekele, Ethiopia's foreign minister, flew to Rome. Italy promised him aid."


def read(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    """Give what is said to be so or not."""
    (reading,) = extractor.read([Document(id="x", text=text)])
    return {
        (a.subject.label, a.predicate, a.object.label)
        for a in reading.assertions
        if a.predicate != "represents"
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "He renounced the country's claim to Badme.",
        "The minister said that the country had renounced Badme.",
        "Bekele said the nation would never renounce Badme.",
        "The minister said the country would never give up its claim to Badme.",
        '"We shall see," he said, adding that the country had never renounced Badme.',
    ],
    ids=["his-deed", "minister-said", "nation", "its-of-the-country", "adding"],
)
def test_country_in_an_officers_mouth_is_his_own(extractor: Extractor, sentence: str) -> None:
    assert read(extractor, f"{BEFORE} {sentence}") == {("Ethiopia", "renounces", "Badme")}


@pytest.mark.parametrize(
    "sentence",
    [
        "The president rejected the country's claim to Kunashir.",
        "The president said that the country must give up its claim to Kunashir.",
    ],
    ids=["stand-on-it", "called-on"],
)
def test_country_of_which_an_officer_speaks_can_be_another(extractor: Extractor, sentence: str) -> None:
    before = "President Oleg Surin of Russia came to Rome. Japan claims Kunashir."
    found = read(extractor, f"{before} {sentence}")
    assert {s for s, predicate, _ in found if predicate in {"claims", "renounces"}} == {"Japan"}


def test_who_visits_a_country_is_not_of_it(extractor: Extractor) -> None:
    before = "President Oleg Surin of Russia flew to Japan on Monday. Japan claims Kunashir."
    found = read(extractor, f"{before} He met the country's foreign minister.")
    assert ("Oleg Surin", "metWith", "Russia") not in found
    assert ("Russia", "metWith", "Oleg Surin") not in found
