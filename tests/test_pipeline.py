"""From sources to files: what is counted, what is written, and that nothing else is."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.corpus import PartDone
from kgraph.errors import KgraphError, ReadError
from kgraph.graph.store import load
from kgraph.pipeline import OUTPUTS, PARTS, Built, Intake, build
from kgraph.resources import DATA

ARTICLE = "Japan claims Kunashir. Russia administers the island. Japan does not claim Sakhalin."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one good article, an empty file, and JSON Lines of which the second line is broken."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "kurils.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "nothing.txt").write_bytes(b"")
    rows = [json.dumps({"id": "n1", "text": "Argentina claims the Falkland Islands."}), "{broken"]
    (folder / "news.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_an_intake_counts_what_it_hands_on_and_what_it_leaves_out(articles: Path) -> None:
    intake = Intake([str(articles)])
    assert {document.id for document in intake} >= {"n1"}
    assert (intake.read, intake.rejected) == (2, 2)


def test_what_is_left_out_is_logged_with_file_and_line(
    articles: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "kgraph"):
        list(Intake([str(articles)]))
    assert any("news.jsonl:2: " in line for line in caplog.messages)
    assert len(caplog.messages) == 2


def test_an_intake_of_nothing_readable_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="nothing could be read"):
        list(Intake([str(tmp_path / "missing.txt")]))


@pytest.mark.model
def test_the_counts_of_the_report_add_up(articles: Path, tmp_path: Path) -> None:
    report = build([str(articles)], tmp_path / "out").report
    content = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    documents = content["documents"]
    assert documents["found"] == documents["read"] + documents["rejected"] == 4
    assert sum(each["inputs"] for each in content["rejections"]) == report.rejected
    for counts in ("by_predicate", "by_polarity", "by_modality"):
        assert sum(content["assertions"][counts].values()) == content["assertions"]["found"] > 0


@pytest.mark.model
def test_the_report_lists_what_is_read_with_a_doubt_and_leaves_nothing_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Côte d’Ivoire met Japan.".encode("cp1252"))
    build([str(tmp_path / "a.txt")], tmp_path / "out")
    content = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert (content["documents"]["read"], content["documents"]["rejected"]) == (1, 0)
    (doubt,) = content["rejections"]
    assert (doubt["where"], doubt["line"], doubt["inputs"]) == ("a.txt", None, 0)
    assert doubt["reason"].startswith("not UTF-8: read as cp1252; ")


@pytest.mark.model
def test_the_report_names_no_folder_of_the_machine(articles: Path, tmp_path: Path) -> None:
    build([str(articles)], tmp_path / "out")
    written = (tmp_path / "out" / "report.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in written
    assert '"where": "news.jsonl"' in written


@pytest.mark.model
def test_the_folder_is_made_and_holds_the_named_files_only(articles: Path, tmp_path: Path) -> None:
    build([str(articles)], tmp_path / "deep" / "out")
    assert sorted(path.name for path in (tmp_path / "deep" / "out").iterdir()) == sorted([*OUTPUTS, PARTS])


@pytest.mark.model
def test_the_graph_holds_the_assertions_of_the_lines(demo: Built, demo_folder: Path) -> None:
    lines = (demo_folder / "assertions.jsonl").read_text(encoding="utf-8").splitlines()
    graph = load(demo_folder / "graph.ttl")
    assert {row["predicate"] for row in map(json.loads, lines)} == {a.predicate for a in graph.assertions()}
    assert len(graph.documents()) == demo.report.read == len(list((DATA / "demo").glob("*.md")))


@pytest.mark.model
@pytest.mark.usefixtures("demo")
def test_every_line_quotes_its_document(demo_folder: Path) -> None:
    texts = {document.id: document.text for document in Intake([str(DATA / "demo")])}
    for line in (demo_folder / "assertions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert texts[row["doc"]][row["start"] : row["end"]] == row["sentence"]


@pytest.mark.model
def test_the_demo_tells_of_at_least_eight_disputes_over_the_world(demo: Built) -> None:
    assert demo.report.documents_with_assertion >= 12
    assert len(demo.disputes) >= 8


@pytest.mark.model
def test_the_same_articles_give_the_same_bytes_whatever_hash_seed_and_locale(
    articles: Path, tmp_path: Path
) -> None:
    for number, (seed, locale) in enumerate([("1", "C"), ("2", "C.UTF-8")]):
        command = [
            sys.executable,
            "-m",
            "kgraph",
            "-q",
            "build",
            str(articles),
            "-o",
            str(tmp_path / str(number)),
        ]
        variables = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": f"UTC-{number * 9}"}
        assert subprocess.run(command, env=variables, capture_output=True, check=False).returncode == 1
    for name in OUTPUTS:
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes(), name


@pytest.mark.model
def test_a_run_that_is_stopped_leaves_no_file(articles: Path, tmp_path: Path) -> None:
    def stop(_: PartDone) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([str(articles)], tmp_path / "out", on_done=stop)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [PARTS]


def test_an_output_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    taken = tmp_path / "out"
    taken.write_text("", encoding="utf-8")
    with pytest.raises(KgraphError, match="out: no folder to write to"):
        build([str(tmp_path)], taken)
