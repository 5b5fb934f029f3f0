"""What runs in a worker of a cluster: it makes what reads once, and reads partitions with it.

Only functions of this module and values go over the network, no code: a worker has kgraph installed.
"""

import pickle
import platform
import threading
import zlib
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from kgraph.corpus.attempts import Attempt
from kgraph.corpus.part import PartDone, Reader, part_files, read_partition
from kgraph.corpus.recipe import Recipe, versions
from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from distributed import Worker

__all__ = ["Order", "Sent", "UnfitError", "place_of", "prepare", "read", "resource"]

MAX_READERS = (
    2  # kept, each some 300 MB: two runs with different settings share a worker without loading in turn
)
FASTEST = 1  # zlib: triples shrink to a tenth all the same, at some hundred MB a second

_readers: dict[str, Reader] = {}  # by fingerprint of their recipe, the one made last at the end
_lock = threading.Lock()


class UnfitError(KgraphError):
    """This worker cannot read: says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a worker is to make: it says all that has to agree, so that every worker gives the same bytes."""

    fingerprint: str  # of the recipe, as the coordinator has it
    model: str | None  # as `Recipe` has it
    versions: Mapping[str, str]
    packed: bytes  # the recipe: unpacked only where the versions agree

    @classmethod
    def of(cls, recipe: Recipe) -> "Order":
        """Pack a recipe."""
        return cls(
            fingerprint=recipe.fingerprint,
            model=recipe.model,
            versions=_versions(recipe.model),
            packed=zlib.compress(pickle.dumps(recipe)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A part on its way: its files, compressed, in the order in which they are to be written."""

    done: PartDone
    files: tuple[bytes, ...]

    def write(self, folder: Path) -> None:
        """Write the part, each file whole or not at all, the one that tells so last.

        Raises:
            KgraphError: a file cannot be written.
        """
        from kgraph.files import replacing

        for path, content in zip(part_files(folder, self.done.digest), self.files, strict=True):
            with replacing(path) as stream:
                stream.buffer.write(zlib.decompress(content))


def resource(fingerprint: str) -> str:
    """Name what a worker offers, one at a time, when it can read for a recipe."""
    return f"kgraph-{fingerprint}"


def prepare(order: Order) -> None:
    """Make what reads, and offer it to the scheduler; where it is made already, only offer it.

    Raises:
        UnfitError: this worker would not give what the coordinator gives, or cannot make what reads.
    """
    _check(order)
    with _lock:
        if order.fingerprint not in _readers:
            _readers[order.fingerprint] = _make(order)
        gone = list(_readers)[:-MAX_READERS]
        for fingerprint in gone:
            del _readers[fingerprint]
    _offer({resource(order.fingerprint): 1, **{resource(fingerprint): 0 for fingerprint in gone}})


def place_of(attempt: Attempt) -> list[str]:
    """Name where the scheduler keeps the place of the document that a careful attempt is at."""
    return ["kgraph", attempt.partition.digest]


def read(attempt: Attempt) -> Sent:
    """Read a partition; in a careful attempt, tell the scheduler of each document before it is read.

    Raises:
        UnfitError: this worker cannot read any more, and offers it no longer.
    """
    partition, worker = attempt.partition, _worker()

    def tell(place: int) -> None:  # and wait until it is told: the document may end this process
        _call(worker.scheduler.set_metadata, keys=place_of(attempt), value=place)

    before = tell if attempt.is_careful else None
    try:
        reader = _reader(partition.reader)
        with TemporaryDirectory(prefix="kgraph-", dir=worker.local_directory) as folder:
            done = read_partition(partition, reader, Path(folder), attempt.poisoned, before)
            files = part_files(Path(folder), partition.digest)
            return Sent(done=done, files=tuple(zlib.compress(path.read_bytes(), FASTEST) for path in files))
    except (KgraphError, OSError) as error:
        _offer({resource(partition.reader): 0})
        raise UnfitError(f"{worker.contact_address}: {error}") from error


def _reader(fingerprint: str) -> Reader:
    with _lock:
        if fingerprint not in _readers:
            raise UnfitError("other runs have taken the place of this one's reader")
        return _readers[fingerprint]


def _versions(model: str | None) -> dict[str, str]:
    # Python's tables of Unicode change with the second number of its version.
    return {"python": ".".join(platform.python_version_tuple()[:2]), **versions(model)}


def _check(order: Order) -> None:
    here = _versions(order.model)
    differing = [
        f"{name} {here.get(name) or 'missing'} (not {wanted})"
        for name, wanted in order.versions.items()
        if here.get(name) != wanted
    ]
    if differing:
        raise UnfitError(f"it has {', '.join(differing)}: install there what is installed here")


def _make(order: Order) -> Reader:
    recipe: Recipe = pickle.loads(zlib.decompress(order.packed))  # noqa: S301 - Dask itself runs what it is sent
    if replace(recipe).fingerprint != order.fingerprint:  # a copy, which does not know the fingerprint yet
        raise UnfitError("its settings come to something else: install there what is installed here")
    try:
        return recipe.make()
    except KgraphError as error:
        raise UnfitError(str(error)) from error


def _worker() -> "Worker":
    from distributed import get_worker

    return get_worker()


def _offer(resources: Mapping[str, int]) -> None:
    """Tell the scheduler what there is."""
    _call(_worker().set_resources, **resources)


def _call(function: Callable[..., Coroutine[Any, Any, Any]], **arguments: Any) -> None:
    """Have something done in the thread that the worker talks to the scheduler in, and wait for its end."""
    from distributed.utils import sync

    sync(_worker().loop, function, **arguments)
