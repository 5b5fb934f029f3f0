"""Lines are sorted however they come and however many there are; sorted files are searched."""

import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kgraph.graph.ordered import Lines, parse_lines, sorted_lines
from kgraph.graph.prefixes import seen_namespaces, seen_schemes
from kgraph.graph.sorted_file import sort_to_file
from kgraph.graph.store import Graph
from kgraph.graph.write import write_to

NODES = st.sampled_from(["a:b", "a:b#c", "a:bc", "https://w3id.org/kgraph/id/é", "a:b/c"]).map(NamedNode)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(Literal)
TRIPLES = st.builds(Triple, st.one_of(NODES, st.just(BlankNode("b"))), NODES, st.one_of(NODES, TEXTS))


@given(st.lists(st.text("ab\u00e9\u2028", max_size=5)), st.integers(1, 40), st.integers(1, 9))
def test_lines_come_sorted_and_once_whatever_the_pieces(words: list[str], run: int, piece: int) -> None:
    data = "".join(word + "\n" for word in words).encode()
    with Lines(run_bytes=run) as lines:
        for start in range(0, len(data), piece):
            lines.write(data[start : start + piece])
        assert list(lines) == sorted({f"{word}\n".encode() for word in words})


@settings(max_examples=50)
@given(st.lists(TRIPLES, max_size=20))
def test_sorted_lines_are_read_back(triples: list[Triple]) -> None:
    with Lines() as lines:
        assert set(parse_lines(sorted_lines(triples, lines))) == set(triples)


@settings(max_examples=50)
@given(st.lists(TRIPLES, max_size=20))
def test_each_subject_is_found_in_a_sorted_file(triples: list[Triple]) -> None:
    with sort_to_file(triples) as found:
        for subject in (*{t.subject for t in triples}, NamedNode("a:a"), NamedNode("z:z")):
            assert set(found.about(subject)) == {t for t in triples if t.subject == subject}
        assert list(found) == sorted(found)


def test_subjects_of_a_whole_graph_are_found(graph: Graph) -> None:
    with sort_to_file(graph) as found:
        assert {t for s in {t.subject for t in graph} for t in found.about(s)} == set(graph)


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nq", ".nt", ".jsonld"])
def test_sorting_on_disk_gives_the_same_bytes(
    graph: Graph, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    triples = random.Random(1).sample(list(graph), len(graph))
    outputs = []
    for run_bytes in (2**26, 5000):
        monkeypatch.setattr("kgraph.graph.ordered.RUN_BYTES", run_bytes)
        outputs.append(io.BytesIO())
        write_to([*triples, *triples[:50]], outputs[-1], suffix)
    assert outputs[0].getvalue() == outputs[1].getvalue()


# ------------------------------------------------------------------ which prefixes are in use


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("<https://w3id.org/kgraph/id/a> <a:b> <a:c> .", {"id"}),
        ("<a:a> <https://w3id.org/kgraph/ns#claims> <a:c> .", {"kg"}),
        ('<a:a> <a:b> "1"^^<http://www.w3.org/2001/XMLSchema#date> .', {"xsd"}),
        ("<https://w3id.org/kgraph/id/a/b> <a:b> <a:c> .", set()),
        ('<a:a> <a:b> "<https://w3id.org/kgraph/id/a>" .', set()),
        ('<a:a> <a:b> "\\" <https://w3id.org/kgraph/id/a> \\\\" .', set()),
    ],
)
def test_prefix_is_used_where_an_iri_is_of_its_namespace(line: str, found: set[str]) -> None:
    seen = seen_namespaces()
    seen.look(f"<a:z> <a:z> <a:z> .\n{line}\n<a:z> <a:z> <a:z> .\n".encode())
    assert seen.found == found


def test_scheme_that_is_a_prefix_of_ours_is_seen() -> None:
    seen = seen_schemes()
    seen.look(b'<a:b> <a:c> "<wd:1>" .\n<a:b> <a:c> <geo:44.1,145.9> .\n')
    assert seen.found == {"geo"}
