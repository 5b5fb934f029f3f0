"""Parts go onto a server in pieces, again where it is busy, and packed where it can unpack."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import handmade
import pytest
from click.testing import CliRunner
from servers import Request, answer, speaking

import kgraph.corpus.upload
from kgraph.cli import cli
from kgraph.corpus.load import load_parts
from kgraph.endpoint import Endpoint
from kgraph.errors import GraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph.folder import open_folder
from kgraph.graph.rdf import to_triples
from kgraph.graph.write import write_graph

NOTHING = '{"head": {"vars": ["d"]}, "results": {"bindings": []}}'


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """A graph of one document."""
    write_graph(to_triples([handmade.kurils()], Gazetteer.load()), tmp_path / "part.nt")
    return tmp_path / "part.nt"


def test_server_has_then_what_a_store_has(
    endpoint: Endpoint, part: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kgraph.corpus.upload, "PIECE_BYTES", 5_000)
    load_parts([part], tmp_path / "news.kg")
    for _ in range(2):
        assert CliRunner().invoke(cli, ["load", str(part), "--store", endpoint.name]).exit_code == 0
        assert set(endpoint.download()) == set(open_folder(tmp_path / "news.kg"))


def test_server_that_has_other_documents_is_left_alone(endpoint: Endpoint, part: Path) -> None:
    load_parts([part], endpoint.name)
    held = set(endpoint.download())
    other = part.with_name("other.nt")
    write_graph(to_triples([handmade.bakassi()], Gazetteer.load()), other)
    with pytest.raises(GraphError, match="documents that are not among the parts"):
        load_parts([other], endpoint.name)
    assert set(endpoint.download()) == held


@pytest.mark.parametrize("can_unpack", [True, False], ids=["unpacks", "does not unpack"])
def test_busy_server_is_asked_again(can_unpack: bool, part: Path, tmp_path: Path) -> None:
    received: list[bytes] = []
    refused: list[int] = []

    def respond(request: Request) -> Iterable[bytes]:
        if "default" not in request.target:
            return answer(NOTHING)
        is_packed = request.headers.get("content-encoding") == "gzip"
        if is_packed and not can_unpack:
            return answer("cannot read that", "415 Unsupported Media Type")
        if len(refused) < 2:
            refused.append(503)
            return answer("busy", "503 Service Unavailable", Retry_After="0")
        received.append(gzip.decompress(request.body) if is_packed else request.body)
        return answer(status="204 No Content")

    with speaking(respond) as url:
        load_parts([part], f"{url}/query")
    load_parts([part], tmp_path / "news.kg")
    assert len(refused) == 2
    assert sorted(b"".join(received).splitlines()) == sorted(
        open_folder(tmp_path / "news.kg").to_bytes().splitlines()
    )
