"""The server as a process, asked by the clients that people have: SPARQLWrapper, rdflib, curl, httpx."""

import asyncio
import contextlib
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
import rdflib
from click.testing import CliRunner
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed
from started import Started

from kgraph.cli import cli
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.graphs import open_graph
from kgraph.serve import server as serving
from kgraph.serve.app import Settings, create_app
from kgraph.serve.source import Served

TIME_LIMIT = 4.0  # seconds
CLAIMS = "PREFIX kg: <https://w3id.org/kgraph/ns#> SELECT ?who WHERE { ?who kg:claims ?what }"
NEVER_DONE = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?i) }"


@pytest.fixture(scope="module")
def file(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "graph.ttl"
    write_graph(graph, path)
    return path


@pytest.fixture(scope="module")
def started(file: Path) -> Iterator[Started]:
    server = Started(file, "--time-limit", str(TIME_LIMIT), "--at-once", "3")
    yield server
    assert server.stop(signal.SIGINT) == 0
    assert server.lines[-1] == "kgraph: stopped\n"
    assert not [line for line in server.lines if "Traceback" in line]


def wrapper(started: Started, text: str, form: str) -> SPARQLWrapper:
    assert f"SPARQL at {started.address}sparql (" in started.ready
    client = SPARQLWrapper(started.address + "sparql")
    client.setQuery(text)
    client.setReturnFormat(form)
    return client


def test_sparqlwrapper_reads_rows_in_each_form(started: Started) -> None:
    rows = wrapper(started, CLAIMS, JSON).queryAndConvert()["results"]["bindings"]
    assert {row["who"]["type"] for row in rows} == {"uri"}
    document = wrapper(started, CLAIMS, XML).queryAndConvert()
    assert len(document.getElementsByTagName("uri")) == len(rows)
    assert wrapper(started, CLAIMS, CSV).queryAndConvert().split()[0] == b"who"
    by_post = wrapper(started, CLAIMS, JSON)
    by_post.setMethod(POST)
    assert by_post.queryAndConvert()["results"]["bindings"] == rows


def test_sparqlwrapper_reads_triples_and_mistakes(started: Started) -> None:
    text = "CONSTRUCT WHERE { ?who <https://w3id.org/kgraph/ns#claims> ?what }"
    by_default = wrapper(started, text, XML).queryAndConvert()
    assert len(by_default) == 5
    turtle = wrapper(started, text, TURTLE).queryAndConvert()
    assert set(rdflib.Graph().parse(turtle, format="turtle")) == set(by_default)
    with pytest.raises(QueryBadFormed, match="not SPARQL"):
        wrapper(started, "SELECT * WHERE {", JSON).query()


def test_rdflib_asks_it_as_a_store_of_its_own(started: Started, graph: Graph) -> None:
    remote = rdflib.Graph(SPARQLStore(started.address + "sparql"))
    japan = rdflib.URIRef("https://w3id.org/kgraph/id/japan")
    assert len(remote) == len(graph)
    assert set(remote.triples((japan, None, None))) == set(graph.rdflib().triples((japan, None, None)))
    assert (japan, rdflib.RDF.type, rdflib.URIRef("https://w3id.org/kgraph/ns#State")) in remote
    assert len(list(remote.query(CLAIMS))) == 5
    assert remote.query("ASK { ?s ?p ?o }").askAnswer is True


def test_rdflib_reads_the_page_of_a_thing_as_linked_data(started: Started) -> None:
    read = rdflib.Graph().parse(started.address + "id/kunashir")
    japan, kunashir = (rdflib.URIRef(f"https://w3id.org/kgraph/id/{name}") for name in ("japan", "kunashir"))
    assert (None, rdflib.RDF.object, kunashir) in read
    assert (japan, rdflib.RDFS.label, rdflib.Literal("Japan")) in read


def test_curl_asks_with_what_the_help_says(started: Started) -> None:
    def curl(*arguments: str) -> str:
        return subprocess.run(("curl", "-sS", *arguments), capture_output=True, text=True, check=True).stdout

    endpoint = started.address + "sparql"
    rows = curl("-H", "Accept: text/csv", "--data-urlencode", f"query={CLAIMS}", endpoint)
    assert rows.split()[0] == "who"
    assert curl("-G", "--data-urlencode", f"query={CLAIMS}", endpoint).startswith('{"head"')
    assert curl(started.address + "queries/disputed-territories?format=csv").startswith("territory,")
    assert "HTTP/1.1 200" in curl("-I", started.address)
    # curl takes the dots out of a path unless it is told not to.
    dots = curl("--path-as-is", "-o", "-", "-w", "%{http_code}", started.address + "static/../../app.py")
    assert dots.endswith("404")


def test_what_never_ends_is_stopped_while_others_are_answered(started: Started) -> None:
    async def run() -> tuple[float, httpx2.Response, float, list[httpx2.Response]]:
        async with httpx2.AsyncClient(base_url=started.address, timeout=60) as client:
            start = time.monotonic()
            heavy = asyncio.create_task(client.post("/sparql", data={"query": NEVER_DONE}))
            await asyncio.sleep(0.3)
            quick = (client.post("/sparql", data={"query": CLAIMS}) for _ in range(10))
            answers = await asyncio.gather(*quick)
            after = time.monotonic() - start
            stopped = await heavy
            return time.monotonic() - start, stopped, after, answers

    took, stopped, after, answers = asyncio.run(run())
    assert [answer.status_code for answer in answers] == [200] * 10
    line = f"no answer within {TIME_LIMIT:g} s; narrow the query, or give it more time"
    assert (stopped.status_code, stopped.text) == (503, line + "\n")
    assert after < took
    assert TIME_LIMIT <= took < TIME_LIMIT + 20


def test_a_query_that_asks_the_server_itself_is_refused(started: Started) -> None:
    text = f"SELECT * WHERE {{ SERVICE <{started.address}sparql> {{ ?s ?p ?o }} }}"
    answer = httpx2.post(started.address + "sparql", data={"query": text})
    assert answer.status_code == 403


def test_garbage_is_answered_and_the_server_goes_on(started: Started) -> None:
    host, port = started.address.split("/")[2].split(":")
    for sent in (
        b"\x00\xff\xfe garbage\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\nX: a\r\n\r\n",
        b"\r\n" * 100,
    ):
        with socket.create_connection((host, int(port)), timeout=5) as raw:
            raw.sendall(sent)
            raw.shutdown(socket.SHUT_WR)
            assert b"Traceback" not in raw.recv(65536)
    assert httpx2.get(started.address + "health").json()["ok"] is True


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_when_told_so_in_the_middle_of_a_query(file: Path, how: int) -> None:
    server = Started(file, "--time-limit", "60")
    endpoint = server.address + "sparql"
    asking = threading.Thread(target=lambda: _ask_and_forget(endpoint), daemon=True)
    asking.start()
    time.sleep(0.5)
    children = _children(server.process.pid)
    assert children
    start = time.monotonic()
    assert server.stop(how) == 0
    assert time.monotonic() - start < 15
    assert server.lines[-1] == "kgraph: stopped\n"
    assert not [child for child in children if _runs(child)]


def _ask_and_forget(endpoint: str) -> None:
    with contextlib.suppress(httpx2.HTTPError):
        httpx2.post(endpoint, data={"query": NEVER_DONE}, timeout=30)


def _runs(process: str) -> bool:
    """Tell whether a process runs; one that is dead but not yet buried has no command line."""
    try:
        return bool(Path(f"/proc/{process}/cmdline").read_bytes())
    except OSError:
        return False


def _children(process: int) -> list[str]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return found + [grand for child in found for grand in _children(int(child))]


def test_a_port_in_use_is_one_line(file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(cli, ["serve", str(file), "--port", str(port)])
    assert result.exit_code == 2
    assert result.output == (
        f"kgraph: port {port} is in use: stop the other server, or take another port with --port (0: any free one)\n"
    )


def test_other_mistakes_are_one_line(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("this is no Turtle", encoding="utf-8")
    for arguments, says in (
        ([str(broken)], "not TURTLE"),
        ([str(tmp_path / "nowhere.ttl")], "cannot be read"),
        ([str(file), "--host", "no.such.host.invalid", "--public"], "--host no.such.host.invalid"),
        ([str(file), "--host", "192.0.2.1", "--public"], "--host 192.0.2.1"),
    ):
        result = CliRunner().invoke(cli, ["serve", *arguments, "--port", "0"])
        assert result.exit_code == 2
        assert says.lower() in result.output.lower()
        assert result.output.count("\n") == 1


def test_a_host_that_others_reach_takes_a_decision(file: Path) -> None:
    result = CliRunner().invoke(cli, ["serve", str(file), "--host", "0.0.0.0", "--port", "0"])
    assert result.exit_code == 2
    assert "--token" in result.output
    assert "--public" in result.output


def test_an_empty_token_is_none(file: Path) -> None:
    result = CliRunner().invoke(
        cli, ["serve", str(file), "--host", "0.0.0.0", "--port", "0"], env={"KGRAPH_TOKEN": ""}
    )
    assert result.exit_code == 2
    assert "--token" in result.output


def test_another_kgraph_reads_the_whole_graph_from_it(started: Started, graph: Graph) -> None:
    assert set(open_graph(started.address + "sparql")) == set(graph)


def test_without_its_packages_it_says_what_to_install(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    result = CliRunner().invoke(cli, ["serve", str(file)])
    assert result.exit_code == 2
    assert result.output == "kgraph: kgraph serve needs more packages: pip install 'kgraph-disputes[serve]'\n"


@pytest.fixture
def impatient(served: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    """A server in a thread whose patience ends after a moment; gives its host and port."""
    monkeypatch.setattr(serving, "HEAD_SECONDS", 0.5)
    monkeypatch.setattr(serving, "BODY_SECONDS", 0.5)
    up = threading.Event()
    opened = serving.open_socket("127.0.0.1", 0)
    server = serving.make_server(create_app(served, Settings()), up.set)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [opened]})
    thread.start()
    assert up.wait(10)
    yield opened.getsockname()
    server.should_exit = True
    thread.join(10)


HEAD = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET /hea", HEAD, HEAD + b"Content-Length: 6\r\n\r\nASK"],
    ids=["nothing", "line", "head", "body"],
)
def test_who_does_not_end_a_request_is_hung_up_on(impatient: tuple[str, int], sent: bytes) -> None:
    with socket.create_connection(impatient, timeout=10) as slow:
        slow.sendall(sent)
        start = time.monotonic()
        assert slow.recv(1024) == b""
        assert time.monotonic() - start < 8


def _drip(slow: socket.socket) -> None:
    for byte in HEAD * 10:
        slow.sendall(bytes([byte]))
        time.sleep(0.05)


def test_who_drips_is_hung_up_on_too(impatient: tuple[str, int]) -> None:
    with socket.create_connection(impatient, timeout=10) as slow:
        start = time.monotonic()
        with pytest.raises(OSError, match=r"Broken pipe|reset"):
            _drip(slow)
        assert time.monotonic() - start < 8


def test_who_is_in_time_may_keep_the_connection(
    impatient: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEAD_SECONDS", 2.0)
    with httpx2.Client(base_url="http://{}:{}".format(*impatient)) as client:
        for _ in range(2):
            assert client.get("/health").status_code == 200
            time.sleep(2.2)
        assert client.get("/health").status_code == 200
