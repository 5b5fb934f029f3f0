"""The named questions for programs and for people."""

import csv
import io
from collections.abc import Callable

from starlette.testclient import TestClient

from kgraph.graph.store import Graph
from kgraph.sparql.named import named_queries

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def test_the_list_says_what_may_be_asked(client: TestClient) -> None:
    listed = client.get("/queries").json()["queries"]
    assert [one["name"] for one in listed] == [one.name for one in named_queries()]
    parameters = next(one for one in listed if one["name"] == "in-the-year")["parameters"]
    assert ("year", "integer") in {(one["name"], one["type"]) for one in parameters}
    assert "what-is-new" in client.get("/queries", headers=BROWSER).text
    for one, named in zip(listed, named_queries(), strict=True):
        assert {column["name"]: column["meaning"] for column in one["columns"]} == named.columns
        assert one["columns"] == [] or client.get(one["href"]).json()["columns"] == list(named.columns)


def test_each_question_is_answered_as_json_as_a_file_and_as_a_page(client: TestClient) -> None:
    for named in named_queries():
        plain = client.get(f"/queries/{named.name}").json()
        rows = list(csv.DictReader(io.StringIO(client.get(f"/queries/{named.name}?format=csv").text)))
        assert plain["question"] == named.question
        assert len(plain["rows"]) == len(rows)
        assert all(list(row) == plain["columns"] for row in plain["rows"])
        page = client.get(f"/queries/{named.name}", headers=BROWSER)
        assert page.status_code == 200
        assert f"{len(rows)} row" in page.text or "No row" in page.text


def test_a_value_is_filled_in_and_said_back(client: TestClient) -> None:
    found = client.get("/queries/in-the-year", params={"year": "1945"}).json()
    assert found["parameters"]["year"] == "1945"
    assert [row["party"] for row in found["rows"] if row["relation"] == "occupies"] == ["Soviet Union"]


def test_a_limit_that_the_client_sets_is_told_and_no_error(
    client: TestClient, make_client: Callable[..., TestClient], graph: Graph
) -> None:
    for there in (client, make_client(graph, rows=2)):
        plain = there.get("/queries/positions-by-source?limit=2")
        table = there.get("/queries/positions-by-source?limit=2&format=csv")
        assert (len(plain.json()["rows"]), plain.json()["parameters"]["limit"]) == (2, "2")
        assert plain.json()["cut"] == plain.headers["kgraph-cut"] == "the first 2 rows of more"
        assert (table.text.count("\n"), table.headers["kgraph-cut"]) == (3, "the first 2 rows of more")
    whole = client.get("/queries/positions-by-source")
    assert (whole.json()["cut"], whole.json()["parameters"]["limit"]) == ("", "0")
    assert "kgraph-cut" not in whole.headers
    assert make_client(graph, rows=2).get("/queries/positions-by-source").status_code == 413
    over = make_client(graph, rows=2).get("/queries/positions-by-source?limit=9")
    assert (over.status_code, len(over.json()["rows"])) == (200, 2)
    assert over.json()["cut"] == "the first 2 rows of more"


def test_names_in_an_answer_lead_to_their_pages(client: TestClient) -> None:
    page = client.get("/queries/in-the-year", headers=BROWSER).text
    assert '<a href="/id/falkland-islands"' in page
    text = 'SELECT ("administers" AS ?how) ("Nowhere" AS ?where) WHERE {}'
    page = client.get("/sparql", params={"query": text}, headers=BROWSER).text
    assert '<a href="/ns#administers"' in page
    assert "<bdi>Nowhere" not in page


def test_the_w3c_form_is_there_for_who_asks_for_it(client: TestClient) -> None:
    w3c = client.get("/queries/recognition", headers={"accept": "application/sparql-results+json"}).json()
    assert set(w3c) == {"head", "results"}


def test_mistakes_are_one_line(client: TestClient) -> None:
    for where, status, says in (
        ("/queries/nope", 404, "no question is called 'nope'; there are: disputed-territories"),
        ("/queries/recogniton", 404, "no question is called 'recogniton'; did you mean 'recognition'?"),
        ("/queries/in-the-year?yaer=1", 400, "did you mean 'year'?"),
        ("/queries/..%2f..%2fsecret", 404, ""),
        ("/queries/in-the-year?nope=1", 400, "no parameter 'nope'"),
        ("/queries/in-the-year?year=last", 400, "year=last"),
        ("/queries/in-the-year?year=1%22%20%7D%20%23", 400, "does not fit"),
    ):
        response = client.get(where)
        assert response.status_code == status
        assert says in response.text
        assert response.text.count("\n") == 1


def test_what_is_filled_in_cannot_leave_its_quotes(client: TestClient) -> None:
    value = '" } . ?s ?p ?o . #'
    response = client.get("/queries/quotations", params={"territory": value})
    assert response.status_code == 400
    assert "the graph has nothing of that name" in response.text
