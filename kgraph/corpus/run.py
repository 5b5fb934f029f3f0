"""A run over a corpus: every partition has its part in the end, and those that were there are not read."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kgraph.corpus.executors import Executor
from kgraph.corpus.part import PartDone, find_part
from kgraph.corpus.partition import Item, Partition, cut
from kgraph.corpus.recipe import Recipe
from kgraph.reading import Rejection

__all__ = ["Run", "run"]


@dataclass(slots=True)
class Run:
    """What a run came to.

    Attributes:
        parts: their digests, in the order of the input.
        kept: how many of them were there.
        left_out: documents that gave nothing, or with a doubt; each with how many of the input come before it.
    """

    parts: list[str] = field(default_factory=list)
    kept: int = 0
    left_out: list[tuple[int, Rejection]] = field(default_factory=list)


def run(
    items: Iterable[Item],
    recipe: Recipe,
    folder: Path,
    executor: Executor,
    *,
    on_done: Callable[[PartDone, list[Rejection]], None] = lambda *_: None,
) -> Run:
    """Go through documents in order and have read what is not there yet.

    Args:
        items: the documents, streamed.
        recipe: how to make what reads.
        folder: where parts are kept; it must exist.
        executor: who reads.
        on_done: is told of each part when it is whole, in whatever order, also of those that were there; and what
            is wrong with documents in it.

    Raises:
        KgraphError: parts cannot be written, or nobody can read.
    """
    result = Run()
    in_work: dict[str, Partition] = {}

    def missing() -> Iterator[Partition]:
        for partition in cut(items, recipe.fingerprint):
            result.parts.append(partition.digest)
            part = find_part(folder, partition.digest)
            if part is not None:
                result.kept += 1
                take(partition, part.done)
            else:
                in_work[partition.digest] = partition
                yield partition

    def take(partition: Partition, done: PartDone) -> None:
        told = [(partition.first + each.place, partition.complain(each)) for each in done.left_out]
        result.left_out += told
        on_done(done, [rejection for _, rejection in told])

    stream = executor.read(missing(), recipe, folder)
    try:
        for done in stream:
            take(in_work.pop(done.digest), done)
    finally:
        if isinstance(stream, Generator):
            stream.close()  # whoever reads is to end now, not when the traceback of what went wrong is let go
        # of a run that was stopped: whole, and not told before the end
        for digest, partition in in_work.items():
            part = find_part(folder, digest)
            if part is not None:
                take(partition, part.done)
    result.left_out.sort(key=lambda each: each[0])
    return result
