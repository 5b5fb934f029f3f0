"""kgraph validate as its user calls it: formats, limits, texts, shapes, and mistakes in one line."""

import json
from collections.abc import Callable
from pathlib import Path

import handmade
import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.store import Store
from kgraph.vocab import KG

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Call the command as the shell does."""
    return lambda *arguments: CliRunner().invoke(cli, ["validate", *map(str, arguments)])


@pytest.fixture
def good(tmp_path: Path, graph: Graph) -> Path:
    """The handmade graph as a file."""
    write_graph(graph, tmp_path / "good.ttl")
    return tmp_path / "good.ttl"


@pytest.fixture
def bad(tmp_path: Path, graph: Graph) -> Path:
    """The same without the rules that read it."""
    write_graph(Graph(t for t in graph if t.predicate.value != str(KG.rule)), tmp_path / "bad.nq")
    return tmp_path / "bad.nq"


def test_limit_says_how_many_are_listed(run: Run, bad: Path) -> None:
    assert run(bad).output.count("names the rule that read it") == 10
    assert run(bad, "--limit", 3).output.count("names the rule that read it") == 3
    assert run(bad, "--limit", 0).output.count("names the rule that read it") == 26


@pytest.mark.parametrize("engine", ["shacl", "pyshacl"])
def test_engines_give_the_same_bytes_and_exit_code(run: Run, bad: Path, engine: str) -> None:
    result = run(bad, "--engine", engine)
    assert (result.exit_code, result.output) == (1, run(bad).output)


def test_a_store_is_checked_as_a_file_is(run: Run, tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.kg") as store:
        store.add(handmade.all_readings())
    result = run(tmp_path / "news.kg")
    assert (result.exit_code, result.stdout.rpartition(": ")[2]) == (0, "0 violations, 0 warnings\n")


def test_json_and_turtle_go_to_standard_output_alone(run: Run, good: Path, bad: Path) -> None:
    assert json.loads(run(bad, "--format", "json").stdout)["conforms"] is False
    assert json.loads(run(good, "--format", "json").stdout)["conforms"] is True
    report = list(ox.parse(run(bad, "--format", "turtle").stdout, format=ox.RdfFormat.TURTLE))
    assert sum(q.predicate.value.endswith("#result") for q in report) == 26


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """The texts that the handmade graph was read from, under its documents' ids."""
    texts = tmp_path / "texts.jsonl"
    rows = [{"id": r.document.id, "text": r.document.text} for r in handmade.all_readings()]
    texts.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return texts


def test_quotations_are_looked_up_in_the_texts(run: Run, good: Path, articles: Path) -> None:
    result = run(good, "--texts", articles)
    assert (result.exit_code, result.stderr) == (
        0,
        "kgraph: quotations checked in the texts of 3 of 3 documents\n",
    )
    articles.write_text(articles.read_text("utf-8").replace("Japan claims", "Japan wants"), encoding="utf-8")
    result = run(good, "--texts", articles)
    assert result.exit_code == 1
    assert "the text is not the one that was read" in result.stdout
    assert "has other words at" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["GOOD", "--texts", "OTHER"],
            "no text of a document of the graph; name the articles as for kgraph build",
        ),
        (["GOOD", "--texts", "missing"], "missing"),
        (["GOOD", "--shapes", "missing.ttl"], "missing.ttl: cannot be read"),
        (["GOOD", "--shapes", "GOOD"], "has no shapes"),
        (["GOOD", "--shapes", "OTHER"], "not shapes in Turtle"),
        (["OTHER"], "other.txt"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_told_and_is_exit_code_2(
    run: Run, good: Path, tmp_path: Path, arguments: list[str], says: str
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of the sort.", encoding="utf-8")
    named = {"GOOD": good, "OTHER": other}
    result = run(*(named.get(argument, argument) for argument in arguments))
    assert result.exit_code == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""
