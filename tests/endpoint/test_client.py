"""A graph on a real server is asked, copied, changed and replaced."""

import threading
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from servers import oxigraph

from kgraph.derive import derive
from kgraph.endpoint import Endpoint, Limits, Solutions
from kgraph.errors import GraphError, QueryError
from kgraph.graph.store import Change, Graph
from kgraph.graphs import open_graph
from kgraph.sparql import run
from kgraph.sparql.named import named_queries
from kgraph.vocab import IDS, NAMESPACE

NAMES = [query.name for query in named_queries()]


def triple(subject: str, value: str = "x") -> Triple:
    return Triple(NamedNode(IDS + subject), NamedNode(NAMESPACE + "claims"), NamedNode(IDS + value))


ONE, TWO = triple("japan"), triple("russia")


def test_what_is_put_is_what_comes_back(endpoint: Endpoint, graph: Graph) -> None:
    endpoint.put(graph)
    assert set(endpoint.download()) == set(graph)


def test_put_replaces_and_post_adds(endpoint: Endpoint) -> None:
    endpoint.put(Graph([ONE]))
    endpoint.put(Graph([TWO]))
    assert set(endpoint.download()) == {TWO}
    endpoint.post(Graph([ONE]))
    assert set(endpoint.download()) == {ONE, TWO}


def test_change_is_applied(endpoint: Endpoint) -> None:
    endpoint.put(Graph([ONE]))
    endpoint.apply(Change(gone=frozenset({ONE}), new=frozenset({TWO})))
    assert set(endpoint.download()) == {TWO}
    endpoint.apply(Change())
    assert set(endpoint.download()) == {TWO}


def test_terms_of_every_kind_come_back(endpoint: Endpoint) -> None:
    quoted = 'a "b" \\ \n \r \t { } \u202e 尖閣 \U0001f1ef'
    node = NamedNode("http://x.example/p")
    values = [
        Literal(quoted),
        Literal(quoted, language="en"),
        Literal("x", datatype=NamedNode(NAMESPACE + "t")),
    ]
    triples = frozenset(Triple(NamedNode("http://x.example/‮"), node, value) for value in values)
    endpoint.apply(Change(new=triples))
    assert set(endpoint.download()) == triples
    endpoint.apply(Change(gone=triples))
    assert set(endpoint.download()) == set()


def test_blank_nodes_are_read_and_in_a_change_refused(endpoint: Endpoint) -> None:
    loose = Triple(BlankNode("b"), NamedNode("a:b"), BlankNode("c"))
    endpoint.put(Graph([loose, ONE]))
    assert len(endpoint.download()) == 2
    for change in (Change(gone=frozenset({loose})), Change(new=frozenset({loose, TWO}))):
        with pytest.raises(GraphError, match="blank nodes"):
            endpoint.apply(change)
    assert len(endpoint.download()) == 2


def test_terms_of_rdf_12_are_answers_and_no_graph(endpoint: Endpoint) -> None:
    told = Triple(NamedNode("a:r"), NamedNode("a:b"), ONE)
    endpoint.apply(Change(new=frozenset({told})))
    assert endpoint.solve("SELECT ?o { ?s ?p ?o }") == Solutions(variables=("o",), rows=((ONE,),))
    assert endpoint.solve("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }") == (told,)
    with pytest.raises(
        GraphError, match=r"not a graph that kgraph reads: it holds a triple term of RDF 1\.2"
    ):
        endpoint.download()
    loose = Triple(told.subject, told.predicate, Triple(BlankNode("b"), NamedNode("a:b"), Literal("x")))
    with pytest.raises(GraphError, match="blank nodes"):
        endpoint.apply(Change(new=frozenset({loose})))


@pytest.mark.parametrize("name", NAMES)
def test_named_query_gives_the_rows_that_it_gives_on_a_file(
    endpoint: Endpoint, server: str, graph: Graph, name: str
) -> None:
    endpoint.put(graph | Graph(derive(graph)))
    assert run(f"{server}/query", name) == run(graph, name, limits=None)


def test_endpoint_without_a_derived_layer_says_so(endpoint: Endpoint, server: str, graph: Graph) -> None:
    endpoint.put(graph)
    with pytest.raises(GraphError, match=r"has no derived layer"):
        run(f"{server}/query", "disputes")


def test_names_are_found_at_the_endpoint(endpoint: Endpoint, server: str, graph: Graph) -> None:
    endpoint.put(graph)
    asked = {"territory": "KURIL islands"}
    found = run(f"{server}/query", "events", parameters=asked)
    assert found == run(graph, "events", parameters=asked, limits=None)
    assert {row[3] for row in found.rows} >= {"Kunashir"}


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s kg:claims id:kunashir }",
        "# what\nSELECT ?s ?label { ?s kg:claims id:kunashir OPTIONAL { ?s kg:nothing ?label } } ORDER BY ?s",
        "PREFIX x: <https://w3id.org/kgraph/id/>\nbase <http://a/> CONSTRUCT WHERE { ?s kg:claims x:kunashir }",
        "DESCRIBE id:kunashir",
    ],
)
def test_query_of_every_form_gives_what_it_gives_on_a_file(
    endpoint: Endpoint, server: str, graph: Graph, query: str
) -> None:
    endpoint.put(graph)
    table = run(f"{server}/query", query)
    assert table == run(graph, query, limits=None)
    assert table.rows


def test_parameters_are_filled_in(endpoint: Endpoint, server: str, graph: Graph) -> None:
    endpoint.put(graph)
    asked = {"year": "1945"}
    assert run(f"{server}/query", "in-the-year", parameters=asked) == run(
        graph, "in-the-year", parameters=asked, limits=None
    )


def test_same_guard_as_for_files(server: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        run(f"{server}/query", "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }")


def test_wrong_query_is_told_in_the_servers_words(endpoint: Endpoint) -> None:
    with pytest.raises(QueryError, match=r"/query: the server does not take it \(HTTP 400: error at 1:"):
        endpoint.solve("SELECT {")


def test_url_opens_as_a_graph(endpoint: Endpoint, server: str, graph: Graph) -> None:
    endpoint.put(graph)
    assert set(open_graph(f"{server}/query")) == set(graph)


def test_progress_is_told_of_all_triples(endpoint: Endpoint, graph: Graph) -> None:
    endpoint.put(graph)
    seen: list[object] = []
    totals: list[int] = []

    def watch(triples, total):  # type: ignore[no-untyped-def]
        totals.append(total)
        for each in triples:
            seen.append(each)
            yield each

    endpoint.download(watch)
    assert (set(seen), totals) == (set(graph), [len(graph)])


def test_empty_server_is_an_empty_graph(endpoint: Endpoint) -> None:
    assert len(endpoint.download()) == 0
    assert endpoint.solve("SELECT ?s ?p ?o { ?s ?p ?o }") == Solutions(variables=("s", "p", "o"), rows=())


def test_named_graphs_alone_are_pointed_at(endpoint: Endpoint, server: str) -> None:
    endpoint._update("INSERT DATA { GRAPH <http://x.example/g?a=1> { <a:b> <a:c> <a:d> } }")
    with pytest.raises(GraphError, match="default graph is empty, but there are named ones: name ") as caught:
        endpoint.download()
    shown = str(caught.value).rpartition(" ")[2]
    assert len(Endpoint(shown).download()) == 1
    with pytest.raises(GraphError, match="default graph is empty"):
        run(f"{server}/query", "SELECT * { ?s ?p ?o }")


def test_named_graph_is_read_and_changed_alone(endpoint: Endpoint, server: str) -> None:
    named = Endpoint(f"{server}/query?default-graph-uri=http://x.example/g")
    endpoint.put(Graph([ONE]))
    named.apply(Change(new=frozenset({TWO})))
    assert (set(named.download()), set(endpoint.download())) == ({TWO}, {ONE})
    named.put(Graph([ONE, TWO]))
    named.apply(Change(gone=frozenset({ONE})))
    assert (set(named.download()), set(endpoint.download())) == ({TWO}, {ONE})


def test_change_too_large_for_the_server_is_limited_by_the_size_of_a_part(
    endpoint: Endpoint, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kgraph.endpoint.faults import RefusedError

    update = endpoint._update
    sent = []

    def limited(text: str) -> None:
        sent.append(len(text))
        if len(text) > 2000:
            raise RefusedError("too large", 413, len(text))
        update(text)

    monkeypatch.setattr(endpoint, "_update", limited)
    monkeypatch.setattr("kgraph.endpoint.client.PART_BYTES", 1000)
    old, new = (frozenset(triple(f"{kind}{n}") for n in range(40)) for kind in ("old", "new"))
    endpoint.put(Graph(old))
    endpoint.apply(Change(gone=old, new=new))
    assert set(endpoint.download()) == new
    assert len(sent) > 8
    assert "goes in" in caplog.text


def test_graph_larger_than_the_limit_is_not_copied(endpoint: Endpoint, server: str, graph: Graph) -> None:
    endpoint.put(graph)
    small = Endpoint(f"{server}/query", limits=Limits(size=1000))
    with pytest.raises(
        GraphError, match=rf"{len(graph):,} triples are more than the 0\.001 MB that are copied"
    ):
        small.download()


def test_server_that_only_reads_takes_no_change(tmp_path: Path) -> None:
    with oxigraph(location=tmp_path / "s") as url:
        Endpoint(f"{url}/query").put(Graph([ONE]))
    with oxigraph("serve-read-only", tmp_path / "s") as url:
        endpoint = Endpoint(f"{url}/query")
        for write in (
            lambda: endpoint.put(Graph([TWO])),
            lambda: endpoint.post(Graph([TWO])),
            lambda: endpoint.apply(Change(new=frozenset({TWO}))),
        ):
            with pytest.raises(
                GraphError, match=rf"^{url}/query: the server forbids it \(HTTP 403: .*read-only"
            ):
                write()
        assert set(endpoint.download()) == {ONE}


def test_changes_from_two_sides_do_not_mix(endpoint: Endpoint, server: str) -> None:
    def add(side: str) -> None:
        with Endpoint(f"{server}/query") as own:
            for number in range(20):
                own.apply(Change(new=frozenset({triple(f"{side}-{number}")})))

    threads = [threading.Thread(target=add, args=(side,)) for side in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(endpoint.download()) == 40
