"""A corpus of any size, read piece by piece: what was read is kept, and only what is new or changed is read.

Documents are put together into partitions (`partition`), each partition is read into a part, a few files that stand
whole or not at all (`part`), by whatever works on it: this process, others, other machines (`executors`). A run goes
through all partitions and reads those whose part is missing (`run`).
"""

from kgraph.corpus.executors import Executor, InProcess
from kgraph.corpus.part import PartDone, read_partition
from kgraph.corpus.partition import Partition, cut
from kgraph.corpus.recipe import Recipe, Settings
from kgraph.corpus.run import Run, run

__all__ = [
    "Executor",
    "InProcess",
    "PartDone",
    "Partition",
    "Recipe",
    "Run",
    "Settings",
    "cut",
    "read_partition",
    "run",
]
