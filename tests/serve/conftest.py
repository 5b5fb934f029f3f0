"""A served graph: in this process for what an answer says, as a process of its own for what a server does."""

from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from kgraph.graph.store import Graph
from kgraph.serve.app import Settings, create_app
from kgraph.serve.source import Served
from kgraph.sparql import Limits

TITLE = "Disputes <b>&"


@pytest.fixture(scope="session")
def served(graph: Graph) -> Iterator[Served]:
    """The graph of the handmade readings, with a pool that answers queries."""
    opened = Served(graph, title=TITLE, limits=Limits(seconds=20, rows=1000), at_once=2)
    yield opened
    opened.close()


@pytest.fixture
def lines() -> list[str]:
    """The request log of `client`."""
    return []


@pytest.fixture
def client(served: Served, lines: list[str]) -> TestClient:
    """A client of the application."""
    app = create_app(served, Settings(write=lines.append))
    return TestClient(app, base_url="http://localhost:8000", raise_server_exceptions=False)


@pytest.fixture
def make_client() -> Iterator[Callable[..., TestClient]]:
    """Give clients of graphs of a test's own."""
    opened: list[Served] = []

    def make(graph: Graph, rows: int = 100_000) -> TestClient:
        opened.append(Served(graph, title="Test", limits=Limits(seconds=20, rows=rows), at_once=1))
        return TestClient(create_app(opened[-1], Settings()), base_url="http://localhost")

    yield make
    for each in opened:
        each.close()
