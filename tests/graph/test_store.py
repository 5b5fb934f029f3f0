"""Graph files are read, and a broken one is named with its place."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Triple

from kgraph.errors import GraphError
from kgraph.graph.store import Change, Graph, load
from kgraph.graph.write import to_trig, to_turtle
from kgraph.vocab import IDS, NAMESPACE


@pytest.mark.parametrize("suffix", [".ttl.gz", ".trig.gz"])
def test_compressed_file_is_read(graph: Graph, suffix: str, tmp_path: Path) -> None:
    text = to_turtle(graph) if suffix.startswith(".ttl") else to_trig(graph)
    path = tmp_path / f"x{suffix}"
    path.write_bytes(gzip.compress(text.encode()))
    assert set(load(path)) == set(graph)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.ttl", b"@prefix a: <http://a/> .\na:b a:c .", r"x\.ttl:2:\d+: not Turtle: "),
        ("x.ttl", b"<html><body>no graph</body>", r"x\.ttl:1:\d+: not Turtle: "),
        ("x.ttl", b"\xff\xfe\x00", r"x\.ttl:1:1: not Turtle: .*UTF-8"),
        ("x.jsonld", b"{", r"x\.jsonld:1:\d+: not JSON-LD: "),
        ("x.jsonld", b'{"@context": "https://x.example/c", "@id": "b"}', r"x\.jsonld: not JSON-LD: "),
        ("x.rdf", b"", r"x\.rdf: not a graph file that kgraph reads: \.ttl \.trig"),
        ("x", b"", r"x: not a graph file"),
        ("x.ttl.gz", b"not gzip", r"x\.ttl\.gz: cannot be read: "),
        (
            "x.ttl.gz",
            gzip.compress(b"<a:b> <a:c> <a:d> .", mtime=0)[:-4],
            r"x\.ttl\.gz: cannot be read: .*damaged",
        ),
    ],
)
def test_broken_file_is_named(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GraphError, match=message) as caught:
        load(path)
    assert "\n" not in str(caught.value)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"gone\.ttl: cannot be read: No such file"):
        load(tmp_path / "gone.ttl")


def test_empty_file_is_an_empty_graph(tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.touch()
    assert len(load(path)) == 0


def test_triples_of_all_named_graphs_count(tmp_path: Path) -> None:
    path = tmp_path / "x.trig"
    path.write_text(
        "<a:g> { <a:b> <a:c> <a:d> } <a:h> { <a:b> <a:c> <a:e> } <a:b> <a:c> <a:f> .", encoding="utf-8"
    )
    assert len(load(path)) == 3


def test_copy_by_bytes_is_the_same(graph: Graph) -> None:
    assert set(Graph.from_bytes(graph.to_bytes())) == set(graph)


def test_rdflib_graph_has_the_triples_and_the_prefixes(graph: Graph) -> None:
    copy = graph.rdflib()
    assert len(copy) == len(graph)
    assert {"kg": NAMESPACE, "id": IDS}.items() <= {p: str(n) for p, n in copy.namespaces()}.items()


def test_values_are_sorted_and_a_blank_node_has_none(graph: Graph) -> None:
    claimed = graph.values(IDS + "japan", NAMESPACE + "claims")
    assert claimed == [IDS + "kunashir", IDS + "kuril-islands"]
    assert graph.values("b0", NAMESPACE + "claims") == []


def test_change_takes_out_and_puts_in(graph: Graph) -> None:
    changed = Graph(graph)
    gone = frozenset(t for t in graph if t.predicate.value == NAMESPACE + "claims")
    new = frozenset(Triple(t.object, t.predicate, t.subject) for t in gone)
    changed.apply(Change(gone=gone, new=new))
    assert set(changed) == set(graph) - gone | new


def test_records_follow_a_change(graph: Graph) -> None:
    changed = Graph(graph)
    assert changed.assertions()
    changed.apply(Change(gone=frozenset(graph)))
    assert changed.assertions() == ()


def test_empty_change_changes_nothing(graph: Graph) -> None:
    assert not Change()
    changed = Graph(graph)
    changed.apply(Change())
    assert set(changed) == set(graph)


def test_places_are_read_where_a_graph_has_them() -> None:
    text = f"""
        @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
        <{IDS}kunashir> geo:lat 44.1 ; geo:long 145.9 .
        <{IDS}merged> geo:lat 10.0, 20.0 ; geo:long 5 .
        <{IDS}half> geo:lat 44.1 .
        <{IDS}nowhere> geo:lat "north" ; geo:long 3.0 .
        <{IDS}beyond> geo:lat 91.0 ; geo:long 3.0 .
        <{IDS}unending> geo:lat "nan" ; geo:long "inf" .
    """
    graph = Graph(ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert graph.places() == {"kunashir": (44.1, 145.9), "merged": (10.0, 5.0)}
