"""The linking test set: what names are linked to may not fall below what it once reached.

Rules are made on the errors of dev.jsonl; of held.jsonl only the figures are looked at.
"""

import json
from pathlib import Path

import pytest

from kgraph.evaluation import read_link_texts
from kgraph.evaluation.links import KINDS, NIL
from kgraph.extraction import Extractor
from kgraph.gazetteer import Gazetteer
from kgraph.pipeline import evaluate_links
from kgraph.quality import below_floors

FLOORS = Path(__file__).with_name("link_floors.json")
FILES = sorted((Path(__file__).parent.parent / "links").glob("*.jsonl"))


@pytest.mark.model
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_linking_does_not_fall_below_its_floors(path: Path, extractor: Extractor) -> None:
    assert below_floors(FLOORS, path, evaluate_links([path], extractor=extractor).figures) == []


def test_no_floor_lies_under_what_was_asked_for() -> None:
    for entry in json.loads(FLOORS.read_text(encoding="utf-8")).values():
        floors = entry["floors"]
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
