"""A store filled by the bulk loader: at its full speed, in bounded memory, and without what is damaged."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kgraph.corpus.part_lines import PartError, PartFile, read_blocks, without_derived
from kgraph.gazetteer import Gazetteer
from kgraph.graph import terms
from kgraph.graph.folder import TRIPLES
from kgraph.graph.store import Graph
from kgraph.reading import Rejection

__all__ = ["Filling"]

# Loaded at a time, some 110,000 triples: 173 MB of memory. A million at a time are no faster, and take 845 MB.
BATCH_BYTES = 2**24
_SAFE = "safe"


@dataclass(frozen=True, slots=True)
class _Taken:
    part: PartFile
    data: bytes


class Filling:
    """A store in the making, in a folder of its own that nobody else knows of."""

    def __init__(self, folder: Path, on_reject: Callable[[Rejection], None]) -> None:
        """Begin an empty store.

        Args:
            folder: for the store (its folder of triples), and for what is kept while it is filled.
            on_reject: is told of each part that is left out, and why.
        """
        self.folder = folder
        self._on_reject = on_reject
        self._held: ox.Store | None = ox.Store(str(folder / TRIPLES))
        self._batch: list[_Taken] = []
        self._size = 0
        self.loaded = 0  # parts
        self.lines = 0  # triples that came, be they there already or not

    @property
    def held(self) -> ox.Store:
        """The store of Oxigraph.

        Raises:
            ValueError: it was closed.
        """
        if self._held is None:
            raise ValueError("the store in the making is closed")
        return self._held

    @property
    def graph(self) -> Graph:
        """The graph as it is."""
        return Graph.around(self.held)

    def __enter__(self) -> "Filling":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held = None

    def close(self) -> None:
        """Write all to disk and let go of the folder."""
        if self._held is not None:
            self._held.flush()
            self._held = None

    def take(self, parts: Iterable[PartFile], gazetteer: Gazetteer | None) -> None:
        """Load parts, each whole or not at all.

        Args:
            parts: their files.
            gazetteer: what is known by name.
        """
        for part in parts:
            blocks = read_blocks(part, gazetteer)
            try:
                data, is_whole = _read_some(blocks)
            except PartError as error:
                self._reject(part, error)
                continue
            if is_whole:
                self._put_off(_Taken(part, data))
            else:
                self._load_batch()
                self._load_large(part, data, blocks)
        self._load_batch()

    def take_graph(self, path: Path) -> None:
        """Load what was read of a graph of ours, a file of N-Triples; what is derived stays behind."""
        with path.open("rb") as stream:
            while data := stream.read(BATCH_BYTES):
                block = without_derived(data + stream.readline())
                if block:
                    self.held.bulk_load(block, format=ox.RdfFormat.N_TRIPLES)

    def documents(self) -> Iterator[NamedNode]:
        """Give the documents that are in it."""
        for triple in self.graph.match(None, terms.TYPE, terms.DOCUMENT):
            if isinstance(triple.subject, NamedNode):
                yield triple.subject

    def find_other_texts(self) -> Iterator[str]:
        """Give the IRIs of documents that the parts have with several texts."""
        for document in self.documents():
            if sum(1 for _ in self.graph.match(document, terms.TEXT_DIGEST)) > 1:
                yield document.value

    def _put_off(self, taken: _Taken) -> None:
        """Keep a part until there is enough for the bulk loader."""
        self._batch.append(taken)
        self._size += len(taken.data)
        if self._size >= BATCH_BYTES:
            self._load_batch()

    def _load_batch(self) -> None:
        """Load all at once; where that fails, without those that are to blame. One load is whole or not at all."""
        try:
            self._load(b"".join(taken.data for taken in self._batch))
        except (SyntaxError, MemoryError):
            self._batch = [taken for taken in self._batch if self._is_sound(taken)]
            self._load(b"".join(taken.data for taken in self._batch))
        self.loaded += len(self._batch)
        self._batch, self._size = [], 0

    def _is_sound(self, taken: _Taken) -> bool:
        try:
            ox.Store().bulk_load(taken.data, format=ox.RdfFormat.N_TRIPLES)
        except (SyntaxError, MemoryError) as error:
            self._reject(taken.part, _explain(error))
            return False
        return True

    def _load_large(self, part: PartFile, data: bytes, blocks: Iterator[bytes]) -> None:
        """Load a part that is too large to be held, and take the store back as it was where it ends badly."""
        safe = self.folder / _SAFE
        self.held.backup(str(safe))
        begun, is_whole = self.lines, False
        try:
            self._load(data)
            while not is_whole:
                data, is_whole = _read_some(blocks)
                self._load(data)
        except (PartError, SyntaxError, MemoryError) as error:
            self._reject(part, error if isinstance(error, PartError) else _explain(error, self.lines - begun))
            self.lines = begun
            self._held = None
            shutil.rmtree(self.folder / TRIPLES)
            safe.rename(self.folder / TRIPLES)
            self._held = ox.Store(str(self.folder / TRIPLES))
        else:
            self.loaded += 1
            shutil.rmtree(safe)

    def _load(self, data: bytes) -> None:
        if data:
            self.held.bulk_load(data, format=ox.RdfFormat.N_TRIPLES)
            self.lines += data.count(b"\n")

    def _reject(self, part: PartFile, error: PartError) -> None:
        self._on_reject(Rejection(where=str(part.path), line=error.line, reason=str(error)))


def _read_some(blocks: Iterator[bytes]) -> tuple[bytes, bool]:
    """Give blocks until there are enough for the bulk loader, and whether these were the last."""
    taken: list[bytes] = []
    size = 0
    for block in blocks:
        taken.append(block)
        size += len(block)
        if size >= BATCH_BYTES:
            return b"".join(taken), False
    return b"".join(taken), True


def _explain(error: SyntaxError | MemoryError, before: int = 0) -> PartError:
    """Say what is wrong, and in which line, after so many that were good."""
    if isinstance(error, MemoryError):
        return PartError("not N-Triples: a name or a text in it is longer than 16 MB")
    return PartError(f"not N-Triples: {error.msg[:200]}", before + (error.lineno or 1))
