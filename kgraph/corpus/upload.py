"""Parts onto a server, by the Graph Store Protocol.

What follows from all documents is made in a store on this machine first. Then all goes there in pieces, in bounded
memory; a load that broke off is mended by the same load again, since to send a triple twice does no harm.
"""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from pyoxigraph import NamedNode

from kgraph.endpoint import Endpoint, Solutions
from kgraph.errors import GraphError
from kgraph.graph import terms
from kgraph.graph.folder import open_folder
from kgraph.graph.store import Graph

__all__ = ["PIECE_BYTES", "upload"]

PIECE_BYTES = 2**22  # of N-Triples sent at a time, some 30,000 triples
_DOCUMENTS = f"SELECT ?d WHERE {{ ?d <{terms.TYPE}> <{terms.DOCUMENT}> }}"


def upload(
    make: Callable[[Path], None], url: str, *, graph_store_url: str | None = None, folder: Path | None = None
) -> None:
    """Make a store, and send what it holds to a server.

    Args:
        make: fills the store of the name that it is given.
        url: where the endpoint takes queries.
        graph_store_url: where it takes graphs, unless its URL follows a convention.
        folder: for the store and what is sent; None: where temporary files go.

    Raises:
        GraphError: the server has documents that the store has not, cannot be reached, or takes no graphs.
    """
    with (
        Endpoint(url, graph_store_url=graph_store_url) as endpoint,
        tempfile.TemporaryDirectory(dir=folder) as scratch,
    ):
        made = Path(scratch) / "made.kg"
        make(made)
        graph = open_folder(made)
        _check_own(endpoint, graph)
        lines = Path(scratch) / "made.nt"
        with lines.open("wb") as stream:
            graph.dump(stream)
        graph.let_go()
        for piece in _pieces(lines):
            endpoint.post_lines(piece)


def _pieces(path: Path) -> Iterable[bytes]:
    with path.open("rb") as stream:
        while piece := stream.read(PIECE_BYTES):
            yield piece + stream.readline()


def _check_own(endpoint: Endpoint, graph: Graph) -> None:
    """See that the server has no other documents: what follows from all would not follow from theirs."""
    found = endpoint.solve(_DOCUMENTS)
    rows = found.rows if isinstance(found, Solutions) else ()
    for (document,) in rows:
        iri = str(getattr(document, "value", ""))
        if not any(True for _ in graph.match(NamedNode(iri), terms.IDENTIFIER)):
            raise GraphError(
                f"{endpoint.name}: has documents that are not among the parts, as <{iri}>: load into an empty graph, "
                "or add the articles with kgraph add"
            )
