"""An endpoint is a store: documents come and go, and it holds what kgraph build makes of those that are there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import handmade
import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Literal, NamedNode, Triple

from kgraph.cli import cli
from kgraph.derive import derive
from kgraph.endpoint import Endpoint
from kgraph.errors import GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Change, Graph
from kgraph.graph.write import to_turtle
from kgraph.graphs import open_graph, open_store
from kgraph.model import Reading
from kgraph.pipeline import add, adding
from kgraph.resources import DATA
from kgraph.store import EndpointStore

KURILS, FALKLANDS, BAKASSI = handmade.all_readings()
FOREIGN = Triple(
    NamedNode("http://x.example/a"), NamedNode("http://x.example/b"), Literal("what others put there")
)


def turtle_of(*readings: Reading, foreign: Iterable[Triple] = ()) -> str:
    read = Graph(to_triples(readings, Gazetteer.load()))
    return to_turtle(Graph([*read, *derive(read), *foreign]))


@pytest.fixture
def url(endpoint: Endpoint) -> str:
    """An empty graph on a server."""
    return endpoint.name


@pytest.fixture
def store(url: str) -> Iterator[EndpointStore]:
    with EndpointStore.open(url) as store:
        yield store


def held(url: str) -> str:
    return to_turtle(open_graph(url))


# ------------------------------------------------------------------ documents come and go


@pytest.mark.parametrize("foreign", [[], [FOREIGN]], ids=["alone", "beside what others put there"])
def test_after_a_history_it_holds_what_its_documents_make(
    url: str, endpoint: Endpoint, foreign: list[Triple]
) -> None:
    endpoint.put(Graph(foreign))
    with EndpointStore.open(url) as store:
        store.add([FALKLANDS, replace(KURILS, assertions=KURILS.assertions[1:])])
    with EndpointStore.open(url) as store:
        assert store.holds(KURILS.document)
        assert not store.holds(BAKASSI.document)
        store.add([BAKASSI])
        store.add([KURILS])
        assert held(url) == turtle_of(KURILS, FALKLANDS, BAKASSI, foreign=foreign)
        assert not store.add([KURILS, BAKASSI])  # once more changes nothing
        assert store.remove(["falklands-2020"]).gone
        assert held(url) == turtle_of(KURILS, BAKASSI, foreign=foreign)
        store.remove(["kurils-2019", "bakassi-2008"])
    assert set(endpoint.download()) == set(foreign)


def test_each_change_is_one_update(store: EndpointStore, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    update = Endpoint._update
    monkeypatch.setattr(Endpoint, "_update", lambda self, text: (sent.append(text), update(self, text)))
    store.add([KURILS, FALKLANDS])
    store.add([KURILS])
    store.remove(["kurils-2019"])
    assert len(sent) == 2


def test_named_graph_is_a_store_and_the_others_stay_as_they_are(url: str, endpoint: Endpoint) -> None:
    endpoint.put(Graph([FOREIGN]))
    named = f"{url}?default-graph-uri=http://x.example/news"
    with EndpointStore.open(named) as store:
        store.add([KURILS, BAKASSI])
    with EndpointStore.open(named) as store:
        store.remove(["kurils-2019"])
    assert held(named) == turtle_of(BAKASSI)
    assert set(endpoint.download()) == {FOREIGN}


def test_unknown_document_is_named_with_those_like_it(store: EndpointStore, url: str) -> None:
    store.add([KURILS, BAKASSI])
    with pytest.raises(GraphError) as caught:
        store.remove(["bakassi-2008", "kurils-2091"])
    assert str(caught.value) == f"{url}: no document 'kurils-2091'; did you mean 'kurils-2019'?"
    assert held(url) == turtle_of(KURILS, BAKASSI)


def test_nothing_is_sent_where_somebody_else_changes_it(
    store: EndpointStore, url: str, endpoint: Endpoint
) -> None:
    store.add([KURILS])
    with EndpointStore.open(url) as other:
        other.add([FALKLANDS])
    for change in (lambda: store.add([BAKASSI]), lambda: store.remove(["kurils-2019"])):
        with pytest.raises(GraphError, match=r"had [\d,]+: somebody else changes it; do the same again"):
            change()
    assert held(url) == turtle_of(KURILS, FALKLANDS)
    with EndpointStore.open(url) as again:
        again.add([BAKASSI])
    assert held(url) == turtle_of(KURILS, FALKLANDS, BAKASSI)


def test_what_cannot_be_sent_is_not_taken_for_sent(
    store: EndpointStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise GraphError("the server is gone")

    with monkeypatch.context() as patch:
        patch.setattr(Endpoint, "apply", gone)
        with pytest.raises(GraphError, match="the server is gone"):
            store.add([KURILS])
    store.add([FALKLANDS])
    assert held(url) == turtle_of(FALKLANDS)


# ------------------------------------------------------------------ articles

ARTICLES = sorted((DATA / "demo").iterdir())[:3]


def turtle_of_articles(demo_readings: tuple[Reading, ...], *articles: Path) -> str:
    names = {path.name for path in articles}
    readings = [reading for reading in demo_readings if reading.document.id in names]
    read = Graph(to_triples(readings, Gazetteer.load()))
    return to_turtle(Graph([*read, *derive(read)]))


@pytest.mark.model
def test_articles_go_there_batch_by_batch_and_are_the_graph_that_they_make(
    demo_readings: tuple[Reading, ...], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = ARTICLES
    apply = Endpoint.apply

    def only_once(endpoint: Endpoint, change: Change) -> None:
        if endpoint.count():
            raise GraphError("the server is gone")
        apply(endpoint, change)

    with monkeypatch.context() as patch:
        patch.setattr(adding, "ADD_AT_ONCE", 1)
        patch.setattr(Endpoint, "apply", only_once)
        with pytest.raises(GraphError, match="the server is gone"):
            add([str(path) for path in ARTICLES], url)
    assert held(url) == turtle_of_articles(demo_readings, first)
    added = add([str(path) for path in ARTICLES], url)
    assert (added.new, added.replaced, added.unchanged) == (2, 1, 0)
    assert held(url) == turtle_of_articles(demo_readings, first, second, third)
    assert run("remove", second.name, "--store", url).exit_code == 0
    assert held(url) == turtle_of_articles(demo_readings, first, third)


@pytest.mark.model
def test_add_that_the_server_refuses_is_not_tried_twice(
    url: str, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def gone(*_: object) -> None:
        tried.append(1)
        raise GraphError("the server is gone")

    monkeypatch.setattr(Endpoint, "apply", gone)
    monkeypatch.setattr(adding, "ADD_AT_ONCE", 1)
    done = run("add", ARTICLES[0], ARTICLES[1], "--store", url)
    assert (done.exit_code, done.stderr) == (2, "kgraph: the server is gone\n")
    assert len(tried) == 1
    assert endpoint.count() == 0


# ------------------------------------------------------------------ commands


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def test_place_for_updates_can_be_named(url: str, server: str, endpoint: Endpoint) -> None:
    with EndpointStore.open(url) as store:
        store.add([KURILS])
    hidden = f"{server}/query?x=1"
    refused = run("remove", "kurils-2019", "--store", hidden, "--update-url", f"{server}/nowhere")
    assert refused.exit_code == 2
    assert "takes an update nowhere" in refused.stderr
    assert "--update-url" in refused.stderr
    assert held(url) == turtle_of(KURILS)
    done = run("remove", "kurils-2019", "--store", hidden, "--update-url", f"{server}/update")
    assert done.exit_code == 0, done.stderr
    assert endpoint.count() == 0


def test_folder_needs_no_place_for_updates(url: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"a folder, which needs no --update-url"):
        open_store(tmp_path / "news.kg", update_url=url)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("options", [[], ["--json"], ["--documents"], ["--documents", "--json"]])
def test_info_counts_an_endpoint_as_a_file(
    url: str, endpoint: Endpoint, tmp_path: Path, options: list[str]
) -> None:
    file = tmp_path / "graph.ttl"
    for held_there in ((), (KURILS, FALKLANDS, BAKASSI)):
        file.write_text(turtle_of(*held_there), encoding="utf-8")
        endpoint.put(open_graph(file))
        here, there = (run("info", place, *options) for place in (file, url))
        assert there.exit_code == 0
        assert lines_of_both(there) == lines_of_both(here)


def lines_of_both(shown: Result) -> list[str]:
    """Give what is said, without the room on a disk."""
    return [line for line in shown.stdout.splitlines() if "on disk" not in line and '"bytes"' not in line]


def test_info_counts_at_the_endpoint_and_copies_nothing(
    url: str, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint.put(Graph([FOREIGN]))
    monkeypatch.setattr(Endpoint, "download", lambda *_: pytest.fail("copied"))
    assert "triples     1\n" in run("info", url).stdout


def test_info_tells_of_named_graphs_beside_an_empty_one(url: str, endpoint: Endpoint) -> None:
    with Endpoint(f"{url}?default-graph-uri=http://x.example/news") as named:
        named.apply(Change(new=frozenset([FOREIGN])))
    shown = run("info", url)
    assert shown.exit_code == 2
    assert "its default graph is empty, but there are named ones: name" in shown.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("compact", "URL"), "its server tidies it up"),
        (("backup", "URL", "copy"), "kgraph export URL -o FILE copies its graph"),
        (("backup", "news.kg", "URL"), "kgraph export STORE -o URL copies a graph there"),
        (("restore", "URL", "news.kg"), "kgraph export URL -o FILE copies its graph"),
        (
            ("restore", "copy", "URL", "--overwrite"),
            "kgraph export BACKUP -o URL --replace puts a graph there",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_only_a_folder_can_is_refused(
    arguments: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    secret = "http://ann:secret@127.0.0.1:1/query"  # nothing listens there, and nothing is asked
    refused = run(*(secret if each == "URL" else each for each in arguments))
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == (
        f"kgraph: http://127.0.0.1:1/query: an endpoint, where a store in a folder is needed; {message}\n"
    )
    assert list(tmp_path.iterdir()) == []
