"""Who reads the partitions of a run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from kgraph.corpus.part import PartDone, Reader, read_partition
from kgraph.corpus.partition import Partition
from kgraph.corpus.recipe import Recipe
from kgraph.spread import one_by_one

__all__ = ["Executor", "InProcess"]

_T = TypeVar("_T")
_R = TypeVar("_R")


class Executor(Protocol):
    """Reads partitions: here, in other processes, on other machines."""

    def read(self, partitions: Iterable[Partition], recipe: Recipe, folder: Path) -> Iterator[PartDone]:
        """Read partitions, and tell of each when its part is whole, in whatever order.

        Partitions are taken as they can be worked on, so that few are held at a time. Nothing is loaded before
        the first of them is there. Whatever a partition does to who reads it, the others are read: documents that
        kill it are left out, as `read_partition` does with those on which the reader fails.

        Args:
            partitions: what to read; going through them reads the sources.
            recipe: how to make what reads.
            folder: where parts are kept.

        Raises:
            KgraphError: parts cannot be written, or nobody can read.
        """

    def spread(self, function: Callable[[_T], _R], items: Sequence[_T], /) -> Sequence[_R]:
        """Apply a function to each of several things, in as many processes of this machine as read.

        What it gives is given in order. The function is to change nothing, as another process's changes are lost.
        """


class InProcess:
    """Reads partitions in this process, one after the other."""

    def __init__(self, reader: Reader | None = None) -> None:
        """Take what is loaded already, if anything is."""
        self._reader = reader

    def read(self, partitions: Iterable[Partition], recipe: Recipe, folder: Path) -> Iterator[PartDone]:
        """Read partitions in order."""
        for partition in partitions:
            self._reader = self._reader or recipe.make()
            yield read_partition(partition, self._reader, folder)

    spread = staticmethod(one_by_one)
