"""What the README shows is what happens."""

import re
import shlex
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kgraph import __version__
from kgraph.cli import cli
from kgraph.graph.store import Graph, load
from kgraph.pipeline import Built
from kgraph.vocab import PREFIXES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def shown_commands() -> list[tuple[str, list[str]]]:
    """List the command lines of the README, each with the lines of output shown below it."""
    shown: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            shown.append((line.removeprefix("$ "), []))
        else:
            shown[-1][1].append(line)
    return shown


def test_readme_opens_with_the_two_commands() -> None:
    assert [line.split("#")[0].strip() for line in README.splitlines()[2:4]] == ["make demo", "make test"]


@pytest.mark.parametrize("name", [name for name in cli.commands if name != "demo"])
def test_readme_names_every_command(name: str) -> None:
    assert f"kgraph {name}" in README


@pytest.fixture(scope="module")
def checkout(demo: Built, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a checkout after `make demo`."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "kgraph").symlink_to(ROOT / "kgraph")
    shutil.copytree(demo_folder, folder / "out")
    return folder


@pytest.mark.model
@pytest.mark.parametrize(("line", "output"), shown_commands(), ids=[line for line, _ in shown_commands()])
def test_readme_command_runs_and_shows_what_it_shows(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, line: str, output: list[str]
) -> None:
    monkeypatch.chdir(checkout)
    program, *arguments = shlex.split(line)
    result = CliRunner().invoke(cli, arguments)
    assert (program, result.exit_code, result.exception) == ("kgraph", 0, None)
    assert [each for each in output if each not in result.stdout.splitlines()] == []


@pytest.mark.model
def test_readme_turtle_stands_in_the_graph_of_the_demo(checkout: Path) -> None:
    (turtle,) = blocks("turtle")
    graph = load(checkout / "out" / "graph.ttl")
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    shown = Graph(quad.triple for quad in ox.parse(prefixes + turtle, format=ox.RdfFormat.TURTLE))
    assert [str(triple) for triple in shown if triple not in graph] == []


def test_readme_files_exist() -> None:
    named = re.findall(r"\]\((?!https?:)([^)#]+)\)|`((?:notebooks|ontologies|tests)/[\w./-]+)`", README)
    assert [path for pair in named for path in pair if path and not (ROOT / path).exists()] == []


def test_changelog_speaks_of_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_contributing_names_files_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:kgraph|tests|ontologies)/[\w./-]+\.\w+)`", text)
    missing = [path for path in named if "NAME" not in path and not (ROOT / path).exists()]
    assert missing == []


def test_no_document_names_a_folder_of_a_machine() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "notebooks").glob("*.ipynb")]:
        assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users)/", path.read_text(encoding="utf-8")), (
            path
        )
