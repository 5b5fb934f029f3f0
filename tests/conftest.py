"""Fixtures that several test modules share."""

from pathlib import Path
from typing import TYPE_CHECKING

import handmade
import pytest
from hypothesis import settings

from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Reading
from kgraph.pipeline import Built, build
from kgraph.resources import DATA

if TYPE_CHECKING:
    from kgraph.extraction import Extractor

# A deadline for each example fails on a busy machine without a fault; `faulthandler_timeout` catches what hangs.
settings.register_profile("kgraph", deadline=None)
settings.load_profile("kgraph")


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to build the demo into, once for all tests."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Built:
    """The bundled articles, built into `demo_folder`; takes the language model and some seconds."""
    return build([str(DATA / "demo")], demo_folder)


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
