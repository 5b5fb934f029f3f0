"""Every public name shows an example of its use in its docstring, and the examples hold."""

import doctest
import shutil
from pathlib import Path

import pytest

import kgraph
from kgraph.pipeline import Built

pytestmark = pytest.mark.model

ROOT = Path(__file__).parent.parent
NAMES = [name for name in kgraph.__all__ if name != "__version__" and not name.endswith("Error")] + [
    "KgraphError"
]


@pytest.fixture(scope="module")
def checkout(demo: Built, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a checkout after `make demo`."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "kgraph").symlink_to(ROOT / "kgraph")
    shutil.copytree(demo_folder, folder / "out")
    return folder


def examples_of(name: str) -> list[doctest.DocTest]:
    """List the examples of a name, and of its members where it is a class."""
    import datetime

    names = {"kgraph": kgraph, "datetime": datetime}
    found = doctest.DocTestFinder(exclude_empty=True).find(getattr(kgraph, name), name, globs=names)
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_public_name_hold(
    name: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    tests = examples_of(name)
    assert name in [test.name for test in tests]
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for test in tests:
        runner.run(test, out=told.append)
    assert told == []
    assert not any(example.options for test in tests for example in test.examples)  # none is skipped
