"""The gate that keeps the extraction from getting worse unnoticed."""

import json
from pathlib import Path

import pytest

from kgraph.errors import ReadError
from kgraph.quality import Floor, below, below_floors, digest_of, raise_floor, raise_floors, read_floor

FLOOR = Floor(sha256="", core=0.5, qualified=0.4)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    return path


def write_floors(folder: Path, content: object) -> Path:
    path = folder / "floors.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_figures_at_the_floor_will_do() -> None:
    assert below(FLOOR, core=0.5, qualified=0.4) == []


def test_figures_are_compared_as_printed() -> None:
    assert below(FLOOR, core=0.49951, qualified=0.4) == []


def test_each_figure_below_its_floor_is_named_with_both_numbers() -> None:
    assert below(FLOOR, core=0.412, qualified=0.3) == [
        "core F1 0.412 is below its floor 0.500",
        "qualified F1 0.300 is below its floor 0.400",
    ]


def test_a_floor_is_found_by_the_name_of_the_gold_file(tmp_path: Path, gold: Path) -> None:
    entry = {"sha256": digest_of(gold), "core": 0.5, "qualified": 0.25}
    floors = write_floors(tmp_path, {"gold.jsonl": entry})
    assert read_floor(floors, gold) == Floor(sha256=digest_of(gold), core=0.5, qualified=0.25)


def test_a_changed_gold_file_has_no_floor_any_more(tmp_path: Path, gold: Path) -> None:
    floors = write_floors(tmp_path, {"gold.jsonl": {"sha256": "0" * 64, "core": 0.5, "qualified": 0.5}})
    with pytest.raises(ReadError, match=digest_of(gold)):
        read_floor(floors, gold)


@pytest.mark.parametrize(
    "content", [{}, [], 1, {"gold.jsonl": 1}, {"gold.jsonl": {"core": 0.5}}, {"other.jsonl": {}}]
)
def test_floors_that_are_missing_or_broken_are_one_error(tmp_path: Path, gold: Path, content: object) -> None:
    with pytest.raises(ReadError, match=r"floors\.json"):
        read_floor(write_floors(tmp_path, content), gold)


def test_a_missing_gold_file_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.jsonl"):
        digest_of(tmp_path / "none.jsonl")


def test_a_floor_is_raised_to_what_is_reached_rounded_down(tmp_path: Path, gold: Path) -> None:
    floors = write_floors(tmp_path, {})
    raise_floor(floors, gold, core=0.5678, qualified=0.4)
    assert read_floor(floors, gold) == Floor(sha256=digest_of(gold), core=0.56, qualified=0.4)


def test_a_floor_is_never_lowered(tmp_path: Path, gold: Path) -> None:
    floors = write_floors(tmp_path, {})
    raise_floor(floors, gold, core=0.5, qualified=0.4)
    raise_floor(floors, gold, core=0.3, qualified=0.6)
    assert read_floor(floors, gold) == Floor(sha256=digest_of(gold), core=0.5, qualified=0.6)


def test_a_changed_gold_file_is_measured_anew(tmp_path: Path, gold: Path) -> None:
    floors = write_floors(tmp_path, {})
    raise_floor(floors, gold, core=0.5, qualified=0.4)
    gold.write_text("[]\n", encoding="utf-8")
    raise_floor(floors, gold, core=0.3, qualified=0.2)
    assert read_floor(floors, gold) == Floor(sha256=digest_of(gold), core=0.3, qualified=0.2)


def test_other_floors_stay_when_one_is_raised(tmp_path: Path, gold: Path) -> None:
    other = {"sha256": "0" * 64, "core": 0.9, "qualified": 0.8}
    floors = write_floors(tmp_path, {"other.jsonl": other})
    raise_floor(floors, gold, core=0.5, qualified=0.4)
    assert json.loads(floors.read_text(encoding="utf-8"))["other.jsonl"] == other


# -- floors of several figures -------------------------------------------------------------------------------------


def named_floors(folder: Path, gold: Path, **figures: float) -> Path:
    return write_floors(folder, {gold.name: {"sha256": digest_of(gold), "floors": figures}})


def test_each_named_figure_below_its_floor_is_told(tmp_path: Path, gold: Path) -> None:
    floors = named_floors(tmp_path, gold, states=0.95, territories=0.9)
    assert below_floors(floors, gold, {"states": 0.9496, "territories": 0.9}) == []
    assert below_floors(floors, gold, {"states": 0.949, "territories": 0.9}) == [
        "states 0.949 is below its floor 0.950"
    ]


@pytest.mark.parametrize(
    "content",
    [{}, {"gold.jsonl": 1}, {"gold.jsonl": {"sha256": "a"}}, {"gold.jsonl": {"sha256": "a", "floors": 1}}],
)
def test_named_floors_that_are_missing_or_broken_are_one_error(
    tmp_path: Path, gold: Path, content: object
) -> None:
    with pytest.raises(ReadError, match="needs sha256 and floors"):
        below_floors(write_floors(tmp_path, content), gold, {})


def test_changed_texts_have_no_named_floors_any_more(tmp_path: Path, gold: Path) -> None:
    floors = named_floors(tmp_path, gold, states=0.95)
    gold.write_text("{}\n{}\n", encoding="utf-8")
    with pytest.raises(ReadError, match="changed since"):
        below_floors(floors, gold, {"states": 1.0})


def test_named_floors_are_raised_and_never_lowered(tmp_path: Path, gold: Path) -> None:
    floors = named_floors(tmp_path, gold, states=0.95, territories=0.9)
    raise_floors(floors, gold, {"states": 0.979, "territories": 0.5})
    assert json.loads(floors.read_text(encoding="utf-8"))[gold.name]["floors"] == {
        "states": 0.97,
        "territories": 0.9,
    }


def test_named_floors_of_changed_texts_are_measured_anew(tmp_path: Path, gold: Path) -> None:
    floors = named_floors(tmp_path, gold, states=0.95)
    gold.write_text("{}\n{}\n", encoding="utf-8")
    raise_floors(floors, gold, {"states": 0.5})
    assert below_floors(floors, gold, {"states": 0.5}) == []
