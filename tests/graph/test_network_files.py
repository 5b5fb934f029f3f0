"""Networks for other tools hold every assertion; the files are as Gephi, yEd and networkx read them."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import handmade
import networkx as nx
import pytest
from lxml import etree

from kgraph.gazetteer import Gazetteer
from kgraph.graph.network import edge_type, to_gexf, to_graphml, to_network
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.model import Assertion, assertion_id

HERE = Path(__file__).parent
GEXF, GRAPHML = "{http://gexf.net/1.3}", "{http://graphml.graphdrawing.org/xmlns}"


def test_node_has_what_the_gazetteer_adds() -> None:
    graph = Graph(to_triples([handmade.kurils()], Gazetteer.load()))
    node = to_network(graph).nodes["kunashir"]
    assert (node["lat"], node["long"], node["kind"], node["known"]) == (44.1, 145.9, "Territory", True)


def test_network_has_one_edge_for_each_assertion(graph: Graph) -> None:
    network = to_network(graph)
    assert sorted(key for _, _, key in network.edges(keys=True)) == sorted(
        map(assertion_id, graph.assertions())
    )
    claim = Assertion(subject=handmade.JAPAN, predicate="claims", object=handmade.KUNASHIR)
    edge = network.edges["japan", "kunashir", assertion_id(claim)]
    assert (edge["evidence"], edge["documents"], edge["confidence"]) == (2, 2, 0.9)


def test_words_that_an_edge_is_only_about_are_no_point(graph: Graph) -> None:
    network = to_network(graph)
    alone = {node: network.nodes[node]["kind"] for node in nx.isolates(network)}
    assert "Name" not in alone.values()
    assert any(edge["about"] == "Foreign Minister" for _, _, edge in network.edges(data=True))


def test_parallel_assertions_stay_apart(graph: Graph) -> None:
    assert to_network(graph).number_of_edges("russia", "kunashir") == 3


def test_graphml_reads_back_the_same(graph: Graph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path / "x.graphml")
    back, network = nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True), to_network(graph)
    assert dict(back.nodes(data=True)) == dict(network.nodes(data=True))
    assert list(back.edges(keys=True, data=True)) == list(network.edges(keys=True, data=True))


def test_gexf_reads_back_the_same_and_holds_no_date_of_its_making(graph: Graph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path / "x.gexf")
    back, network = nx.read_gexf(tmp_path / "x.gexf"), to_network(graph)
    assert dict(back.nodes(data=True)) == dict(network.nodes(data=True))
    edges = {key: {**data, "id": key} for _, _, key, data in network.edges(keys=True, data=True)}
    read = {
        key: {name: value for name, value in data.items() if name not in ("start", "end")}
        for _, _, key, data in back.edges(keys=True, data=True)
    }
    assert read == edges
    assert "<meta" not in (tmp_path / "x.gexf").read_text(encoding="utf-8")


@pytest.mark.parametrize(("write", "schema"), [(to_gexf, "gexf.xsd"), (to_graphml, "graphml.xsd")])
def test_a_file_keeps_to_the_schema_of_its_format(
    write: Callable[[Graph], str], schema: str, graph: Graph
) -> None:
    etree.XMLSchema(file=HERE / schema).assertValid(etree.fromstring(write(graph)))
    etree.XMLSchema(file=HERE / schema).assertValid(etree.fromstring(write(Graph())))


def test_gephi_takes_the_labels_of_graphml_for_labels(graph: Graph) -> None:
    """Its reader, as it is written: a label is what a key of the name "label" says, or of yEd's ids "d3" and "d7"."""
    root = ET.fromstring(to_graphml(graph))
    keys = {key.get("id"): key.get("attr.name") for key in root.iter(f"{GRAPHML}key")}
    labels = {key for key, name in keys.items() if name == "label" or key in ("d3", "d7")}
    network = to_network(graph)
    for kind, expected in (("node", network.nodes(data="label")), ("edge", network.edges(data="label"))):
        said = [
            data.text
            for element in root.iter(f"{GRAPHML}{kind}")
            for data in element
            if data.get("key") in labels
        ]
        assert said == [each[-1] for each in expected]


def test_gephi_does_not_add_up_edges_of_different_types(graph: Graph) -> None:
    edges = [each.attrib for each in ET.fromstring(to_gexf(graph)).iter(f"{GEXF}edge")]
    types = {assertion_id(each): edge_type(each) for each in graph.assertions()}
    assert {each["id"]: each["kind"] for each in edges} == types
    assert all(each["label"] == each["kind"] for each in edges)


def test_an_edge_is_in_the_timeline_when_its_text_says_it_holds(graph: Graph) -> None:
    said = {assertion_id(each): each.time for each in graph.assertions()}
    edges = [each.attrib for each in ET.fromstring(to_gexf(graph)).iter(f"{GEXF}edge")]
    days = {(said[each["id"]], each.get("start"), each.get("end")) for each in edges}
    assert days >= {
        (None, None, None),
        ("2016", "2016-01-01", "2016-12-31"),
        ("1956/", "1956-01-01", None),
        ("2008-08-14", "2008-08-14", "2008-08-14"),
    }


def test_control_characters_do_not_break_graphml(tmp_path: Path) -> None:
    reading = handmade.bakassi()
    named = replace(handmade.thing("bakassi"), label="a\x00b\x1b\ufffe <&> \u202e")
    said = replace(reading.assertions[0], about=named)
    graph = Graph(to_triples([replace(reading, assertions=(said,))]))
    (tmp_path / "x.graphml").write_text(to_graphml(graph), encoding="utf-8")
    labels = nx.get_node_attributes(nx.read_graphml(tmp_path / "x.graphml"), "label").values()
    assert any("<&>" in label for label in labels)
