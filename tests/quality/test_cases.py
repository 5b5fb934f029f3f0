"""The annotated cases, one file a phenomenon: the extraction may not fall below what it once reached."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from kgraph.evaluation import Comparison
from kgraph.extraction import Extractor
from kgraph.pipeline import evaluate
from kgraph.quality import below, read_floor

FLOORS = Path(__file__).with_name("floors.json")
MOST_OUT_OF_NOTHING = 1  # readings of the texts that assert nothing; to be lowered, never raised
CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.jsonl"))

Outcome = Callable[[Path], Comparison]


@pytest.fixture(scope="module")
def outcome_of(extractor: Extractor) -> Outcome:
    """Evaluate each file once."""
    return cache(lambda path: evaluate(path, extractor=extractor))


@pytest.mark.model
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_extraction_does_not_fall_below_its_floor(path: Path, outcome_of: Outcome) -> None:
    outcome = outcome_of(path)
    failures = below(read_floor(FLOORS, path), core=outcome.core.f1, qualified=outcome.qualified.f1)
    assert failures == [], "\n".join(map(str, (*outcome.missed, *outcome.extra)))


@pytest.mark.model
def test_texts_that_say_nothing_give_next_to_nothing(outcome_of: Outcome) -> None:
    outcome = outcome_of(next(path for path in CASES if path.stem == "nothing"))
    assert len(outcome.extra) <= MOST_OUT_OF_NOTHING, "\n".join(map(str, outcome.extra))


@pytest.mark.model
@pytest.mark.parametrize("threshold", [0.8, 0.9])
def test_what_is_said_to_be_right_so_often_is(outcome_of: Outcome, threshold: float) -> None:
    """Over all cases together, of what is kept at least that share is right."""
    outcomes = [outcome_of(path) for path in CASES]
    right = sum((one.confidence or 0) >= threshold for one in chain(*(each.hits for each in outcomes)))
    wrong = sum((one.confidence or 0) >= threshold for one in chain(*(each.extra for each in outcomes)))
    assert right / (right + wrong) >= threshold, f"{right} right, {wrong} wrong"


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
