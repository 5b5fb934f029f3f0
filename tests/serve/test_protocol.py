"""The SPARQL 1.1 Protocol: how a query comes in, in which form its answer goes out, and what is refused."""

import pytest
from starlette.testclient import TestClient

CLAIMS = "SELECT ?who WHERE { ?who kg:claims id:kunashir } ORDER BY ?who"
JAPAN, RUSSIA = "https://w3id.org/kgraph/id/japan", "https://w3id.org/kgraph/id/russia"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def names_of(response) -> list[str]:
    return [row["who"]["value"] for row in response.json()["results"]["bindings"]]


def test_a_query_comes_by_get_by_form_and_as_itself(client: TestClient) -> None:
    answers = [
        client.get("/sparql", params={"query": CLAIMS}),
        client.post("/sparql", data={"query": CLAIMS}),
        client.post("/sparql", content=CLAIMS, headers={"content-type": QUERY}),
        client.post("/sparql", content=CLAIMS, headers={"content-type": f"{QUERY}; charset=utf-8"}),
    ]
    assert [each.status_code for each in answers] == [200] * 4
    assert [names_of(each) for each in answers] == [[JAPAN, RUSSIA]] * 4


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
        ("image/png, text/*;q=0.1", "text/csv; charset=utf-8"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_the_answer_to_select_has_the_form_that_the_client_likes_best(
    client: TestClient, accept: str, media_type: str
) -> None:
    response = client.get("/sparql", params={"query": CLAIMS}, headers={"accept": accept})
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    assert response.headers["vary"] == "Accept"
