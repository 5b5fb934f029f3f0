"""Every command that takes a GRAPH tells a bad one in one line, and leaves what was there as it was."""

import gzip
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import handmade
import pytest
from click.testing import CliRunner
from servers import answer, speaking

from kgraph.cli import cli
from kgraph.graph.folder import MARKER, TRIPLES
from kgraph.graph.store import Graph
from kgraph.graph.write import write_graph
from kgraph.store import Store

OLD = "what was there"

# How the commands are called; GOOD is a graph that is well, OUT a file that is there.
COMMANDS: dict[str, tuple[str, ...]] = {
    "view": ("view", "GRAPH", "-o", "OUT.html"),
    "query": ("query", "GRAPH", "disputed-territories"),
    "query by rdflib": ("query", "GRAPH", "SELECT ?s { ?s ?p ?o }"),
    "export": ("export", "GRAPH", "-o", "OUT.ttl"),
    "export graphml": ("export", "GRAPH", "-o", "OUT.graphml"),
    "export jsonld": ("export", "GRAPH", "-o", "OUT.jsonld"),
    "explain": ("explain", "GRAPH", "Japan claims Kunashir"),
    "validate": ("validate", "GRAPH"),
    "diff before": ("diff", "GRAPH", "GOOD.ttl"),
    "diff after": ("diff", "GOOD.ttl", "GRAPH"),
    "merge": ("merge", "GOOD.ttl", "GRAPH", "-o", "OUT.ttl"),
    "link review": ("link", "review", "GRAPH", "--no-links"),
    "serve": ("serve", "GRAPH", "--port", "0"),
    "derive": ("derive", "GRAPH", "-o", "OUT.ttl"),
    "info": ("info", "GRAPH"),
    "info on documents": ("info", "GRAPH", "--documents"),
}
OF_STORES: dict[str, tuple[str, ...]] = {
    "add": ("add", "article.txt", "--store", "GRAPH", "--no-links"),
    "remove": ("remove", "kurils-2019", "--store", "GRAPH"),
    "compact": ("compact", "GRAPH"),
    "backup": ("backup", "GRAPH", "copy.kg"),
    "restore": ("restore", "GRAPH", "copy.kg"),
}
IN_ITS_PLACE = {"restore there": ("restore", "WELL.kg", "GRAPH", "--overwrite")}
ALL = COMMANDS | OF_STORES | IN_ITS_PLACE

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
    Path("article.txt").write_text("Japan claims Kunashir.", encoding="utf-8")
    outputs = [Path(f"OUT.{suffix}") for suffix in ("html", "ttl", "jsonld", "graphml")]
    for path in outputs:
        path.write_text(OLD, encoding="utf-8")

    def invoke(command: str, bad: str) -> str:
        before = contents()
        done = CliRunner().invoke(cli, [bad if each == "GRAPH" else each for each in ALL[command]])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        assert (done.exit_code, done.stdout) == (2, ""), done.output
        lines = done.stderr.splitlines()
        assert len(lines) == 1, lines
        assert lines[0].startswith("kgraph: ")
        assert lines[0].isprintable()
        assert len(lines[0]) < 700
        assert {path.read_text(encoding="utf-8") for path in outputs} == {OLD}
        assert contents() == before
        return lines[0]

    return invoke


def contents() -> Mapping[Path, bytes]:
    """Read all files of this folder, but for those in which RocksDB keeps its own accounts."""
    kept = (path for path in Path().rglob("*") if not path.name.startswith(("LOG", "LOCK", "OPTIONS-")))
    return {path: path.read_bytes() if path.is_file() else b"" for path in kept}


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
        ("gone.kg", "gone.kg: No such file or directory; a graph is a file (.ttl"),
        ("", "no store"),
        ("folder", "no store"),
        ("\u202egone\x1b[31m.ttl", "No such file"),
        ("x" * 400 + ".ttl", "File name too long"),
        ("ftp://x.example/g", "an endpoint is reached by http"),
    ],
    ids=["gone", "gone store", "no name", "folder", "hostile name", "long name", "other protocol"],
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


# ------------------------------------------------------------------ stores


@pytest.fixture(scope="session")
def well(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that is well, its triples in files that never change."""
    path = tmp_path_factory.mktemp("stores") / "well.kg"
    with Store.open(path) as store:
        store.add(handmade.all_readings(), how="once")
        store.compact()
    return path


def tables(store: Path) -> list[Path]:
    return sorted((store / TRIPLES).glob("*.sst"))


def garble(store: Path) -> None:
    for table in tables(store):
        table.write_bytes(table.read_bytes()[:40] + b"?" * (table.stat().st_size - 40))


def copy_by_half(store: Path) -> None:
    for table in tables(store):
        table.unlink()


def empty(store: Path) -> None:
    shutil.rmtree(store)
    store.mkdir()


def make_foreign(store: Path) -> None:
    empty(store)
    (store / "letter.txt").write_text("Dear reader", encoding="utf-8")


# What befell a store, and what must be said of it.
BAD_STORES: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer format": (
        lambda store: (store / MARKER).write_text('{"format": 2, "kgraph": "9.0"}', encoding="utf-8"),
        "a store of format 2, made by kgraph 9.0; this version reads format 1: install a newer kgraph",
    ),
    "older format": (
        lambda store: (store / MARKER).write_text('{"format": 0, "kgraph": "0.0.1"}', encoding="utf-8"),
        "a store of format 0, made by kgraph 0.0.1; this version reads format 1: make it anew with kgraph add",
    ),
    "broken mark": (
        lambda store: (store / MARKER).write_text("{", encoding="utf-8"),
        "damaged (kgraph.json is not what kgraph writes); take it back from a backup: kgraph restore BACKUP bad.kg",
    ),
    "no CURRENT": (
        lambda store: (store / TRIPLES / "CURRENT").unlink(),
        "damaged (triples/CURRENT is missing); take it back",
    ),
    "no manifest": (
        lambda store: next((store / TRIPLES).glob("MANIFEST-*")).unlink(),
        "damaged (",
    ),
    "no triples": (
        lambda store: shutil.rmtree(store / TRIPLES),
        "damaged (triples is missing); take it back",
    ),
    "garbled": (garble, "damaged ("),
    "copied by half": (copy_by_half, "damaged ("),
    "foreign folder": (
        make_foreign,
        "no store: it has no kgraph.json; kgraph add SOURCE --store FOLDER makes",
    ),
    "empty folder": (
        empty,
        "an empty folder and no store yet; kgraph add SOURCE --store FOLDER makes a store",
    ),
}


# Every bad store to one command that reads and to all that keep stores, and to every command some.
STORE_PAIRS = [
    (command, bad)
    for command in ("info", *OF_STORES)
    for bad in BAD_STORES
    if (command, bad) != ("add", "empty folder")  # it becomes a store
] + [(command, bad) for command in COMMANDS if command != "info" for bad in ("newer format", "garbled")]


@pytest.mark.parametrize(("command", "bad"), STORE_PAIRS)
def test_bad_store_is_told(call: Callable[[str, str], str], well: Path, command: str, bad: str) -> None:
    shutil.copytree(well, "bad.kg")
    befall, message = BAD_STORES[bad]
    befall(Path("bad.kg"))
    assert call(command, "bad.kg").startswith(f"kgraph: bad.kg: {message}")


@pytest.mark.parametrize(
    "command", ["info", "info on documents", "export", "export graphml", "validate", "derive"]
)
def test_block_that_is_garbled_is_told_once_it_is_read(
    call: Callable[[str, str], str], well: Path, command: str
) -> None:
    """The store opens well; and Oxigraph, asked to count or to sort over such a block, never comes to an end."""
    shutil.copytree(well, "bad.kg")
    for table in tables(Path("bad.kg")):
        content = table.read_bytes()
        if len(content) > 10_000:  # it begins with triples, and not with what the table says of itself
            table.write_bytes(content[:40] + b"?" * 40 + content[80:])
    Store.open("bad.kg").close()
    told = call(command, "bad.kg")
    assert told.startswith("kgraph: bad.kg: damaged (block checksum mismatch")
    assert "take it back from a backup: kgraph restore BACKUP bad.kg" in told


@pytest.mark.parametrize("command", [command for command in OF_STORES if command != "add"])
def test_missing_store_is_told(call: Callable[[str, str], str], command: str) -> None:
    told = call(command, "gone.kg")
    if command == "restore":
        assert told == "kgraph: gone.kg: no such backup; kgraph backup STORE gone.kg makes one"
    else:
        assert told == "kgraph: gone.kg: no such store; kgraph add SOURCE --store gone.kg makes one"


@pytest.mark.parametrize("command", OF_STORES)
def test_file_in_the_place_of_a_store_is_told(call: Callable[[str, str], str], command: str) -> None:
    assert call(command, "GOOD.ttl") == "kgraph: GOOD.ttl: no store but a file; a store is a folder"


@pytest.fixture(scope="session")
def in_use(well: Path) -> Iterator[Path]:
    """A store that another process has open for changes."""
    path = well.with_name("in-use.kg")
    shutil.copytree(well, path)
    code = "import sys; from kgraph.store import Store; s = Store.open(sys.argv[1]); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"open\n"
        yield path
        child.communicate(b"\n")


@pytest.mark.parametrize("command", ["add", "remove", "compact", "backup", *IN_ITS_PLACE])
def test_store_in_use_is_told(
    call: Callable[[str, str], str], in_use: Path, well: Path, command: str
) -> None:
    Path("WELL.kg").symlink_to(well)
    told = call(command, str(in_use))
    assert told == f"kgraph: {in_use}: in use by another process that changes it; wait for its end"


@pytest.mark.parametrize("arguments", [COMMANDS["info"], COMMANDS["query"], OF_STORES["restore"]])
def test_store_in_use_is_read(
    in_use: Path, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, [str(in_use) if each == "GRAPH" else each for each in arguments])
    assert done.exit_code == 0, done.output
