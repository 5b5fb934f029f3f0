"""What every request passes: names, tokens, origins, headers, the log."""

import base64

import pytest
from starlette.testclient import TestClient

from kgraph.serve.app import Settings, create_app
from kgraph.serve.source import Served


def client_of(served: Served, **settings) -> TestClient:
    return TestClient(create_app(served, Settings(**settings)), base_url="http://localhost:8000")


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "LOCALHOST", "127.0.0.1:1", "[::1]:8000", "192.0.2.7", "10.0.0.1:80"],
)
def test_its_own_names_and_addresses_in_numbers_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "",
        "a:b:c",
        "[::1",
        "x@localhost@y",
    ],
)
def test_a_name_of_somebody_else_is_not(client: TestClient, host: str) -> None:
    response = client.get("/sparql?query=ASK%7B%7D", headers={"host": host})
    assert response.status_code == 421
    assert response.text.count("\n") == 1


def test_a_name_can_be_given(served: Served) -> None:
    client = client_of(served, names=("graph.example",))
    assert client.get("/health", headers={"host": "graph.example"}).status_code == 200
    assert client.get("/health", headers={"host": "localhost"}).status_code == 421


def test_every_answer_keeps_the_browser_careful(client: TestClient) -> None:
    for where in ("/browse", "/sparql", "/nowhere", "/id/japan.ttl", "/static/pages.css", "/health"):
        headers = client.get(where).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "set-cookie" not in headers
        assert "server" not in headers


def basic(token: str) -> str:
    return "Basic " + base64.b64encode(f"anybody:{token}".encode()).decode()


@pytest.mark.parametrize("shown", ["Bearer s3cret", "bearer s3cret", basic("s3cret")])
def test_the_token_lets_in(served: Served, shown: str) -> None:
    assert (
        client_of(served, token="s3cret").get("/browse", headers={"authorization": shown}).status_code == 200
    )


@pytest.mark.parametrize(
    "shown",
    [
        "",
        "Bearer",
        "Bearer s3cre",
        "Bearer s3cret2",
        "s3cret",
        basic("x"),
        "Basic %%%",
        "Basic /w==",
        "Bearer \xe9",
    ],
)
def test_nothing_else_does(served: Served, shown: str) -> None:
    client = client_of(served, token="s3cret")
    for where in ("/", "/browse", "/sparql?query=ASK%7B%7D", "/static/pages.css", "/id/japan"):
        response = client.get(where, headers={"authorization": shown.encode("latin-1")} if shown else {})
        assert response.status_code == 401
        assert "Bearer" in response.headers["www-authenticate"]
    assert client.get("/health").status_code == 200


def test_other_origins_are_not_told_anything_unless_allowed(client: TestClient, served: Served) -> None:
    origin = {"origin": "https://page.example"}
    assert "access-control-allow-origin" not in client.get("/health", headers=origin).headers
    allowing = client_of(served, cors=("https://page.example",))
    headers = allowing.get("/sparql?query=ASK%7B%7D", headers=origin).headers
    assert headers["access-control-allow-origin"] == "https://page.example"
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    other = allowing.get("/health", headers={"origin": "https://other.example"}).headers
    assert "access-control-allow-origin" not in other
    asks_first = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    preflight = allowing.options("/sparql", headers=origin | asks_first)
    assert preflight.status_code == 200
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "access-control-allow-credentials" not in preflight.headers


def test_the_log_has_a_line_a_request_with_the_digest_of_a_query(
    client: TestClient, lines: list[str]
) -> None:
    client.get("/health")
    client.get("/sparql", params={"query": "ASK {}"})
    client.post("/sparql", data={"query": "ASK {}"})
    client.get("/id/%0Ano%1b[31m")
    assert len(lines) == 4
    assert lines[0].startswith("GET /health 200 ")
    assert lines[0].endswith(" ms")
    assert lines[1].rpartition(" query ")[2] == lines[2].rpartition(" query ")[2]
    assert "ASK" not in "".join(lines)
    assert all(line.isascii() and line.isprintable() for line in lines)


def test_the_log_can_have_the_text_and_stays_one_line(served: Served) -> None:
    lines: list[str] = []
    client = client_of(served, write=lines.append, texts=True)
    client.get("/sparql", params={"query": "ASK {\n} # \x1b[31m \u2028 red"})
    assert len(lines) == 1
    assert '"ASK { } # \\u001b[31m red"' in lines[0]
    assert lines[0].isprintable()


def test_a_bug_is_a_line_outside_and_a_trace_inside(
    served: Served, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kgraph.serve.app.__version__", object())  # which JSON cannot hold
    app = create_app(served, Settings(write=lines.append))
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        response = client.get("/health")
    assert (response.status_code, response.text.count("\n")) == (500, 1)
    assert "object" not in response.text
    assert lines[0].startswith("GET /health 500")
