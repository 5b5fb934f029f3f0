"""The annotated cases, one file a phenomenon: the extraction may not fall below what it once reached."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.evaluate import Comparison, Names, compare, from_record, read_gold
from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.pipeline import Intake
from kgraph.quality import below, read_floor
from kgraph.records import to_records

FLOORS = Path(__file__).with_name("floors.json")
CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.jsonl"))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def names() -> Names:
    """All names of the gazetteer that are names of the thing itself, as aliases of its label."""
    return Names(
        {e.entity.label: [n.text for n in e.names if n.how in ("name", "short")] for e in Gazetteer.load()}
    )


def evaluated(path: Path, extractor: Extractor, names: Names) -> Comparison:
    readings = extractor.read(Intake([str(path)]))
    return compare(
        read_gold(path), (from_record(row) for each in readings for row in to_records(each)), names
    )


@pytest.mark.model
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_extraction_does_not_fall_below_its_floor(path: Path, extractor: Extractor, names: Names) -> None:
    outcome = evaluated(path, extractor, names)
    failures = below(read_floor(FLOORS, path), core=outcome.core.f1, qualified=outcome.qualified.f1)
    assert failures == [], "\n".join(map(str, (*outcome.missed, *outcome.extra)))


def quotations(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["id"], row["text"]


def test_every_case_has_its_own_id() -> None:
    ids = [name for path in CASES for name, _ in quotations(path)]
    assert len(ids) == len(set(ids)) > 0


def test_every_floor_belongs_to_cases_or_to_the_gold_texts() -> None:
    gold = {"factbook_dev.jsonl", "news_dev.jsonl", "seed_article.jsonl"}
    assert set(json.loads(FLOORS.read_text(encoding="utf-8"))) - gold == {path.name for path in CASES}
