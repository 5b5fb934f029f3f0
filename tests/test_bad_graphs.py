"""Every command that takes a GRAPH tells a bad one in one line, and leaves what was there as it was."""

import gzip
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from servers import answer, speaking

from kgraph.cli import cli
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph

OLD = "what was there"

# How the commands are called; GOOD is a graph that is well, OUT a file that is there.
COMMANDS: dict[str, tuple[str, ...]] = {
    "view": ("view", "GRAPH", "-o", "OUT.html"),
    "query": ("query", "GRAPH", "disputed-territories"),
    "query by rdflib": ("query", "GRAPH", "SELECT ?s { ?s ?p ?o }"),
    "export": ("export", "GRAPH", "-o", "OUT.ttl"),
    "export jsonld": ("export", "GRAPH", "-o", "OUT.jsonld"),
    "explain": ("explain", "GRAPH", "Japan claims Kunashir"),
    "validate": ("validate", "GRAPH"),
    "diff before": ("diff", "GRAPH", "GOOD.ttl"),
    "diff after": ("diff", "GOOD.ttl", "GRAPH"),
    "merge": ("merge", "GOOD.ttl", "GRAPH", "-o", "OUT.ttl"),
    "link review": ("link", "review", "GRAPH", "--no-links"),
    "serve": ("serve", "GRAPH", "--port", "0"),
}

HALF = '<a:b> <a:c> "Japan claims'
DEEP = 50_000
NESTED = "<<( <a:b> <a:c> " * DEEP + "<a:d>" + " )>>" * DEEP  # overflows Oxigraph's stack

# Name and content of a bad file, and what must be said of it.
FILES: dict[str, tuple[str, bytes, str]] = {
    "unknown suffix": ("g.rdf", b"", "not a graph file that kgraph reads"),
    "no suffix": ("g", b"", "not a graph file that kgraph reads"),
    "half written": ("g.ttl", HALF.encode(), "not Turtle"),
    "half written lines": ("g.nt", f"<a:b> <a:c> <a:d> .\n{HALF}".encode(), "not N-Triples"),
    "half written JSON": ("g.jsonld", b'[{"@id": "a:b", "a:c": [', "not JSON-LD"),
    "web page": ("g.ttl", b"<!doctype html><title>x</title>", "not Turtle"),
    "other format": ("g.ttl", b"<a:b> <a:c> <a:d> <a:g> .", "not Turtle"),
    "binary": ("g.ttl", bytes(range(256)), "not Turtle"),
    "UTF-16": ("g.ttl", "<a:b> <a:c> <a:d> .".encode("utf-16"), "not Turtle"),
    "Latin-1": ("g.nt", '<a:b> <a:c> "Köln" .'.encode("latin-1"), "not N-Triples"),
    "blank in an IRI": ("g.ttl", b"<a:b> <a:c> <http://x.example/a b> .", "not Turtle"),
    "surrogate": ("g.ttl", rb'<a:b> <a:c> "\uD800" .', "not Turtle"),
    "control in an IRI": ("g.nq", b"<a:b> <a:c> <http://x.example/\x1b[31m> .", "not N-Quads"),
    "relative IRI": ("g.ttl", b"<b> <a:c> <a:d> .", "not Turtle"),
    "unknown prefix": ("g.trig", b"x:g { x:a x:b x:c }", "not TriG"),
    "context elsewhere": ("g.jsonld", b'{"@context": "https://x.example/c", "@id": "b"}', "not JSON-LD"),
    "no gzip": ("g.ttl.gz", b"<a:b> <a:c> <a:d> .", "cannot be read"),
    "half a gzip": ("g.ttl.gz", gzip.compress(b"<a:b> <a:c> <a:d> .")[:-6], "cannot be read"),
    "triples in triples": ("g.ttl", f"<a:b> <a:c> {NESTED} .".encode(), "triples within one another"),
    "triples in triples of a line": (
        "g.nt",
        f"<a:b> <a:c> {NESTED} .".encode(),
        "triples within one another",
    ),
    "triple as a term": ("g.nq", b"<a:b> <a:c> <<( <a:b> <a:c> <a:d> )>> .", "a triple term of RDF 1.2"),
    "brackets in brackets": ("g.ttl", b"<a:b> <a:c> " + b"[ <a:c> " * DEEP, "not Turtle"),
    "lists in lists": ("g.trig", b"<a:b> <a:c> " + b"( " * DEEP, "not TriG"),
    "arrays in arrays": ("g.jsonld", b"[" * DEEP, "nested more than 500 deep"),
    "objects in objects": ("g.jsonld", b'{"a:b":' * DEEP, "nested more than 500 deep"),
}


@pytest.fixture
def call(tmp_path: Path, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], str]:
    """Call a command with a bad graph in a folder with a good one and old outputs; give what it complains of."""
    monkeypatch.chdir(tmp_path)
    write_graph(graph, Path("GOOD.ttl"))
    outputs = [Path(f"OUT.{suffix}") for suffix in ("html", "ttl", "jsonld")]
    for path in outputs:
        path.write_text(OLD, encoding="utf-8")

    def invoke(command: str, bad: str) -> str:
        before = sorted(Path().rglob("*"))
        done = CliRunner().invoke(cli, [bad if each == "GRAPH" else each for each in COMMANDS[command]])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert (done.exit_code, done.stdout) == (2, ""), done.output
        lines = done.stderr.splitlines()
        assert len(lines) == 1, lines
        assert lines[0].startswith("kgraph: ")
        assert lines[0].isprintable()
        assert len(lines[0]) < 700
        assert {path.read_text(encoding="utf-8") for path in outputs} == {OLD}
        assert sorted(Path().rglob("*")) == before
        return lines[0]

    return invoke


# Every bad file to one command, and to every command some.
PAIRS = [("export", bad) for bad in FILES] + [
    (command, bad)
    for command in COMMANDS
    if command != "export"
    for bad in ("half written", "triples in triples", "half a gzip")
]


@pytest.mark.parametrize(("command", "bad"), PAIRS)
def test_bad_file_is_told(call: Callable[[str, str], str], command: str, bad: str) -> None:
    name, content, message = FILES[bad]
    Path(name).write_bytes(content)
    told = call(command, name)
    assert told.startswith(f"kgraph: {name}")
    assert message in told


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.ttl", "No such file"),
        ("", "no store"),
        ("folder", "no store"),
        ("\u202egone\x1b[31m.ttl", "No such file"),
        ("x" * 400 + ".ttl", "File name too long"),
        ("ftp://x.example/g", "an endpoint is reached by http"),
    ],
    ids=["gone", "no name", "folder", "hostile name", "long name", "other protocol"],
)
def test_what_is_no_graph_is_told(
    call: Callable[[str, str], str], command: str, name: str, message: str
) -> None:
    Path("folder").mkdir()
    assert message in call(command, name)


@pytest.mark.parametrize("command", COMMANDS)
def test_bad_endpoint_is_told(call: Callable[[str, str], str], command: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert "nothing listens there" in call(command, f"http://127.0.0.1:{closed.getsockname()[1]}/query")
    with speaking(lambda _: answer("<!doctype html>", content_type="text/html")) as url:
        assert "a web page" in call(command, f"{url}/query")
