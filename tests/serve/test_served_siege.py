"""The pages of a server whose graph is all hostile texts: nothing of them runs, is fetched or becomes markup."""

import signal
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
import siege
from starlette.testclient import TestClient
from started import Started

from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.serve.app import Settings, create_app
from kgraph.serve.source import Served
from kgraph.serve.walls import POLICY
from kgraph.sparql import Limits
from kgraph.vocab import IDS

SHORT = [
    text for text in siege.TEXTS if len(text) < 500
]  # others make addresses longer than any server takes
OPENED = 25  # pages of things that the browser opens
TYPED = [text.encode("utf-8", "replace").decode() for text in SHORT]


@pytest.fixture(scope="module")
def besieged() -> Graph:
    return Graph(to_triples(siege.readings()))


def pages_of(graph: Graph) -> list[str]:
    """Give the address of each thing, document, statement and quotation."""
    found = sorted({t.subject.value for t in graph if t.subject.value.startswith(IDS)})
    return [f"/id/{iri.removeprefix(IDS)}" for iri in found]


class Markup(HTMLParser):
    """What a page is made of: its tags, the names of attributes, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


def test_no_page_has_markup_of_a_text(besieged: Graph) -> None:
    paths = ["/browse", *(f"/browse?q={quote(text)}" for text in TYPED), "/queries"]
    paths += [f"/queries/names?limit=5&territory={quote(text)}" for text in TYPED[::20]]
    served = Served(besieged, title=siege.TITLE, limits=Limits(seconds=20, rows=1000), at_once=1)
    client = TestClient(
        create_app(served, Settings()), base_url="http://localhost", raise_server_exceptions=False
    )
    tags, attributes = set(), set()
    for path in [*paths, *pages_of(besieged)[::3]]:
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 200, (path, answer.text)
        assert answer.headers["Content-Security-Policy"] == POLICY
        page = Markup(answer.text)
        tags |= page.tags
        attributes |= page.attributes
        assert all(link.startswith(("/", "#", "?", "http://", "https://")) for link in page.links), path
    served.close()
    assert not tags & {"img", "iframe", "object", "embed", "base", "svg", "math", "style", "video", "audio"}
    assert [name for name in attributes if name.startswith("on")] == []


@pytest.fixture(scope="module")
def server(besieged: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    path: Path = tmp_path_factory.mktemp("besieged") / "graph.ttl"
    write_graph(besieged, path)
    started = Started(path, "--title", "".join(c for c in siege.TITLE if c.isprintable()))
    yield started
    assert started.stop(signal.SIGTERM) == 0


@pytest.mark.browser
def test_no_text_runs_on_any_page(browser, server: Started, besieged: Graph) -> None:
    asked, wrong = [], []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("popup", lambda window: wrong.append(window.url))
    found = pages_of(besieged)
    paths = [f"/browse?page={number}" for number in range(1, 8)]
    paths += [f"/browse?q={quote(text)}" for text in TYPED[::20]] + found[:: len(found) // OPENED]
    paths += ["/queries/quotations", "/queries/disputed-territories", "/queries/not-facts", "/sparql"]
    for path in paths:
        page.goto(server.address.rstrip("/") + path)
        assert page.evaluate("window.__broken") is None, path
    context.close()
    assert [url for url in asked if not url.startswith((server.address, "data:", "blob:"))] == []
    assert wrong == []
