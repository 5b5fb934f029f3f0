"""Forces without a name beside them are the state's whose they must be, and nobody's where nothing tells."""

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
            "The U.S. military says soldiers killed two members of al-Qaida in Iraq.",
            "Al-Qaeda in Iraq clashesWith United States",
        ),
        (
            "Pakistani officials say security forces attacked Taliban hideouts in Swat.",
            "Pakistan clashesWith Taliban",
        ),
        (
            "Army soldiers clashed with Abu Sayyaf extremists on a Philippine island.",
            "Abu Sayyaf clashesWith Philippines",
        ),
        (
            "Taliban insurgents ambushed a police convoy in southern Afghanistan.",
            "Afghanistan clashesWith Taliban",
        ),
        ("Parts of Donbas are held by Russia-led forces.", "Russia administers Donbas"),
        (
            "Indian troops crossed the line. Pakistan said the soldiers had occupied Kargil.",
            "India occupies Kargil",
        ),
        ("Turkish jets took off at dawn. The jets crossed into Greek airspace.", "Greece clashesWith Turkey"),
    ],
    ids=[
        "who says so",
        "who says so of security forces",
        "where it was",
        "a convoy",
        "led by a name",
        "before",
        "craft before",
    ],
)
def test_forces_are_those_of_the_state_that_tells_or_is_told_of(
    extractor: Extractor, text: str, expected: str
) -> None:
    assert expected in read(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Foreign troops attacked the Taliban, Afghan officials say.",
        "Rebel forces attacked the Taliban in Afghanistan.",
        "Troops of the alliance attacked the Taliban in Afghanistan.",
        "NATO says troops attacked the Taliban in Afghanistan.",
        "Chad and Niger watch the border. Soldiers attacked Boko Haram between Chad and Niger.",
        "Palestinian militants of Hamas attacked soldiers.",
        "Chadian and Nigerien soldiers like Diffa. The troops have occupied Kidal.",
    ],
    ids=[
        "foreign",
        "rebels",
        "of an alliance",
        "a body says so",
        "two states",
        "a rebel's state",
        "of two before",
    ],
)
def test_forces_are_nobodys_where_nothing_tells(extractor: Extractor, text: str) -> None:
    states = ("Afghanistan", "Chad", "Niger", "Palestine")
    assert not {line for line in read(extractor, text) if line.startswith(states) or line.endswith(states)}


@pytest.mark.model
def test_adjective_serves_nobody(extractor: Extractor) -> None:
    found = read(extractor, "Russia complained about the American military presence in Georgia.")
    assert "United States deploysForcesTo Georgia" in found
    assert "Russia deploysForcesTo Georgia" not in found


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNIFIL has patrolled the Blue Line since 2006.", "United Nations deploysForcesTo Blue Line"),
        ("KFOR troops remain in Kosovo.", "NATO deploysForcesTo Kosovo"),
        ("The Indian Peace Keeping Force was deployed to Jaffna.", "India deploysForcesTo Jaffna"),
        ("The Royal Marines landed on South Georgia.", "United Kingdom deploysForcesTo South Georgia"),
        # nobody is told to send it, and whom it fights fights it
        (
            "The Multinational Force and Observers is stationed in Sinai.",
            "Multinational Force and Observers deploysForcesTo Sinai",
        ),
        ("UNIFIL clashed with Hezbollah in Tyre.", "Hezbollah clashesWith UN Interim Force in Lebanon"),
    ],
)
def test_mission_is_there_for_who_sends_it(extractor: Extractor, text: str, expected: str) -> None:
    assert expected in read(extractor, text)
