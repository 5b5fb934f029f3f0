"""Pages for the tests of the view: opened offline, and nothing may go wrong in them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from offline import OpenPages

if TYPE_CHECKING:
    from playwright import sync_api

ARTEFACTS = Path(__file__).parents[2] / "artefacts" / "view"


@pytest.fixture(scope="module")
def pages(browser: "sync_api.Browser", tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPages]:
    """Opens pages that the tests of a module share; opening one takes a second."""
    yield from _watched(OpenPages(browser, tmp_path_factory.mktemp("pages")))


@pytest.fixture
def open_page(browser: "sync_api.Browser", tmp_path: Path) -> "Iterator[Callable[..., sync_api.Page]]":
    """Open a page for one test alone."""
    opened = OpenPages(browser, tmp_path)
    for each in _watched(opened):
        yield each.open


def _watched(opened: OpenPages) -> Iterator[OpenPages]:
    yield opened
    asked, wrong = opened.close()
    assert asked == []
    assert wrong == []


@pytest.fixture(scope="session")
def artefacts() -> Path:
    """A folder for pictures to look at, which outlives the tests: `KGRAPH_ARTEFACTS`, or one that git ignores."""
    folder = Path(os.environ.get("KGRAPH_ARTEFACTS", ARTEFACTS))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
