"""A server of SPARQL for the tests of this folder."""

from collections.abc import Iterator

import pytest
from servers import oxigraph

from kgraph.endpoint import Endpoint


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of Oxigraph's own server, without a path."""
    with oxigraph() as url:
        yield url


@pytest.fixture
def endpoint(server: str) -> Iterator[Endpoint]:
    """The server's graph, empty."""
    with Endpoint(f"{server}/query") as endpoint:
        endpoint._update("DROP ALL")
        yield endpoint
