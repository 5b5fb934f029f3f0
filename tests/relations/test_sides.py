"""Who fights on one side of two does not fight the others of that side; neighbours of a state are not that state."""

import pytest

from kgraph.extraction import Extractor
from kgraph.model import Document


def read(extractor: Extractor, text: str) -> set[str]:
    (reading,) = extractor.read([Document(id="d", text=text)])
    return {f"{a.subject.label} {a.predicate} {a.object.label}" for a in reading.assertions}


@pytest.mark.model
def test_two_states_troops_on_one_side_do_not_fight_each_other(extractor: Extractor) -> None:
    assert read(extractor, "Clashes between Hezbollah and Israeli and Lebanese troops were reported.") == {
        "Hezbollah clashesWith Israel",
        "Hezbollah clashesWith Lebanon",
    }


@pytest.mark.model
def test_three_who_clash_each_fight_the_others(extractor: Extractor) -> None:
    assert len(read(extractor, "Clashes between Israel, Syria and Lebanon were reported.")) == 3


@pytest.mark.model
def test_land_lost_to_neighbours_does_not_pass_to_its_old_owner(extractor: Extractor) -> None:
    text = "Hungary lost two thirds of its territory to its neighbors in 1920."
    assert "two thirds of its territory transferredTo Hungary" not in read(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Genoa recognized the United States, and Prussia, in 1791.", "Republic of Genoa recognizes Prussia"),
        (
            "Chiang Kai-shek kept troops on Jinmen, and Taiwan claimed the island.",
            "Taiwan deploysForcesTo Kinmen",
        ),
    ],
    ids=["a state of the past by its short name", "a leader of the past"],
)
def test_those_of_the_past_act(extractor: Extractor, text: str, expected: str) -> None:
    assert expected in read(extractor, text)


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Envoys of France, Spain, Norway and Japan met in Oslo. They spoke of battles between the two sides.",
        "Rebels of the Kurdistan Workers' Party ambushed a minibus in Sirnak.",
    ],
    ids=["two of four", "a town that nothing knows"],
)
def test_nobody_is_made_to_clash(extractor: Extractor, text: str) -> None:
    assert not any("clashesWith" in each for each in read(extractor, text))
