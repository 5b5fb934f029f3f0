"""A graph kept open in a process of its own, for many queries: each is answered by a fork of that process."""

import os
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import IO

from kgraph.errors import GraphError, QueryStoppedError
from kgraph.graph.store import Graph
from kgraph.sparql.child import COMMAND, answer_in_child, environment, error_of_ending
from kgraph.sparql.exchange import READY, Reply, Request, read_reply

__all__ = ["Pool"]

_GRACE = 2.0  # seconds beyond its limit until a process that should be dead is given up


class Pool:
    """Answers queries to one graph, several at a time; any thread may ask.

    The graph is opened once, in a process without a network that forks for each query: a query that is killed or
    crashes the engine costs the others nothing, and the next one finds the graph open. A store folder is opened
    anew for each query, which sees what the store holds then. Where the system cannot fork (Windows), each query
    has a process that opens the graph itself.

    Args:
        graph: a graph, or the path of a file or of a store folder.
        at_once: how many queries are answered at the same time; others wait their turn.

    Raises:
        GraphError: the graph cannot be opened, or the process that holds it not started; with the reason.
    """

    def __init__(self, graph: Graph | Path, *, at_once: int = 4) -> None:
        self._graph = graph
        self._turns = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        if _CAN_FORK:
            self._start()

    def __enter__(self) -> "Pool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, and with it all queries."""
        with self._lock:
            self._stop()

    def ask(self, request: Request) -> Reply:
        """Answer a request; it waits for its turn, and then as long as its limits let it.

        Raises:
            QueryRefusedError: it would do more than read.
            QueryStoppedError: it took too long, or too much memory.
            QueryError: the engine does not understand it, or broke over it.
            GraphError: the graph can no longer be opened, or the process that holds it not started.
        """
        with self._turns:
            if not _CAN_FORK:
                return _ask_alone(self._graph, request)
            conversation, status = self._connect()
            with conversation, status:
                return _converse(request, conversation, status)

    def _connect(self) -> tuple[socket.socket, socket.socket]:
        """Open a conversation with a new child of the process."""
        (ours, theirs), (status, their_status) = socket.socketpair(), socket.socketpair()
        try:
            with theirs, their_status, self._lock:
                self._hand_on(theirs, their_status)
        except BaseException:
            ours.close()
            status.close()
            raise
        return ours, status

    def _hand_on(self, *ends: socket.socket) -> None:
        """Give the process its ends of a conversation; it is started again where it has died."""
        for _ in range(2):
            if self._control is None:
                self._start()
            try:
                assert self._control is not None  # noqa: S101 - for the type checker
                socket.send_fds(self._control, [b"q"], [end.fileno() for end in ends])
            except OSError:
                self._stop()
            else:
                return
        raise GraphError("the process that holds the graph ends as soon as it is started")

    def _start(self) -> None:
        control, theirs = socket.socketpair()
        self._control = control
        try:
            with theirs, tempfile.TemporaryFile() as complaints:
                self._process = _start_process(theirs, complaints)
                theirs.close()  # else nobody would see that the process has ended
                _hand_over(self._graph, control, lambda: _why(self._process, complaints))
        except BaseException:
            self._stop()
            raise

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)  # with its children
            self._process.wait()
        self._control = self._process = None


_CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


def _ask_alone(graph: Graph | Path, request: Request) -> Reply:
    if isinstance(graph, Path):
        return answer_in_child(replace(request, graph=graph))
    return answer_in_child(request, graph.to_bytes())


def _start_process(control: socket.socket, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - this very package
            (*COMMAND, str(control.fileno())),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=complaints,
            env=environment(),
            pass_fds=(control.fileno(),),
            start_new_session=True,
        )
    except OSError as error:
        raise GraphError(f"the process that should hold the graph cannot be started: {error}") from error


def _hand_over(graph: Graph | Path, control: socket.socket, why: Callable[[], str]) -> None:
    """Give the graph to the process, and wait until it has opened it; `why` tells why it has ended."""
    path = graph if isinstance(graph, Path) else None
    line = b""
    with suppress(OSError):  # it has ended already
        control.sendall(Request(text="", graph=path).to_bytes())
        if isinstance(graph, Graph):
            data = graph.to_bytes()
            control.sendall(str(len(data)).encode() + b"\n" + data)
    with suppress(OSError), control.makefile("rb") as stream:
        line = stream.readline()
    if not line:
        raise GraphError(f"the process that should hold the graph has ended: {why()}")
    if line != READY:
        read_reply(line)  # raises what went wrong


def _why(process: subprocess.Popen[bytes] | None, complaints: IO[bytes]) -> str:
    """Give the last line that a process wrote on its standard error, else how it ended."""
    if process is None:
        return "it was not started"
    with suppress(subprocess.TimeoutExpired):  # its sockets are closed before it has said all
        process.wait(_GRACE)
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").splitlines()
    said = [line.strip() for line in lines if line.strip()]
    return said[-1] if said else f"it ended with {process.returncode}"


def _converse(request: Request, conversation: socket.socket, status: socket.socket) -> Reply:
    """Send the request and read the reply; closing the sockets ends a child that still works on it."""
    conversation.settimeout(request.limits.seconds + _GRACE)
    status.settimeout(_GRACE)
    data = b""
    try:
        conversation.sendall(request.to_bytes())
        with conversation.makefile("rb") as stream:
            data = stream.read()
    except TimeoutError as error:
        raise QueryStoppedError(request.limits.too_long()) from error
    except OSError:  # it has died while it was spoken to: the status says how
        data = b""
    code = _ending(status)
    if code or not data:
        raise error_of_ending(code, request.limits)
    return read_reply(data)


def _ending(status: socket.socket) -> int:
    """Give the exit code of a child, minus the signal that killed it; 1 where nobody is left to tell."""
    try:
        return int(status.recv(16) or b"1")
    except OSError:
        return 1
