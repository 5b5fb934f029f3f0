"""rdflib works on a copy of a graph, or on the very store: what it reads, asks and writes is the same."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from rdflib.plugins.sparql import prepareQuery

from kgraph.errors import GraphError
from kgraph.graph.store import Graph
from kgraph.model import Assertion
from kgraph.vocab import IDS, NAMESPACE, PREFIXES

JAPAN, KUNASHIR, RUSSIA = (rdflib.URIRef(IDS + name) for name in ("japan", "kunashir", "russia"))
CLAIMS = rdflib.URIRef(NAMESPACE + "claims")
WHO_CLAIMS = "SELECT ?who WHERE { ?who kg:claims ?what }"


@pytest.fixture
def mine(graph: Graph) -> Graph:
    """A graph to write to."""
    return Graph(graph)


def claimants(found: rdflib.query.Result) -> set[rdflib.URIRef]:
    """Give the column ?who."""
    return {row[0] for row in found}


def test_view_and_copy_hold_the_same(graph: Graph) -> None:
    view, copy = graph.rdflib(live=True), graph.rdflib()
    assert isomorphic(view, copy)
    assert (len(view), len(copy)) == (len(graph), len(graph))
    assert set(view.objects(JAPAN, CLAIMS)) == set(copy.objects(JAPAN, CLAIMS)) != set()
    assert (JAPAN, CLAIMS, KUNASHIR) in view


@pytest.mark.parametrize("live", [False, True])
def test_a_text_is_the_plain_literal_that_rdflib_makes(graph: Graph, live: bool) -> None:
    """By itself oxrdflib gives it the type xsd:string, and rdflib takes that for another literal."""
    opened, name = graph.rdflib(live=live), rdflib.Literal("Kunashir")
    asked = "{ ?x rdfs:label ?name FILTER(?x = id:kunashir) }"
    assert opened.value(KUNASHIR, rdflib.RDFS.label) == name
    assert [row.name for row in opened.query(f"SELECT ?name {asked}")] == [name]
    assert [o for _, _, o in opened.query(f"CONSTRUCT {{ ?x rdfs:label ?name }} WHERE {asked}")] == [name]
    assert opened.query(f"ASK {asked}").askAnswer is True
    assert (KUNASHIR, rdflib.RDFS.label, name) in opened


@pytest.mark.parametrize("live", [False, True])
def test_our_prefixes_alone_are_bound(graph: Graph, live: bool) -> None:
    opened = graph.rdflib(live=live)
    assert {prefix: str(namespace) for prefix, namespace in opened.namespaces()} == dict(PREFIXES)
    assert "ns1:" not in opened.serialize(format="turtle")


@pytest.mark.parametrize("live", [False, True])
def test_queries_need_no_prefixes_and_take_values(graph: Graph, live: bool) -> None:
    opened = graph.rdflib(live=live)
    all_of_them = claimants(opened.query(WHO_CLAIMS))
    of_kunashir = claimants(opened.query(WHO_CLAIMS, initBindings={"what": KUNASHIR}))
    prepared = prepareQuery(WHO_CLAIMS, initNs=dict(PREFIXES))
    assert {JAPAN, RUSSIA} == of_kunashir < all_of_them
    assert claimants(opened.query(prepared)) == all_of_them
    assert claimants(opened.query(prepared, initBindings={"what": KUNASHIR})) == of_kunashir


def test_what_is_written_to_the_view_is_in_the_graph(mine: Graph) -> None:
    view, size = mine.rdflib(live=True), len(mine)
    view.add((RUSSIA, CLAIMS, JAPAN))
    assert IDS + "japan" in mine.values(IDS + "russia", NAMESPACE + "claims")
    view.remove((RUSSIA, CLAIMS, JAPAN))
    view.parse(data="<a:b> <a:c> <a:d> .", format="turtle")
    view.update("DELETE WHERE { <a:b> ?p ?o }")
    assert len(mine) == len(view) == size


def test_what_is_written_to_a_copy_is_not_in_the_graph(mine: Graph) -> None:
    copy, size = mine.rdflib(), len(mine)
    copy.add((RUSSIA, CLAIMS, JAPAN))
    assert (len(mine), len(copy)) == (size, size + 1)


def test_assertions_follow_what_the_view_changes(mine: Graph) -> None:
    def read() -> tuple[Assertion, ...]:
        return mine.assertions()

    before = read()
    view = mine.rdflib(live=True)
    one = next(view.subjects(rdflib.RDF.type, rdflib.URIRef(NAMESPACE + "Assertion")))
    view.remove((one, None, None))
    assert len(read()) == len(before) - 1


def test_view_of_a_folder_reads_and_refuses_to_write(graph: Graph, tmp_path: Path) -> None:
    store = ox.Store(tmp_path / "x")
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in graph)
    store.flush()
    del store
    view = Graph.around(ox.Store.read_only(str(tmp_path / "x"))).rdflib(live=True)
    assert claimants(view.query(WHO_CLAIMS)) == claimants(graph.rdflib().query(WHO_CLAIMS))
    for write in (view.add, view.remove):
        with pytest.raises(GraphError, match=r"open for reading only; take a copy: graph\.rdflib\(\)"):
            write((JAPAN, CLAIMS, KUNASHIR))
    with pytest.raises(GraphError, match="open for reading only"):
        view.update("DELETE WHERE { ?s ?p ?o }")
    assert len(view) == len(graph)
