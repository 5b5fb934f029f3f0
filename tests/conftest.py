"""Fixtures that several test modules share."""

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import handmade
import pytest
from hypothesis import settings

import kgraph.parse
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Reading
from kgraph.pipeline import Built, Intake, build
from kgraph.resources import DATA

if TYPE_CHECKING:
    from playwright import sync_api

    from kgraph.extraction import Extractor

CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The files that take longest on a quiet machine, from over a minute to some ten seconds.
LONGEST = (
    "quality/test_said_again.py",
    "test_notebooks.py",
    "corpus/test_killed.py",
    "corpus/test_load.py",
    "test_guide.py",
    "store/test_describing_things.py",
    "corpus/test_small_disk.py",
    "proposals/test_reading_proposals.py",
    "derive/test_refresh.py",
    "text/test_bounds.py",
    "corpus/test_cluster.py",
    "test_on_windows.py",
    "view/test_timeline.py",
    "test_robustness.py",
    "corpus/test_build.py",
    "propositions/test_open.py",
    "serve/test_served_siege.py",
    "view/test_speed.py",
)

# A deadline for each example fails on a busy machine without a fault; `faulthandler_timeout` catches what hangs.
settings.register_profile("kgraph", deadline=None)
settings.load_profile("kgraph")


def share_what_loads_slowly() -> None:
    """Give all tests of a process the same language model: over half a second each time else.

    Reading does not change it. The modules of kgraph that parse are imported after this one and take the model from
    here; what runs in a process of its own loads as a user's does.
    """
    kgraph.parse.load_model = cache(kgraph.parse.load_model)


share_what_loads_slowly()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that no process works on one alone while the others have ended.

    What shares the tests out by files would rather begin with the most tests, and a long file may hold one.
    """
    here = Path(__file__).parent
    rank = {here / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path, len(rank)))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to build the demo into, once for all tests."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Built:
    """The bundled articles, built into `demo_folder`; takes the language model and some seconds."""
    return build([str(DATA / "demo")], demo_folder)


@pytest.fixture(scope="session")
def demo_readings(extractor: "Extractor") -> tuple[Reading, ...]:
    """What the bundled articles give, in their order."""
    return tuple(extractor.read(Intake([str(DATA / "demo")])))


@pytest.fixture(scope="session")
def extractor() -> "Extractor":
    """The gazetteer and the language model, loaded once for all tests: it takes over a second."""
    from kgraph.extraction import Extractor  # over a second with spaCy: not for tests that need neither

    return Extractor()


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    """Three short articles read by hand, with something for every question."""
    return handmade.all_readings()


@pytest.fixture(scope="session")
def graph(readings: tuple[Reading, ...]) -> Graph:
    """The graph of `readings`."""
    return Graph(to_triples(readings))


@pytest.fixture(scope="module")
def browser() -> "Iterator[sync_api.Browser]":
    """The system's Chromium, without a window; skipped where there is none, but never in CI."""
    from playwright import sync_api

    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    path = next(filter(None, found), None)
    if path is None and "CI" not in os.environ:
        pytest.skip("no Chromium under the names chromium, chromium-browser, google-chrome")
    assert path, "CI is set and there is no Chromium"
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()
