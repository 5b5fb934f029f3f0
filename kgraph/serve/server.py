"""The process that serves: its socket, its clocks for slow clients, and how it stops."""

import asyncio
import contextlib
import errno
import ipaddress
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kgraph.errors import KgraphError

__all__ = ["address_of", "is_loopback", "make_server", "open_socket"]

HEAD_SECONDS = 10  # from the connection to the end of the request's head
BODY_SECONDS = 30  # and to the end of its body
KEEP_ALIVE_SECONDS = 15
GRACE_SECONDS = 2  # for what is under way when the server is told to stop
CONNECTIONS = 500
BACKLOG = 128


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the host."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def open_socket(host: str, port: int) -> socket.socket:
    """Open the port, so that it is known to be free before anything is loaded.

    Raises:
        KgraphError: another program has it, this user may not have it, or the host is not this machine.
    """
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, kind)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    except OSError as error:
        raise KgraphError(f"--host {host}: no such address: {error.strerror}") from error
    try:
        opened.bind(address)
        opened.listen(BACKLOG)
    except OSError as error:
        opened.close()
        raise KgraphError(_why_not(host, port, error)) from error
    return opened


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use: stop the other server, or take another port with --port (0: any free one)"
    if error.errno == errno.EACCES:
        return f"port {port} is not for this user: take one from 1024 on with --port"
    return f"--host {host}: cannot be listened at: {error.strerror}"


def address_of(opened: socket.socket) -> str:
    """Give the address to type into a browser."""
    host, port = opened.getsockname()[:2]
    wildcard = ipaddress.ip_address(host).is_unspecified
    shown = "localhost" if wildcard else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def make_server(app: Any, ready: Callable[[], None]) -> uvicorn.Server:
    """Make the server; `run(sockets=[…])` serves until Ctrl-C or SIGTERM.

    What is under way then has some seconds to end.

    Args:
        app: the application.
        ready: is called once requests are answered.
    """
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return _Server(config, ready)


class _Server(uvicorn.Server):
    """Ends as a server that did what it was told: uvicorn raises the signal once more."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets=sockets)
        self._ready()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals while serving, and let them be done with."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()


class PatientProtocol(H11Protocol):
    """HTTP as uvicorn speaks it, with an end to patience: a request has to come in in time."""

    _clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock for the first request."""
        super().connection_made(transport)
        self._start_clock(HEAD_SECONDS)

    def data_received(self, data: bytes) -> None:
        """Start the clock with the first bytes of a further request, stop it where a request is whole."""
        if self._clock is None and self.conn.their_state is h11.IDLE:
            self._start_clock(HEAD_SECONDS)
        super().data_received(data)
        if self.conn.their_state is h11.SEND_BODY:
            self._start_clock(BODY_SECONDS, anew=False)
        elif self.conn.their_state is not h11.IDLE:
            self._stop_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def _start_clock(self, seconds: float, *, anew: bool = True) -> None:
        if self._clock is not None and not anew:
            return
        self._stop_clock()
        self._clock = self.loop.call_later(seconds, self._hang_up)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _hang_up(self) -> None:
        with contextlib.suppress(RuntimeError):
            self.transport.close()
