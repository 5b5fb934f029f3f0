"""Persons, in whole sentences, since their names are the model's."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document


def found_in(extractor: Extractor, text: str) -> set[tuple[str, str, str]]:
    (reading,) = extractor.read([Document(id="x", text=text)])
    return {(a.subject.label, a.predicate, a.object.label) for a in reading.assertions}


@pytest.mark.model
def test_person_in_office_acts_for_the_state(extractor: Extractor) -> None:
    text = "Japanese Prime Minister Shinzo Abe claimed Kunashir."
    assert ("Japan", "claims", "Kunashir") in found_in(extractor, text)


@pytest.mark.model
def test_person_is_who_met_and_not_the_state(extractor: Extractor) -> None:
    text = "Japanese Prime Minister Shinzo Abe met Russian President Vladimir Putin in Tokyo."
    found = found_in(extractor, text)
    assert {"Shinzo Abe", "Vladimir Putin"} in [{s, o} for s, p, o in found if p == "metWith"]
    assert not {"Japan", "Russia"} & {x for s, p, o in found if p == "metWith" for x in (s, o)}


@pytest.mark.model
def test_described_person_is_the_one_in_office_who_fits(extractor: Extractor) -> None:
    text = "Russian President Vladimir Putin arrived. Shinzo Abe met the Russian president in Tokyo."
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Shinzo Abe", "Vladimir Putin"}]


@pytest.mark.model
def test_counterpart_is_met_for_the_state_that_he_is_from(extractor: Extractor) -> None:
    text = "Russian Foreign Minister Sergei Lavrov met his counterparts from Iran and Turkey in Astana."
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert len(met) == 2
    assert {"Sergei Lavrov", "Iran"} in met
    assert {"Sergei Lavrov", "Turkey"} in met
    text = "Russian Foreign Minister Sergei Lavrov met his counterpart in a hotel."
    assert not [f for f in found_in(extractor, text) if f[1] == "metWith"]


@pytest.mark.model
def test_he_is_the_last_person_named(extractor: Extractor) -> None:
    text = "Japanese Prime Minister Shinzo Abe arrived. He met Russian President Vladimir Putin in Tokyo."
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Shinzo Abe", "Vladimir Putin"}]


@pytest.mark.model
def test_their_talks_are_those_of_the_persons_who_are_the_subject(extractor: Extractor) -> None:
    text = (
        "Shinzo Abe and Vladimir Putin arrived. Shinzo Abe and Vladimir Putin praised their meeting in Tokyo."
    )
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Shinzo Abe", "Vladimir Putin"}]


@pytest.mark.model
def test_described_person_whom_nobody_fits_is_not_guessed(extractor: Extractor) -> None:
    text = "Russian President Vladimir Putin arrived. Shinzo Abe met the French president in Tokyo."
    assert not [f for f in found_in(extractor, text) if f[1] == "metWith" and "Vladimir Putin" in f]


@pytest.mark.model
def test_their_meeting_is_that_of_the_two_named_right_after(extractor: Extractor) -> None:
    text = (
        "Turkish Foreign Minister Hakan Fidan and Iraqi Foreign Minister Fuad Hussein signed a text. "
        "During their meeting in Ankara, the two Ministers praised the excellent ties between the two countries."
    )
    met = [{s, o} for s, p, o in found_in(extractor, text) if p == "metWith"]
    assert met == [{"Hakan Fidan", "Fuad Hussein"}]
