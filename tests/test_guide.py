"""The guide says what is: its reference is made of the code, its commands and its Python run, its links lead on."""

import importlib.util
import re
import shlex
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.namespace import KG
from kgraph.pipeline import Built

ROOT = Path(__file__).parent.parent
PAGES = ROOT / ".docs" / "pages"
WRITTEN = sorted(PAGES.glob("*.md"))
ALL = sorted(PAGES.rglob("*.md"))


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / ".docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def checkout(demo: Built, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a checkout after `make demo`."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "kgraph").symlink_to(ROOT / "kgraph")
    shutil.copytree(demo_folder, folder / "out")
    return folder


def test_the_reference_is_what_the_code_gives(generate: ModuleType) -> None:
    assert generate.stale() == [], "run python .docs/generate.py"


def test_the_reference_names_every_command_and_no_address_of_memory() -> None:
    text = (PAGES / "reference" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in cli.commands if f"## kgraph {name}" not in text] == []
    assert not re.search(r"0x[0-9a-f]{6}", (PAGES / "reference" / "python.md").read_text(encoding="utf-8"))


def test_every_page_is_in_the_table_of_contents() -> None:
    contents = (ROOT / ".docs" / "mkdocs.yml").read_text(encoding="utf-8")
    named = re.findall(r"- ([\w/-]+\.md)$", contents, re.MULTILINE)
    assert sorted(named) == sorted(page.relative_to(PAGES).as_posix() for page in ALL)


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_links_lead_to_pages_that_exist(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.stem)
def test_what_a_page_names_in_the_package_is_there(page: Path) -> None:
    named = re.findall(r"`((?:ontologies|notebooks|benchmarks)/[\w./-]+)`", page.read_text(encoding="utf-8"))
    code = re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))
    commands = [found[1] for found in (re.match(r"kgraph ([a-z]+)\b", each) for each in code) if found]
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert [name for name in commands if name not in cli.commands] == []


def test_the_picture_of_the_ontology_has_its_terms() -> None:
    text = (PAGES / "ontology.svg").read_text(encoding="utf-8")
    terms = set(re.findall(r"\bkg:(\w+)", text))
    assert len(terms) > 10
    assert [term for term in sorted(terms) if not hasattr(KG, term)] == []


def test_every_source_that_our_rows_name_is_on_the_page_of_sources() -> None:
    text = (PAGES / "data.md").read_text(encoding="utf-8")
    named: set[str] = set()
    for table in sorted((ROOT / "kgraph" / "data").rglob("*.tsv")):
        header, *rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
        place = header.index("source") if "source" in header else None
        cells = [] if place is None else [row[place] for row in rows]
        named |= {source.split(":")[0].split()[0] for cell in cells for source in cell.split("|")}
    named -= {"https"}  # endpoints.tsv names manuals of servers
    assert len(named) > 5
    assert [source for source in sorted(named) if f"`{source}`" not in text] == []


@pytest.mark.model
@pytest.mark.parametrize(
    "page", [page for page in WRITTEN if blocks(page, "console")], ids=lambda page: page.stem
)
def test_the_commands_of_a_page_run(page: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    lines = [
        line for block in blocks(page, "console") for line in block.splitlines() if line.startswith("$ ")
    ]
    for line in lines:
        program, *arguments = shlex.split(line.removeprefix("$ "))
        result = CliRunner().invoke(cli, arguments)
        assert (program, result.exit_code, result.exception) == ("kgraph", 0, None), line


@pytest.mark.model
@pytest.mark.parametrize(
    "page", [page for page in WRITTEN if blocks(page, "python")], ids=lambda page: page.stem
)
def test_the_python_of_a_page_runs(page: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    for block in blocks(page, "python"):
        exec(compile(block, str(page), "exec"), {})
