"""The triples of parts on their way into a store: lines of N-Triples that are whole, of kgraph, and not derived.

Lines are looked at as bytes, a third of a microsecond each; what they mean is the parser's business, which reads them
once, in the store. A file that is written otherwise than kgraph writes (Turtle, tabs, comments) is parsed and written
anew first.
"""

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedIOBase
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kgraph.corpus.part import load_part
from kgraph.errors import GraphError, KgraphError
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.things import Things
from kgraph.graph.triple_file import TripleFile
from kgraph.vocab import IDS, PREFIXES

__all__ = ["SUFFIXES", "PartError", "PartFile", "read_blocks", "without_derived", "write_block"]

SUFFIXES = (".nt", ".nt.gz", ".nt.zst", ".ttl", ".ttl.gz")
BLOCK_BYTES = 2**22
MAX_LINE_BYTES = 2**25  # the parser takes 16 MB for one text
_BATCH = 20_000  # triples of Turtle written as lines at a time
_MAX_FOREIGN = 1_000  # subjects: no user has that many predicates of their own

_OURS = f"<{IDS}".encode()
_CONCLUSION = f"<{IDS}i_".encode()
_DERIVED = frozenset(f"<{iri}>".encode() for iri in terms.DERIVED_PROPERTIES)
_VOCABULARIES = tuple(
    f"<{iri}".encode() for prefix, iri in PREFIXES.items() if prefix not in ("id", "own", "wd", "xsd")
)
_DECLARES = f" <{PREFIXES['rdf']}type> <{PREFIXES['owl']}ObjectProperty> .".encode()
_NO_VALUE = (b"_:", b"<<")  # how an object begins that no graph of ours has


class PartError(GraphError):
    """A part cannot be loaded; `line` counts from 1, where one is to blame."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


@dataclass(frozen=True, slots=True)
class PartFile:
    """A file of triples.

    Attributes:
        path: the triples.
        digest: the part's, where `kgraph build` wrote it: beside it stands what it tells of things and how many
            lines it has.
    """

    path: Path
    digest: str | None = None


def read_blocks(part: PartFile, gazetteer: Gazetteer | None) -> Iterator[bytes]:
    """Give the triples of a part in blocks of whole lines, at last what it tells of things.

    What is derived is left out: it is derived anew from all that is read.

    Args:
        part: the file.
        gazetteer: what tells the things that are known from those that are described by documents alone.

    Raises:
        PartError: the part is damaged, or no graph of kgraph.
    """
    lines = _Lines()
    with _naming(part.path):
        for block in _raw_blocks(part.path):
            yield lines.take(block)
        lines.end()
    if part.digest is not None:
        yield _things_of(part, lines.count, gazetteer)


def _things_of(part: PartFile, lines: int, gazetteer: Gazetteer | None) -> bytes:
    """Give what a part tells of things, once it is known to be whole."""
    try:
        told = load_part(part.path.parent, part.digest or "")
        things = Things(gazetteer)
        things.hear_told(told.things)
    except (KgraphError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise PartError("cut off or damaged since it was built: build again") from error
    if told.triples != lines:
        raise PartError(f"has {lines:,} lines where {told.triples:,} were built: build again")
    return write_block(things.told_triples())


def write_block(triples: Iterator[ox.Triple]) -> bytes:
    """Write triples as a block of lines."""
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Turn what reading raises into what is wrong with the part."""
    try:
        yield
    except PartError:
        raise
    except GraphError as error:  # of a `TripleFile`, which names the file itself
        raise PartError(str(error).removeprefix(str(path)).lstrip(": ")) from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise PartError(f"the gzip file is damaged ({error})") from error
    except OSError as error:
        raise PartError(f"cannot be read: {error.strerror or error}") from error


def _raw_blocks(path: Path) -> Iterator[bytes]:
    """Give the file as lines, a block at a time, each ending in a line break."""
    name = path.name.lower()
    if ".ttl" in name:
        triples = iter(TripleFile(path))
        while batch := list(islice(triples, _BATCH)):
            yield write_block(iter(batch))
        return
    with _open(path) as stream:
        while block := stream.read(BLOCK_BYTES):
            block += stream.readline(MAX_LINE_BYTES)
            if not block.endswith(b"\n"):
                if len(block) >= MAX_LINE_BYTES:
                    raise PartError(f"a line is longer than {MAX_LINE_BYTES // 2**20} MB")
                block += b"\n"
            yield block


@contextmanager
def _open(path: Path) -> Iterator[BufferedIOBase]:
    name = path.name.lower()
    if name.endswith(".zst"):
        with _unpack_zst(path) as stream:
            yield stream
        return
    with gzip.open(path) if name.endswith(".gz") else path.open("rb") as stream:
        yield stream


@contextmanager
def _unpack_zst(path: Path) -> Iterator[BufferedIOBase]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    try:
        with zstd.ZstdFile(path) as stream:
            yield stream
    except zstd.ZstdError as error:
        raise PartError(f"the zstd file is damaged ({error})") from error


class _Lines:
    """Looks at the lines of a part, block by block."""

    def __init__(self) -> None:
        self.count = 0
        self._known: set[bytes] = set()  # predicates that were looked at and found good
        self._used: set[bytes] = set()  # predicates that the file must declare
        self._described: set[bytes] = set()  # subjects that are no thing of ours
        self._declared: set[bytes] = set()

    def take(self, block: bytes) -> bytes:
        """Check a block and give it without what is derived.

        Raises:
            PartError: a line is no triple, or no triple of ours.
        """
        begun = self.count
        self.count += block.count(b"\n")
        lines = block.split(b"\n")
        lines.pop()
        try:
            predicates = {line.split(b" ", 2)[1] for line in lines}
        except IndexError:
            return self._take_anew(block, begun)
        if not all(one.startswith(b"<") and one.endswith(b">") for one in predicates) or _is_carried_on(
            block
        ):
            return self._take_anew(block, begun)
        self._check_subjects(block, lines)
        self._check_predicates(predicates)
        self._check_values(block, lines)
        return _drop_derived(block, lines) if _may_have_derived(block) else block

    def end(self) -> None:
        """Check what only the whole part tells.

        Raises:
            PartError: it has terms that neither kgraph nor the part itself knows.
        """
        for term in sorted(self._described - self._declared) or sorted(self._used - self._declared):
            raise PartError(
                f"no graph of kgraph: {_show(term)} is none of its terms, and it declares no such"
            )

    def _take_anew(self, block: bytes, begun: int) -> bytes:
        """Write a block anew that is N-Triples, but not as we write them."""
        try:
            written = write_block(quad.triple for quad in ox.parse(block, format=ox.RdfFormat.N_TRIPLES))
        except SyntaxError as error:
            line = begun + (error.lineno or 1)
            raise PartError(f"not N-Triples: {error.msg[:200]}", line) from error
        count = self.count
        checked = self.take(written) if written else b""
        self.count = count
        return checked

    def _check_subjects(self, block: bytes, lines: list[bytes]) -> None:
        ours = block.count(b"\n" + _OURS) + block.startswith(_OURS)
        if ours == len(lines):
            return
        for line in lines:
            if not line.startswith(_OURS):
                subject = line.split(b" ", 1)[0]
                self._described.add(subject)
                if line.endswith(_DECLARES):
                    self._declared.add(subject)
        if len(self._described) > _MAX_FOREIGN:
            self.end()

    def _check_predicates(self, predicates: set[bytes]) -> None:
        for one in predicates - self._known:
            if not one.startswith(_VOCABULARIES):
                self._used.add(one)
            self._known.add(one)
        if len(self._used) > _MAX_FOREIGN:
            self.end()

    def _check_values(self, block: bytes, lines: list[bytes]) -> None:
        """Refuse blank nodes, and what RDF 1.1 does not have."""
        if b" _:" in block or b" <<" in block:
            for line in lines:
                if line.split(b" ", 2)[2].startswith(_NO_VALUE):
                    raise PartError(
                        f"no graph of kgraph: it has a blank node or a triple term: {_show(line)}"
                    )


def without_derived(block: bytes) -> bytes:
    """Give lines as kgraph writes them without those that are derived."""
    return _drop_derived(block, block.split(b"\n")[:-1]) if _may_have_derived(block) else block


def _may_have_derived(block: bytes) -> bool:
    return _CONCLUSION in block or any(one in block for one in _DERIVED)


def _drop_derived(block: bytes, lines: list[bytes]) -> bytes:
    kept = [line for line in lines if not _is_derived(line)]
    return b"".join(line + b"\n" for line in kept) if len(kept) < len(lines) else block


def _is_derived(line: bytes) -> bool:
    return line.startswith(_CONCLUSION) or line.split(b" ", 2)[1] in _DERIVED


def _is_carried_on(block: bytes) -> bool:
    """Tell whether lines end otherwise than ours."""
    return b"\r" in block or block.count(b" .\n") < block.count(b"\n")


def _show(line: bytes) -> str:
    return line[:120].decode(errors="replace")
