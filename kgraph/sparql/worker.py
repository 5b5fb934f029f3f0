"""The process that answers queries of users; run as a module by `child.py` (one query) and `pool.py` (many).

It has no network, and it ends with its parent. For many queries it opens the graph once and then forks for each:
what a query does to its process (time, memory, a crash) is over with it, and the next one finds the graph open.
"""

import gc
import os
import selectors
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from kgraph.errors import KgraphError, QueryError, QueryStoppedError
from kgraph.graph.store import Graph
from kgraph.graphs import locate, open_graph
from kgraph.sparql.answer import find_answer
from kgraph.sparql.derived import derive_once
from kgraph.sparql.exchange import READY, Reply, Request, read_request, reply_of_error
from kgraph.sparql.formats import write
from kgraph.sparql.guard import check, plain_lines
from kgraph.sparql.limits import confine, end_with_parent, limit_memory, start_clock

__all__ = ["respond"]


def respond(request: Request, graph: Graph | Path, walls: str = "") -> bytes:
    """Answer a request, or give the error that comes of it, as bytes for `read_reply`."""
    try:
        asked = open_graph(graph) if isinstance(graph, Path) else graph
        limit_memory(request.limits)
        return _answer(request, asked, walls).to_bytes()
    except KgraphError as error:
        return reply_of_error(error)
    except MemoryError:
        return reply_of_error(QueryStoppedError(request.limits.too_much()))
    except Exception as error:
        return reply_of_error(QueryError(f"cannot be answered: {type(error).__name__}: {error}"))


def _answer(request: Request, graph: Graph, walls: str) -> Reply:
    if request.engine == "none":
        check(plain_lines(request.text))
        return Reply(kind="boolean", format="", rows=0, walls=walls)
    found = find_answer(graph, request.text, request.engine, request.limits)
    wanted = request.triples if found.kind == "triples" else request.solutions
    return Reply(
        kind=found.kind,
        format=wanted,
        rows=len(found.rows),
        cut=found.cut,
        more=found.more,
        body=write(found, wanted),
        walls=walls,
    )


def answer_one() -> None:
    """Read a request and, where it names no graph, N-Triples from standard input; write the reply."""
    end_with_parent()  # a keeper ends with its control socket: to the system, the parent is a thread
    walls = confine()
    request = read_request(sys.stdin.buffer)
    start_clock(request.limits)
    graph = Graph.from_bytes(sys.stdin.buffer.read()) if request.graph is None else request.graph
    sys.stdout.buffer.write(respond(request, graph, walls))


class Keeper:
    """Holds a graph and forks for each query.

    Over the control socket come pairs of sockets: one for request and reply, one by which the keeper tells how the
    child ended, and whose closing by the other side tells it that nobody waits any more.
    """

    def __init__(self, control: socket.socket, graph: Graph | Path, walls: str) -> None:
        self._control = control
        self._graph = graph
        self._walls = walls
        self._children: dict[int, socket.socket] = {}  # by process
        self._selector = selectors.DefaultSelector()

    def run(self) -> None:
        """Serve until the control socket is closed."""
        wake, woken = socket.socketpair()
        for end in (wake, woken):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # without a handler, no byte on the wake-up socket
        signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        self._selector.register(self._control, selectors.EVENT_READ)
        self._selector.register(wake, selectors.EVENT_READ)
        gc.freeze()  # a collection in a child would copy the pages that it shares
        while self._step(wake):
            pass
        for process in self._children:
            os.kill(process, signal.SIGKILL)

    def _step(self, wake: socket.socket) -> bool:
        for key, _ in self._selector.select():
            if key.fileobj is self._control:
                if not self._take_query():
                    return False
            elif key.fileobj is wake:
                with suppress(BlockingIOError):
                    wake.recv(4096)
                self._bury()
            elif key.data in self._children:  # the other side has closed
                self._selector.unregister(key.fileobj)
                os.kill(key.data, signal.SIGKILL)
        return True

    def _take_query(self) -> bool:
        data, files, _, _ = socket.recv_fds(self._control, 1, 2)
        if not data:
            return False
        conversation, status = (socket.socket(fileno=file) for file in files)
        process = os.fork()
        if process == 0:
            self._answer(conversation, status)
        conversation.close()
        self._children[process] = status
        self._selector.register(status, selectors.EVENT_READ, process)
        return True

    def _answer(self, conversation: socket.socket, status: socket.socket) -> None:
        """Answer one query in the forked process, which ends with it."""
        end_with_parent()
        signal.set_wakeup_fd(-1)
        for other in (self._control, status, *self._children.values()):
            other.close()
        try:
            request = read_request(conversation.makefile("rb"))
            start_clock(request.limits)
            conversation.sendall(respond(request, self._graph, self._walls))
        finally:
            os._exit(0)  # whatever happens, it must not go on as a second keeper

    def _bury(self) -> None:
        """Tell how the children that are gone have ended."""
        with suppress(ChildProcessError):
            while True:
                process, ending = os.waitpid(-1, os.WNOHANG)
                if not process:
                    return
                status = self._children.pop(process)
                with suppress(KeyError):
                    self._selector.unregister(status)
                with suppress(OSError), status:
                    status.sendall(str(os.waitstatus_to_exitcode(ending)).encode())


def keep(control: socket.socket) -> None:
    """Open the graph that the first line names, derive what it lacks, say so, and serve."""
    walls = confine()
    try:
        graph = _receive_graph(control)
        if isinstance(graph, Graph):
            derive_once(graph)
    except KgraphError as error:
        control.sendall(reply_of_error(error))
        return
    control.sendall(READY)
    _be_quiet()
    Keeper(control, graph, walls).run()


def _be_quiet() -> None:
    """Throw away what is written on standard error from here on: queries that crash the engine fill no disk."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _receive_graph(control: socket.socket) -> Graph | Path:
    with control.makefile("rb") as stream:
        request = read_request(stream)
        if request.graph is None:
            return Graph.from_bytes(stream.read(int(stream.readline())))
    # A store folder is opened by each child: it shows what is in it then, and its threads survive no fork.
    path = locate(request.graph)
    return path if path.is_dir() else open_graph(path)


def main() -> None:
    """Answer one query, or keep a graph for many."""
    if len(sys.argv) > 1:
        keep(socket.socket(fileno=int(sys.argv[1])))
    else:
        answer_one()


if __name__ == "__main__":
    main()
