"""Which files are meant by what a user names as parts."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kgraph.corpus.part import part_files
from kgraph.corpus.part_lines import SUFFIXES, PartFile
from kgraph.reading import Rejection

__all__ = ["find_part_files"]

PARTS = "parts"
ORDER = "parts.txt"  # of the last run


def find_part_files(
    paths: Iterable[str | Path], on_reject: Callable[[Rejection], None]
) -> tuple[PartFile, ...]:
    """Find the files of parts, each once.

    A folder that `kgraph build` wrote has the parts of its last run; of any other folder all graph files are taken,
    also those in folders within it.

    Args:
        paths: as the user named them.
        on_reject: is told of what is missing, or no part.
    """
    found: dict[str, PartFile] = {}
    for path in map(Path, paths):
        for each in _find(path):
            if isinstance(each, Rejection):
                on_reject(each)
            else:
                found.setdefault(os.path.realpath(each.path), each)
    return tuple(found.values())


def _find(path: Path) -> Iterator[PartFile | Rejection]:
    if (path / PARTS).is_dir():
        path /= PARTS
    if (path / ORDER).is_file():
        yield from _of_run(path)
    elif path.is_dir():
        yield from _of_folder(path)
    elif not path.exists():
        yield Rejection(where=str(path), reason="is not there")
    elif not path.name.lower().endswith(SUFFIXES):
        yield Rejection(where=str(path), reason=f"no part: its name must end in one of {' '.join(SUFFIXES)}")
    else:
        yield _one(path)


def _one(path: Path) -> PartFile:
    """Take a file, with what `kgraph build` wrote beside it if it did."""
    digest = path.name.removesuffix(".nt")
    return PartFile(path, digest if part_files(path.parent, digest)[2].exists() else None)


def _of_run(folder: Path) -> Iterator[PartFile | Rejection]:
    try:
        digests = (folder / ORDER).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        yield Rejection(where=str(folder / ORDER), reason="is damaged: build again")
        return
    yield from (PartFile(folder / f"{digest}.nt", digest) for digest in digests)


def _of_folder(folder: Path) -> Iterator[PartFile | Rejection]:
    files = sorted(path for path in folder.rglob("*") if path.name.lower().endswith(SUFFIXES))
    parts = [_one(path) for path in files if path.is_file() and not path.name.startswith(".")]
    built = any(part.digest for part in parts)
    yield from (part for part in parts if part.digest or not built)  # else it is of a run that was stopped
    if not parts:
        yield Rejection(where=str(folder), reason="no part in it: kgraph build writes parts")
