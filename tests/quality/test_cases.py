"""The annotated cases, one file a phenomenon: the extraction may not fall below what it once reached."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.extraction import Extractor
from kgraph.pipeline import evaluate
from kgraph.quality import below, read_floor

FLOORS = Path(__file__).with_name("floors.json")
MOST_OUT_OF_NOTHING = 1  # readings of the texts that assert nothing; to be lowered, never raised
CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.jsonl"))


@pytest.mark.model
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_extraction_does_not_fall_below_its_floor(path: Path, extractor: Extractor) -> None:
    outcome = evaluate(path, extractor=extractor)
    failures = below(read_floor(FLOORS, path), core=outcome.core.f1, qualified=outcome.qualified.f1)
    assert failures == [], "\n".join(map(str, (*outcome.missed, *outcome.extra)))


@pytest.mark.model
def test_texts_that_say_nothing_give_next_to_nothing(extractor: Extractor) -> None:
    outcome = evaluate(next(path for path in CASES if path.stem == "nothing"), extractor=extractor)
    assert len(outcome.extra) <= MOST_OUT_OF_NOTHING, "\n".join(map(str, outcome.extra))


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
