"""Graphs to files, byte by byte the same for the same triples, whatever order they came in.

Sorted triples make stable files, and a new assertion changes its own lines only. They are sorted as lines of
N-Triples and written by Oxigraph as they come, so that a file takes no more memory than its sorting
(`kgraph.graph.ordered`). What comes from a `TripleFile` keeps the spelling of its literals.
"""

import gzip
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, cast

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.files import StrPath, replacing
from kgraph.graph.by_document import by_document
from kgraph.graph.jsonld import write_jsonld
from kgraph.graph.neo4j import to_neo4j_nodes, to_neo4j_relationships
from kgraph.graph.network import to_gexf, to_graphml
from kgraph.graph.ordered import Lines, in_reading_order, parse_lines, sorted_lines
from kgraph.graph.prefixes import seen_namespaces, seen_schemes
from kgraph.graph.quickstatements import to_quickstatements
from kgraph.graph.rdf12 import with_reified
from kgraph.graph.store import Graph
from kgraph.graph.tables import to_csv, to_node_csv, to_parquet
from kgraph.graph.worksheet import to_worksheet
from kgraph.vocab import PREFIXES

__all__ = [
    "WRITERS",
    "suffix_of",
    "to_jsonld",
    "to_nquads",
    "to_trig",
    "to_turtle",
    "write_graph",
    "write_to",
]

Writer = Callable[[Iterable[ox.Triple], IO[bytes]], None]


def write_graph(triples: Iterable[ox.Triple], path: StrPath, suffix: str | None = None) -> None:
    """Write a graph in the format that the suffix names; the file is replaced whole or not at all.

    Args:
        triples: a `Graph`, a `TripleFile` or any triples.
        path: what to write; a name that ends in .gz is compressed, without name and time in it.
        suffix: the key of `WRITERS` to use where the name does not say it.

    Raises:
        GraphError: the suffix is none of those known.
        KgraphError: the file cannot be written.

    >>> kgraph.write_graph(kgraph.Graph.open("out/graph.ttl"), "out/graph.gexf")  # for Gephi
    """
    path = Path(path)
    known = suffix or suffix_of(path.name)
    with replacing(path) as stream:
        if path.suffix.lower() == ".gz":
            with gzip.GzipFile("", "wb", fileobj=stream.buffer, mtime=0) as packed:
                write_to(triples, cast(IO[bytes], packed), known)
        else:
            write_to(triples, stream.buffer, known)


def suffix_of(name: str) -> str:
    """Give the key of `WRITERS` that the name of a file ends in, be there .gz after it.

    Raises:
        GraphError: it ends in none.
    """
    bare = name.lower().removesuffix(".gz")
    suffix = max((each for each in WRITERS if bare.endswith(each)), key=len, default=None)
    if suffix is None:
        raise GraphError(
            f"{name}: unknown format; the suffix must be one of {' '.join(WRITERS)}, each also with .gz"
        )
    return suffix


def write_to(triples: Iterable[ox.Triple], stream: IO[bytes], suffix: str) -> None:
    """Write a graph in the format that a key of `WRITERS` names, piece by piece."""
    WRITERS[suffix](triples, stream)


def to_turtle(triples: Iterable[ox.Triple]) -> str:
    """Write Turtle, one subject after another in the order of their IRIs."""
    return _text(triples, ".ttl")


def to_nquads(triples: Iterable[ox.Triple]) -> str:
    """Write N-Quads, one graph a document as in TriG."""
    return _text(triples, ".nq")


def to_trig(triples: Iterable[ox.Triple]) -> str:
    """Write TriG with one graph a document: all that the document supports, under the document's IRI.

    What several documents support stands in each of their graphs; what none supports stands in the
    default graph.
    """
    return _text(triples, ".trig")


def to_jsonld(triples: Iterable[ox.Triple]) -> str:
    """Write compact JSON-LD with its context in it, one line a subject."""
    return _text(triples, ".jsonld")


def _text(triples: Iterable[ox.Triple], suffix: str) -> str:
    stream = io.BytesIO()
    write_to(triples, stream, suffix)
    return stream.getvalue().decode()


def _write_ntriples(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    with Lines() as lines:
        stream.writelines(sorted_lines(triples, lines))


def _write_turtle(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    seen = seen_namespaces()
    with Lines(seen) as lines:
        ordered = in_reading_order(parse_lines(sorted_lines(triples, lines)))
        _serialize(ordered, stream, ox.RdfFormat.TURTLE, seen.found)


def _write_turtle12(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    seen = seen_namespaces()
    with Lines(seen) as lines:
        ordered = in_reading_order(parse_lines(sorted_lines(triples, lines)))
        _serialize(with_reified(ordered), stream, ox.RdfFormat.TURTLE, seen.found)


def _write_ntriples12(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    with Lines() as lines:
        ordered = parse_lines(sorted_lines(triples, lines))
        ox.serialize(with_reified(ordered), stream, format=ox.RdfFormat.N_TRIPLES)


def _write_jsonld(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    namespaces, schemes = seen_namespaces(), seen_schemes()
    with Lines(namespaces, schemes) as lines:
        ordered = in_reading_order(parse_lines(sorted_lines(triples, lines)))
        write_jsonld(ordered, stream, namespaces.found - schemes.found)


def _write_trig(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    seen = seen_namespaces()
    with Lines(seen) as lines:
        quads = by_document(triples, lines)
        _serialize(quads, stream, ox.RdfFormat.TRIG, seen.found)


def _write_nquads(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
    with Lines() as lines:
        ox.serialize(by_document(triples, lines), stream, format=ox.RdfFormat.N_QUADS)


def _write_table(write: Callable[[Graph], str | bytes]) -> Writer:
    def write_all(triples: Iterable[ox.Triple], stream: IO[bytes]) -> None:
        graph = triples if isinstance(triples, Graph) else Graph(triples)
        data = write(graph)
        stream.write(data.encode() if isinstance(data, str) else data)

    return write_all


def _serialize(
    statements: Iterable[ox.Triple] | Iterable[ox.Quad],
    stream: IO[bytes],
    graph_format: ox.RdfFormat,
    used: set[str],
) -> None:
    """Let Oxigraph write, but the prefixes, which it has in another order each time."""
    prefixes = {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix in used}
    for prefix, namespace in sorted(prefixes.items()):
        stream.write(f"@prefix {prefix}: <{namespace}> .\n".encode())
    body = cast(IO[bytes], _Body(stream, len(prefixes)))
    ox.serialize(statements, body, format=graph_format, prefixes=prefixes)


class _Body:
    """Passes on what comes after a number of lines."""

    def __init__(self, stream: IO[bytes], left_out: int) -> None:
        self._stream = stream
        self._left_out = left_out

    def write(self, data: bytes) -> int:
        rest = data
        while self._left_out and rest:
            _, newline, rest = rest.partition(b"\n")
            self._left_out -= len(newline)
        self._stream.write(rest)
        return len(data)

    def flush(self) -> None:
        self._stream.flush()


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        ".ttl": _write_turtle,
        ".trig": _write_trig,
        ".nq": _write_nquads,
        ".nt": _write_ntriples,
        ".jsonld": _write_jsonld,
        ".rdf12.ttl": _write_turtle12,
        ".rdf12.nt": _write_ntriples12,
        ".graphml": _write_table(to_graphml),
        ".gexf": _write_table(to_gexf),
        ".csv": _write_table(to_csv),
        ".nodes.csv": _write_table(to_node_csv),
        ".parquet": _write_table(to_parquet),
        ".neo4j.nodes.csv": _write_table(to_neo4j_nodes),
        ".neo4j.relationships.csv": _write_table(to_neo4j_relationships),
        ".icow.csv": _write_table(to_worksheet),
        ".quickstatements.tsv": _write_table(to_quickstatements),
    }
)  # of several that a name ends in, the longest counts
