"""A served graph: in this process for what an answer says, as a process of its own for what a server does."""

import pytest
from starlette.testclient import TestClient

from kgraph.graph.store import Graph
from kgraph.serve.app import Settings, create_app
from kgraph.serve.asking import ThreadAsker
from kgraph.serve.source import Source


@pytest.fixture(scope="session")
def source(graph: Graph) -> Source:
    """The graph of the handmade readings, with whoever answers queries."""
    return Source(graph=graph, asker=ThreadAsker(graph), title="Disputes <b>&")


@pytest.fixture
def lines() -> list[str]:
    """The request log of `client`."""
    return []


@pytest.fixture
def client(source: Source, lines: list[str]) -> TestClient:
    """A client of the application."""
    app = create_app(source, Settings(write=lines.append))
    return TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False)
