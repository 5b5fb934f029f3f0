"""Partitions read by several processes of this machine.

Each process holds a pipe to this one and one partition at a time, so that it is known which partition a process died
over. Where the system can fork a process (Linux), the language model and the gazetteer are loaded once, here, and the
others come as copies that share their memory; elsewhere each loads its own.
"""

import gc
import logging
import multiprocessing
import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TypeVar

from kgraph.corpus.attempts import Attempt
from kgraph.corpus.executors import InProcess
from kgraph.corpus.forks import share
from kgraph.corpus.part import PartDone, Reader, read_partition
from kgraph.corpus.partition import Partition
from kgraph.corpus.recipe import Recipe

__all__ = ["Processes", "cores"]

_CAN_FORK = sys.platform == "linux"  # macOS has it, but its libraries may not live through it
_PATIENCE = 5.0  # seconds for a process to end by itself

log = logging.getLogger(__name__)

_T = TypeVar("_T")
_R = TypeVar("_R")


def cores() -> int:
    """Tell how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes:
    """Reads partitions in several processes; a single one is read here, which takes no time to start."""

    def __init__(self, jobs: int, reader: Reader | None = None, *, fork: bool = _CAN_FORK) -> None:
        """Say how many.

        Args:
            jobs: how many read at the same time.
            reader: what is loaded already, if anything is.
            fork: whether the processes are to be forks of this one.
        """
        self._jobs = jobs
        self._reader = reader
        self._fork = fork

    def read(self, partitions: Iterable[Partition], recipe: Recipe, folder: Path) -> Iterator[PartDone]:
        """Read partitions, `jobs` at a time, and hold as many again ready."""
        source = iter(partitions)
        first = list(islice(source, 2))
        partitions = chain(first, source)
        if len(first) < 2 or self._jobs < 2:
            yield from InProcess(self._reader).read(partitions, recipe, folder)
            return
        with self._pool(recipe, folder) as pool:
            yield from _Schedule(partitions, pool).run()

    def spread(self, function: Callable[[_T], _R], items: Sequence[_T], /) -> Sequence[_R]:
        """Apply a function to things, in this process and forks of it; where none can be forked, here."""
        return share(function, items, self._jobs if self._fork else 1)

    @contextmanager
    def _pool(self, recipe: Recipe, folder: Path) -> "Iterator[_Pool]":
        reader = self._reader or (recipe.make() if self._fork else None)
        if self._fork:
            gc.freeze()  # a collection in a fork would write to every object, and so copy it
        pool = _Pool(self._jobs, reader or recipe, folder, fork=self._fork)
        try:
            yield pool
            pool.end()
        finally:
            pool.kill()
            if self._fork:
                gc.unfreeze()


class _Schedule:
    """Gives partitions to whoever is free."""

    def __init__(self, partitions: Iterable[Partition], pool: "_Pool") -> None:
        self._source = iter(partitions)
        self._pool = pool
        self._again: deque[Attempt] = deque()
        self._ready: deque[Attempt] = deque()
        self._is_over = False

    def run(self) -> Iterator[PartDone]:
        while True:
            for worker in self._pool.free():
                attempt = self._next()
                if attempt is None:
                    break
                self._pool.start(worker, attempt)
            if not self._pool.busy():
                return
            # While they work, partitions are made ready; as soon as one is done, it gets the next.
            found = self._pool.finished(timeout=0)
            while not found and self._fill():
                found = self._pool.finished(timeout=0)
            for worker in found or self._pool.finished(timeout=None):
                if done := self._take(worker):
                    yield done

    def _next(self) -> Attempt | None:
        if self._again:
            return self._again.popleft()
        if not self._ready:
            self._fill()
        return self._ready.popleft() if self._ready else None

    def _fill(self) -> bool:
        """Make a partition ready; False where there are enough, or no more."""
        if self._is_over or len(self._ready) >= self._pool.size:
            return False
        partition = next(self._source, None)
        if partition is None:
            self._is_over = True
            return False
        self._ready.append(Attempt(partition=partition))
        return True

    def _take(self, worker: "_Worker") -> PartDone | None:
        """Hear a process that has something to say, or has died."""
        said = worker.hear()
        if isinstance(said, PartDone):
            worker.attempt = None
            return said
        if isinstance(said, BaseException):
            raise said
        if said is None:
            attempt, why = worker.attempt, self._pool.bury(worker)
            if attempt is not None:
                log.debug("partition %s: the process that read it died: %s", attempt.partition.digest, why)
                self._again.append(attempt.after_death(worker.at, why))
        return None


@dataclass(eq=False)
class _Worker:
    """A process, and what it is at."""

    process: BaseProcess
    connection: Connection
    attempt: Attempt | None = None
    at: int | None = None  # the place of the document that it is at, in a careful attempt

    def hear(self) -> PartDone | BaseException | int | None:
        """Give what it says; None: it has died."""
        try:
            said: PartDone | BaseException | int = self.connection.recv()
        except (EOFError, OSError):
            return None
        if isinstance(said, int):
            self.at = said
        return said


class _Pool:
    """So many processes; one that died is replaced when it is needed."""

    def __init__(self, size: int, reader: Reader | Recipe, folder: Path, *, fork: bool) -> None:
        self.size = size
        self._reader = reader
        self._folder = folder
        self._context: ForkContext | SpawnContext = (
            multiprocessing.get_context("fork") if fork else multiprocessing.get_context("spawn")
        )
        self._fork = fork
        self._workers: list[_Worker] = []

    def free(self) -> list[_Worker]:
        """Give those that wait for work; there are always `size` in all."""
        while len(self._workers) < self.size:
            self._workers.append(self._start())
        return [worker for worker in self._workers if worker.attempt is None]

    def busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.attempt is not None]

    def start(self, worker: _Worker, attempt: Attempt) -> None:
        worker.attempt, worker.at = attempt, None
        with suppress(OSError):  # it died before: that shows when it is heard
            worker.connection.send(attempt)

    def finished(self, timeout: float | None) -> list[_Worker]:
        """Give those that have something to say, or have died; waits for one where there is no timeout."""
        busy = {worker.connection: worker for worker in self.busy()}
        return [
            busy[connection] for connection in wait(list(busy), timeout) if isinstance(connection, Connection)
        ]

    def bury(self, worker: _Worker) -> str:
        """Take a process that died out, and say how it ended."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(_PATIENCE)
        code = worker.process.exitcode
        if code is None:
            worker.process.kill()
            worker.process.join()
        return _describe(code)

    def end(self) -> None:
        """Let all processes end by themselves."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)

    def kill(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
        self._workers = []

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        # A fork has our ends of all pipes: as long as it holds them open, nobody would see that we have died.
        others = [ours, *(worker.connection for worker in self._workers)] if self._fork else []
        process = self._context.Process(
            target=_work, args=(theirs, self._reader, self._folder, others), daemon=True, name="kgraph-reader"
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _describe(code: int | None) -> str:
    """Say how a process ended."""
    if code is not None and code < 0:
        with suppress(ValueError):
            name = signal.Signals(-code).name
            return f"{name}, as where memory runs out" if name == "SIGKILL" else name
    return f"exit code {code}"


def _work(connection: Connection, reader: Reader | Recipe, folder: Path, others: list[Connection]) -> None:
    """Read what comes through the pipe until its other end is closed."""
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; who started this one ends it
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            ready: Reader = reader.make() if isinstance(reader, Recipe) else reader
            while True:
                attempt: Attempt = connection.recv()
                before = connection.send if attempt.is_careful else None
                done = read_partition(attempt.partition, ready, folder, attempt.poisoned, before)
                connection.send(done)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except Exception as error:
            error.add_note("In the process that reads:\n" + traceback.format_exc())
            connection.send(error)
