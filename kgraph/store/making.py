"""Stores made whole or not at all."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgraph.graph.folder import MARKER, Marker, told_of

__all__ = ["is_vacant", "making"]


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
    draft = _beside(path, ".tmp")
    try:
        with told_of(path):
            draft.mkdir(parents=True)
        yield draft
        with told_of(path):
            (draft / MARKER).write_text(Marker().to_json(), encoding="utf-8")
            _put(draft, path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _put(draft: Path, path: Path) -> None:
    if is_vacant(path):
        if path.exists():
            path.rmdir()
        draft.rename(path)
        return
    old = _beside(path, ".old")
    path.rename(old)
    try:
        draft.rename(path)
    except OSError:
        old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(path: Path, ending: str) -> Path:
    """Name a folder on the same disk, so that the one can take the other's place."""
    return path.parent / f".kgraph-{secrets.token_hex(8)}{ending}"
