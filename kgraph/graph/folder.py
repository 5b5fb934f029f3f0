"""A store: a folder that holds a graph on disk.

`kgraph.json` says that the folder is a store, in which format, and which kgraph made it; `triples/` is Oxigraph's own.
Oxigraph alone would make a store of any folder, among what else lies there, and a new one where its own files are
lost: so nothing is opened here that does not look as it should. What changes a store is in `kgraph.store`.
"""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kgraph import __version__
from kgraph.errors import GraphError
from kgraph.graph.store import Graph

__all__ = [
    "FORMAT",
    "MARKER",
    "TRIPLES",
    "Marker",
    "check_folder",
    "is_in_use",
    "open_folder",
    "told",
    "told_of",
]

FORMAT = 1
MARKER = "kgraph.json"
TRIPLES = "triples"

_TRIES, _PAUSE = 8, 0.05  # seconds between two tries to open what a writer is just tidying up

_LOCKED = r"While lock file|Resource temporarily unavailable"
_LOCKED_HERE = "lock hold by current process"

_TROUBLE = (
    (_LOCKED, "in use by another process that changes it; wait for its end"),
    (_LOCKED_HERE, "open for changes already, in this very process; close it first"),
    (
        r"No space left|quota exceeded|File too large",
        "the disk is full; free some space and try again: nothing was half written",
    ),
    (r"Permission denied|Read-only file system", "no permission ({}); ask its owner, or work on a copy"),
    (r"only possible on read-write", "open for reading only; kgraph.store.Store opens it for changes"),
    (
        r"^Corruption|No such file|Column family not found|Bad (?:block|table)|not a directory",
        "damaged ({}); take it back from a backup: kgraph restore BACKUP {store} --overwrite",
    ),
)  # what Oxigraph and RocksDB say, and what that means; the first that fits
_ROCKSDB = re.compile(
    r"^(?:Corruption|IO error|Invalid argument|Not found|Resource|Busy|Shutdown)|read-write instances"
)
_FILE_OF_STORE = re.compile(rf"\bin (?P<store>.+)/{TRIPLES}/[^/ ]+\.sst\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """What a folder says of itself: the format of the store, and the version of kgraph that made it."""

    format: int = FORMAT
    kgraph: str = __version__

    def to_json(self) -> str:
        """Write it as the file holds it."""
        return json.dumps({"format": self.format, "kgraph": self.kgraph}, indent=2) + "\n"


def open_folder(path: Path) -> Graph:
    """Open a store for reading: a view of what it holds at this moment, whoever changes it meanwhile.

    Raises:
        GraphError: it is none, of another format, or damaged.
    """
    check_folder(path)
    with told_of(path):
        return Graph.around(_open_view(path / TRIPLES))


def _open_view(triples: Path) -> ox.Store:
    """Open what is on disk; a writer may just replace files by others, so that it takes another try."""
    for _ in range(_TRIES):
        try:
            return ox.Store.read_only(str(triples))
        except (OSError, RuntimeError) as error:
            if "No such file" not in str(error):
                raise
            time.sleep(_PAUSE)
    return ox.Store.read_only(str(triples))


def check_folder(path: Path) -> Marker:
    """See that a folder is a store that this version of kgraph can open; give what it says of itself.

    Raises:
        GraphError: it is not; says what it is, and what to do.
    """
    if not path.exists():
        raise GraphError(f"{path}: no such store; kgraph add SOURCE --store {path} makes one")
    if not path.is_dir():
        raise GraphError(f"{path}: no store but a file; a store is a folder")
    marker = _read_marker(path)
    if marker.format != FORMAT:
        raise GraphError(f"{path}: {_advice(marker)}")
    if not (path / TRIPLES / "CURRENT").is_file():
        lost = TRIPLES if not (path / TRIPLES).is_dir() else f"{TRIPLES}/CURRENT"
        raise _trouble(path, f"Corruption: {lost} is missing")
    return marker


def _read_marker(path: Path) -> Marker:
    try:
        content: Any = json.loads((path / MARKER).read_bytes())
        return Marker(format=int(content["format"]), kgraph=str(content["kgraph"]))
    except FileNotFoundError as error:
        what = (
            "an empty folder and no store yet" if not any(path.iterdir()) else f"no store: it has no {MARKER}"
        )
        raise GraphError(f"{path}: {what}; kgraph add SOURCE --store FOLDER makes a store") from error
    except OSError as error:
        raise GraphError(f"{path / MARKER}: cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _trouble(path, f"Corruption: {MARKER} is not what kgraph writes") from error


def _advice(marker: Marker) -> str:
    made = f"a store of format {marker.format}, made by kgraph {marker.kgraph}; this version reads format {FORMAT}"
    if marker.format > FORMAT:
        return f"{made}: install a newer kgraph"
    return f"{made}: make it anew with kgraph add, or export it with that kgraph"


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Say in one line what Oxigraph complains of while it works on a store.

    Raises:
        GraphError: in place of what Oxigraph raises.
    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        trouble = told(error, path)
        if trouble is None and isinstance(error, OSError) and error.strerror:
            trouble = GraphError(f"{path}: cannot be written: {error.strerror}")
        if trouble is None:
            raise
        raise trouble from error


def is_in_use(error: Exception) -> bool:
    """Tell whether Oxigraph says that somebody else has a store open for changes."""
    return re.search(f"{_LOCKED}|{_LOCKED_HERE}", str(error)) is not None


def told(error: Exception, path: Path | None = None) -> GraphError | None:
    """Say in one line what an error of Oxigraph means; None for an error that is not of the disk.

    Args:
        error: as raised; a damaged file may show only while a graph is read.
        path: the store, where it is known; else it is the one that the error names, if it does.
    """
    if not _ROCKSDB.search(str(error)):
        return None
    named = _FILE_OF_STORE.search(str(error))
    return _trouble(path or (Path(named["store"]) if named else None), str(error))


def _trouble(path: Path | None, complaint: str) -> GraphError:
    short = re.sub(r"^(?:(?:Corruption|IO error|Invalid argument): )+", "", " ".join(complaint.split()))
    short = re.sub(rf"(?<=\bin ).+/{TRIPLES}/(?=[^/]+\.sst\b)", "", short)
    short = re.sub(r"(?:/[^:]*/)?(?=[^/:]*\.(?:sst|log)\b)| +The file .*$", "", short)
    store = path or "STORE"
    for pattern, meaning in _TROUBLE:
        if re.search(pattern, complaint):
            return GraphError(f"{path or 'the store'}: {meaning.format(short, store=store)}")
    return GraphError(f"{path or 'the store'}: {short}")
