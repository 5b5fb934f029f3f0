"""Build, decide, build again, take back: from the command line, in a folder of its own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.pipeline import OUTPUTS

pytestmark = pytest.mark.model

Run = Callable[..., Result]
ONE = "Japan claims Kunashir. Russia occupies Qunazyr."
OTHER = "Russia occupies Qunazyr. Japan claims Kunashir."


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ONE, encoding="utf-8")
    Path("other.txt").write_text(OTHER, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(cli, [str(each) for each in arguments])


def built(run: Run, out: str, *options: str) -> Result:
    result = run("build", "one.txt", "other.txt", "-o", out, *options)
    assert result.exit_code == 0, result.stderr
    return result


def objects(out: str) -> set[str]:
    lines = Path(out, "assertions.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["object_id"] for line in lines}


def contents(out: str) -> list[bytes]:
    return [Path(out, name).read_bytes() for name in OUTPUTS]


def test_two_nodes_become_one_by_decision_and_two_again_when_it_is_taken_back(run: Run) -> None:
    built(run, "before")
    assert objects("before") == {"kunashir", "place_qunazyr"}
    assert run("link", "fix", "Qunazyr", "kunashir", "--same").exit_code == 0
    said = built(run, "decided").stderr
    assert "kgraph: decisions applied: 1 of kgraph-links.tsv; --no-links leaves them out\n" in said
    assert objects("decided") == {"kunashir"}
    report = json.loads(Path("decided", "report.json").read_text(encoding="utf-8"))
    assert report["decisions"] == {"file": "kgraph-links.tsv", "held": 1}
    built(run, "left-out", "--no-links")
    assert contents("left-out") == contents("before")
    assert run("link", "undo", "Qunazyr").exit_code == 0
    built(run, "after")
    assert contents("after") == contents("before")


def test_the_words_of_the_text_stay_as_a_name_of_the_node(run: Run) -> None:
    run("link", "fix", "Qunazyr", "kunashir", "--same")
    built(run, "out")
    assert '"Qunazyr"' in Path("out", "graph.ttl").read_text(encoding="utf-8")


def test_a_decision_for_one_document_leaves_the_other_alone(run: Run) -> None:
    assert run("link", "fix", "Qunazyr", "kunashir", "--same", "--document", "other.txt").exit_code == 0
    built(run, "out")
    assert objects("out") == {"kunashir", "place_qunazyr"}


def test_every_reading_command_applies_the_decisions(run: Run) -> None:
    run("link", "fix", "Qunazyr", "kunashir", "--same")
    assert "place_" not in run("extract", "other.txt").stdout
    assert "Qunazyr = Kunashir" in run("explain", "--text", OTHER).stdout
    assert "place_qunazyr" in run("extract", "other.txt", "--no-links").stdout


def test_another_file_of_decisions_can_be_named(run: Run) -> None:
    run("link", "fix", "Qunazyr", "kunashir", "--same", "--links", "mine.tsv")
    assert "place_qunazyr" in run("extract", "other.txt").stdout
    assert "place_" not in run("extract", "other.txt", "--links", "mine.tsv").stdout


def test_what_is_worth_a_decision_is_shown_until_it_is_decided(run: Run) -> None:
    built(run, "out")
    assert "link fix Qunazyr kunashir --same" in run("link", "review", "out/graph.ttl").stdout
    run("link", "fix", "Qunazyr", "kunashir", "--not-same")
    left = run("link", "review", "out/graph.ttl")
    assert left.stdout == ""
    assert left.stderr.endswith("\nkgraph: nothing in it is worth a decision\n")
    assert run("link", "list").stdout == "Qunazyr\tnot-same\tkunashir\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["fix", "X", "kunashir"], "say --same, --not-same or --unsure"),
        (["fix", "X", "kunashirr", "--same"], "the gazetteer knows no 'kunashirr'; did you mean kunashir"),
        (["undo", "X"], "kgraph-links.tsv holds no decision on 'X'"),
    ],
)
def test_mistakes_are_one_line(run: Run, arguments: list[str], complaint: str) -> None:
    result = run("link", *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr.splitlines()[-1]


def test_a_wrong_row_is_told_by_every_command_with_file_and_line(run: Run) -> None:
    Path("kgraph-links.tsv").write_text("name\tentity\tdecision\nX\tkunashir\tperhaps\n", encoding="utf-8")
    result = run("extract", "other.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "kgraph: kgraph-links.tsv:2: decision is 'perhaps'; it can be same, not-same, unsure\n"
    )


def test_decisions_that_exclude_each_other_are_told_with_file_and_line(run: Run) -> None:
    rows = "name\tentity\tdecision\nX\titurup\tsame\nX\tkunashir\tsame\n"
    Path("kgraph-links.tsv").write_text(rows, encoding="utf-8")
    result = run("extract", "other.txt")
    assert (result.exit_code, result.stderr.splitlines()[-1][:25]) == (2, "kgraph: kgraph-links.tsv:")
    assert "would be one by other decisions" in result.stderr
