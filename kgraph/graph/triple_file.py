"""Graph files as they are written: triples one after another, each literal in its own spelling.

Oxigraph's store, and so a `Graph`, keeps the value of a literal and not its spelling: `01` becomes 1, `1.50`
1.5. What goes from file to file (export, merge, diff) therefore goes by a `TripleFile`.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO, cast

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.graph.guarded import Guarded, GuardedJson, GuardedTriples, UnreadableError, open_bytes

__all__ = ["SUFFIXES", "TripleFile", "written"]

SUFFIXES: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        ".ttl": ox.RdfFormat.TURTLE,
        ".trig": ox.RdfFormat.TRIG,
        ".nq": ox.RdfFormat.N_QUADS,
        ".nt": ox.RdfFormat.N_TRIPLES,
        ".jsonld": ox.RdfFormat.JSON_LD,
    }
)

_GUARDS: Mapping[ox.RdfFormat, type[GuardedTriples]] = MappingProxyType(
    {
        ox.RdfFormat.TURTLE: Guarded,
        ox.RdfFormat.TRIG: Guarded,
        ox.RdfFormat.JSON_LD: GuardedJson,
        ox.RdfFormat.N_TRIPLES: GuardedTriples,
        ox.RdfFormat.N_QUADS: GuardedTriples,
    }
)
_SHOWN = 160  # characters of what the parser says: it may repeat a megabyte of junk
_GLANCE = 2**16  # bytes of JSON without a triple that are looked at to tell an empty graph
_RELATIVE = "relative:/"
_OURS = re.compile(r"k[0-9a-f]{16}n[0-9]+")
_PLACE = re.compile(r"^Parser error at line \d+ .*?: |\s*\(line \d+\)$")
_BEGINS = (  # how a file begins that is something else, in small letters
    (b"<!doctype html", "it is a web page"),
    (b"<html", "it is a web page"),
    (b"<head", "it is a web page"),
    (b"<?xml", "it is XML"),
    (b"<rdf:rdf", "it is RDF/XML"),
    (b'{"', "it looks like JSON; JSON-LD is named .jsonld"),
    (b'[{"', "it looks like JSON; JSON-LD is named .jsonld"),
    (b"\x1f\x8b", "it is compressed; name it .gz"),
    (b"pk\x03\x04", "it is a zip file; unpack it"),
    (b"\xff\xfe", "it is not UTF-8 but UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "it is not UTF-8 but UTF-16; save it as UTF-8"),
)
_HINTS = (
    ("No scheme found", "a relative IRI: give the file an @base"),
    ("UTF-8", "save the file as UTF-8"),
    (
        "LoadDocumentCallback",
        "its @context is elsewhere, and nothing is fetched; write the context into the file",
    ),
)


class TripleFile:
    """The triples of a file (.ttl .trig .nq .nt .jsonld, each also with .gz); gone through, it is read anew.

    What any graph of the file says counts: named graphs are not kept. Blank nodes get labels made of the file's
    digest and the order in which they come, so that those of two files stay apart and one file gives the same
    labels each time; labels that were given so are kept.

    Raises:
        GraphError: the name has another suffix; and when gone through: the file is missing or broken (with line
            and column where there are any), or holds what only RDF 1.2 has.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._format = _format_of(path)

    def __iter__(self) -> Iterator[ox.Triple]:
        return (quad.triple for quad in self.quads())

    def quads(self) -> Iterator[ox.Quad]:
        """Give the triples as quads of the default graph."""
        labels = _Labels(self.path)
        for quad in self._parse():
            if not isinstance(quad.graph_name, ox.DefaultGraph):
                quad = ox.Quad(quad.subject, quad.predicate, quad.object)
            if isinstance(quad.object, ox.BlankNode) or isinstance(quad.subject, ox.BlankNode):
                quad = labels.relabel(quad)
            yield quad

    def _parse(self) -> Iterator[ox.Quad]:
        is_json, guard = self._format == ox.RdfFormat.JSON_LD, _GUARDS.get(self._format)
        with _naming(self.path, self._format), open_bytes(self.path) as stream:
            guarded = cast(IO[bytes], guard(stream) if guard else stream)
            quad = None
            for quad in ox.parse(guarded, format=self._format, base_iri=_RELATIVE if is_json else None):
                if is_json:
                    _refuse_relative(quad)
                if isinstance(quad.object, (ox.Triple, ox.Literal)):
                    refuse_rdf_12(quad.object)
                yield quad
        if quad is None and is_json:
            _refuse_other_json(self.path)


def written(path: Path) -> Iterator[ox.Quad]:
    """Give the triples of N-Triples that kgraph wrote itself: in half the time, as nothing of them is looked at.

    Raises:
        GraphError: the file is missing or broken.
    """
    with _naming(path, ox.RdfFormat.N_TRIPLES):
        yield from ox.parse(path=str(path), format=ox.RdfFormat.N_TRIPLES)


@contextmanager
def _naming(path: Path, graph_format: ox.RdfFormat) -> Iterator[None]:
    """Turn what reading raises into one line."""
    try:
        yield
    except SyntaxError as error:
        said = _explain(path, error, is_json=graph_format == ox.RdfFormat.JSON_LD)
        raise GraphError(f"{path}{_place(error)}: not {graph_format.name}: {said}") from error
    except MemoryError as error:
        raise GraphError(
            f"{path}: not {graph_format.name}: a name or a text in it is longer than 16 MB"
        ) from error
    except UnreadableError as error:
        raise GraphError(f"{path}: not a graph that kgraph reads: {error}") from error
    except (EOFError, zlib.error) as error:
        raise GraphError(f"{path}: cannot be read: the gzip file is damaged ({error})") from error
    except OSError as error:  # includes gzip.BadGzipFile
        raise GraphError(f"{path}: cannot be read: {error.strerror or error}") from error


def _place(error: SyntaxError) -> str:
    return f":{error.lineno}:{error.offset}" if error.lineno is not None else ""


def _explain(path: Path, error: SyntaxError, *, is_json: bool) -> str:
    """Say what the parser says, and what the file is or needs where that can be told."""
    said = "".join(c if c.isprintable() else "\ufffd" for c in _PLACE.sub("", error.msg)[:_SHOWN])
    with open_bytes(path) as stream:
        begins = stream.read(64).lstrip().lower()
    is_else = (meaning for start, meaning in _BEGINS if begins.startswith(start) and not is_json)
    needs = (meaning for words, meaning in _HINTS if words in said)
    hint = next(is_else, None) or next(needs, None)
    return f"{said} ({hint})" if hint else said


def _refuse_other_json(path: Path) -> None:
    """Complain of JSON that gives no triple and is not empty either: names that no context explains are passed over."""
    with open_bytes(path) as stream:
        begins = stream.read(_GLANCE)
    try:
        nodes = json.loads(begins) if len(begins) < _GLANCE else begins
    except ValueError:  # a number of more digits than Python reads
        nodes = begins
    if isinstance(nodes, dict):
        nodes = nodes.get("@graph", {key: value for key, value in nodes.items() if key != "@context"})
    if nodes:
        raise GraphError(f"{path}: no triple in it: it is JSON, but no JSON-LD that gives a property an IRI")


def _refuse_relative(quad: ox.Quad) -> None:
    """Complain of an IRI that JSON-LD would else leave out without a word."""
    for term in (quad.subject, quad.predicate, quad.object):
        if isinstance(term, ox.NamedNode) and term.value.startswith(_RELATIVE):
            raise SyntaxError(f"No scheme found in the IRI {term.value.removeprefix(_RELATIVE)!r}")


def refuse_rdf_12(value: ox.Triple | ox.Literal) -> None:
    """Complain of a term that RDF 1.1 does not have.

    Raises:
        UnreadableError: it is one.
    """
    if isinstance(value, ox.Triple) or value.direction is not None:
        what = "a triple term" if isinstance(value, ox.Triple) else "a text with a direction"
        raise UnreadableError(
            f"it holds {what} of RDF 1.2, which rdflib cannot read: {str(value)[:_SHOWN]!r}"
        )


class _Labels:
    """Gives the blank nodes of a file labels that no other file's have; the same each time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._given: dict[str, ox.BlankNode] = {}
        self._digest = ""

    def relabel(self, quad: ox.Quad) -> ox.Quad:
        """Put our labels in place of those that the parser gave."""
        subject = self._label(quad.subject) if isinstance(quad.subject, ox.BlankNode) else quad.subject
        value = self._label(quad.object) if isinstance(quad.object, ox.BlankNode) else quad.object
        return ox.Quad(subject, quad.predicate, value)

    def _label(self, node: ox.BlankNode) -> ox.BlankNode:
        if node.value not in self._given:
            self._given[node.value] = node if _OURS.fullmatch(node.value) else self._next()
        return self._given[node.value]

    def _next(self) -> ox.BlankNode:
        self._digest = self._digest or _digest(self._path)
        return ox.BlankNode(f"k{self._digest}n{len(self._given)}")


def _digest(path: Path) -> str:
    with open_bytes(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:16]


def _format_of(path: Path) -> ox.RdfFormat:
    suffix = Path(path.name.lower().removesuffix(".gz")).suffix
    if suffix not in SUFFIXES:
        raise GraphError(
            f"{path}: not a graph file that kgraph reads: {' '.join(SUFFIXES)}, each also with .gz"
        )
    return SUFFIXES[suffix]
