"""A query answered in a child process of its own, which is killed when its time is up."""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress

from kgraph.errors import QueryError, QueryStoppedError
from kgraph.resources import PACKAGE
from kgraph.sparql.exchange import Reply, Request, read_reply
from kgraph.sparql.limits import Limits

__all__ = ["COMMAND", "answer_in_child", "environment", "error_of_ending"]

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-P", "-m", "kgraph.sparql.worker")


def answer_in_child(request: Request, data: bytes = b"") -> Reply:
    """Answer a request in a process of its own.

    Args:
        request: the query, and the graph's file or folder.
        data: the graph as N-Triples, where the request names none.

    Raises:
        QueryRefusedError: it would do more than read.
        QueryStoppedError: it took too long, or too much memory.
        QueryError: the engine does not understand it, or broke over it.
        GraphError: the file cannot be read.
    """
    with subprocess.Popen(  # noqa: S603 - this very package
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    ) as process:
        try:
            # A little longer than the child's own clock, which is the better judge: it knows what it has begun.
            out, err = process.communicate(request.to_bytes() + data, timeout=request.limits.seconds + 1)
        except subprocess.TimeoutExpired as error:
            raise QueryStoppedError(request.limits.too_long()) from error
        finally:
            _kill(process)
    if process.returncode > 0:
        raise RuntimeError(err.decode(errors="replace"))
    if process.returncode:
        raise error_of_ending(process.returncode, request.limits)
    reply = read_reply(out)
    log.debug("query answered by process %d: %s", process.pid, reply.walls)
    return reply


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill the child and whatever it has started, where it still runs."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def environment() -> Mapping[str, str]:
    """Let the child find this very package, installed or not."""
    path = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    return os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"}


def error_of_ending(code: int, limits: Limits) -> QueryError:
    """Make an error of how a process ended that gave no answer: `code` is minus the signal that killed it."""
    if -code in _CLOCKS:
        return QueryStoppedError(limits.too_long())
    if -code == signal.SIGABRT:  # by which Rust ends a process that gets no more memory
        return QueryStoppedError(limits.too_much())
    return QueryError(f"the query broke the engine (it ended with {code}); try it in smaller steps")


_CLOCKS = {getattr(signal, name, None) for name in ("SIGALRM", "SIGXCPU")}
