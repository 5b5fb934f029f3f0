"""`kgraph build` over a corpus: what it keeps, what it leaves out, what it says, and what it does with a bad disk."""

import io
import json
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plain_reader import PlainRecipe

from kgraph.cli import cli
from kgraph.cli.progress import progress
from kgraph.corpus import Recipe
from kgraph.corpus.processes import Processes
from kgraph.graphs import open_graph
from kgraph.pipeline import LARGE_OUTPUTS, OUTPUTS, PARTS, build, building

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read without a language model."""
    monkeypatch.setattr(Recipe, "of", lambda *_: PlainRecipe())


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file of articles, of which some have a word that does harm, by their number."""

    def write_articles(number: int = 200, **harm: int) -> Path:
        words = {at: word for word, at in harm.items()}
        texts = [
            f"Japan claims Kunashir. The sea was {words.get(at, 'calm')} there today." for at in range(number)
        ]
        rows = [json.dumps({"id": f"n{at}", "text": text}) for at, text in enumerate(texts)]
        path = tmp_path / "news.jsonl"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
        return path

    return write_articles


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def files(out: Path) -> dict[str, tuple[int, bytes]]:
    """Give what is in a folder: when it was written, and its bytes."""
    found = [path for path in out.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(out).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


def test_a_second_build_writes_nothing(write: Write, tmp_path: Path) -> None:
    source, out = write(), tmp_path / "out"
    first = run("build", source, "-o", out)
    before = files(out)
    second = run("build", source, "-o", out)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert files(out) == before
    assert second.stderr == first.stderr + "kgraph: 200 of the articles had been read before\n"


def test_a_build_tells_how_many_assertions_the_graph_has_be_it_written_now_or_there(
    write: Write, tmp_path: Path
) -> None:
    source, out = write(3), tmp_path / "out"
    for _ in range(2):
        told = run("build", source, "-o", out).stderr.partition("\n")[0]
        assert told.endswith(" 3 assertions, 1 of them different (what several articles say alike is one).")
    assert "assertions  1\n" in run("info", out / "graph.ttl").output


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_that_was_touched_or_is_gone_is_written_again(
    write: Write, tmp_path: Path, name: str
) -> None:
    source, out = write(20), tmp_path / "out"
    build([str(source)], out)
    before = (out / name).read_bytes()
    for spoil in (lambda path: path.unlink(), lambda path: path.write_text("other")):
        spoil(out / name)
        build([str(source)], out)
        assert (out / name).read_bytes() == before


@pytest.mark.parametrize("name", ["graph.ttl", "graph.html"])
def test_a_folder_in_the_place_of_an_output_is_told_in_one_line(
    write: Write, tmp_path: Path, name: str
) -> None:
    source, out = write(20), tmp_path / "out"
    run("build", source, "-o", out, "--jobs", "2")
    (out / name).unlink()
    (out / name).mkdir()
    said = run("build", source, "-o", out, "--jobs", "2")
    assert said.exit_code == 2
    assert f"{name}: cannot be written: it is no ordinary file" in said.stderr
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_about_how_many_articles_there_are_is_told_as_they_are_done(
    write: Write, tmp_path: Path, jobs: int
) -> None:
    told: list[int | None] = []
    build(write(600), tmp_path / "out", executor=Processes(jobs), on_expected=told.append)
    assert len(told) > 5
    assert all(each is not None and 560 <= each <= 640 for each in told)


def test_on_a_terminal_a_build_shows_of_how_many_articles_it_is_done(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress(quiet=False) as reading:
        build(write(600), tmp_path / "a", on_done=reading.on_done, on_expected=reading.on_expected)
        shown = str(reading)
    assert re.search(r"100%.* 6\d\d/6\d\d \[\d\d:\d\d<00:00, ", shown), shown
    with progress(quiet=True) as reading:
        assert reading.on_expected is None


@pytest.mark.parametrize("word", ["KILLS", "FAILS", "SWELLS"])
def test_what_cannot_be_read_is_named_counted_and_left_out(write: Write, tmp_path: Path, word: str) -> None:
    out = tmp_path / "out"
    for _ in range(2):  # the second time from the parts
        result = run("build", write(**{word: 70}), "-o", out, "--jobs", "2")
        assert result.exit_code == 1
        assert [line for line in result.stderr.splitlines() if line.startswith("kgraph: n70: not read: ")]
        assert "Traceback" not in result.output
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert report["documents"] == {"found": 200, "read": 199, "rejected": 1, "with_assertions": 199}
    ((where, inputs),) = [(each["where"], each["inputs"]) for each in report["rejections"]]
    assert (where, inputs) == ("n70", 1)


def test_complaints_are_reported_in_the_order_of_the_input_whoever_reads(
    write: Write, tmp_path: Path
) -> None:
    source = write(FAILS=70, SWELLS=130)
    lines = source.read_text(encoding="utf-8").splitlines()
    lines.insert(100, "{broken")
    source.write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    for jobs in (1, 2):
        build([str(source)], tmp_path / str(jobs), executor=Processes(jobs))
    report = json.loads((tmp_path / "1" / "report.json").read_text(encoding="utf-8"))
    assert [each["line"] or each["where"] for each in report["rejections"]] == ["n70", 101, "n130", 202]
    for name in OUTPUTS:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_articles_whose_text_stands_in_another_field_are_built_once_it_is_named(
    write: Write, tmp_path: Path
) -> None:
    source = write(3)
    source.write_text(source.read_text().replace('"text"', '"body"').replace('"id"', '"key"'))
    told = run("build", source, "-o", tmp_path / "out")
    assert (told.exit_code, told.output.count("--text-field body")) == (2, 1)
    assert "in 3 records from here on: the first has key, body;" in told.output
    built = run("build", source, "-o", tmp_path / "out", "--text-field", "body", "--id-field", "key")
    assert built.exit_code == 0
    assert '"doc": "n0"' in (tmp_path / "out" / "assertions.jsonl").read_text()


def test_where_no_document_can_be_read_nothing_is_written(write: Write, tmp_path: Path) -> None:
    result = run("build", write(1, FAILS=0), "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("kgraph: nothing could be read")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [PARTS]


def test_a_large_graph_goes_into_a_store(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, small, large = write(), tmp_path / "small", tmp_path / "large"
    build([str(source)], small)
    build([str(source)], large)
    monkeypatch.setattr(building, "MAX_IN_FILES", 100)
    result = run("build", source, "-o", large)
    assert sorted(path.name for path in large.iterdir()) == sorted([*LARGE_OUTPUTS, PARTS])
    assert set(open_graph(str(large / "graph.kg"))) == set(open_graph(str(small / "graph.ttl")))
    assert f"query {large / 'graph.kg'} disputed-territories" in result.stderr
    before = files(large)
    assert run("build", source, "-o", large).exit_code == 0
    assert files(large) == before
    monkeypatch.setattr(building, "MAX_IN_FILES", 10**6)
    assert run("build", source, "-o", large).exit_code == 0
    assert sorted(path.name for path in large.iterdir()) == sorted([*OUTPUTS, PARTS])


def test_a_large_graph_takes_the_place_of_another(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "MAX_IN_FILES", 100)
    build([str(write(200))], tmp_path / "out")
    build([str(write(100))], tmp_path / "out")
    assert len(open_graph(str(tmp_path / "out" / "graph.kg")).documents()) == 100


# -------------------------------------------------------------------------------------------------- in its own process

PROGRAM = """
import sys, time
from pathlib import Path
sys.path.insert(0, {tests!r})
from killed import SlowReader, PlainRecipe
from kgraph.corpus import Recipe
from kgraph.cli import articles, main, options
from kgraph.corpus.processes import Processes
Recipe.of = lambda *_: PlainRecipe()
PlainRecipe.make = lambda _: SlowReader(0.01)
{more}
main()
"""


def start(*arguments: str | Path, more: str = "") -> "subprocess.Popen[str]":
    program = PROGRAM.format(tests=str(Path(__file__).parent), more=more)
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def wait_for_a_part(out: Path) -> None:
    for _ in range(600):
        if list((out / PARTS).glob("*.json")):
            return
        time.sleep(0.05)
    raise AssertionError("no part in half a minute")


def test_ctrl_c_says_what_is_kept_and_the_same_command_goes_on(write: Write, tmp_path: Path) -> None:
    source, out = (
        write(600, ENDLESS=599),
        tmp_path / "out",
    )  # so that no machine reads them all before it is stopped
    endless = "SlowReader.suffer = lambda _, text: time.sleep(60 * ('ENDLESS' in text))"
    process = start("build", source, "-o", out, "--jobs", "2", more=endless)
    wait_for_a_part(out)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    kept = re.match(
        r"kgraph: ([\d,]+) articles are read and kept; the same command goes on from there\n"
        r"kgraph: stopped; no file was left half written\n$",
        said,
    )
    assert kept, said
    assert {path.suffix for path in out.rglob("*") if path.is_file()} <= {"", ".nt", ".jsonl", ".json"}
    assert list(out.rglob(".kgraph-*")) == []
    again = run("build", source, "-o", out)
    assert f"kgraph: {kept[1]} of the articles had been read before" in again.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_disk_that_is_full_ends_the_build_with_one_line_and_what_was_read_is_kept(
    write: Write, tmp_path: Path, jobs: int
) -> None:
    """A bound on the size of files stands for the end of a disk: parts fit, the files made of them do not."""
    source, out = write(), tmp_path / "out"
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, {resource.RLIM_INFINITY}))"
    process = start("-q", "build", source, "-o", out, "--jobs", str(jobs), more=limit)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert re.match(r"kgraph: \S+: cannot be written: File too large\n$", said), said
    assert list(out.rglob(".kgraph-*")) == []
    assert "report.json" not in {path.name for path in out.iterdir()}
    again = run("build", source, "-o", out)
    assert again.exit_code == 0
    assert re.search(r"kgraph: [\d,]+ of the articles had been read before", again.stderr)
