"""`kgraph derive`, and that whoever reads a graph does not mind its derived layer."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kgraph.cli import cli
from kgraph.derive import count_conclusions, is_derived, strip, with_derived
from kgraph.graph.network import to_graphml
from kgraph.graph.store import Graph, load
from kgraph.graph.tables import to_csv, to_node_csv
from kgraph.graph.write import to_nquads, to_turtle, write_graph
from kgraph.validation import validate
from kgraph.view import build_page
from kgraph.vocab import IDS, NAMESPACE


@pytest.fixture(scope="module")
def read_file(tmp_path_factory: pytest.TempPathFactory, graph: Graph) -> Path:
    path = tmp_path_factory.mktemp("derive") / "graph.ttl"
    write_graph(graph, path)
    return path


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["derive", *map(str, arguments)])
    return result.exit_code, result.stderr


def test_it_writes_the_graph_with_what_follows_and_counts_it(read_file: Path, graph: Graph) -> None:
    out = read_file.with_name("out.ttl")
    code, said = run(read_file, "-o", out)
    assert code == 0
    assert said.startswith("kgraph: derived: within 1, concerns ")
    assert set(load(out)) == set(with_derived(graph))
    assert set(strip(load(out))) == set(graph)


def test_what_was_derived_before_is_replaced_and_the_file_can_be_its_own_target(read_file: Path) -> None:
    once = read_file.with_name("once.ttl")
    run(read_file, "-o", once)
    stale = once.read_bytes() + b'id:i_old a kg:Inferred ; kg:derivedBy "dispute" .\n'
    wanted = once.read_bytes()
    once.write_bytes(stale)
    assert run(once, "-o", once)[0] == 0
    assert once.read_bytes() == wanted


def test_a_graph_from_which_nothing_follows_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "empty.ttl").write_text("", encoding="utf-8")
    assert run(tmp_path / "empty.ttl", "-o", tmp_path / "out.ttl") == (
        0,
        "kgraph: derived: nothing follows\n",
    )


def test_a_mistake_is_one_line(tmp_path: Path) -> None:
    code, said = run(tmp_path / "none.ttl", "-o", tmp_path / "out.ttl")
    assert (code, said.count("\n")) == (2, 1)
    assert not (tmp_path / "out.ttl").exists()


def test_quiet_says_nothing(read_file: Path) -> None:
    result = CliRunner().invoke(
        cli, ["-q", "derive", str(read_file), "-o", str(read_file.with_name("q.ttl"))]
    )
    assert (result.exit_code, result.output) == (0, "")


def test_conclusions_are_counted_by_rule_in_the_order_of_the_rules(graph: Graph) -> None:
    counts = count_conclusions(with_derived(graph))
    assert list(counts) == [
        "within",
        "concerns",
        "super-property",
        "contradiction",
        "period",
        "belief",
        "dispute",
    ]
    assert count_conclusions(graph) == {}


def test_page_and_tables_are_those_of_what_was_read(graph: Graph) -> None:
    both = with_derived(graph)
    for write in (to_csv, to_node_csv, to_graphml):
        assert write(both) == write(graph)
    pages = (
        build_page(g.documents(), g.assertions(), predicates=g.predicates, title="x") for g in (graph, both)
    )
    assert len(set(pages)) == 1


def test_what_is_derived_is_said_by_no_document(graph: Graph) -> None:
    derived = {str(triple) for triple in with_derived(graph) if is_derived(triple)}
    quads = [line.removesuffix(" .") for line in to_nquads(with_derived(graph)).splitlines()]
    assert derived <= set(quads)
    assert {line for line in quads if line not in derived} == {
        line.removesuffix(" .") for line in to_nquads(graph).splitlines()
    }


def test_a_graph_with_its_layer_is_well_formed(graph: Graph) -> None:
    assert validate(with_derived(graph)).conforms


def test_a_layer_that_is_not_as_it_should_be_is_found(graph: Graph) -> None:
    text = to_turtle(with_derived(graph)).replace(
        'kg:derivedBy "dispute"', 'kg:derivedBy "dispute" , "belief"'
    )
    broken = Graph(quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))
    assert {problem.path for problem in validate(broken).problems} == {"kg:derivedBy"}


def test_the_graph_tells_the_page_what_lies_within_what_and_what_is_past(graph: Graph) -> None:
    assert dict(graph.wholes()) == {}
    assert dict(with_derived(graph).wholes()) == {"kunashir": frozenset({"kuril-islands"})}
    assert graph.past() == frozenset()
    ended = f'<{IDS}soviet-union> <{NAMESPACE}existsUntil> "1991-12-26" .'.encode()
    assert Graph.from_bytes(ended).past() == {"soviet-union"}
