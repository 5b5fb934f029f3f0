"""Making decisions, taking them back, and what of them is refused."""

from functools import cache
from pathlib import Path

import pytest

from kgraph.decisions import Decision, Verdict
from kgraph.decisions.fix import fix, list_decisions, load_decisions, take_back
from kgraph.errors import DataError
from kgraph.gazetteer import Gazetteer


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "links.tsv"


def decision(name: str, entity: str, verdict: str = "same", document: str = "") -> Decision:
    return Decision(name=name, entity=entity, verdict=Verdict(verdict), document=document)


def test_an_entity_is_kept_by_its_id_whatever_it_was_called(path: Path) -> None:
    assert fix(path, gazetteer(), decision("Kunasir ", "Kunashir Island")).entity == "kunashir"
    assert load_decisions(path) == (decision("Kunasir", "kunashir"),)


def test_a_later_decision_takes_the_place_of_the_earlier(path: Path) -> None:
    for verdict in ("same", "unsure"):
        fix(path, gazetteer(), decision("Kunasir", "kunashir", verdict))
    assert load_decisions(path) == (decision("Kunasir", "kunashir", "unsure"),)


def test_undo_gives_back_the_bytes_from_before(path: Path) -> None:
    fix(path, gazetteer(), decision("Kunasir", "kunashir"))
    before = path.read_bytes()
    fix(path, gazetteer(), decision("Zyxland", "iturup", "not-same"))
    assert take_back(path, gazetteer(), "zyxland") == (decision("Zyxland", "iturup", "not-same"),)
    assert path.read_bytes() == before
    take_back(path, gazetteer(), "Kunasir", "Kunashir Island")
    assert not path.exists()


@pytest.mark.parametrize(
    ("new", "complaint"),
    [
        (decision("Zyxland", "Kunashiry"), "the gazetteer knows no 'Kunashiry'; did you mean kunashir"),
        (decision("Zyxland", "kunashirr"), "the gazetteer knows no 'kunashirr'; did you mean kunashir"),
        (decision("Kunasir", "iturup"), "'iturup' and 'kunashir' would be one"),
    ],
)
def test_what_is_refused_changes_nothing(path: Path, new: Decision, complaint: str) -> None:
    fix(path, gazetteer(), decision("Kunasir", "kunashir"))
    before = path.read_bytes()
    with pytest.raises(DataError) as error:
        fix(path, gazetteer(), new)
    assert complaint in str(error.value)
    assert path.read_bytes() == before


def test_what_was_never_decided_cannot_be_taken_back(path: Path) -> None:
    fix(path, gazetteer(), decision("Kunasir", "kunashir"))
    with pytest.raises(DataError, match="holds no decision on 'Kunasirr'; did you mean 'Kunasir'"):
        take_back(path, gazetteer(), "Kunasirr")


def test_decisions_are_listed_one_a_line() -> None:
    assert list_decisions(
        [decision("Kunasir", "kunashir"), decision("Georgia", "georgia", "not-same", "us")]
    ) == ("Kunasir\tsame\tkunashir\nGeorgia\tnot-same\tgeorgia, in us\n")
