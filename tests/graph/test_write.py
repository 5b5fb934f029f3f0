"""Files are the same, byte by byte, for the same triples."""

import difflib
import gzip
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import handmade
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

import kgraph.graph.rdf
from kgraph.errors import GraphError
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph, load
from kgraph.graph.write import WRITERS, to_jsonld, to_nquads, to_trig, to_turtle, write_graph, write_to
from kgraph.model import Reading, assertion_id, evidence_id
from kgraph.vocab import IDS, NAMESPACE, PREFIXES, document_iri

GOLDEN = Path(__file__).parent.parent / "golden" / "handmade.ttl"

DIGESTS = """
import hashlib, io, random, sys
import handmade
from kgraph.graph.rdf import to_triples
from kgraph.graph.store import Graph
from kgraph.graph.write import WRITERS, write_to
readings = list(handmade.all_readings())
triples = list(to_triples(readings))
random.Random(int(sys.argv[1])).shuffle(triples)
for suffix in WRITERS:
    stream = io.BytesIO()
    write_to(Graph(triples), stream, suffix)
    print(suffix, hashlib.sha256(stream.getvalue()).hexdigest())
"""


def test_turtle_is_the_golden_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the difference before you replace the file: every graph of every user changes with it."""
    monkeypatch.setattr(kgraph.graph.rdf, "__version__", "0.1.0")
    assert to_turtle(Graph(to_triples(handmade.all_readings()))) == GOLDEN.read_text(encoding="utf-8")


def test_bytes_do_not_depend_on_hash_seed_or_order() -> None:
    outputs = set()
    for seed in ("0", "1", "4242"):
        path = os.pathsep.join([str(Path.cwd()), str(Path(handmade.__file__).parent)])
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": path}
        command = [sys.executable, "-c", DIGESTS, seed]
        outputs.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout)
    assert len(outputs) == 1


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".jsonld"])
def test_file_read_back_has_the_same_triples(graph: Graph, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{suffix}"
    write_graph(graph, path)
    assert set(load(path)) == set(graph)


def test_rdflib_reads_the_turtle_alike(graph: Graph) -> None:
    assert isomorphic(rdflib.Graph().parse(data=to_turtle(graph), format="turtle"), graph.rdflib())


def test_rdflib_reads_the_jsonld_alike(graph: Graph) -> None:
    assert isomorphic(rdflib.Graph().parse(data=to_jsonld(graph), format="json-ld"), graph.rdflib())


@pytest.mark.parametrize(
    ("suffix", "ends"),
    [(".ttl", r"\n(?!\t)"), (".trig", r"\n(?!\t\t)"), (".nq", r"\n"), (".nt", r"\n"), (".jsonld", r"\n")],
)
def test_two_new_assertions_change_only_what_is_about_them(
    suffix: str, ends: str, readings: tuple[Reading, ...]
) -> None:
    """All else stays, subject by subject and in its place: the assertions, their things and their document apart."""
    kurils, *others = readings
    fewer = replace(kurils, assertions=kurils.assertions[2:])
    names = {"japan", "russia", "kunashir", document_iri("kurils-2019").rpartition("/")[2]}
    for one in kurils.assertions[:2]:
        names |= {assertion_id(one), evidence_id(one, one.evidence[0])}
    texts = [to_bytes([first, *others], suffix).decode() for first in (fewer, kurils)]
    changed = changed_parts(*(re.split(ends, text) for text in texts))
    assert changed
    assert [part for part in changed if not any(name in part.split("\n")[0] for name in names)] == []


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".nt", ".jsonld"])
def test_new_bare_triple_changes_two_lines_at_most(suffix: str, graph: Graph) -> None:
    more = Triple(NamedNode(IDS + "japan"), NamedNode(NAMESPACE + "claims"), NamedNode(IDS + "iturup"))
    texts = []
    for triples in (graph, graph | Graph([more])):
        stream = io.BytesIO()
        write_to(triples, stream, suffix)
        texts.append(stream.getvalue().decode().split("\n"))
    assert 1 <= len(changed_parts(*texts)) <= 2


def changed_parts(before: list[str], after: list[str]) -> list[str]:
    """List the parts that come or go, as `diff` shows them."""
    parts = difflib.unified_diff(before, after, n=0, lineterm="")
    return [part[1:] for part in list(parts)[2:] if part[0] in "+-"]


def to_bytes(readings: Iterable[Reading], suffix: str) -> bytes:
    """Write the graph of some readings."""
    stream = io.BytesIO()
    write_to(Graph(to_triples(readings)), stream, suffix)
    return stream.getvalue()


def test_only_prefixes_in_use_are_declared() -> None:
    label = Triple(NamedNode(IDS + "japan"), NamedNode(PREFIXES["rdfs"] + "label"), Literal("Japan"))
    declared = [
        line.split()[1] for line in to_turtle(Graph([label])).split("\n") if line.startswith("@prefix")
    ]
    assert declared == ["id:", "rdfs:"]


def test_prefixes_are_in_alphabetical_order(graph: Graph) -> None:
    declared = [line for line in to_turtle(graph).split("\n") if line.startswith("@prefix")]
    assert declared == sorted(declared)


def test_trig_has_one_graph_a_document(graph: Graph) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=to_trig(graph), format="trig")
    names = {str(g.identifier) for g in dataset.graphs() if len(g)}
    assert names == {document_iri(document.id) for document in graph.documents()}


def test_graph_of_a_document_is_what_the_document_alone_gives(graph: Graph) -> None:
    """Apart from words that other texts use for the same things."""
    alone = Graph(to_triples([handmade.bakassi()]))
    dataset = rdflib.Dataset()
    dataset.parse(data=to_trig(graph), format="trig")
    ours = dataset.graph(rdflib.URIRef(document_iri("bakassi-2008")))
    assert {tuple(map(str, t)) for t in ours} == {tuple(map(str, t)) for t in alone.rdflib()}


def test_what_no_document_supports_is_in_the_default_graph() -> None:
    loose = Triple(NamedNode(IDS + "x"), NamedNode(PREFIXES["rdfs"] + "label"), Literal("x"))
    assert to_nquads(Graph([loose])) == f'<{IDS}x> <{PREFIXES["rdfs"]}label> "x" .\n'


def test_unknown_suffix_lists_those_known(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"x\.docx: unknown format; the suffix must be one of \.ttl \.trig"):
        write_graph(graph, tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", list(WRITERS))
def test_empty_graph_can_be_written(suffix: str, tmp_path: Path) -> None:
    write_graph(Graph(), tmp_path / f"x{suffix}")
    assert (tmp_path / f"x{suffix}").exists()


@settings(max_examples=50)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=5))
def test_any_literal_survives_turtle(words: list[str]) -> None:
    graph = Graph(Triple(NamedNode(IDS + "x"), NamedNode(NAMESPACE + "rule"), Literal(w)) for w in words)
    text = to_turtle(graph)
    assert {str(o) for o in rdflib.Graph().parse(data=text, format="turtle").objects()} == set(words)
    assert hashlib.sha256(text.encode()).digest() == hashlib.sha256(to_turtle(graph).encode()).digest()


# ------------------------------------------------------------------ JSON-LD


def test_jsonld_is_compact_with_its_own_context_and_a_line_a_subject(graph: Graph) -> None:
    text = to_jsonld(graph)
    document = json.loads(text)
    assert document["@context"]["kg"] == NAMESPACE
    assert len(document["@graph"]) == len({t.subject for t in graph})
    line = next(line for line in text.split("\n") if '"@id":"id:kunashir"' in line[:20])
    assert json.loads(line.rstrip(","))["kg:known"] is True


def test_a_processor_of_jsonld_has_the_same_triples_and_fetches_nothing(graph: Graph) -> None:
    def refuse(url: str, _: object) -> object:
        raise AssertionError(f"fetches {url}")

    options = {"documentLoader": refuse, "format": "application/n-quads"}
    document = json.loads(to_jsonld(graph))
    expanded = jsonld.expand(document, options)
    compacted = jsonld.compact(expanded, document["@context"], options)
    for each in (document, expanded, compacted):
        quads = jsonld.to_rdf(each, options)
        assert {q.triple for q in parse(quads, format=RdfFormat.N_QUADS)} == set(graph)


def test_iri_whose_scheme_is_a_prefix_stays_what_it_is() -> None:
    place = Triple(NamedNode(IDS + "x"), NamedNode(PREFIXES["geo"] + "lat"), NamedNode("geo:44.1,145.9"))
    text = to_jsonld(Graph([place]))
    assert {str(o) for o in rdflib.Graph().parse(data=text, format="json-ld").objects()} == {"geo:44.1,145.9"}
    assert [q.triple for q in parse(text, format=RdfFormat.JSON_LD)] == [place]


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["integer", "boolean", "decimal", "string", "double"]), st.text("01-+.truefalsE")
        )
    )
)
def test_any_literal_survives_jsonld(values: list[tuple[str, str]]) -> None:
    kinds = [(value, NamedNode(PREFIXES["xsd"] + kind)) for kind, value in values]
    triples = {
        Triple(NamedNode(IDS + "x"), NamedNode(NAMESPACE + "rule"), Literal(value, datatype=kind))
        for value, kind in kinds
    }
    assert {q.triple for q in parse(to_jsonld(triples), format=RdfFormat.JSON_LD)} == triples


# ------------------------------------------------------------------ compressed


@pytest.mark.parametrize("suffix", list(WRITERS))
def test_compressed_file_is_the_file_compressed(graph: Graph, suffix: str, tmp_path: Path) -> None:
    for name in (f"x{suffix}", f"x{suffix}.gz", f"y{suffix}.gz"):
        write_graph(graph, tmp_path / name)
    packed = (tmp_path / f"x{suffix}.gz").read_bytes()
    assert packed == (tmp_path / f"y{suffix}.gz").read_bytes()
    assert gzip.decompress(packed) == (tmp_path / f"x{suffix}").read_bytes()
