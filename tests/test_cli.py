"""What a user meets at the prompt: output, messages, exit codes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kgraph import __version__
from kgraph.cli import cli
from kgraph.cli.options import NO_ASSERTION
from kgraph.model import Assertion, Document, Entity, EntityKind, Evidence, Reading, Span
from kgraph.pipeline import OUTPUTS, PARTS

TEXT = "Japan claims Kunashir."
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(each) for each in arguments], input=stdin)

    return invoke


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of one sentence, made without the language model."""
    from kgraph.graph.rdf import to_triples
    from kgraph.graph.store import Graph
    from kgraph.graph.write import write_graph

    evidence = Evidence(
        document_id="a.txt",
        span=Span(start=0, end=len(TEXT)),
        quotation=TEXT,
        subject_span=Span(start=0, end=5),
        object_span=Span(start=13, end=21),
        rule="claim-verb",
        confidence=0.9,
    )
    assertion = Assertion(
        subject=Entity(id="japan", label="Japan", kind=EntityKind.STATE),
        predicate="claims",
        object=Entity(id="kunashir", label="Kunashir", kind=EntityKind.TERRITORY),
        evidence=(evidence,),
    )
    document = Document(id="a.txt", text=TEXT)
    reading = Reading(document=document, assertions=(assertion,), sentences=1, sentences_with_assertion=1)
    write_graph(Graph(to_triples([reading])), tmp_path / "graph.ttl")
    return tmp_path / "graph.ttl"


def commands(group: click.Group = cli, *names: str) -> list[tuple[str, ...]]:
    found = []
    for name, command in group.commands.items():
        inner = commands(command, *names, name) if isinstance(command, click.Group) else [(*names, name)]
        found += inner
    return found


@pytest.mark.parametrize("names", commands(), ids=" ".join)
def test_help_says_what_for_shows_a_line_to_paste_and_the_exit_codes(
    run: Run, names: tuple[str, ...]
) -> None:
    text = run(*names, "--help").stdout
    assert f"\n  kgraph {' '.join(names)}" in text
    assert "Exit codes: 0" in text


def test_help_lists_the_commands_in_the_order_a_user_meets_them(run: Run) -> None:
    text = run("--help").stdout
    listed = [line.split()[0] for line in text.partition("Commands:\n")[2].splitlines()]
    assert listed[:5] == ["demo", "build", "extract", "view", "query"]
    assert "..." not in text.partition("Commands:\n")[2]


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").stdout == f"kgraph {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["query", "--list"],
        ["query", "GRAPH", "ASK { ?s ?p ?o }"],
        ["explain", "GRAPH", "Japan claims Kunashir"],
    ],
    ids=" ".join,
)
def test_what_does_not_read_articles_loads_no_language_model_page_or_web_library(
    graph: Path, arguments: list[str]
) -> None:
    line = [str(graph) if each == "GRAPH" else each for each in arguments]
    heavy = {"spacy", "numpy", "networkx", "rdflib", "pyvis", "trafilatura", "IPython"}
    assert heavy & loaded_by(*line) == set()


def test_a_build_loads_neither_the_commands_of_spacy_nor_what_other_inputs_take(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    loaded = loaded_by("build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert "spacy.language" in loaded
    others = {"rdflib", "trafilatura", "fsspec", "pyarrow", "dask", "distributed", "torch", "pandas"}
    assert {"spacy.cli", "typer", "weasel", *others} & loaded == set()


def loaded_by(*arguments: str) -> set[str]:
    """Run a command line in a process of its own, and list the modules that are loaded at its end."""
    code = (
        f"import sys; sys.argv = {['kgraph', *arguments]!r}\n"
        "from kgraph.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    print('\\n', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


# ------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["view", "none.ttl"], "none.ttl"),
        (["query", "none.ttl", "disputed-territories"], "none.ttl"),
        (["query", "GRAPH", "nonsense"], "no query is called 'nonsense'"),
        (["query", "GRAPH", "SELECT {"], "not SPARQL"),
        (["query", "GRAPH", "DELETE WHERE { ?s ?p ?o }"], "DELETE is not allowed"),
        (["query", "GRAPH", "in-the-year", "year=soon"], "year=soon"),
        (["export", "GRAPH", "-o", "graph.docx"], ".graphml"),
        (["export", "GRAPH", "-o", "missing/graph.nq"], "missing"),
        (["explain", "none.ttl", "Japan claims Kunashir"], "none.ttl"),
        (["validate", "none.ttl"], "none.ttl"),
        (["evaluate", "none.jsonl"], "none.jsonl"),
        (["extract", "GRAPH", "--gazetteer", "none.tsv"], "none.tsv"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_one_line_and_exit_code_2(
    run: Run, graph: Path, arguments: list[str], says: str
) -> None:
    result = run(*(graph if each == "GRAPH" else each for each in arguments))
    assert result.exit_code == 2
    assert result.stderr.startswith("kgraph: ")
    assert result.stderr.count("\n") == 1
    assert says in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["build", "a.txt"],
        ["build", "-o", "out"],
        ["query"],
        ["query", "GRAPH", "in-the-year", "1945"],
        ["explain"],
        ["explain", "GRAPH"],
        ["explain", "GRAPH", "--text", "Japan claims Kunashir."],
        ["query", "GRAPH", "in-the-year", "--format", "xml"],
        ["evaluate", "GRAPH", "--raise"],
    ],
    ids=" ".join,
)
def test_wrong_usage_shows_how_and_exit_code_2(run: Run, graph: Path, arguments: list[str]) -> None:
    result = run(*(graph if each == "GRAPH" else each for each in arguments))
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")


def test_a_bug_keeps_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch, graph: Path) -> None:
    def fail(*arguments: object, **settings: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kgraph.graphs.open_graph", fail)
    assert isinstance(run("view", graph).exception, ZeroDivisionError)


def test_an_interruption_is_one_line_and_exit_code_130(
    run: Run, monkeypatch: pytest.MonkeyPatch, graph: Path
) -> None:
    def stop(*arguments: object, **settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kgraph.graphs.open_graph", stop)
    result = run("view", graph)
    assert result.exit_code == 130
    assert result.stderr == "kgraph: stopped; no file was left half written\n"


# ------------------------------------------------------------------ a graph at hand


def test_query_answers_as_table_csv_and_json(run: Run, graph: Path) -> None:
    question = "SELECT ?who WHERE { ?x kg:claims id:kunashir . ?x rdfs:label ?who }"
    assert run("query", graph, question).stdout == "who\n-----\nJapan\n"
    assert run("query", graph, question, "--format", "csv").stdout == "who\nJapan\n"
    assert json.loads(run("query", graph, question, "--format", "json").stdout) == [{"who": "Japan"}]


def test_a_graph_of_something_else_is_told(run: Run, tmp_path: Path) -> None:
    other, page = tmp_path / "other.ttl", tmp_path / "other.html"
    other.write_text("<https://example.org/a> <https://example.org/b> 1 .", encoding="utf-8")
    for command in (("view", other, "-o", page), ("validate", other), ("explain", other, "Japan")):
        assert run(*command).stderr == f"kgraph: {other}: {NO_ASSERTION}\n"


def test_query_fills_in_values_by_option_or_by_name(run: Run, graph: Path) -> None:
    by_option = run("query", graph, "in-the-year", "--territory", "Kunashir", "--year", "1945")
    assert by_option.exit_code == 0
    assert by_option.stdout == run("query", graph, "in-the-year", "territory=kunashir", "year=1945").stdout


def test_query_says_on_standard_error_what_the_answer_cannot_say(
    run: Run, graph: Path, tmp_path: Path
) -> None:
    nothing = run("query", graph, "SELECT ?x { ?x kg:claims ?x }")
    assert (nothing.exit_code, nothing.stderr) == (0, "kgraph: no rows\n")
    misspelt = run("query", graph, "SELECT ?x { ?x kg:claim id:kunashir, id:kunasir }")
    assert misspelt.stderr.splitlines() == [
        "kgraph: no rows",
        "kgraph: the ontology has no kg:claim; did you mean 'kg:claims' or 'kg:claimant' or 'kg:Claimed'?",
        "kgraph: the graph has no id:kunasir; did you mean 'id:kunashir'?",
    ]
    other = tmp_path / "other.ttl"
    other.write_text("<https://example.org/a> <https://example.org/b> 1 .", encoding="utf-8")
    assert run("query", other, "disputes").stderr == f"kgraph: no rows\nkgraph: {other}: {NO_ASSERTION}\n"
    everything = "SELECT * { ?s ?p ?o }"
    cut = run("query", graph, everything, "--max-rows", "2", "--format", "srj")
    assert (cut.exit_code, json.loads(cut.stdout)["head"]["cut"]) == (1, "the first 2 rows of more")
    assert cut.stderr.startswith("kgraph: rows are missing: these are the first 2 rows of more")


def test_query_writes_rows_for_programs_and_triples_as_rdf(run: Run, graph: Path) -> None:
    who = "SELECT ?who { ?who kg:claims id:kunashir }"
    assert "<uri>https://w3id.org/kgraph/id/japan</uri>" in run("query", graph, who, "--format", "srx").stdout
    assert run("query", graph, who, "--format", "md").stdout.startswith("| who |\n| --- |\n")
    turtle = run("query", graph, "DESCRIBE id:kunashir", "--format", "ttl").stdout
    assert turtle.startswith("@prefix")
    refused = run("query", graph, who, "--format", "ttl")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "ttl is for the triples of CONSTRUCT and DESCRIBE" in refused.stderr


def test_query_describes_a_named_question(run: Run) -> None:
    told = run("query", "--list", "control-over-time").stdout
    assert "\nColumns\n  territory" in told
    assert "\n  --year" in told


def test_query_lists_the_named_questions_with_or_without_a_graph(run: Run, graph: Path) -> None:
    assert "disputed-territories  " in run("query", "--list").stdout
    assert run("query", graph, "--list").stdout == run("query", "--list").stdout


def test_export_for_quickstatements_says_why_nothing_fits(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").touch()
    done = run("export", tmp_path / "empty.ttl", "-o", "x.quickstatements.tsv")
    assert done.exit_code == 0
    assert done.stderr.startswith("kgraph: x.quickstatements.tsv: empty: only claims, ")


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".jsonld", ".graphml", ".csv"])
def test_export_writes_the_format_of_the_suffix_the_same_every_time(
    run: Run, graph: Path, tmp_path: Path, suffix: str
) -> None:
    for name in ("one", "two"):
        assert run("export", graph, "-o", name + suffix).exit_code == 0
    assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes() != b""


def test_view_writes_a_page_and_opens_no_browser_unasked(
    run: Run, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", opened.append)
    assert run("view", graph, "-o", "page.html").exit_code == 0
    assert opened == []
    assert run("view", graph, "-o", "page.html", "--show").exit_code == 0
    assert opened == ["page.html"]
    assert "Japan" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_explain_shows_the_sentence_behind_a_relation(run: Run, graph: Path) -> None:
    result = run("explain", graph, "Tokyo claims Kunashiri")
    assert result.exit_code == 0
    assert result.stdout.startswith("Japan claims Kunashir\n  “Japan claims Kunashir.”\n")


def test_explain_shows_the_nearest_where_the_graph_does_not_say_so(run: Run, graph: Path) -> None:
    result = run("explain", graph, "Japan annexed Kunashir")
    assert result.exit_code == 1
    assert result.stdout.endswith("  Japan claims Kunashir\n")


def test_validate_passes_a_graph_of_ours(run: Run, graph: Path) -> None:
    result = run("validate", graph)
    assert (result.exit_code, result.stdout.count("violation")) == (0, 1)


def test_validate_fails_a_graph_with_a_bare_edge(run: Run, graph: Path) -> None:
    with graph.open("a", encoding="utf-8") as stream:
        stream.write(
            "@prefix kg: <https://w3id.org/kgraph/ns#> . @prefix id: <https://w3id.org/kgraph/id/> .\n"
            "id:japan kg:claims id:honshu .\n"
        )
    assert run("validate", graph).exit_code == 1


def test_gazetteer_tells_what_it_knows_of_a_name(run: Run) -> None:
    result = run("gazetteer", "find", "Takeshima")
    assert (result.exit_code, result.stderr) == (0, "")
    head, first, *_ = result.stdout.splitlines()
    assert head == "Liancourt Rocks (liancourt-rocks): Territory, island group"
    assert first.split()[:3] == ["names", "Liancourt", "Rocks"]
    assert "Takeshima (ja, as used by Japan) [" in result.stdout


@pytest.mark.parametrize(
    "name", ["kunashiri", "КУНАШИР", "国後島", " Kunashir  island", "the Kunashir Island"]
)
def test_gazetteer_finds_a_name_in_any_script_and_case(run: Run, name: str) -> None:
    assert run("gazetteer", "find", name).stdout.startswith("Kunashir (kunashir): Territory, island\n")


def test_gazetteer_tells_of_all_that_bear_a_name_in_order(run: Run) -> None:
    blocks = run("gazetteer", "find", "jerusalem").stdout.split("\n\n")
    assert [block.split(":")[0] for block in blocks] == ["Jerusalem (jerusalem)", "Israel (israel)"]


def test_gazetteer_gives_records(run: Run) -> None:
    (record,) = json.loads(run("gazetteer", "find", "Shikotan", "--json").stdout)
    assert (record["id"], record["class"], record["kind"]) == ("shikotan", "Territory", "island")
    assert record["part_of"][-1] == "kuril-islands"


def test_gazetteer_says_where_it_knows_no_such_name(run: Run) -> None:
    result = run("gazetteer", "find", "Nowhere", "--json")
    assert (result.exit_code, result.stdout) == (1, "[]\n")
    assert result.stderr.startswith("kgraph: the gazetteer knows no 'Nowhere'")


def test_gazetteer_asks_whether_a_near_name_was_meant(run: Run) -> None:
    assert "did you mean Kunashir (kunashir)" in run("gazetteer", "find", "Kunashirr").stderr


def test_own_table_is_checked_without_building_anything(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("id\ttype\tname\ngeorgia-us\tTerritory\tGeorgia\n", encoding="utf-8")
    result = run("gazetteer", "check", tmp_path / "own.tsv")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "own.tsv: all is well; 1 row: 1 new thing, 0 further names, 0 names taken away",
            "note: 'Georgia' now means georgia-us before georgia",
        ],
    )


def test_every_wrong_row_of_an_own_table_is_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("id\tlat\tlon\nkunashir\t91\t1\nkunashri\t\t\n", encoding="utf-8")
    for command in (("gazetteer", "check"), ("gazetteer", "find", "Japan", "--gazetteer")):
        result = run(*command, tmp_path / "own.tsv")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.splitlines() == [
            f"kgraph: {tmp_path}/own.tsv:2: lat is 91; it must lie between -90 and 90",
            f"kgraph: {tmp_path}/own.tsv:3: type is empty; give it a value",
        ]


# ------------------------------------------------------------------ scores


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    row = {
        "id": "g",
        "text": TEXT,
        "assertions": [{"s": "Japan", "p": "claims", "o": "Kunashir", "span": [0, 22]}],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def predictions(tmp_path: Path) -> Path:
    row = {"doc": "g", "subject": "Nowhere", "predicate": "claims", "object": "Kunashir"}
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_evaluate_ends_with_both_figures(run: Run, gold: Path, predictions: Path) -> None:
    lines = run("evaluate", gold, "--predictions", predictions).stdout.splitlines()
    assert lines[-2].startswith("core       P 0.000  R 0.000  F1 0.000")
    assert lines[-1].startswith("qualified  P 0.000")


def test_evaluate_names_a_predicate_that_there_is_not(run: Run, tmp_path: Path) -> None:
    said = {"s": "Japan", "p": "clams", "o": "Kunashir"}
    row = {"id": "1", "text": "Japan claims Kunashir.", "assertions": [said]}
    (tmp_path / "slip.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    result = run("evaluate", "slip.jsonl", "--predictions", "none.jsonl")
    assert "1: no predicate 'clams', so that it counts as missed; is claims meant?" in result.stderr


def test_evaluate_of_no_text_says_what_a_gold_file_holds(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    result = run("evaluate", "empty.jsonl", "--predictions", "empty.jsonl")
    assert (result.exit_code, result.stderr) == (
        2,
        "kgraph: the gold file holds no text: one JSON object a line with id, text and assertions\n",
    )


def test_evaluate_takes_the_aliases_beside_the_gold_file(run: Run, gold: Path, predictions: Path) -> None:
    gold.with_name("aliases.json").write_text('{"Japan": ["Nowhere"]}', encoding="utf-8")
    assert "F1 1.000" in run("evaluate", gold, "--predictions", predictions).stdout.splitlines()[-1]


def test_evaluate_names_as_many_errors_as_asked_for(run: Run, gold: Path, predictions: Path) -> None:
    text = run("evaluate", gold, "--predictions", predictions, "--errors", "1").stdout
    assert "missed: g: Japan | claims | Kunashir\n    Japan claims Kunashir.\n" in text
    assert "too much: g: Nowhere | claims | Kunashir\n" in text


def test_evaluate_gives_everything_as_json(run: Run, gold: Path, predictions: Path) -> None:
    content = json.loads(run("evaluate", gold, "--predictions", predictions, "--json").stdout)
    assert content["core"]["wanted"] == 1
    assert content["missed"][0]["cause"] == "another argument"


@pytest.mark.parametrize(("floor", "code"), [(0.0, 0), (0.1, 1)])
def test_evaluate_fails_below_a_floor(
    run: Run, gold: Path, predictions: Path, tmp_path: Path, floor: float, code: int
) -> None:
    from kgraph.quality import digest_of

    entry = {"sha256": digest_of(gold), "core": floor, "qualified": 0.0}
    (tmp_path / "floors.json").write_text(json.dumps({"gold.jsonl": entry}), encoding="utf-8")
    result = run("evaluate", gold, "--predictions", predictions, "--floors", "floors.json")
    assert result.exit_code == code
    assert result.stderr == (
        "" if code == 0 else "kgraph: gold.jsonl: core F1 0.000 is below its floor 0.100\n"
    )


def test_evaluate_raises_floors_where_told(run: Run, gold: Path, predictions: Path, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text("{}", encoding="utf-8")
    gold.with_name("aliases.json").write_text('{"Japan": ["Nowhere"]}', encoding="utf-8")
    arguments = ("evaluate", gold, "--predictions", predictions, "--floors", "floors.json")
    assert run(*arguments).exit_code == 2
    assert run(*arguments, "--raise").exit_code == 0
    assert run(*arguments).exit_code == 0
    assert json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))["gold.jsonl"]["core"] == 1


@pytest.mark.model
def test_evaluate_reads_the_gold_texts_itself(run: Run, gold: Path) -> None:
    assert "F1 1.000" in run("evaluate", gold).stdout.splitlines()[-1]


# ------------------------------------------------------------------ articles


@pytest.mark.model
def test_extract_writes_json_lines_and_nothing_else_to_standard_output(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("extract", "a.txt")
    (row,) = map(json.loads, result.stdout.splitlines())
    assert (row["doc"], row["subject"], row["predicate"], row["object"]) == (
        "a.txt",
        "Japan",
        "claims",
        "Kunashir",
    )
    account = "kgraph: sentences: 1 found = 1 with an assertion + 0 without finding + 0 rejected\n"
    assert (result.exit_code, result.stderr) == (0, account)


def test_explain_of_an_empty_text_asks_for_one(run: Run) -> None:
    result = run("explain", "--text", " ")
    assert result.exit_code == 2
    assert "--text is empty" in result.stderr


@pytest.mark.model
def test_extract_open_writes_every_proposition(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The minister opened the bridge in Oslo.", encoding="utf-8")
    result = run("extract", "--open", "a.txt")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["subject"], row["predicate"], row["object"]) for row in rows] == [
        ("The minister", "opened", "the bridge in Oslo"),
        ("The minister", "opened the bridge in", "Oslo"),
    ]
    assert rows[0]["arguments"][1] == {
        "role": "object",
        "preposition": None,
        "words": "the bridge in Oslo",
        "start": 20,
        "end": 38,
        "head": "bridge",
        "head_start": 24,
        "head_end": 30,
    }
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.model
def test_extract_open_leaves_out_what_is_less_sure_than_asked_for(run: Run) -> None:
    text = "The minister opened the bridge in Oslo."
    assert run("extract", "--open", "-", stdin=text).stdout
    assert run("extract", "--open", "--min-confidence", "1", "-", stdin=text).stdout == ""


@pytest.mark.model
def test_extract_open_says_nothing_where_nothing_is_said(run: Run) -> None:
    result = run("extract", "--open", "-", stdin="The weather today.")
    assert (result.exit_code, result.stdout) == (0, "")


@pytest.mark.model
def test_extract_reads_standard_input(run: Run) -> None:
    assert json.loads(run("extract", "-", stdin=TEXT).stdout)["subject"] == "Japan"


@pytest.mark.model
def test_extract_writes_a_file_where_told(run: Run, tmp_path: Path) -> None:
    assert run("extract", "-", "-o", "found.jsonl", stdin=TEXT).stdout == ""
    assert (tmp_path / "found.jsonl").read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.model
def test_extract_takes_own_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("id\tname\ttype\nzubrowka\tZubrowka\tState\n", encoding="utf-8")
    result = run("extract", "-", "--gazetteer", "own.tsv", stdin="Zubrowka claims Kunashir.")
    assert json.loads(result.stdout)["subject_id"] == "zubrowka"


@pytest.mark.model
def test_a_bad_input_is_named_and_the_rest_is_read_with_exit_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n{\n", encoding="utf-8")
    result = run("extract", "news.jsonl", "missing.txt")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    said = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert said == ["news.jsonl:2", "missing.txt", "sentences"]


@pytest.mark.model
def test_an_article_kept_with_a_doubt_is_named_with_exit_code_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Japan’s minister says that Japan claims Kunashir.".encode("cp1252"))
    result = run("extract", "a.txt")
    assert result.exit_code == 0
    assert result.stderr.count("\n") == 2  # and the account of its sentences
    assert "a.txt: not UTF-8: read as cp1252" in result.stderr


@pytest.mark.model
def test_where_nothing_can_be_read_the_exit_code_is_2_and_no_file_is_made(run: Run, tmp_path: Path) -> None:
    result = run("extract", "missing.txt", "-o", "found.jsonl")
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.model
def test_a_missing_model_is_one_line_that_says_what_to_install(run: Run, tmp_path: Path) -> None:
    result = run("extract", "-", "--model", "xx_none", stdin=TEXT)
    assert result.exit_code == 2
    assert "xx_none" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.model
def test_build_says_on_standard_error_what_it_found(run: Run, tmp_path: Path) -> None:
    result = run("build", "-", "-o", "out", stdin=TEXT)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("1 article, 1 sentence;")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([*OUTPUTS, PARTS])


@pytest.mark.model
def test_quiet_leaves_complaints_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = run("--quiet", "build", "a.txt", "missing.txt", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.startswith("kgraph: missing.txt: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.model
def test_explain_text_shows_what_a_sentence_gives(run: Run) -> None:
    result = run("explain", "--text", TEXT)
    assert result.exit_code == 0
    assert "claims" in result.stdout


@pytest.mark.model
def test_the_demo_ends_with_two_commands_that_run(run: Run) -> None:
    result = run("demo", "-o", "out")
    assert result.exit_code == 0
    for line in result.stdout.splitlines()[-2:]:
        arguments = line.replace("python -m ", "").split("kgraph ", 1)[1].split(" ", 2)
        assert run(arguments[0], arguments[1], arguments[2].strip('"')).exit_code == 0


# ------------------------------------------------------------------ as a process


def _hear_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(*arguments: object, **options: object) -> subprocess.Popen[str]:
    """Start the program; what runs in the background was told to ignore Ctrl-C, and would hand that on."""
    line = [sys.executable, "-m", "kgraph", *map(str, arguments)]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        line,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        preexec_fn=_hear_ctrl_c,
        **options,
    )


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_locale(locale: str) -> None:
    variables = os.environ | {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with start("gazetteer", "find", "Dokdo", env=variables) as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert "liancourt-rocks" in out


def test_a_pipe_that_is_closed_early_ends_quietly() -> None:
    with start("query", "--list") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["query", "--list"],
        ["query", "GRAPH", "disputed-territories"],
        ["explain", "GRAPH", "Japan claims Kunashir"],
        ["validate", "GRAPH"],
        ["gazetteer", "find", "Dokdo"],
        pytest.param(["explain", "--text", TEXT], marks=pytest.mark.model),
        pytest.param(["extract", "-"], marks=pytest.mark.model),
    ],
    ids=" ".join,
)
def test_a_full_standard_output_is_one_line_and_exit_code_2(graph: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        options = {"stdout": full, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
        line = [sys.executable, "-m", "kgraph", *(str(graph) if a == "GRAPH" else a for a in arguments)]
        done = subprocess.run(line, input=TEXT, check=False, **options)
    assert done.stderr == (
        "kgraph: standard output: cannot be written: No space left on device; free space, or write elsewhere\n"
    )
    assert done.returncode == 2


@pytest.mark.model
def test_a_closed_standard_output_is_one_line_and_exit_code_2() -> None:
    line = f"exec '{sys.executable}' -m kgraph extract - >&-"
    done = subprocess.run(["sh", "-c", line], input=TEXT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "kgraph: standard output is closed: name a file with -o\n")


@pytest.mark.model
def test_ctrl_c_ends_with_one_line_and_leaves_no_file(tmp_path: Path) -> None:
    with start("extract", "-", "-o", tmp_path / "found.jsonl") as process:
        deadline = time.monotonic() + 30
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.05)  # until it waits for its input, with the file begun
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err == "kgraph: stopped; no file was left half written\n"
    assert list(tmp_path.iterdir()) == []
