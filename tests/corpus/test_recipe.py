"""The fingerprint of what reads: told without the language model, the same everywhere, another for what differs."""

import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.corpus import Recipe, recipe
from kgraph.gazetteer import Gazetteer
from kgraph.models import model_version

PROGRAM = """
import sys
from kgraph.corpus import Recipe
import kgraph.pipeline, kgraph.summary, kgraph.corpus.processes
print(Recipe.of().fingerprint, "spacy" in sys.modules)
"""
WORDINGS = """
[[predicate]]
name = "visits"
label = "visits"
verb_phrase = "visits"
negative_verb_phrase = "does not visit"
definition = "Somebody goes there."
"""


def test_it_is_the_same_in_another_process_which_loads_no_spacy_for_it() -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [Recipe.of().fingerprint, "False"]


def test_each_setting_counts(tmp_path: Path) -> None:
    wordings, names = tmp_path / "own.toml", tmp_path / "own.tsv"
    wordings.write_text(WORDINGS, encoding="utf-8")
    names.write_text("id\\tname\\nrockall\\tSgeir Rocail\\n", encoding="utf-8")
    plain = Recipe.of()
    others = [
        Recipe.of(min_confidence=0.5),
        Recipe.of(wordings=[wordings]),
        Recipe.of(model="en_core_web_lg"),
        Recipe.of(gazetteer=Gazetteer.load()),
    ]
    assert len({each.fingerprint for each in (plain, *others)}) == 5


def test_it_goes_to_another_process(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(WORDINGS, encoding="utf-8")
    known = Recipe.of(gazetteer=Gazetteer.load(), wordings=[tmp_path / "own.toml"])
    assert replace(pickle.loads(pickle.dumps(known))).fingerprint == known.fingerprint


def test_a_change_of_code_or_data_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "rules.py").write_text("A = 1", encoding="utf-8")
    monkeypatch.setattr(recipe, "PACKAGE", tmp_path)
    monkeypatch.setattr(recipe, "ONTOLOGIES", tmp_path)
    digest = recipe.code_digest.__wrapped__
    before = digest()
    (tmp_path / "notes.md").write_text("no code", encoding="utf-8")
    assert digest() == before
    (tmp_path / "rules.py").write_text("A = 2", encoding="utf-8")
    assert digest() != before


def test_a_model_is_known_by_its_meta_data(tmp_path: Path) -> None:
    assert model_version().startswith("en_core_web_sm")
    assert model_version("no_such_model") == ""
    (tmp_path / "meta.json").write_text('{"name": "own"}', encoding="utf-8")
    first = model_version(str(tmp_path))
    (tmp_path / "meta.json").write_text('{"name": "own", "version": "2"}', encoding="utf-8")
    assert first.startswith(str(tmp_path))
    assert model_version(str(tmp_path)) != first
