"""By the rules of OWL 2 RL the ontology and a graph do not contradict each other, and what must clash does."""

import pytest
import rdflib
from owlrl.OWLRL import OWLRL_Semantics
from rdflib import OWL, RDF, URIRef

from kgraph.derive import derive
from kgraph.graph.store import Graph
from kgraph.vocab import IDS, KG, ONTOLOGY

JAPAN, KUNASHIR = URIRef(IDS + "japan"), URIRef(IDS + "kunashir")


def close(data: rdflib.Graph) -> OWLRL_Semantics:
    """Add all that follows with the ontology."""
    data.parse(ONTOLOGY)
    closure = OWLRL_Semantics(data, axioms=False, daxioms=False, rdfs=False)
    closure.closure()
    return closure


@pytest.fixture(scope="module")
def closed(graph: Graph) -> OWLRL_Semantics:
    """The handmade graph with its derived layer, and all that follows."""
    return close((graph | Graph(derive(graph))).rdflib())


def test_a_graph_is_consistent_with_the_ontology(closed: OWLRL_Semantics) -> None:
    assert closed.error_messages == []


def test_what_must_clash_does() -> None:
    """Two sorts of node in one, and an assertion that is positive and negative: each told of its own node."""
    data = rdflib.Graph()
    sorts = [
        ("Assertion", "Inferred"),
        ("Assertion", "Entity"),
        ("Evidence", "Document"),
        ("Entity", "PartyName"),
    ]
    nodes = [URIRef(f"{IDS}clash_{one}_{other}") for one, other in sorts]
    for node, kinds in zip(nodes, sorts, strict=True):
        for kind in kinds:
            data.add((node, RDF.type, KG[kind]))
    for value in (KG.Positive, KG.Negative):
        data.add((URIRef(IDS + "a_1"), KG.polarity, value))
    told = "\n".join(close(data).error_messages)
    assert [node for node in (*nodes, KG.Positive) if str(node) not in told] == []


def test_super_properties_and_domains_follow(closed: OWLRL_Semantics) -> None:
    data = closed.graph
    russia = URIRef(IDS + "russia")
    assert (russia, KG.controls, KUNASHIR) in data
    assert (russia, RDF.type, rdflib.PROV.Agent) in data
    assert (KUNASHIR, RDF.type, URIRef("http://www.opengis.net/ont/geosparql#Feature")) in data
    assert (JAPAN, KG.controls, KUNASHIR) not in data


def test_what_needs_no_rule_does_not_follow(closed: OWLRL_Semantics) -> None:
    """No two things become one, and nothing that a text denies comes to stand."""
    same = {pair for pair in closed.graph.subject_objects(OWL.sameAs) if pair[0] != pair[1]}
    assert same == set()
    drawn = (JAPAN, KG.claims, URIRef(IDS + "kuril-islands"))
    assert drawn in closed.graph  # of the other article, which says so
    nigeria = URIRef(IDS + "nigeria")
    assert (nigeria, KG.delimitedBoundaryWith, URIRef(IDS + "cameroon")) not in closed.graph
