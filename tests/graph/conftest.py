"""The sample as readings and as a graph."""

import handmade
import pytest

from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.model import Reading


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    return handmade.all_readings()


@pytest.fixture(scope="session")
def graph(readings: tuple[Reading, ...]) -> Graph:
    return Graph(to_triples(readings))
