"""Graphs as a network of things and the assertions between them: for networkx, Gephi, yEd and their like.

What the neighbours do with a file, as their readers are written:

- Gephi draws an edge's `label`, and adds up parallel edges of one `kind`: both are `edge_type` here, so that a claim,
  its denial and a recognition between the same two stay three edges.
- Gephi takes the keys "d3" and "d7" of any GraphML for the labels of nodes and edges, as yEd writes them, and networkx
  numbers its keys so: each place would be labelled with its latitude.
"""

import re
from typing import TYPE_CHECKING

from kgraph.graph.store import Graph
from kgraph.graph.tables import Row, node_rows, relation_row
from kgraph.model import Assertion, EntityKind, Modality, Polarity, assertion_id
from kgraph.times import time_bounds

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["edge_type", "to_gexf", "to_graphml", "to_network"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no XML 1.0 file may hold them
_GRAPHML_KEY = re.compile('(<(?:key id|data key)=")d(?=[0-9]+")')  # in a text it would read "&lt;"
_KEPT = ("predicate", "about", "polarity", "modality", "attribution", "time")


def to_network(graph: Graph) -> "nx.MultiDiGraph[str]":
    """Project the graph to things and assertions between them: one edge an assertion, keyed by its id.

    An edge carries its `edge_type` as label, the qualifiers, how many places and documents say it, and the words of its
    surest evidence.
    """
    import networkx as nx  # 0.1 s, and who writes Turtle needs none

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    assertions = graph.assertions()
    ends = {end.id for each in assertions for end in (each.subject, each.object)}
    for row in node_rows(graph):
        if (
            row["id"] in ends or row["kind"] != EntityKind.NAME
        ):  # words for an office or a matter stand on the edges
            network.add_node(str(row["id"]), **{k: _clean(v) for k, v in row.items() if k != "id"})
    for assertion in assertions:
        attributes = {k: _clean(v) for k, v in _edge_row(assertion).items()}
        network.add_edge(assertion.subject.id, assertion.object.id, key=assertion_id(assertion), **attributes)
    return network


def edge_type(assertion: Assertion) -> str:
    """Name the type of an assertion's edge: its predicate alone where it may be taken as said.

    What the text does not make its own, denies or holds possible has a type of its own (`claims_denied`): who looks for
    `claims` finds what the RDF graph has as a bare triple.
    """
    name = assertion.predicate.replace(":", "_")  # a user's own predicate has a prefix
    if assertion.modality is Modality.POSSIBLE:
        name += "_possible"
    if assertion.polarity is Polarity.NEGATIVE:
        name += "_denied"
    return name if name != assertion.predicate or assertion.is_plain else f"{name}_attributed"


def _edge_row(assertion: Assertion) -> Row:
    row = {key: value for key, value in relation_row(assertion).items() if key in _KEPT}
    best = max(assertion.evidence, key=lambda e: e.confidence, default=None)
    return {
        "label": edge_type(assertion),
        **row,
        "confidence": assertion.confidence,
        "evidence": len(assertion.evidence),
        "documents": len({e.document_id for e in assertion.evidence}),
        "quotation": best.quotation if best else "",
    }


def to_graphml(graph: Graph) -> str:
    """Write GraphML that networkx, Gephi and yEd read; characters that no XML may hold become U+FFFD."""
    import networkx as nx

    text = "\n".join(nx.generate_graphml(to_network(graph))) + "\n"
    return _GRAPHML_KEY.sub(r"\1k", text)


def to_gexf(graph: Graph) -> str:
    """Write GEXF 1.3 that Gephi and networkx read: an assertion is in Gephi's timeline when its text says it holds.

    What networkx adds is left out: the present day, a wrong place of the schema, a name that the format does not know.
    """
    from networkx.readwrite.gexf import GEXFWriter

    network = to_network(graph)
    for _, _, key, edge in network.edges(keys=True, data=True):
        bounds = zip(("start", "end"), time_bounds(edge["time"]), strict=True)
        edge |= {"id": key, **{name: day.isoformat() for name, day in bounds if day}}
    writer = GEXFWriter(version="1.3")
    writer.add_graph(network)
    writer.xml.remove(writer.xml.find("meta"))
    for name in ("xmlns:xsi", "xsi:schemaLocation"):
        writer.xml.attrib.pop(name)
    writer.graph_element.attrib.pop("name")
    for element in writer.xml.iter("edge"):
        element.set("kind", element.get("label"))
    return f"{writer}\n"


def _clean(value: str | float | bool) -> str | float | bool:
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
