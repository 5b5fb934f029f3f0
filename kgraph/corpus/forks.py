"""Work shared with forks of this process, which have all that it has: nothing is sent to them but what is to be done.

What a fork does not come to do, as it has died over it, is done here in the end; so what comes out is the same whatever
becomes of them.
"""

import gc
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

__all__ = ["share"]

log = logging.getLogger(__name__)

_T = TypeVar("_T")
_R = TypeVar("_R")
_NUMBER = 4  # bytes that name a thing to do
_MOST = 2**14  # things to do: as many as a pipe holds
_LOOK = 0.2  # seconds: less than a command takes to start that may write into the same folder


def share(function: Callable[[_T], _R], items: Sequence[_T], processes: int) -> list[_R]:
    """Apply a function to each of several things: this process to the last, then it and forks of it as they are free.

    Args:
        function: is to change nothing, as a fork's changes are lost; what it gives goes through a pipe.
        items: the things; those that take longest first leave nobody waiting at the end.
        processes: this one and the others.

    Returns:
        What the function gave, in order.

    Raises:
        Exception: what the function raises.
    """
    if processes < 2 or len(items) < 2 or len(items) > _MOST:
        return [function(item) for item in items]
    last = len(items) - 1
    with _Queue(last) as queue, _Forks(lambda number: function(items[number]), queue) as forks:
        forks.start(min(processes, len(items)) - 1)
        made = {number: function(items[number]) for number in chain([last], queue.take())}
        made |= forks.hear()
    return [made[number] if number in made else function(item) for number, item in enumerate(items)]


class _Queue:
    """The numbers of things to do, in a pipe that all processes read: what one takes the others do not see."""

    def __init__(self, length: int) -> None:
        self._read, write = os.pipe()
        os.write(write, b"".join(number.to_bytes(_NUMBER, "big") for number in range(length)))
        os.close(write)

    def __enter__(self) -> "_Queue":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._read)

    def take(self) -> Iterator[int]:
        """Give numbers, each to one process alone, until there are no more."""
        while number := os.read(self._read, _NUMBER):
            yield int.from_bytes(number, "big")


class _Forks(Generic[_R]):
    """Forks of this process that take from a queue; none is left when the block ends."""

    def __init__(self, make: Callable[[int], _R], queue: _Queue) -> None:
        self._make, self._queue = make, queue
        self._context = multiprocessing.get_context("fork")
        self._forks: list[tuple[BaseProcess, Connection]] = []

    def __enter__(self) -> "_Forks[_R]":
        gc.freeze()  # a collection in a fork would write to every object, and so copy it
        return self

    def __exit__(self, *_: object) -> None:
        for process, connection in self._forks:
            connection.close()
            process.kill()
            process.join()
        gc.unfreeze()

    def start(self, number: int) -> None:
        """Start so many; fewer where there is no room for them."""
        for _ in range(number):
            ours, theirs = self._context.Pipe(duplex=False)
            process = self._context.Process(
                target=self._work, args=(os.getpid(), ours, theirs), daemon=True, name="kgraph-fork"
            )
            with suppress(OSError):
                process.start()
                self._forks.append((process, ours))
            theirs.close()

    def hear(self) -> dict[int, _R]:
        """Give what they made, by the number of what it was made of."""
        made: dict[int, _R] = {}
        for process, connection in self._forks:
            try:
                made |= connection.recv()
            except (EOFError, OSError):
                process.join()
                log.debug("a fork has died (exit code %s): what it was at is done here", process.exitcode)
        return made

    def _work(self, parent: int, ours: Connection, theirs: Connection) -> None:
        """Do what is taken, in a fork, and tell it all at once: nobody listens before."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; who started this one ends it
        with suppress(RuntimeError):  # no room for a thread
            threading.Thread(target=_end_after, args=(parent,), daemon=True).start()
        for connection in (ours, *(connection for _, connection in self._forks)):
            connection.close()  # as long as a fork holds them, nobody would see that we have died
        made: dict[int, _R] = {}
        with suppress(Exception):  # what fails here fails there as well, where somebody hears of it
            for number in self._queue.take():
                made[number] = self._make(number)
        with suppress(OSError):
            theirs.send(made)


def _end_after(parent: int) -> None:
    """End this process when the one that started it has died: it would write into a folder that it no longer holds."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
