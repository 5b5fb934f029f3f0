"""What is served stays what the graph is: a store that changes meanwhile, a file that is read once."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.model import Reading
from kgraph.serve import source as sources
from kgraph.serve.app import Settings, create_app
from kgraph.serve.source import Served
from kgraph.sparql import Limits
from kgraph.store import Store

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?a a kg:Assertion }"


def client_of(served: Served) -> TestClient:
    return TestClient(
        create_app(served, Settings()), base_url="http://localhost", raise_server_exceptions=False
    )


def open_served(path: Path) -> Served:
    return Served(str(path), title="Store", limits=Limits(seconds=20), at_once=1)


def put_in(path: Path, *readings: Reading) -> None:
    with Store.open(path) as store:
        store.add(readings)


def counted(client: TestClient) -> int:
    answer = client.get("/sparql", params={"query": COUNT, "format": "csv"})
    return int(answer.text.split()[1])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LOOK_AGAIN_SECONDS", -1.0)


@pytest.mark.usefixtures("impatient")
def test_what_is_added_to_a_store_is_there_at_the_next_request(
    tmp_path: Path, readings: tuple[Reading, ...]
) -> None:
    path = tmp_path / "news.kg"
    put_in(path, readings[0])
    served = open_served(path)
    client = client_of(served)
    before = counted(client), client.get("/health").json()["triples"]
    assert client.get("/id/falkland-islands").status_code == 404
    put_in(path, *readings[1:])
    assert client.get("/id/falkland-islands").status_code == 200
    after = counted(client), client.get("/health").json()["triples"]
    assert before < after
    assert counted(client) == served.now().assertions
    served.close()


@pytest.mark.usefixtures("impatient")
def test_a_store_that_nobody_changes_is_not_opened_again(
    tmp_path: Path, readings: tuple[Reading, ...]
) -> None:
    path = tmp_path / "news.kg"
    put_in(path, *readings)
    served = open_served(path)
    first = served.now()
    assert counted(client_of(served)) > 0
    assert served.now() is first
    served.close()


@pytest.mark.usefixtures("impatient")
def test_a_store_that_is_lost_is_one_line_and_no_end(tmp_path: Path, readings: tuple[Reading, ...]) -> None:
    path, away = tmp_path / "news.kg", tmp_path / "away"
    put_in(path, *readings)
    served = open_served(path)
    client = client_of(served)
    path.rename(away)
    lost = client.get("/browse"), client.get("/sparql", params={"query": COUNT})
    assert [each.status_code for each in lost] == [503, 503]
    assert all(each.text.count("\n") == 1 for each in lost)
    away.rename(path)
    assert client.get("/browse").status_code == 200
    assert counted(client) > 0
    served.close()


def test_a_file_is_read_once(tmp_path: Path, graph: Graph) -> None:
    path = tmp_path / "graph.nt.gz"
    write_graph(graph, tmp_path / "graph.ttl")
    served = open_served(tmp_path / "graph.ttl")
    client = client_of(served)
    before = counted(client)
    (tmp_path / "graph.ttl").unlink()
    assert not path.exists()
    assert counted(client) == before
    assert client.get("/id/japan").status_code == 200
    served.close()
