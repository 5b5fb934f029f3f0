"""A run over a corpus: every partition has its part in the end, and those that were there are not read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.corpus.executors import Executor
from kgraph.corpus.part import PartDone, is_done, load_part
from kgraph.corpus.partition import Item, Partition, cut
from kgraph.corpus.recipe import Recipe

__all__ = ["Run", "run"]


@dataclass(slots=True)
class Run:
    """What a run came to: the digests of its parts in the order of the input, and how many of them were there."""

    folder: Path
    parts: list[str] = field(default_factory=list)
    kept: int = 0


def run(
    items: Iterable[Item],
    recipe: Recipe,
    folder: Path,
    executor: Executor,
    *,
    on_done: Callable[[PartDone], None] = lambda _: None,
) -> Run:
    """Go through documents in order and have read what is not there yet.

    Args:
        items: the documents, streamed.
        recipe: how to make what reads.
        folder: where parts are kept; it must exist.
        executor: who reads.
        on_done: is told of each part when it is whole, in whatever order; also of those that were there.

    Raises:
        KgraphError: parts cannot be written, or nobody can read.
    """
    result = Run(folder)

    def missing() -> Iterator[Partition]:
        for partition in cut(items, recipe.fingerprint):
            result.parts.append(partition.digest)
            if is_done(folder, partition.digest):
                result.kept += 1
                on_done(load_part(folder, partition.digest).done)
            else:
                yield partition

    for done in executor.read(missing(), recipe, folder):
        on_done(done)
    return result
