"""The SPARQL 1.1 Protocol: how a query comes in, in which form its answer goes out, and what is refused."""

import json
from contextlib import closing
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kgraph.graph.store import Graph
from kgraph.serve.app import Settings, create_app
from kgraph.serve.source import Served
from kgraph.sparql import Limits

CLAIMS = "SELECT ?who WHERE { ?who kg:claims id:kunashir } ORDER BY ?who"
PLAIN = "CONSTRUCT WHERE { ?who kg:claims ?what }"
JAPAN, RUSSIA = "https://w3id.org/kgraph/id/japan", "https://w3id.org/kgraph/id/russia"
QUERY = "application/sparql-query"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def ask(client: TestClient, text: str, accept: str = "*/*", **parameters: str):
    return client.get("/sparql", params={"query": text, **parameters}, headers={"accept": accept})


def test_a_query_comes_by_get_by_form_and_as_itself(client: TestClient) -> None:
    answers = [
        ask(client, CLAIMS),
        client.post("/sparql", data={"query": CLAIMS}),
        client.post("/sparql", content=CLAIMS, headers={"content-type": QUERY}),
        client.post("/sparql", content=CLAIMS, headers={"content-type": f"{QUERY}; charset=utf-8"}),
    ]
    assert [each.status_code for each in answers] == [200] * 4
    found = [[r["who"]["value"] for r in each.json()["results"]["bindings"]] for each in answers]
    assert found == [[JAPAN, RUSSIA]] * 4


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("no media type", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("application/sparql-results+json;q=0, text/csv", "text/csv; charset=utf-8"),
        ("image/png, text/csv;q=0.1", "text/csv; charset=utf-8"),
        (BROWSER, "text/html; charset=utf-8"),
    ],
)
def test_the_answer_to_select_has_the_form_that_the_client_likes_best(
    client: TestClient, accept: str, media_type: str
) -> None:
    response = ask(client, CLAIMS, accept)
    assert (response.status_code, response.headers["content-type"]) == (200, media_type)
    assert response.headers["vary"] == "Accept"
    assert "japan" in response.text


def test_each_form_of_rows_says_the_same(client: TestClient) -> None:
    by_csv = ask(client, CLAIMS, "text/csv").text.split()
    by_tsv = ask(client, CLAIMS, "text/tab-separated-values").text.split()
    xml = ElementTree.fromstring(ask(client, CLAIMS, "application/sparql-results+xml").text)
    by_xml = [uri.text for uri in xml.iter("{http://www.w3.org/2005/sparql-results#}uri")]
    assert by_csv == ["who", JAPAN, RUSSIA]
    assert by_tsv == ["?who", f"<{JAPAN}>", f"<{RUSSIA}>"]
    assert by_xml == [JAPAN, RUSSIA]


@pytest.mark.parametrize(
    ("accept", "media_type", "form"),
    [
        ("*/*", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
        ("text/turtle", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/json", "application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", "application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_each_form_of_triples_holds_the_same(
    client: TestClient, graph: Graph, accept: str, media_type: str, form: ox.RdfFormat
) -> None:
    response = ask(client, PLAIN, accept)
    assert response.headers["content-type"] == media_type
    found = {quad.triple for quad in ox.parse(response.content, format=form)}
    assert found == set(graph.match(predicate="https://w3id.org/kgraph/ns#claims"))


def test_the_short_name_in_a_link_wins_over_the_header(client: TestClient) -> None:
    assert ask(client, CLAIMS, BROWSER, format="csv").text.startswith("who")
    assert ask(client, CLAIMS, "text/csv", format="json").json()["head"]["vars"] == ["who"]
    assert ask(client, CLAIMS, "text/csv", format="nonsense").text.startswith("who")


def test_ask_is_answered(client: TestClient) -> None:
    assert ask(client, "ASK { id:japan kg:claims id:kunashir }").json()["boolean"] is True
    assert ask(client, "ASK { id:japan kg:claims id:japan }").json()["boolean"] is False


def test_a_browser_sees_a_table_with_links_and_nothing_of_it_runs(client: TestClient) -> None:
    text = 'SELECT ?who ("<script>alert(1)</script>" AS ?said) WHERE { ?who kg:claims id:kunashir }'
    page = ask(client, text, BROWSER).text
    assert '<a href="/id/japan"' in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_browser_sees_triples_as_a_table_too(client: TestClient) -> None:
    page = ask(client, PLAIN, BROWSER).text
    assert page.count('<a href="/ns#claims"') == 5


@pytest.mark.parametrize("text", [CLAIMS, PLAIN, "ASK {}"])
def test_a_form_that_there_is_not_is_406_with_what_there_is(client: TestClient, text: str) -> None:
    response = ask(client, text, "image/png")
    assert response.status_code == 406
    assert "text/csv" in response.text


def test_rows_are_not_given_as_rdf_nor_triples_as_csv(client: TestClient) -> None:
    assert ask(client, CLAIMS, "text/turtle").status_code == 406
    assert ask(client, PLAIN, "text/csv").status_code == 406


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_another_graph_cannot_be_asked_for(client: TestClient, name: str) -> None:
    for response in (
        ask(client, CLAIMS, **{name: "http://example.org/g"}),
        client.post("/sparql", data={"query": CLAIMS, name: "http://example.org/g"}),
        client.post(f"/sparql?{name}=x", content=CLAIMS, headers={"content-type": QUERY}),
    ):
        assert response.status_code == 400
        assert name in response.text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT * WHERE { ?s ?p }", "not SPARQL: error at 1:25"),
        ("SELECT * WHERE { ?s nope:p ?o }", "Prefix not found"),
        ("", "not a SPARQL query"),
        ("\x00\x01 gibberish", "not a SPARQL query"),
    ],
)
def test_what_is_no_sparql_is_400_with_the_place(client: TestClient, text: str, says: str) -> None:
    response = ask(client, text)
    assert response.status_code == 400
    assert says in response.text


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { id:a kg:claims id:b }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/x>",
        "SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        "SELECT * WHERE { SERVICE <http://127.0.0.1:8000/sparql> { ?s ?p ?o } }",
        "SELECT * WHERE { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } } }",
        "SELECT * WHERE " + "{" * 5000 + "}" * 5000,
        "SELECT (" + "(" * 5000 + "1" + ")" * 5000 + " AS ?x) WHERE {}",
    ],
)
def test_what_would_do_more_than_read_is_403(client: TestClient, text: str) -> None:
    response = client.post("/sparql", data={"query": text})
    assert response.status_code == 403
    assert "allowed" in response.text or "nests" in response.text


def test_updates_are_403_however_they_are_sent(client: TestClient) -> None:
    as_body = {"content": "CLEAR ALL", "headers": {"content-type": "application/sparql-update"}}
    for response in (
        client.post("/sparql", data={"update": "CLEAR ALL"}),
        client.post("/sparql", **as_body),
        client.get("/sparql", params={"update": "CLEAR ALL"}),
    ):
        assert response.status_code == 403
        assert "only reads" in response.text


def test_other_bodies_are_415_and_broken_ones_400(client: TestClient) -> None:
    def post(content: bytes, kind: str) -> tuple[int, str]:
        response = client.post("/sparql", content=content, headers={"content-type": kind})
        return response.status_code, response.text

    assert post(b"{}", "application/json")[0] == 415
    assert post(b"\xff\xfe", QUERY) == (400, "the query is not UTF-8 at byte 0\n")
    assert post(b"query=%ff%fe", "application/x-www-form-urlencoded")[0] == 400
    assert post(b"\xff", "application/x-www-form-urlencoded")[0] == 400
    assert post(b"nothing=here", "application/x-www-form-urlencoded")[0] == 400
    assert post(b"query=ASK%7B%7D&query=ASK%7B%7D", "application/x-www-form-urlencoded")[0] == 400
    assert post(b"&".join(b"a=b" for _ in range(101)), "application/x-www-form-urlencoded")[0] == 400


def test_two_queries_in_one_request_are_refused(client: TestClient) -> None:
    response = client.post("/sparql?query=ASK%7B%7D", content=CLAIMS, headers={"content-type": QUERY})
    assert response.status_code == 400
    assert "one query" in response.text


def test_a_body_over_the_limit_is_413_and_carries_the_headers(client: TestClient) -> None:
    response = client.post("/sparql", data={"query": "ASK {} #" + "x" * 1_000_000})
    assert response.status_code == 413
    assert response.headers["x-content-type-options"] == "nosniff"


def test_an_answer_over_the_limit_is_413_for_programs_and_cut_for_people(client: TestClient) -> None:
    text = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }"
    response = ask(client, text, "text/csv")
    assert response.status_code == 413
    assert "add LIMIT" in response.text
    assert "add LIMIT" in ask(client, text, BROWSER).text
    assert ask(client, text + " LIMIT 1000", "text/csv").status_code == 200


def test_what_takes_too_much_memory_is_503_and_the_next_query_is_answered(graph: Graph) -> None:
    with closing(Served(graph, title="", limits=Limits(seconds=30, megabytes=40), at_once=1)) as narrow:
        client = TestClient(create_app(narrow, Settings()), base_url="http://localhost")
        everything = " . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(2))
        hog = f"SELECT (GROUP_CONCAT(CONCAT(STR(?c0), STR(?c1), STR(?a1))) AS ?all) WHERE {{ {everything} }}"
        stopped = ask(client, hog)
        assert stopped.status_code == 503
        assert "memory" in stopped.text
        assert ask(client, CLAIMS).status_code == 200


def test_a_parameter_that_nobody_knows_is_no_mistake(client: TestClient) -> None:
    assert ask(client, CLAIMS, output="json", results="json", timeout="0").status_code == 200


def test_head_gives_the_headers_alone(client: TestClient) -> None:
    response = client.head("/sparql", params={"query": CLAIMS}, headers={"accept": "text/csv"})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/csv")
    assert response.content == b""


def test_options_and_other_methods_say_what_is_allowed(client: TestClient) -> None:
    options, delete = client.options("/sparql"), client.delete("/sparql")
    assert (options.status_code, delete.status_code) == (204, 405)
    for response in (options, delete):
        assert {"GET", "HEAD", "POST", "OPTIONS"} == set(response.headers["allow"].split(", "))


def test_every_error_is_one_line_of_text(client: TestClient) -> None:
    for response in (ask(client, "SELECT"), ask(client, CLAIMS, "image/png"), client.get("/nowhere")):
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert response.text.count("\n") == 1
        assert "Traceback" not in response.text


def test_without_a_query_a_program_gets_a_description(client: TestClient, graph: Graph) -> None:
    response = client.get("/sparql")
    assert response.headers["content-type"] == "text/turtle; charset=utf-8"
    told = Graph(quad.triple for quad in ox.parse(response.content, format=ox.RdfFormat.TURTLE))
    sd, void = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
    assert told.values("http://localhost:8000/sparql#service", sd + "endpoint") == [
        "http://localhost:8000/sparql"
    ]
    assert told.values("http://localhost:8000/sparql#graph", void + "triples") == [str(len(graph))]
    assert json.loads(client.get("/sparql", headers={"accept": "application/ld+json"}).text)


def test_without_a_query_a_browser_gets_the_editor(client: TestClient) -> None:
    page = client.get("/sparql", headers={"accept": BROWSER}).text
    assert 'id="yasgui"' in page
    assert "What does only one source report?" in page
