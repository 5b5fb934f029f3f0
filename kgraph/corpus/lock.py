"""One run at a time in a folder of parts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgraph.errors import KgraphError

__all__ = ["locked", "sweep"]

_NAME = ".lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for this process; however the process ends, the folder is free then.

    Raises:
        KgraphError: another process holds it, or nothing can be written there.
    """
    try:
        stream = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise KgraphError(f"{folder}: cannot be written: {error.strerror}") from error
    try:
        if not _take(stream):
            raise KgraphError(
                f"{folder.parent}: another kgraph build writes there; wait for its end, or name another folder with -o"
            )
        yield
    finally:
        os.close(stream)


def _take(stream: int) -> bool:
    """Lock a file for this process alone: a lock that forks share would outlive it with them."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(stream, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def sweep(*folders: Path) -> None:
    """Remove what killed processes left half written; nobody else may write there."""
    for folder in folders:
        for path in folder.glob(".kgraph-*.tmp"):
            path.unlink(missing_ok=True)
