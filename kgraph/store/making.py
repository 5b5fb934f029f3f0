"""Stores made whole or not at all."""

import ctypes
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kgraph.graph.folder import MARKER, Marker, told_of

__all__ = ["LOADING", "drafting", "is_vacant", "making", "put_in_place", "sweep_abandoned"]

LOADING = ".load"  # how the name of a draft ends that `sweep_abandoned` may remove
_AT_FDCWD, _EXCHANGE = -100, 2  # of Linux' renameat2


def is_vacant(path: Path) -> bool:
    """Tell whether nothing is there, or an empty folder."""
    return not path.exists() or (path.is_dir() and not any(path.iterdir()))


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """Make a folder with the mark of a store, which takes its place when the block has ended well.

    What is there stays until then, and for good where the block raises.

    Args:
        path: the folder to be; its parents are made where they are missing.

    Yields:
        The folder to fill.

    Raises:
        GraphError: it cannot be made there.
    """
    with drafting(path) as draft:
        yield draft
        put_in_place(draft, path)


@contextmanager
def drafting(path: Path, ending: str = ".tmp") -> Iterator[Path]:
    """Make a folder on the same disk, which is gone when the block ends unless it was put in place.

    Args:
        path: the folder that it is a draft of; its parents are made where they are missing.
        ending: of the draft's name.

    Raises:
        GraphError: it cannot be made there.
    """
    draft = _beside(path, ending)
    held = None
    try:
        with told_of(path):
            held = _make_held(draft)
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if held is not None:
            os.close(held)


def put_in_place(draft: Path, path: Path) -> None:
    """Let a draft be the store; what was in its place is at once where the draft was, or gone.

    Raises:
        GraphError: the disk does not allow it; all is as it was.
    """
    with told_of(path):
        (draft / MARKER).write_text(Marker().to_json(), encoding="utf-8")
        _put(draft, path)


def sweep_abandoned(path: Path) -> None:
    """Remove the drafts beside a store that killed loads left over: those that nobody holds."""
    for draft in path.parent.glob(f".kgraph-*{LOADING}"):
        held = _hold(draft)
        if held is not None:
            shutil.rmtree(draft, ignore_errors=True)
            os.close(held)


def _make_held(draft: Path) -> int | None:
    """Make a folder that is held before it has its name: no sweeper can come in between."""
    young = draft.with_name(f"{draft.name}.new")
    young.mkdir(parents=True)
    held = _hold(young)
    young.rename(draft)
    return held


def _hold(folder: Path) -> int | None:
    """Lock a folder until what is given is closed, or its process dead; None where another holds it or none can.

    By `flock`: what `kgraph.corpus.lock` takes for a file locks no folder.
    """
    try:
        import fcntl  # not on Windows, where the sweeping is left to the user
    except ImportError:
        return None
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError:  # gone meanwhile
        return None
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(held)
        return None
    return held


def _put(draft: Path, path: Path) -> None:
    if is_vacant(path):
        if path.exists():
            path.rmdir()
        draft.rename(path)
        return
    if _exchange(draft, path):
        return
    old = _beside(path, ".old")
    path.rename(old)
    try:
        draft.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at one stroke, so that a kill between two renames cannot leave none; Linux only."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):
        rename = ctypes.CDLL(None).renameat2
        return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
    return False


def _beside(path: Path, ending: str) -> Path:
    """Name a folder on the same disk, so that the one can take the other's place."""
    return path.parent / f".kgraph-{secrets.token_hex(8)}{ending}"
