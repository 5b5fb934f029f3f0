"""What the parts of a run come to: the lines of all, and the graph of all."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.corpus.counts import Counts
from kgraph.corpus.part import load_part, part_files
from kgraph.errors import KgraphError
from kgraph.files import replacing
from kgraph.gazetteer import Gazetteer
from kgraph.graph.store import Graph
from kgraph.graph.things import Things

__all__ = [
    "ORDER",
    "Gathered",
    "gather",
    "is_stamped",
    "make_graph",
    "read_order",
    "remove",
    "write_order",
    "write_records",
    "write_stamp",
]

_STAMP = "made.json"
ORDER = "parts.txt"  # the parts of the last run in a folder, in the order of its input, a digest a line


@dataclass(slots=True)
class Gathered:
    """What the parts of a run tell of themselves, taken together.

    Attributes:
        things: what all documents say of things.
        gazetteer: what describes those that are known.
        counts: of what was read.
        triples: the lines of all parts; equal ones of two parts count twice.
    """

    things: Things
    gazetteer: Gazetteer
    counts: Counts = field(default_factory=Counts)
    triples: int = 0


def gather(folder: Path, parts: Sequence[str], gazetteer: Gazetteer) -> Gathered:
    """Take together what parts tell of themselves; memory goes with the things that they speak of.

    Args:
        folder: where the parts are.
        parts: their digests.
        gazetteer: what describes the things that are known.

    Raises:
        KgraphError: a part is missing or damaged.
    """
    gathered = Gathered(Things(gazetteer), gazetteer)
    for digest in parts:
        part = load_part(folder, digest)
        gathered.counts += part.counts
        gathered.triples += part.triples
        gathered.things.hear_told(part.things)
    return gathered


def make_graph(folder: Path, parts: Sequence[str], things: Things) -> Graph:
    """Make the graph of parts in memory: what their documents say and what they speak of, without what follows.

    Raises:
        GraphError: a part is missing or damaged.
    """
    graph = Graph(things.triples())
    graph.take_written(part_files(folder, digest)[0] for digest in parts)
    return graph


def write_records(folder: Path, parts: Sequence[str], path: Path) -> None:
    """Write the lines of all parts into one file, in order; it is replaced whole or not at all.

    Raises:
        KgraphError: a part is missing, or the file cannot be written.
    """
    with replacing(path) as stream:
        for digest in parts:
            records = part_files(folder, digest)[1]
            try:
                with records.open("rb") as source:
                    shutil.copyfileobj(source, stream.buffer)
            except FileNotFoundError as error:
                raise KgraphError(f"{records}: it is missing; build again") from error


def digest_files(paths: Iterable[Path]) -> dict[str, str]:
    """Digest the content of files, by their names; those that are missing or cannot be read are left out."""
    found: dict[str, str] = {}
    for path in paths:
        with suppress(OSError), path.open("rb") as stream:
            found[path.name] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found


def write_stamp(folder: Path, made_of: str, files: Iterable[Path]) -> None:
    """Note of what files were made, and what is in them.

    Args:
        folder: where the parts are.
        made_of: a digest of all that decides on the files.
        files: what was made.
    """
    with replacing(folder / _STAMP) as stream:
        json.dump({"made_of": made_of, "files": digest_files(files)}, stream, indent=2)
        stream.write("\n")


def is_stamped(folder: Path, made_of: str, files: Iterable[Path]) -> bool:
    """Tell whether files are what `write_stamp` noted: made of the same, and not touched since."""
    try:
        stamp = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return bool(stamp == {"made_of": made_of, "files": digest_files(files)})


def remove(path: Path) -> None:
    """Remove a file, or a folder with what is in it, if it is there.

    Raises:
        KgraphError: it cannot be removed.
    """
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise KgraphError(f"{path}: of an earlier run, cannot be removed: {error.strerror}") from error


def write_order(folder: Path, parts: list[str]) -> None:
    """Note which parts a run is made of: parts of other runs may lie beside them."""
    path = folder / ORDER
    if path.exists() and read_order(folder) == parts:
        return
    with replacing(path) as stream:
        stream.writelines(f"{digest}\n" for digest in parts)


def read_order(folder: Path) -> list[str]:
    """Read what `write_order` noted.

    Raises:
        KgraphError: there is no such note: no run has come to its end there.
    """
    try:
        return (folder / ORDER).read_text(encoding="ascii").split()
    except OSError as error:
        raise KgraphError(
            f"{folder / ORDER}: cannot be read ({error.strerror}); name the parts of a build that came to its end"
        ) from error
