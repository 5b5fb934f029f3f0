"""The notebooks run from top to bottom, and are kept without their output."""

from collections.abc import Callable, Mapping
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_output(path: Path) -> None:
    cells = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_something_but_no_complaint(path: Path, tmp_path: Path) -> None:
    notebook = read(path)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert outputs
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert all(len(str(output)) < 2_000_000 for output in outputs)
    check = EXPECTED.get(path.stem)
    assert check is None or check(notebook)


def _all_text(notebook: nbformat.NotebookNode) -> str:
    return "".join(
        output.get("text", "") + str(output.get("data", {}).get("text/plain", ""))
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )


def _ends_with_the_page(notebook: nbformat.NotebookNode) -> bool:
    return bool(notebook.cells[-2].outputs[-1].data["text/html"].startswith("<iframe"))


def _has_a_chart(notebook: nbformat.NotebookNode) -> bool:
    return any(
        "image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", ())
    )


EXPECTED: Mapping[str, Callable[[nbformat.NotebookNode], bool]] = {
    "01-from-article-to-graph": _ends_with_the_page,
    "02-questions-in-sparql": lambda notebook: "SERVICE" in _all_text(notebook),
    "03-one-dispute-through-time": _has_a_chart,
    "04-comparing-two-outlets": lambda notebook: "Diaoyu" in _all_text(notebook),
    "05-own-wordings-and-names": lambda notebook: "'claims', 'Zenda Islets'" in _all_text(notebook),
    "06-evaluating-on-own-texts": lambda notebook: "F1" in _all_text(notebook),
}


def test_every_notebook_has_something_that_it_must_show() -> None:
    assert sorted(EXPECTED) == [path.stem for path in NOTEBOOKS]
