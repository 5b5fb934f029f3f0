"""The commands take the URL of an endpoint wherever they take a graph, and two of them write to one."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli import cli
from kgraph.endpoint import Endpoint
from kgraph.graph.store import Graph, load
from kgraph.graph.write import write_graph


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


@pytest.fixture
def file(graph: Graph, tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    write_graph(graph, path)
    return path


@pytest.fixture
def url(endpoint: Endpoint) -> str:
    """An empty graph on a server."""
    return endpoint.name


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "GRAPH", "disputed-territories"),
        ("query", "GRAPH", "in-the-year", "year=1945", "--format", "json"),
        ("explain", "GRAPH", "Japan claims Kunashir"),
        ("validate", "GRAPH"),
        ("link", "review", "GRAPH", "--no-links"),
        ("diff", "GRAPH", "GRAPH"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_command_says_of_an_endpoint_what_it_says_of_a_file(
    arguments: tuple[str, ...], url: str, file: Path, graph: Graph, endpoint: Endpoint
) -> None:
    endpoint.put(graph)
    there, here = (
        run(*(str(place) if each == "GRAPH" else each for each in arguments)) for place in (url, file)
    )
    assert (there.exit_code, there.stdout) == (here.exit_code, here.stdout)
    assert there.exit_code == 0


def test_page_of_an_endpoint_is_that_of_a_file(
    url: str, file: Path, graph: Graph, endpoint: Endpoint, tmp_path: Path
) -> None:
    endpoint.put(graph)
    for place, page in ((url, "there.html"), (file, "here.html")):
        assert run("view", place, "-o", tmp_path / page).exit_code == 0
    assert (tmp_path / "there.html").read_bytes() == (tmp_path / "here.html").read_bytes()


def test_graph_goes_to_an_endpoint_and_back(url: str, file: Path, tmp_path: Path) -> None:
    assert run("export", file, "-o", url).exit_code == 0
    assert run("export", url, "-o", tmp_path / "back.ttl").exit_code == 0
    assert (tmp_path / "back.ttl").read_bytes() == file.read_bytes()


def test_what_is_there_is_replaced_only_where_told(url: str, file: Path, endpoint: Endpoint) -> None:
    assert run("export", file, "-o", url).exit_code == 0
    held = set(endpoint.download())
    small = file.with_name("small.ttl")
    small.write_text("<a:b> <a:c> <a:d> .", encoding="utf-8")
    refused = run("export", small, "-o", url)
    assert refused.exit_code == 2
    assert f"{url}: has {len(held)} triples: --replace puts others" in refused.stderr
    assert set(endpoint.download()) == held
    assert run("export", small, "-o", url, "--replace").exit_code == 0
    assert set(endpoint.download()) == set(load(small))


def test_graphs_are_merged_into_an_endpoint(url: str, file: Path, graph: Graph, endpoint: Endpoint) -> None:
    half = frozenset(list(graph)[::2])
    endpoint.put(Graph(half))
    for _ in range(2):  # once more changes nothing
        assert run("merge", file, url, "-o", url).exit_code == 0
        assert set(endpoint.download()) == set(graph)


def test_place_for_graphs_can_be_named(url: str, file: Path, server: str, endpoint: Endpoint) -> None:
    hidden = f"{server}/query?x=1"
    assert run("export", file, "-o", hidden, "--graph-store-url", f"{server}/nowhere").exit_code == 2
    assert run("export", file, "-o", hidden, "--graph-store-url", f"{server}/store").exit_code == 0
    assert run("merge", file, "-o", hidden, "--update-url", f"{server}/update").exit_code == 0
    assert set(endpoint.download()) == set(load(file))


def test_password_is_not_shown() -> None:
    for arguments in (("view",), ("query", "names"), ("export", "-o", "x.ttl"), ("validate",)):
        shown = run(arguments[0], "http://ann:secret@127.0.0.1:1/query", *arguments[1:])
        assert shown.exit_code == 2
        assert "http://127.0.0.1:1/query: nothing listens there" in shown.stderr
        assert "secret" not in shown.output
