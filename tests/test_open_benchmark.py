"""What the benchmark of the open layer counts, on a made-up sample in the forms of BenchIE and of CaRB."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "open_layer.py"

BENCHIE = """\
sent_id:1\tMonks built the old abbey in 1152 .
1--> Cluster 1:
[Some] Monks --> built --> [the] [old] abbey
Monks --> built --> [the] abbey [of old]
1--> Cluster 2:
Monks --> built [the] [old] abbey in --> 1152

sent_id:2\tIt rained .
2--> Cluster 1:
It --> rained --> [a lot]
"""
CARB = """\
Peru holds the bay .\tholds\tPeru\tthe bay
The envoy said ( twice ) that it rained .\tsaid\tThe envoy\tthat it rained
The envoy said ( twice ) that it rained .\tis\tIt\twet
"""


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("open_layer_benchmark", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its records ask for their module
    spec.loader.exec_module(module)
    return module


def test_each_bracket_is_there_or_not(script: ModuleType) -> None:
    assert script.ways_to_put("[the] border [of Peru]") == {
        "the border of Peru",
        "the border",
        "border of Peru",
        "border",
    }


def test_a_synset_counts_once_and_what_is_in_none_is_wrong(script: ModuleType) -> None:
    found = {
        "1": [
            script.Fact("built", ("Monks", "the old abbey")),
            script.Fact("built", ("Monks", "abbey of old")),  # the same synset
            script.Fact("built", ("Monks", "the old abbey in 1152")),
            script.Fact("built the abbey in", ("Monks", "1152")),
        ]
    }
    scores = script.benchie_scores(BENCHIE.splitlines(), found)
    assert scores.precision == pytest.approx(2 / 3)
    assert scores.recall == pytest.approx(2 / 3)
    assert scores.f1 == pytest.approx(2 / 3)


def test_letters_have_to_be_the_same(script: ModuleType) -> None:
    found = {"1": [script.Fact("built", ("monks", "the abbey"))]}
    assert script.benchie_scores(BENCHIE.splitlines(), found).f1 == 0


def test_sentences_are_those_of_the_file(script: ModuleType) -> None:
    lines = BENCHIE.splitlines()
    assert script.benchie_sentences(lines) == {"1": "Monks built the old abbey in 1152 .", "2": "It rained ."}
    assert next(iter(script.carb_sentences(CARB.splitlines()).values())) == "Peru holds the bay ."


def test_brackets_and_blanks_are_no_part_of_a_sentences_key(script: ModuleType) -> None:
    assert script.key_of("He left -LRB- twice -RRB- .") == script.key_of("He left (twice).")


def test_shared_words_are_counted_slot_by_slot(script: ModuleType) -> None:
    key = script.key_of("Peru holds the bay .")
    found = {key: [script.Fact("holds now", ("Peru", "the wide bay"), 0.9)]}
    scores = script.carb_scores(CARB.splitlines()[:1], found)
    assert scores.precision == pytest.approx(4 / 6)
    assert scores.recall == pytest.approx(4 / 4)


def test_without_a_word_of_the_relation_nothing_is_shared(script: ModuleType) -> None:
    key = script.key_of("Peru holds the bay .")
    found = {key: [script.Fact("keeps", ("Peru", "the bay"), 0.9)]}
    assert script.carb_scores(CARB.splitlines()[:1], found).f1 == 0


def test_a_plain_be_stands_for_its_forms_and_a_saying_may_be_turned(script: ModuleType) -> None:
    key = script.key_of("The envoy said ( twice ) that it rained .")
    found = {
        key: [
            script.Fact("said", ("that it rained", "The envoy"), 0.9),
            script.Fact("be", ("It", "wet"), 0.9),
        ]
    }
    scores = script.carb_scores(CARB.splitlines()[1:], found)
    assert (scores.precision, scores.recall) == (1.0, 1.0)


def test_the_best_threshold_of_confidence_counts(script: ModuleType) -> None:
    key = script.key_of("Peru holds the bay .")
    right = script.Fact("holds", ("Peru", "the bay"), 0.9)
    wrong = script.Fact("holds", ("bay", "Peru"), 0.2)
    scores = script.carb_scores(CARB.splitlines()[:1], {key: [wrong, right]})
    assert (scores.precision, scores.recall) == (1.0, 1.0)


def test_no_gold_and_no_extraction_is_in_two_pairs(script: ModuleType) -> None:
    key = script.key_of("Peru holds the bay .")
    twice = [script.Fact("holds", ("Peru", "the bay"), 0.5), script.Fact("holds", ("Peru", "bay"), 0.5)]
    scores = script.carb_scores(CARB.splitlines()[:1], {key: twice})
    assert scores.precision == pytest.approx(1 / 2)


@pytest.mark.model
def test_it_prints_a_line_for_each_system(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, other = tmp_path / "gold.txt", tmp_path / "other.txt"
    gold.write_text(BENCHIE, encoding="utf-8")
    other.write_text("1\tMonks\tbuilt\tthe abbey\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["open_layer.py", str(gold), str(other)])
    script.main()
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "BenchIE, 2 sentences: precision, recall, F1"
    assert told[1].split() == ["kgraph", "1.000", "0.667", "0.800", "2", "extractions"]
    assert told[2].split() == ["other", "1.000", "0.333", "0.500", "1", "extractions"]
