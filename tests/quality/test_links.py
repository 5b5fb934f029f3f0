"""The linking test set: what names are linked to may not fall below what it once reached.

Rules are made on the errors of dev.jsonl; of held.jsonl only the figures are looked at.
"""

import json
from pathlib import Path

import pytest

from kgraph.evaluation import LinkComparison, read_link_texts
from kgraph.evaluation.links import KINDS, NIL
from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.pipeline import evaluate_links
from kgraph.quality import digest_of

FLOORS = json.loads(Path(__file__).with_name("link_floors.json").read_text(encoding="utf-8"))
FILES = sorted((Path(__file__).parent.parent / "links").glob("*.jsonl"))


def figures(outcome: LinkComparison) -> dict[str, float]:
    return {
        **{name: counted.accuracy for name, counted in outcome.sums.items()},
        "all": outcome.total.accuracy,
        "nil precision": outcome.nil.precision,
        "nil recall": outcome.nil.recall,
        "not merged": 1 - outcome.merge_rate,
    }


@pytest.mark.model
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_linking_does_not_fall_below_its_floors(path: Path, extractor: Extractor) -> None:
    found = figures(evaluate_links([path], extractor=extractor))
    floors = FLOORS[path.name]["floors"]
    assert {n: f"{found[n]:.3f}" for n in floors if round(found[n], 3) < floors[n]} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_floors_belong_to_these_very_texts(path: Path) -> None:
    assert digest_of(path) == FLOORS[path.name]["sha256"]


def test_no_floor_lies_under_what_was_asked_for() -> None:
    for floors in (entry["floors"] for entry in FLOORS.values()):
        assert floors["states and metonyms"] >= 0.95
        assert floors["territories"] >= 0.90


def test_the_set_is_large_and_has_every_kind() -> None:
    mentions = [mention for path in FILES for text in read_link_texts(path) for mention in text.mentions]
    assert len(mentions) >= 1000
    assert {mention.kind for mention in mentions} == set(KINDS)


def test_ids_are_unique_and_entities_known() -> None:
    texts = [text for path in FILES for text in read_link_texts(path)]
    known = {entry.entity.id for entry in Gazetteer.load()} | {NIL, None}
    assert len({text.document.id for text in texts}) == len(texts)
    named = {(m.entity, text.document.id) for text in texts for m in text.mentions}
    assert [each for each in named if each[0] not in known] == []
    assert {m.serves for text in texts for m in text.mentions} <= known


def test_what_is_annotated_as_unknown_is_unknown_still() -> None:
    """Where the gazetteer has learnt a thing, the annotation follows: put its id in place of NIL."""
    known = {entry.entity.id for entry in Gazetteer.load()}
    mentions = [
        m for path in FILES for text in read_link_texts(path) for m in text.mentions if m.entity == NIL
    ]
    assert {m.thing for m in mentions if m.kind != "person"} & known == set()
