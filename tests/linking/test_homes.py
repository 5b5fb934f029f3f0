"""Rebels fight the state whose rebels they are, where the text names it and leaves it out beside the fight."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document


def read(extractor: Extractor, text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="d", text=text)])
    return {f"{a.subject.label} {a.predicate} {a.object.label}" for a in reading.assertions}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tamil Tiger rebels in Sri Lanka have long fought for a separate homeland.",
            "Liberation Tigers of Tamil Eelam clashesWith Sri Lanka",
        ),
        (
            "The Free Papua Movement, a separatist group in Indonesia, claimed the ambush.",
            "Free Papua Movement clashesWith Indonesia",
        ),
        (
            "Sudan sent envoys to Abuja. Darfur rebel groups attacked a police station.",
            "Darfur rebel groups clashesWith Sudan",
        ),
        (
            "Taliban insurgents attacked a police checkpoint in Kandahar province.",
            "Afghanistan clashesWith Taliban",
        ),
    ],
    ids=["what they fight for", "what they own up to", "people of a land", "where it was"],
)
def test_state_that_rebels_rise_against_need_not_stand_beside_the_fight(
    extractor: Extractor, text: str, expected: str
) -> None:
    assert expected in read(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Free Papua Movement sang of Indonesia and fought for a separate song.",
        "Hezbollah in Lebanon claimed responsibility for the attack.",
        "The Free Papua Movement, a separatist group, claimed the ambush.",
    ],
    ids=["a song", "no rebels", "the state is not named"],
)
def test_no_state_is_guessed(extractor: Extractor, text: str) -> None:
    assert not any("clashesWith" in each for each in read(extractor, text))
