"""Partitions as tasks of a Dask cluster: processes of this machine, or of many.

The coordinator, where the command runs, goes through the sources, sends partitions out, and keeps the parts that come
back: a worker needs kgraph and nothing of the user's, no folder in common and no file of settings. What comes back is
compressed; all of it passes through the coordinator, which writes it: that bounds how many workers a run can use.

Dask connects, schedules, tells who is lost and gives their tasks to others. Ours is what it does not know:

- A worker reads once it has loaded the language model and has shown that it would give the same bytes (`worker`). It
  tells the scheduler so by a resource, one of its kind, so that only such workers get partitions, each one at a time
  whatever its threads. Who joins later is asked then. (A `WorkerPlugin` would load it too, but where it fails,
  say for want of kgraph, the worker does not start, and a cluster that others use is hurt.)
- Tasks are sent as there are workers, two for each, so that memory is bounded here and at the scheduler.
- A task whose workers die one after the other is suspected, and so may be others that waited at the same workers. It
  is looked into when nothing else runs (`attempts`): the document that its worker was at is left out.
"""

import importlib.util
import logging
import queue
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kgraph.corpus import worker
from kgraph.corpus.attempts import Attempt
from kgraph.corpus.connection import check_address, connect
from kgraph.corpus.part import PartDone
from kgraph.corpus.partition import Partition
from kgraph.corpus.recipe import Recipe
from kgraph.errors import KgraphError
from kgraph.spread import one_by_one

if TYPE_CHECKING:
    from dask.typing import Key
    from distributed import Client, Future

__all__ = ["Cluster"]

PATIENCE = 300.0  # seconds without anybody who can read, until a run gives up

_WHY = "workers of the cluster were lost, as where memory runs out"
_AT_A_WORKER = 2  # tasks: one is read, the next is there
_TRIES = 3  # of a partition, by workers that turn out unfit
_SUSPECTS = 4  # partitions that may wait to be looked into
_LOOK_SECONDS = 0.5  # between two looks at who is there
_LOOKS_UNASSIGNED = 3  # at a task that no worker has, until it is taken back
_TAKEN_BACK = 2  # times, until a task is suspected

log = logging.getLogger(__name__)


class Cluster:
    """Has partitions read by the workers of a Dask cluster."""

    def __init__(
        self,
        address: str,
        *,
        jobs: int = 1,
        patience: float = PATIENCE,
        on_look: Callable[[int, int], None] = lambda *_: None,
    ) -> None:
        """Say where the cluster is; nothing is connected yet, nor imported.

        Args:
            address: of its scheduler, as "tcp://host:8786" or "tls://host:8786"; or `connection.LOCAL`.
            jobs: how many workers `LOCAL` starts.
            patience: seconds without anybody who can read, until the run gives up.
            on_look: is told, twice a second, how many workers can read and how many tasks they have.

        Raises:
            KgraphError: this is no address; the extra is not installed.
        """
        if importlib.util.find_spec("distributed") is None:
            raise KgraphError(
                "a cluster needs Dask: pip install 'kgraph-disputes[cluster]', here and where its workers run"
            )
        check_address(address)
        self.address = address
        self.jobs = jobs
        self.patience = patience
        self.on_look = on_look

    def read(self, partitions: Iterable[Partition], recipe: Recipe, folder: Path) -> Iterator[PartDone]:
        """Read partitions, as `Executor` has it; the cluster is called when the first of them is there.

        Raises:
            KgraphError: the scheduler does not answer, or is lost; nobody can read.
        """
        partitions = iter(partitions)
        first = next(partitions, None)
        if first is None:
            return
        with connect(self.address, self.jobs) as client:
            crew = _Crew(client, worker.Order.of(recipe), self.address, self.patience)
            yield from _Tasks(client, crew, folder, self.on_look).read(chain([first], partitions))

    spread = staticmethod(one_by_one)  # it is no work for other machines


# -- the workers ------------------------------------------------------------------------------------------------------


class _Crew:
    """The workers, and which of them can read."""

    def __init__(self, client: "Client", order: worker.Order, address: str, patience: float) -> None:
        self.resource = worker.resource(order.fingerprint)
        self.ready = frozenset[str]()  # those that get tasks
        self.assigned: frozenset[Key] = frozenset()  # the tasks that workers have
        self._client = client
        self._order = order
        self._address = address
        self._patience = patience
        self._asked: dict[str, Future[None] | None] = {}  # by worker; None: it has answered
        self._folders: dict[str, object] = {}  # by worker; who comes back to an address has another
        self._refusal = ""
        self._has_warned = False
        self._at_work = time.monotonic()  # when somebody was last known to read
        self._next_look = 0.0

    def look(self) -> bool:
        """See who is there, and ask who is new; at most so often.

        Returns:
            Whether it has looked.

        Raises:
            KgraphError: the scheduler is lost, or there has been nobody to read for too long.
        """
        now = time.monotonic()
        if now < self._next_look:
            return False
        workers = self._workers()
        offering = {address for address, told in workers.items() if told["resources"].get(self.resource)}
        self.ready = frozenset(address for address in offering if workers[address]["status"] == "running")
        processing = self._client.processing()
        self.assigned = frozenset(key for address in offering for key in processing.get(address, ()))
        self._forget({address: told["local_directory"] for address, told in workers.items()})
        self._ask(address for address, told in workers.items() if told["status"] == "running")
        self._wait(now)
        self._next_look = time.monotonic() + _LOOK_SECONDS
        return True

    def has_worked(self) -> None:
        """Hear that somebody reads."""
        self._at_work = time.monotonic()
        self._has_warned = False

    def lost(self) -> KgraphError:
        """Say that the scheduler is lost."""
        return KgraphError(
            f"{self._address}: the scheduler is lost; what was read is kept: start it and run the command again"
        )

    def _workers(self) -> dict[str, dict[str, Any]]:
        if self._client.status != "running":
            raise self.lost()
        try:
            return dict(self._client.scheduler_info(n_workers=-1)["workers"])
        except (KeyError, OSError, TimeoutError) as error:
            raise self.lost() from error

    def _forget(self, folders: Mapping[str, object]) -> None:
        """Forget who has left; a worker that comes back under its old address has another folder."""
        for address in [each for each in self._asked if self._folders[each] != folders.get(each)]:
            asked = self._asked.pop(address)
            if asked is not None:
                asked.cancel()
        self._folders = dict(folders)

    def _ask(self, running: Iterable[str]) -> None:
        for address in running:
            if address not in self._asked:
                self._asked[address] = None if address in self.ready else self._send_order(address)
        for address, asked in self._asked.items():
            if asked is not None and asked.done():
                self._asked[address] = None
                if asked.status == "error":
                    self._refuse(address, asked.exception())

    def _send_order(self, address: str) -> "Future[None]":
        return self._client.submit(
            worker.prepare, self._order, workers=[address], allow_other_workers=False, pure=False
        )

    def _refuse(self, address: str, error: BaseException | None) -> None:
        reason = str(error)
        if not isinstance(error, worker.UnfitError):
            reason = f"{type(error).__name__}: {' '.join(reason.split())}; is kgraph-disputes[cluster] installed there?"
        self._refusal = f"; {address}: {reason}"
        log.warning("%s is not used: %s", address, reason)

    def _wait(self, now: float) -> None:
        """Give up when there has been nobody to read for long; say so before."""
        if self.ready:
            return self.has_worked()
        is_coming = any(asked is not None for asked in self._asked.values())
        if now - self._at_work > self._patience:
            raise KgraphError(
                f"{self._address}: nobody has been there to read for {self._patience:.0f} seconds{self._refusal};"
                f" what was read is kept: start workers with `dask worker {self._address}` and run the command again"
            )
        if not (is_coming or self._has_warned):
            self._has_warned = True
            log.warning(
                "%s: no worker that can read; waiting %.0f seconds for one", self._address, self._patience
            )
        return None


# -- the tasks --------------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, eq=False)
class _Task:
    """A partition to be read."""

    attempt: Attempt
    future: "Future[worker.Sent] | None" = None
    failures: int = 0  # workers that turned out unfit
    taken_back: int = 0
    unassigned: int = 0  # looks at which no worker had it


_Ended = tuple[Attempt, PartDone | None]
"""A task that has ended, and what it gave; None: its workers are lost."""


class _Tasks:
    """The tasks of a run that are sent out."""

    def __init__(
        self, client: "Client", crew: _Crew, folder: Path, on_look: Callable[[int, int], None]
    ) -> None:
        assert client.loop is not None  # noqa: S101 - it has one while it is connected
        self._client = client
        self._loop = client.loop
        self._crew = crew
        self._folder = folder
        self._on_look = on_look
        self._waiting = deque[_Task]()
        self._sent: dict[Key, _Task] = {}
        self._ended: queue.SimpleQueue[tuple[Key, worker.Sent | BaseException]] = queue.SimpleQueue()
        self._suspects = deque[Attempt]()

    def read(self, partitions: Iterator[Partition]) -> Iterator[PartDone]:
        """Read all partitions; what is not read at the end, however that comes, is called off."""
        is_more = True
        try:
            while is_more or self._waiting or self._sent or self._suspects:
                if is_more and len(self._suspects) < _SUSPECTS:
                    is_more = self._take(partitions)
                for attempt, done in self._step():
                    if done is None:
                        self._suspects.append(attempt)
                    else:
                        yield done
                if self._suspects and not self._waiting and not self._sent:
                    yield self._look_into(self._suspects.popleft())
        finally:
            self._call_off()

    def _room(self) -> int:
        return max(0, _AT_A_WORKER * len(self._crew.ready) - len(self._sent))

    def _take(self, partitions: Iterator[Partition]) -> bool:
        """Take as many partitions as can be sent; tell whether there may be more."""
        wanted = max(0, self._room() - len(self._waiting))
        taken = [_Task(attempt=Attempt(partition=partition)) for partition in islice(partitions, wanted)]
        self._waiting += taken
        return len(taken) == wanted

    def _step(self) -> Iterator[_Ended]:
        """Look who is there, send what can be sent, and wait a moment for a task to end."""
        if self._crew.look():
            yield from self._take_back()
            self._on_look(len(self._crew.ready), len(self._crew.assigned))
        while self._waiting and self._room():
            self._send(self._waiting.popleft())
        try:
            key, gave = self._ended.get(timeout=_LOOK_SECONDS)
        except queue.Empty:
            return
        task = self._sent.pop(key, None)
        if task is not None:  # else it was taken back
            yield from self._outcome(task, gave)

    def _send(self, task: _Task) -> None:
        task.unassigned = 0
        task.future = self._client.submit(
            worker.read, task.attempt, resources={self._crew.resource: 1}, pure=False
        )
        self._sent[task.future.key] = task
        self._loop.add_callback(self._fetch, task.future)

    async def _fetch(self, future: "Future[worker.Sent]") -> None:
        """Wait for a task and fetch what it gave, in Dask's thread.

        The thread that looks after the workers must not wait for it: what a worker has read is lost with it where it
        dies before that is fetched, and is read again only when somebody can.
        """
        gave: worker.Sent | BaseException
        try:
            gave = await future
        except (Exception, CancelledError) as error:
            gave = error
        self._ended.put((future.key, gave))

    def _take_back(self) -> Iterator[_Ended]:
        """Take back tasks that no worker has.

        A task whose worker is lost goes to another one, if any can take it then. Else the scheduler keeps it until
        a worker joins; but nobody can read when it joins, and what a worker offers later is not looked at.
        """
        for key, task in list(self._sent.items()):
            is_idle = key not in self._crew.assigned and task.future is not None and not task.future.done()
            task.unassigned = task.unassigned + 1 if is_idle else 0
            if task.unassigned < _LOOKS_UNASSIGNED:
                continue
            log.debug("partition %s: no worker has it", task.attempt.partition.digest)
            del self._sent[key]
            self._cancel(task)
            task.taken_back += 1
            if task.taken_back < _TAKEN_BACK and not task.attempt.is_careful:
                self._waiting.appendleft(task)
            else:
                yield task.attempt, None

    def _outcome(self, task: _Task, gave: worker.Sent | BaseException) -> Iterator[_Ended]:
        from distributed import KilledWorker

        task.future = None
        if isinstance(gave, worker.Sent):
            gave.write(self._folder)
            yield task.attempt, gave.done
        elif isinstance(gave, KilledWorker):
            yield task.attempt, None
        elif isinstance(gave, CancelledError):
            raise self._crew.lost() from gave
        else:
            self._try_elsewhere(task, gave)

    def _try_elsewhere(self, task: _Task, error: BaseException) -> None:
        """Send a task again: the worker that failed does not offer to read any more."""
        task.failures += 1
        log.warning("%s", error)
        if task.failures == _TRIES:
            raise KgraphError(
                f"{_TRIES} workers have failed; what was read is kept; the last: {error}"
            ) from error
        self._waiting.appendleft(task)

    def _look_into(self, attempt: Attempt) -> PartDone:
        """Read a partition without the documents that kill their workers, while nothing else is read."""
        while not attempt.is_careful:
            attempt = attempt.after_death(None, _WHY)
        while True:
            place = worker.place_of(attempt)
            self._client.set_metadata(place, None)
            done = self._read_alone(attempt)
            if done is not None:
                return done
            attempt = attempt.after_death(self._client.get_metadata(place), _WHY)

    def _read_alone(self, attempt: Attempt) -> PartDone | None:
        """Read something while nothing else is; None where its workers are lost."""
        self._waiting.append(_Task(attempt=attempt))
        while True:
            for _, done in self._step():
                return done

    def _cancel(self, task: _Task) -> None:
        if task.future is not None:
            with suppress(Exception):  # it is of no use any more, whatever the scheduler has to say
                task.future.cancel()

    def _call_off(self) -> None:
        for task in self._sent.values():
            self._cancel(task)
        self._sent.clear()
