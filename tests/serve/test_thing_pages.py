"""The page of each thing, and the same as triples: what an analyst clicks through."""

import re
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kgraph.derive import derive
from kgraph.graph import terms
from kgraph.graph.store import Graph
from kgraph.vocab import IDS

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def page(client: TestClient, address: str) -> str:
    response = client.get(address, headers=BROWSER)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return response.text


def links(text: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', text))


def address(iri: str) -> str:
    return "/id/" + iri.removeprefix(IDS)


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def claim(graph: Graph) -> str:
    """Give the IRI of the assertion that Japan claims Kunashir."""
    found = graph.solve(
        "SELECT ?a WHERE { ?a rdf:subject id:japan ; rdf:predicate kg:claims ; rdf:object id:kunashir }"
    )
    return next(iter(found))["a"].value


def test_one_gets_from_a_place_to_the_claim_its_words_the_document_and_back(
    client: TestClient, graph: Graph
) -> None:
    assertion = claim(graph)
    assert address(assertion) in links(page(client, "/id/kunashir"))
    evidence = [address(iri) for iri in graph.values(assertion, terms.EVIDENCE)]
    of_the_claim = page(client, address(assertion))
    assert set(evidence) <= links(of_the_claim)
    assert "Japan claims Kunashir, which Russia administers." in words(of_the_claim)
    of_the_words = page(client, evidence[0])
    documents = [one for one in links(of_the_words) if one.startswith("/id/d_")]
    assert len(documents) == 1
    of_the_document = page(client, documents[0])
    assert address(assertion) in links(of_the_document)
    assert "/id/kunashir" in links(of_the_document)


def test_a_claim_shows_who_else_claims_and_who_denies(client: TestClient, graph: Graph) -> None:
    assert "Who else claims Kunashir" in words(page(client, address(claim(graph))))
    found = graph.solve("SELECT ?a WHERE { ?a rdf:object id:kuril-islands ; kg:polarity kg:Negative }")
    denial = words(page(client, address(next(iter(found))["a"].value)))
    assert "not to be reported as fact" in denial
    assert "According to Sergei Lavrov" in denial
    assert "Said otherwise of the same" in denial
    assert "Japan claims Kuril Islands" in denial


def test_an_evidence_names_its_rule_and_what_else_the_sentence_gives(
    client: TestClient, graph: Graph
) -> None:
    first = graph.values(claim(graph), terms.EVIDENCE)
    texts = [words(page(client, address(iri))) for iri in first]
    assert any("subject-verb-object" in text for text in texts)
    assert any("Russia administers Kunashir" in text for text in texts)


def test_a_document_lists_its_sentences_in_order(client: TestClient) -> None:
    listed = page(client, "/browse?kind=Document")
    where = re.search(r'href="(/id/d_[^"]+)"><bdi>Talks in Moscow', listed)
    text = words(page(client, where[1]))
    assert text.index("Japan claims Kunashir, which") < text.index("Soviet troops seized")
    assert "2019-01-14" in text
    assert "https://news.example/kurils-2019" in links(page(client, where[1]))


def test_what_is_said_can_be_narrowed_to_one_relation(client: TestClient) -> None:
    narrowed = words(page(client, "/id/kunashir?role=object&predicate=occupies"))
    assert "What is said: 1 assertion" in narrowed
    assert "Kunashir is occupied by Soviet Union" in narrowed
    assert "administered by Russia" not in narrowed


def test_what_is_said_of_a_thing_begins_with_it(client: TestClient) -> None:
    of_the_place, of_the_state = words(page(client, "/id/kunashir")), words(page(client, "/id/japan"))
    assert "Kunashir is claimed by Japan" in of_the_place
    assert "is claimed by … 2" in of_the_place
    assert "Japan claims Kunashir According" not in of_the_place
    assert "Japan claims Kunashir" in of_the_state
    denied = words(page(client, "/id/kuril-islands?role=object&predicate=claims"))
    assert "Kuril Islands is not claimed by Japan" in denied


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "99999999", "²", ""])
def test_any_page_number_gives_a_page(client: TestClient, number: str) -> None:
    for where in ("/id/japan", "/browse"):
        assert client.get(where, params={"page": number}, headers=BROWSER).status_code == 200


@pytest.mark.parametrize(
    ("accept", "style", "form"),
    [
        ("text/turtle", "ttl", ox.RdfFormat.TURTLE),
        ("application/ld+json", "jsonld", ox.RdfFormat.JSON_LD),
        ("application/n-triples", "nt", ox.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "rdf", ox.RdfFormat.RDF_XML),
    ],
)
def test_the_triples_of_a_page_come_by_header_and_by_suffix(
    client: TestClient, graph: Graph, accept: str, style: str, form: ox.RdfFormat
) -> None:
    by_header = client.get("/id/kunashir", headers={"accept": accept})
    by_suffix = client.get(f"/id/kunashir.{style}", headers=BROWSER)
    assert by_header.content == by_suffix.content
    assert by_header.headers["content-location"] == f"/id/kunashir.{style}"
    assert by_header.headers["vary"] == "Accept"
    assert f"</id/kunashir.{style}>" not in by_header.headers["link"]
    assert "</id/kunashir.html>" in by_header.headers["link"]
    found = {quad.triple for quad in ox.parse(by_header.content, format=form)}
    assert found <= set(graph)
    for property_ in (terms.EXACT, terms.HEADLINE, terms.LABEL):
        assert any(triple.predicate.value == property_ for triple in found)


def test_a_page_by_suffix_is_that_for_people(client: TestClient) -> None:
    assert client.get("/id/japan.html", headers={"accept": "text/turtle"}).text.startswith("<!doctype html>")


def test_every_thing_in_the_graph_has_a_page_and_triples(client: TestClient, graph: Graph) -> None:
    things = {t.subject.value for t in graph if t.subject.value.startswith(IDS)}
    for iri in sorted(things):
        text = page(client, address(iri))
        inner = {link for link in links(text) if link.startswith("/id/")}
        assert {one.split(".")[0].split("?")[0] for one in inner} <= set(map(address, things))
        assert client.get(address(iri) + ".ttl").status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "atlantis",
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "%0d%0aSet-Cookie:%20a=b",
        "%ff%fe",
        "japan.exe",
        ".ttl",
        "a" * 3000,
    ],
)
def test_what_there_is_not_is_404_in_one_line_and_no_header_is_made(client: TestClient, name: str) -> None:
    response = client.get(f"/id/{name}", headers={"accept": "text/turtle"})
    assert response.status_code == 404
    assert response.text.count("\n") == 1
    assert "set-cookie" not in response.headers
    assert len(response.text) < 200


def test_a_browser_is_told_on_a_page(client: TestClient) -> None:
    response = client.get("/id/atlantis", headers=BROWSER)
    assert response.status_code == 404
    assert "Not here" in response.text


@pytest.fixture
def derived_client(make_client, graph: Graph) -> TestClient:
    """A client of the graph with what rules work out of it."""
    return make_client(Graph([*graph, *derive(graph)]))


def test_a_dispute_has_a_page_that_leads_to_the_claims(derived_client: TestClient, graph: Graph) -> None:
    listed = page(derived_client, "/browse?kind=Dispute")
    where = re.search(r'href="(/id/i_[^"]+)"><bdi>Dispute: Kunashir', listed)[1]
    assert where in links(page(derived_client, "/id/kunashir"))
    dispute = page(derived_client, where)
    assert "said by no text in these words" in words(dispute)
    assert address(claim(graph)) in links(dispute)
    assert {"/id/japan", "/id/russia"} <= links(dispute)
    assert "a kg:Dispute" in derived_client.get(where + ".ttl").text


def test_what_rules_work_out_is_not_counted_as_said(client: TestClient, derived_client: TestClient) -> None:
    for where in ("/id/kunashir", "/id/japan", "/id/russia"):
        before, after = (words(page(c, where)) for c in (client, derived_client))
        count = re.search(r"What is said: \d+ assertions", before)[0]
        assert count in after
        assert "could not be read" not in after


def test_everything_worked_out_has_a_page_with_a_name(derived_client: TestClient, graph: Graph) -> None:
    things = {t.subject.value for t in derive(graph) if "/id/i_" in t.subject.value}
    assert things
    for iri in things:
        text = page(derived_client, address(iri))
        heading = words(re.search(r"<h1.*?</h1>", text, re.DOTALL)[0])
        assert not heading.startswith("i_")
        assert "It rests on" in text


def hostile_graph() -> Graph:
    """Make a graph whose every text would like to be markup, one of whose assertions lacks half of itself."""
    attack, kg = "</title><script>alert('&')</script>", "https://w3id.org/kgraph/ns#"
    thing, half = ox.NamedNode(IDS + quote("<b>")), ox.NamedNode(IDS + "a_half")
    told = [
        (thing, terms.TYPE, ox.NamedNode(kg + "Territory")),
        (thing, terms.LABEL, ox.Literal(attack)),
        (thing, terms.ALT_LABEL, ox.Literal(attack, language="en")),
        (thing, terms.EXACT_MATCH, ox.NamedNode("javascript:alert(1)")),
        (half, terms.TYPE, ox.NamedNode(terms.ASSERTION)),
        (half, terms.SUBJECT, thing),
    ]
    return Graph(ox.Triple(s, ox.NamedNode(p), o) for s, p, o in told)


def test_texts_stay_texts_and_half_an_assertion_is_shown_as_triples(make_client) -> None:
    client = make_client(hostile_graph())
    for where in ("/id/%3Cb%3E", "/id/a_half", "/browse", "/browse?q=%3Cscript%3E"):
        text = page(client, where)
        assert "<script>alert" not in text
        assert "javascript:" not in links(text)
        assert not any(link.startswith("javascript") for link in links(text))
    assert "kg:Assertion" in page(client, "/id/a_half")
    assert "1 assertion could not be read" in words(page(client, "/id/%3Cb%3E"))


def test_the_terms_have_a_page_with_a_place_for_each(client: TestClient) -> None:
    text = page(client, "/ns")
    assert 'id="claims"' in text
    assert 'id="Assertion"' in text
    assert "Asserts sovereignty over it" in text
    turtle = client.get("/ns", headers={"accept": "text/turtle"})
    assert turtle.headers["content-location"] == "/ns.ttl"
    assert b"kg:claims a owl:ObjectProperty" in turtle.content
    assert client.get("/ns.jsonld").json()
    assert client.get("/ns.exe").status_code == 404


def test_the_list_is_searched_by_any_name_and_case(client: TestClient) -> None:
    assert "/id/japan" in links(page(client, "/browse?q=JAPÁN"))
    assert "/id/japan" not in links(page(client, "/browse?q=argen"))
    assert "/id/japan" in links(page(client, "/browse?q=tokyo"))  # as the texts call it
    assert "/id/kunashir" not in links(page(client, "/browse?kind=State"))
    assert "Nothing has a name" in page(client, "/browse?q=zzz")


def test_the_drawing_is_served_under_its_own_policy(client: TestClient) -> None:
    response = client.get("/", headers=BROWSER)
    assert "'sha256-" in response.headers["content-security-policy"]
    assert "Disputes &lt;b&gt;&amp;" in response.text


def test_a_graph_too_large_to_draw_is_listed(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.serve.drawing.MAX_DRAWN", 3)
    response = client.get("/", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/browse")
