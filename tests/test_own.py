"""Own wordings and predicates: checked like the package's, and good for every command."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.errors import DataError
from kgraph.extraction import Extractor
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph, load
from kgraph.graph.write import write_graph
from kgraph.model import Document
from kgraph.own import load_own
from kgraph.validation import validate

PREDICATE = """
[[predicate]]
name = "alliedWith"
label = "is allied with"
verb_phrase = "is allied with"
negative_verb_phrase = "is not allied with"
definition = "Has an alliance with it."
symmetric = true
"""
WORDING = """
[[wording]]
id = "my-alliance"
predicate = "alliedWith"
kind = "noun"
trigger = ["alliance"]
subject = "between"
object = "with"
pair = "between"
object_type = "agent"
example = "The alliance between Norway and Iceland is old."
gives = ["Norway | alliedWith | Iceland"]
miss = "The alliance between the two parties is old."
"""
TEXT = "The alliance between Norway and Iceland is old. Japan claims Kunashir."


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(PREDICATE + WORDING, encoding="utf-8")
    return path


def write(folder: Path, text: str) -> Path:
    path = folder / "bad.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_predicate_has_a_name_of_its_own(mine: Path) -> None:
    own = load_own([mine])
    assert list(own.predicates) == ["own:alliedWith"]
    assert own.wordings[0].gives == ("Norway | own:alliedWith | Iceland",)
    assert own.predicates["own:alliedWith"].symmetric


def test_folder_is_read_file_by_file(mine: Path) -> None:
    (mine.parent / "other.toml").write_text(WORDING.replace("my-alliance", "my-other"), encoding="utf-8")
    assert [w.id for w in load_own([mine.parent]).wordings] == ["my-alliance", "my-other"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[wording]", "bad.toml: not TOML"),
        ("wordings = 1", "bad.toml: unknown wordings"),
        ("namespace = 'mine'" + PREDICATE, "bad.toml: namespace must be"),
        ("namespace = 'https://w3id.org/kgraph/ns#'" + PREDICATE, "is the ontology's"),
        ("[wording]\nid = 'x'", "write [[wording]]"),
        (WORDING, "bad.toml: my-alliance: unknown predicate 'alliedWith'"),
        (PREDICATE + PREDICATE, "the predicate 'alliedWith' is given twice"),
        (PREDICATE.replace("alliedWith", "claims"), "the ontology has a predicate 'claims' already"),
        (PREDICATE.replace("alliedWith", "Allied-With"), "a name is of letters and digits"),
        (PREDICATE.replace("definition", "meaning"), "predicate alliedWith: unknown field meaning"),
        (PREDICATE.replace('label = "is allied with"\n', ""), "predicate alliedWith: needs label"),
        (PREDICATE.replace("true", '"yes"'), "symmetric is true or false"),
        (PREDICATE + WORDING + WORDING, "the wording 'my-alliance' is given twice"),
        (PREDICATE + WORDING.replace("my-alliance", "subject-to-claims"), "is one of kgraph's own"),
        (PREDICATE + WORDING.replace("pair =", "pairs ="), "bad.toml: my-alliance: unknown field pairs"),
        (PREDICATE + WORDING.replace('"agent"', '"planet"'), "object_type 'planet' is none of"),
        (
            PREDICATE + WORDING.replace('"noun"', '"adverb"'),
            "bad.toml: my-alliance: 'adverb' is no kind; there are verb, noun",
        ),
        (PREDICATE + WORDING.replace('kind = "noun"\n', ""), "bad.toml: my-alliance: needs kind"),
        (
            PREDICATE + WORDING.replace('["alliance"]', '"alliance"'),
            "trigger cannot be 'alliance'; it is a list of words",
        ),
        (PREDICATE + WORDING.replace('"with"', '"with |"'), "'with |' is no path of roles"),
        (PREDICATE + WORDING.replace("Norway | ", "Norway, "), "no 'subject | predicate | object'"),
        (PREDICATE + WORDING + 'unless = {with = "trade"}', "unless cannot be {'with': 'trade'}"),
        (PREDICATE + WORDING + 'unless = {with = ["@trade"]}', "'@trade' is none of the classes"),
        ("classes = 1" + PREDICATE, "write [classes]"),
        ("[classes]\ntrade = 1" + PREDICATE, "the class 'trade' must be a list of words"),
        (PREDICATE + WORDING + "confidence = 2", "confidence cannot be 2; it is a number from 0 to 1"),
    ],
)
def test_mistake_is_named_with_file_and_wording(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(DataError, match=r"^[^\n]+$") as caught:
        load_own([write(tmp_path, text)])
    assert complaint in str(caught.value)


def test_missing_file_and_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml: cannot be read"):
        load_own([tmp_path / "none.toml"])
    with pytest.raises(DataError, match=r"a folder without \.toml files"):
        load_own([tmp_path])


@pytest.mark.model
@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("Norway and Iceland is old.", "Norway and Sweden is old.", "the example does not give"),
        ("between the two parties", "between Peru and Chile", "the near miss gives"),
    ],
)
def test_sentences_of_an_own_wording_are_tried(mine: Path, old: str, new: str, complaint: str) -> None:
    mine.write_text((PREDICATE + WORDING).replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=rf"mine\.toml: my-alliance: {complaint}"):
        Extractor(wordings=[mine])


@pytest.mark.model
def test_graph_with_own_predicate_describes_it_and_is_valid(mine: Path, tmp_path: Path) -> None:
    extractor = Extractor(wordings=[mine])
    readings = list(extractor.read([Document(id="d", text=TEXT)]))
    write_graph(
        Graph(to_triples(readings, extractor.gazetteer, extractor.own.predicates)), tmp_path / "graph.ttl"
    )
    graph = load(tmp_path / "graph.ttl")
    assert graph.predicates["own:alliedWith"] == extractor.own.predicates["own:alliedWith"]
    assert {a.predicate for a in graph.assertions()} == {"own:alliedWith", "claims"}
    assert validate(graph).conforms


@pytest.mark.model
def test_namespace_of_the_file_is_that_of_its_predicates(mine: Path) -> None:
    mine.write_text('namespace = "https://example.org/my#"\n' + PREDICATE + WORDING, encoding="utf-8")
    (reading,) = Extractor(wordings=[mine]).read([Document(id="d", text=TEXT)])
    assert "https://example.org/my#alliedWith" in {a.predicate for a in reading.assertions}
    iris = {triple.predicate.value for triple in to_triples([reading], None, load_own([mine]).predicates)}
    assert "https://example.org/my#alliedWith" in iris


@pytest.mark.model
def test_every_command_takes_own_wordings(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = {"s": "Norway", "p": "partOf", "o": "Iceland", "span": [0, 10]}
    (tmp_path / "gold.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "assertions": [gold]}) + "\n")

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli, ["-q", *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    assert "1 wordings and 1 predicates" in run("wordings", "check", "mine.toml")
    assert '"own:alliedWith"' in run("extract", "a.txt", "--wordings", "mine.toml")
    assert "own:alliedWith" in run("explain", "--text", TEXT, "--wordings", "mine.toml")
    run("evaluate", "gold.jsonl", "--wordings", "mine.toml")
    run("build", "a.txt", "-o", "out", "--wordings", "mine.toml")
    assert "0 violations, 0 warnings" in run("validate", "out/graph.ttl")
    assert "id:iceland" in run(
        "query", "out/graph.ttl", "SELECT ?s { ?s ?p ?o . ?p a owl:SymmetricProperty }"
    )
    assert "Iceland is allied with Norway" in run("explain", "out/graph.ttl", "Norway is allied with Iceland")
    run("view", "out/graph.ttl", "-o", "page.html")
    assert "is allied with" in (tmp_path / "page.html").read_text(encoding="utf-8")
    run("export", "out/graph.ttl", "-o", "graph.trig")


def test_mistake_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    bad = write(tmp_path, PREDICATE + WORDING.replace('"agent"', '"planet"'))
    result = CliRunner().invoke(cli, ["wordings", "check", str(bad)])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("kgraph: bad.toml: my-alliance: ")
