"""Whatever a server does wrong is told in one line, and nothing of it is taken for an answer."""

import gzip
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator

import pytest
import trustme
from pyoxigraph import NamedNode, Triple
from servers import N_TRIPLES, Request, answer, free_port, speaking

from kgraph.endpoint import Endpoint, Limits, Solutions
from kgraph.errors import GraphError, KgraphError
from kgraph.graph.store import Change, Graph
from kgraph.graphs import open_graph
from kgraph.sparql import run

LIMITS = Limits(connect=30, silence=30, whole=30, size=100_000)
HASTY = Limits(connect=30, silence=0.2, whole=0.2)
ROWS = '{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"a:b"}}]}}'
TRIPLE = Triple(NamedNode("a:b"), NamedNode("a:c"), NamedNode("a:d"))
LINE = f"{TRIPLE} .\n"
PAGE = "<!doctype html><title>\x1b[31mWelcome</title>"
SELECT = "SELECT ?s { ?s ?p ?o }"

Respond = Callable[[Request], Iterable[bytes]]


def counted(number: int) -> list[bytes]:
    return answer(
        '{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","datatype":'
        f'"http://www.w3.org/2001/XMLSchema#integer","value":"{number}"}}}}]}}}}'
    )


def holding(number: int, respond: Respond) -> Respond:
    """Count so many triples, have no graph store, and else answer in this way."""

    def respond_to(request: Request) -> Iterable[bytes]:
        if request.method == "GET":
            return answer(status="404 Not Found")
        return counted(number) if b"COUNT" in request.body else respond(request)

    return respond_to


def slowly(pieces: Iterable[bytes], pause: float) -> Iterator[bytes]:
    for piece in pieces:
        yield piece
        time.sleep(pause)


def without_end(piece: bytes, content_type: str) -> Iterator[bytes]:
    yield answer(content_type=content_type, Content_Length="")[0]
    while True:
        yield piece


def cut_off(text: str, content_type: str) -> list[bytes]:
    """Promise more bytes than come."""
    return [*answer(content_type=content_type, Content_Length=str(len(text) + 10))[:1], text.encode()]


NODE = '{"type":"uri","value":"a:b"}'
NESTED = f'{{"type":"triple","value":{{"subject":{NODE},"predicate":{NODE},"object":'
DEEP = NESTED * 150 + NODE + "}}" * 150

# What the server does, and what the message must say after the name of the endpoint.
QUERIES: dict[str, tuple[Respond, str]] = {
    "page": (
        lambda _: answer(PAGE, content_type="text/html"),
        r"a web page, and no query results: the URL of",
    ),
    "401": (
        lambda _: answer(PAGE, "401 Unauthorized", "text/html"),
        r"the server wants to know who asks: put user:password@ .* KGRAPH_ENDPOINT_TOKEN \(HTTP 401\)$",
    ),
    "403": (
        lambda _: answer("no", "403 Forbidden", "text/plain"),
        r"the server forbids it \(HTTP 403: no\)$",
    ),
    "404": (lambda _: answer("", "404 Not Found"), r"the server has nothing there; .* \(HTTP 404\)$"),
    "405": (
        lambda _: answer("", "405 Method Not Allowed"),
        r"the server does not take that request there; .* \(",
    ),
    "429": (lambda _: answer("", "429 Too Many Requests"), r"the server has been asked too often"),
    "500": (
        lambda _: answer("a\n\x1b[31m\u202eb" + "c" * 900, "500 Internal Server Error", "text/plain"),
        "the server has failed at it \\(HTTP 500: a \ufffd\\[31m\ufffdbc+…\\)$",
    ),
    "503": (
        lambda _: answer("", "503 Service Unavailable"),
        r"the server is too busy, or shut \(HTTP 503\)$",
    ),
    "broken JSON": (
        lambda _: answer(ROWS[: ROWS.index("[{") + 1] + "The SPARQL operation has been cancelled"),
        r"the answer breaks off: The SPARQL operation has been cancelled$",
    ),
    "half of JSON": (
        lambda _: answer(ROWS[:60]),
        r"the answer breaks off, or is no JSON of SPARQL results: Parser",
    ),
    "other JSON": (lambda _: answer("{}"), r"the answer breaks off, or is no JSON of SPARQL results: "),
    "nothing": (lambda _: answer(""), r"the answer breaks off, or is no JSON of SPARQL results: "),
    "unknown term": (
        lambda _: answer(ROWS.replace('"uri"', '"widget"')),
        r"the answer breaks off, or is no JSON of SPARQL results: .*widget",
    ),
    "IRI with a blank": (
        lambda _: answer(ROWS.replace("a:b", "http://a b/")),
        r".* Invalid IRI code point ' '",
    ),
    "triples in triples": (
        lambda _: answer(ROWS.replace(NODE, DEEP)),
        r"the answer nests triples deeper than 100$",
    ),
    "other type": (
        lambda _: answer(ROWS, content_type="image/png"),
        r"image/png where query results were asked",
    ),
    "no type": (
        lambda _: answer(ROWS, content_type=""),
        r"an answer of no type where query results were asked",
    ),
    "cut off": (lambda _: cut_off(ROWS, "application/json"), r"the server broke off, or speaks no HTTP: "),
    "no HTTP": (lambda _: [b"SSH-2.0-OpenSSH_9.2\r\n"], r"the server broke off, or speaks no HTTP: "),
    "silence": (lambda _: [], r"the server broke off, or speaks no HTTP: "),
    "no gzip": (lambda _: answer(ROWS, Content_Encoding="gzip"), r"the answer cannot be unpacked: "),
    "endless": (
        lambda _: without_end(b" " * 10_000, "application/json"),
        r"more than 0\.1 MB of answer; ",
    ),
    "bomb": (
        lambda _: answer(gzip.compress(b" " * 5_000_000), Content_Encoding="gzip"),
        r"more than 0\.1 MB of answer; ",
    ),
    "to another host": (
        lambda _: answer("", "302 Found", Location="http://evil.example/sparql"),
        r"it points to http://evil\.example/sparql; name that if you mean it$",
    ),
    "in circles": (
        lambda r: answer("", "307 Temporary Redirect", Location=r.target),
        r"it points from one place to another without end$",
    ),
    "nowhere": (lambda _: answer("", "302 Found"), r"the server does not take it \(HTTP 302\)$"),
    "to no URL": (
        lambda _: answer("", "302 Found", Location="http://[::1"),
        r"the server broke off, or speaks no HTTP",
    ),
}

DOWNLOADS: dict[str, tuple[Respond, str]] = {
    "fewer than counted": (
        lambda _: answer(LINE, content_type=N_TRIPLES),
        r"gave 1 of its 5 triples: it cuts its answers short, or was changed meanwhile; try again$",
    ),
    "words in the middle": (
        lambda _: answer(LINE + "The SPARQL operation has been cancelled", content_type=N_TRIPLES),
        r"the answer is broken off, or no N-Triples: ",
    ),
    "cut off": (lambda _: cut_off(LINE, N_TRIPLES), r"the server broke off"),
    "page": (lambda _: answer(PAGE, content_type="text/html"), r"a web page, and no triples"),
    "results": (lambda _: answer(ROWS), r"application/sparql-results\+json where triples were asked for"),
    "endless": (lambda _: without_end(LINE.encode() * 100, N_TRIPLES), r"more than 0\.1 MB of answer; "),
    "triples in triples": (
        lambda _: answer("<a:b> <a:c> " + "<<(<a:b><a:c>" * 6000, content_type="text/turtle"),
        r"not a graph that kgraph reads: more than 5,000 triples within one another$",
    ),
}


SLOW: dict[str, Respond] = {
    "to begin": lambda _: slowly([b"", *answer(ROWS)], 0.4),
    "in the middle": lambda _: slowly(answer(ROWS), 0.4),
    "drop by drop": lambda _: slowly([answer(Content_Length="99")[0], *[b" "] * 99], 0.05),
}


def told(message: str, call: Callable[[], object], url: str) -> None:
    """See that a call ends in one line about the endpoint, and how."""
    with pytest.raises(KgraphError) as caught:
        call()
    assert str(caught.value).startswith(f"{url}/sparql: "), caught.value
    assert re.match(message, str(caught.value).removeprefix(f"{url}/sparql: ")), caught.value
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize(("respond", "message"), QUERIES.values(), ids=QUERIES)
def test_bad_answer_to_a_query_is_told(respond: Respond, message: str) -> None:
    with speaking(respond) as url, Endpoint(f"{url}/sparql", limits=LIMITS) as endpoint:
        told(message, lambda: endpoint.solve(SELECT), url)


@pytest.mark.parametrize(("respond", "message"), DOWNLOADS.values(), ids=DOWNLOADS)
def test_bad_copy_of_a_graph_is_told(respond: Respond, message: str) -> None:
    with speaking(holding(5, respond)) as url, Endpoint(f"{url}/sparql", limits=LIMITS) as endpoint:
        told(message, endpoint.download, url)


@pytest.mark.parametrize("respond", SLOW.values(), ids=SLOW)
def test_slow_answer_is_told(respond: Respond) -> None:
    message = r"no full answer within 0\.2 s; ask for less, or set KGRAPH_ENDPOINT_TIMEOUT \(seconds\)$"
    with speaking(respond) as url, Endpoint(f"{url}/sparql", limits=HASTY) as endpoint:
        told(message, lambda: endpoint.solve(SELECT), url)


def test_slow_copy_is_told() -> None:
    respond = holding(5, lambda _: slowly(answer(LINE * 5, content_type=N_TRIPLES), 0.8))
    limits = Limits(connect=30, silence=0.5, whole=30)
    with speaking(respond) as url, Endpoint(f"{url}/sparql", limits=limits) as endpoint:
        told(r"no full answer within 0\.5 s", endpoint.download, url)


@pytest.mark.parametrize("count", ['"x"', '"value":"-"', "[]"])
def test_count_that_is_no_number_is_told(count: str) -> None:
    body = '{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"many"}}]}}'
    with speaking(lambda _: answer(body)) as url, Endpoint(f"{url}/sparql", limits=LIMITS) as endpoint:
        told("no number was given for a count of triples$", endpoint.download, url)


# ------------------------------------------------------------------ no answer at all


def test_nobody_there_is_told() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    told("nothing listens there; is the server running", lambda: Endpoint(f"{url}/sparql").solve(SELECT), url)


def test_unknown_host_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    url = "http://nowhere.invalid"
    told("the host's name is not known; ", lambda: Endpoint(f"{url}/sparql").solve(SELECT), url)


def test_host_that_takes_no_connection_is_told() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen(0)
        waiting = []
        for _ in range(3):  # fill the queue of those who wait to be let in
            waiting.append(socket.socket())
            waiting[-1].setblocking(False)
            waiting[-1].connect_ex(busy.getsockname())
        url = f"http://127.0.0.1:{busy.getsockname()[1]}"
        endpoint = Endpoint(f"{url}/sparql", limits=Limits(connect=0.2, silence=0.2))
        told(r"no (connection|full answer) within 0\.2 s; ", lambda: endpoint.solve(SELECT), url)
        for each in waiting:
            each.close()


def test_certificate_that_nobody_vouches_for_is_told() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with speaking(lambda _: answer(ROWS), context) as url:
        url = url.replace("http:", "https:")
        told(
            "its certificate is not to be trusted: .*(self-signed|unable to get local issuer)",
            lambda: Endpoint(f"{url}/sparql").solve(SELECT),
            url,
        )


def test_server_without_tls_is_told() -> None:
    with speaking(lambda _: answer(ROWS)) as url:
        url = url.replace("http:", "https:")
        told("it speaks no TLS there; ", lambda: Endpoint(f"{url}/sparql").solve(SELECT), url)


# ------------------------------------------------------------------ what is no endpoint's URL


@pytest.mark.parametrize(
    ("url", "message"),
    [
        (
            "ftp://x.example/g",
            r"^ftp://x\.example/g: an endpoint is reached by http:// or https://; a file is ",
        ),
        (
            "file:///g.ttl",
            r"^file:///g\.ttl: an endpoint is reached by http:// or https://; a file is named by ",
        ),
        ("HTTP://", "^HTTP://: not a URL: it names no host, "),
        ("http:///query", "^http:///query: not a URL: it names no host, "),
        ("http://a b/query", "^http://a b/query: not a URL: it names no host, "),
        ("http://h:99999999/", "^http://h:99999999/: not a URL: "),
        ("http://[::1/", r"^http://\[::1/: not a URL: "),
        ("http://xn--/", "^http://xn--/: not a URL: "),
        ("http://\u202ehost/", "^http://\ufffdhost/: not a URL: "),
        ("http://u:secret@[::1/", r"^http://\[::1/: not a URL: "),
        ("http://h/\x00\ud800", "^http://h/\ufffd\ufffd: not a URL: "),
    ],
)
def test_wrong_url_is_told(url: str, message: str) -> None:
    with pytest.raises(GraphError, match=message) as caught:
        open_graph(url)
    assert str(caught.value).isprintable()


# ------------------------------------------------------------------ writing


def test_change_is_refused_and_told() -> None:
    def respond(request: Request) -> Iterable[bytes]:
        return answer("no room", "507 Insufficient Storage", "text/plain")

    with speaking(respond) as url, Endpoint(f"{url}/sparql", limits=LIMITS) as endpoint:
        for write in (
            lambda: endpoint.apply(Change(new=frozenset({TRIPLE}))),
            lambda: endpoint.put(Graph([TRIPLE])),
        ):
            told(r"the server has failed at it \(HTTP 507: no room\)$", write, url)


def test_place_for_changes_that_is_nowhere_is_told() -> None:
    with speaking(lambda _: answer("", "404 Not Found")) as url:
        endpoint = Endpoint(f"{url}/sparql", limits=LIMITS)
        tried = rf"tried {url}/update \(404\), {url}/sparql \(404\); name the place by --update-url$"
        told(
            f"takes an update nowhere: {tried}", lambda: endpoint.apply(Change(new=frozenset({TRIPLE}))), url
        )


def test_update_of_wrong_form_is_not_sent_in_parts() -> None:
    requests = []

    def respond(request: Request) -> Iterable[bytes]:
        requests.append(request)
        return answer("what?", "400 Bad Request", "text/plain")

    with speaking(respond) as url, pytest.raises(GraphError, match=r"HTTP 400: what\?"):
        Endpoint(f"{url}/query", limits=LIMITS).apply(Change(new=frozenset({TRIPLE})))
    assert len(requests) == 1


# ------------------------------------------------------------------ what is sent, and to whom


def recorded(call: Callable[[str], object], **headers: str) -> list[Request]:
    """List the requests of a call to a server that gives the row of `ROWS`."""
    requests: list[Request] = []

    def respond(request: Request) -> Iterable[bytes]:
        requests.append(request)
        return answer(ROWS, **headers)

    with speaking(respond) as url:
        call(url)
    return requests


def test_user_and_password_are_sent_and_not_shown(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")

    def call(url: str) -> None:
        endpoint = Endpoint(url.replace("http://", "http://ann%40x:se%3Acret@") + "/sparql")
        assert endpoint.solve(SELECT) == Solutions(variables=("s",), rows=((NamedNode("a:b"),),))
        for shown in (endpoint.name, repr(endpoint._address), caplog.text):
            assert "cret" not in shown
            assert "ann" not in shown

    [request] = recorded(call)
    assert request.headers["authorization"] == "Basic YW5uQHg6c2U6Y3JldA=="
    assert request.target == "/sparql"


def test_token_of_the_environment_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_ENDPOINT_TOKEN", "abc")
    [request] = recorded(lambda url: Endpoint(f"{url}/sparql").solve(SELECT))
    assert request.headers["authorization"] == "Bearer abc"


def test_token_goes_over_no_network_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_ENDPOINT_TOKEN", "abc")
    with pytest.raises(GraphError, match=r"^http://x\.example/sparql: a token is not sent in clear"):
        Endpoint("http://x.example/sparql")
    Endpoint("https://x.example/sparql")


def test_loopback_is_asked_past_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    assert len(recorded(lambda url: Endpoint(f"{url}/sparql").solve(SELECT))) == 1


def test_same_server_is_followed_with_the_same_request() -> None:
    requests = []

    def respond(request: Request) -> Iterable[bytes]:
        requests.append(request)
        moved = request.target == "/sparql"
        return answer("", "301 Moved Permanently", Location="/query") if moved else answer(ROWS)

    with speaking(respond) as url:
        assert Endpoint(url.replace("//", "//u:p@") + "/sparql").solve(SELECT)
    first, second = requests
    assert (second.method, second.target, second.body) == ("POST", "/query", first.body)
    assert second.headers["authorization"] == first.headers["authorization"]


@pytest.mark.parametrize(
    ("name", "value"), [("TIMEOUT", "0"), ("TIMEOUT", "soon"), ("LIMIT", "-1"), ("LIMIT", "inf")]
)
def test_limit_that_is_none_is_told(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"KGRAPH_ENDPOINT_{name}", value)
    with pytest.raises(
        GraphError, match=f"^KGRAPH_ENDPOINT_{name} is '{value}'; it must be a number above zero$"
    ):
        Endpoint("http://x.example/sparql")


def test_limits_of_the_environment_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_ENDPOINT_TIMEOUT", "0.2")
    monkeypatch.setenv("KGRAPH_ENDPOINT_LIMIT", "0.00001")
    with speaking(lambda _: slowly([b"", b""], 1)) as url:
        told(r"no full answer within 0\.2 s", lambda: Endpoint(f"{url}/sparql").solve(SELECT), url)
    with speaking(lambda _: answer(ROWS)) as url:
        told(r"more than 1e-05 MB of answer", lambda: Endpoint(f"{url}/sparql").solve(SELECT), url)


# ------------------------------------------------------------------ answers that are good though odd


def test_time_given_to_a_query_goes_before_the_limits() -> None:
    patient, hasty = Limits(silence=0.1, whole=0.1), Limits()
    with speaking(lambda _: slowly([b"", *answer(ROWS)], 0.2)) as url:
        assert Endpoint(f"{url}/sparql", limits=patient).solve(SELECT, seconds=5)
        told(
            r"no full answer within 0\.1 s",
            lambda: Endpoint(f"{url}/sparql", limits=hasty).solve(SELECT, seconds=0.1),
            url,
        )


def test_terms_of_every_kind_are_kept() -> None:
    cells = [
        '{"type":"bnode","value":"b7"}',
        '{"type":"typed-literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"}',
        NESTED + '{"type":"literal","value":"x","xml:lang":"en"}}}',
    ]
    rows = ",".join(f'{{"s":{cell}}}' for cell in cells)
    body = f'{{"results":{{"bindings":[{rows},{{}}]}},"head":{{"vars":["s","t"]}}}}'
    with speaking(lambda _: answer(body)) as url:
        table = run(f"{url}/sparql", SELECT)
    assert [row[0] for row in table.rows] == ["b7", "1", '<a:b> <a:b> "x"@en', ""]


def test_turtle_is_taken_where_a_server_has_no_n_triples() -> None:
    turtle = "@prefix a: <a:> . a:b a:c a:d , [ a:c a:e ] ."
    with speaking(holding(3, lambda _: answer(turtle, content_type="text/turtle; charset=utf-8"))) as url:
        copied = Endpoint(f"{url}/sparql").download()
    assert len(copied) == 3
    assert TRIPLE in copied


def test_graph_store_that_gives_less_than_all_is_not_believed() -> None:
    def respond(request: Request) -> Iterable[bytes]:
        if b"COUNT" in request.body:
            return counted(2)
        lines = LINE if request.method == "GET" else LINE + LINE.replace("a:d", "a:e")
        return answer(lines, content_type=N_TRIPLES)

    with speaking(respond) as url:
        assert len(Endpoint(f"{url}/query").download()) == 2


def test_triples_that_a_server_counts_twice_are_all_there() -> None:
    def respond(request: Request) -> Iterable[bytes]:
        if b"COUNT" in request.body:
            return counted(1 if b"DISTINCT" in request.body else 2)
        return (
            answer(LINE, content_type=N_TRIPLES) if b"CONSTRUCT" in request.body else answer(status="404 No")
        )

    with speaking(respond) as url:
        assert len(Endpoint(f"{url}/query").download()) == 1


def test_query_goes_as_a_form_with_the_prefixes_it_uses() -> None:
    from urllib.parse import parse_qs

    [request] = recorded(lambda url: Endpoint(f"{url}/sparql?x=1").solve("SELECT ?s\n{ ?s kg:claims ?o }"))
    assert (request.method, request.target) == ("POST", "/sparql?x=1")
    assert request.headers["accept"] == "application/sparql-results+json"
    assert parse_qs(request.body.decode()) == {
        "query": ["PREFIX kg: <https://w3id.org/kgraph/ns#> SELECT ?s\n{ ?s kg:claims ?o }"]
    }
