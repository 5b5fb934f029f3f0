"""Copies of stores: made as backups, and taken back."""

import os
import shutil
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import GraphError
from kgraph.graph.folder import MARKER, TRIPLES, is_in_use, open_folder, told_of
from kgraph.store.making import is_vacant, making
from kgraph.store.readings import READINGS
from kgraph.store.store import Store

__all__ = ["backup", "copy_readings", "restore"]


def backup(store: str | Path, target: str | Path) -> None:
    """Copy a store as it is now.

    On the same disk that takes no time: files that never change are shared, and a fault of the disk hits both. A copy
    on another disk is whole in itself.

    Args:
        store: the folder.
        target: the folder to make; it may be on another disk.

    Raises:
        GraphError: another process changes the store, or something is in the target's place.
    """
    target = Path(target)
    if not is_vacant(target):
        raise GraphError(f"{target}: is there already; name a new folder for the backup")
    with Store.open(store, new=False) as opened, making(target) as draft, told_of(target):
        opened.held.backup(str(draft / TRIPLES))
        copy_readings(opened.path, draft)


def restore(source: str | Path, store: str | Path, *, overwrite: bool = False) -> None:
    """Make a store of a backup; the backup stays.

    Args:
        source: the backup.
        store: the folder to make.
        overwrite: put it in the place of a store that is there, be that one damaged.

    Raises:
        GraphError: the backup is none or damaged, something is in the store's place, or another process changes it.
    """
    source, store = Path(source), Path(store)
    if not source.exists():
        raise GraphError(f"{source}: no such backup; kgraph backup STORE {source} makes one")
    open_folder(source)  # complains before anything is replaced
    if not is_vacant(store):
        _check_replaceable(store, overwrite=overwrite)
    with making(store) as draft, told_of(store):
        _copy(source / TRIPLES, draft / TRIPLES)
        ox.Store.read_only(str(draft / TRIPLES))
        copy_readings(source, draft)


def _check_replaceable(store: Path, *, overwrite: bool) -> None:
    """See that what is to be replaced is a store, damaged or not, and that nobody changes it."""
    if not (store / MARKER).is_file():
        raise GraphError(f"{store}: is there already and no store; name another folder")
    if not overwrite:
        raise GraphError(f"{store}: is there already; --overwrite puts the backup in its place")
    try:
        if (store / TRIPLES / "CURRENT").is_file():  # else Oxigraph would begin a new store
            ox.Store(str(store / TRIPLES))
    except (OSError, RuntimeError) as error:
        if is_in_use(error):
            with told_of(store):
                raise


def copy_readings(source: Path, target: Path) -> None:
    """Copy the notes on how the documents of a store were read, where it has any."""
    if (source / READINGS).is_file():
        shutil.copyfile(source / READINGS, target / READINGS)


def _copy(source: Path, target: Path) -> None:
    """Copy the files of a store at rest; those that never change are shared where the disk is the same."""
    target.mkdir()
    for path in sorted(source.iterdir()):
        if path.suffix != ".sst" or not _link(path, target / path.name):
            shutil.copyfile(path, target / path.name)


def _link(path: Path, target: Path) -> bool:
    try:
        os.link(path, target)
    except OSError:  # another disk, or one that knows no links
        return False
    return True
