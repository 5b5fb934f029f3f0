"""Servers on loopback for tests: a real one, and one that answers whatever a test wants."""

import shutil
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Request", "answer", "oxigraph", "speaking"]

JSON = "application/sparql-results+json"
N_TRIPLES = "application/n-triples"


def free_port() -> int:
    """Find a port of this machine that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def oxigraph(command: str = "serve", location: Path | None = None) -> Iterator[str]:
    """Run Oxigraph's own server, in memory or in a folder; give its URL without a path."""
    program = Path(sys.executable).with_name("oxigraph")
    url = f"http://127.0.0.1:{free_port()}"
    place = ["--location", str(location)] if location else []
    arguments = [shutil.which("oxigraph") or program, command, *place, "--bind", url.removeprefix("http://")]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(url, process)
        yield url
    finally:
        process.kill()
        process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(500):
        assert process.poll() is None, "the server ended at once"
        try:
            urllib.request.urlopen(f"{url}/query", timeout=5).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise AssertionError("the server does not come up")


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


Respond = Callable[[Request], Iterable[bytes]]


def answer(
    body: bytes | str = b"", status: str = "200 OK", content_type: str = JSON, **headers: str
) -> list[bytes]:
    """Write an answer of HTTP."""
    body = body.encode() if isinstance(body, str) else body
    fields = {"Content-Type": content_type, "Content-Length": str(len(body)), "Connection": "close"}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return [f"HTTP/1.1 {status}\r\n{head}\r\n".encode(), body]


@contextmanager
def speaking(respond: Respond, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Run a server that sends just the bytes that `respond` gives, one piece after another; give its URL.

    It speaks TLS where it is given a context for it; that it does not is told to a client as HTTP.
    """

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            request = self.read_request()
            try:
                for piece in respond(request):
                    self.wfile.write(piece)
            except OSError:  # the client has hung up, as it should
                pass

        def read_request(self) -> Request:
            if self.rfile.peek(1)[:1] == b"\x16":  # somebody begins to speak TLS
                return Request("", "", {}, b"")
            method, target, *_ = self.rfile.readline().decode("latin-1").split() or ("", "")
            headers = {}
            while line := self.rfile.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            return Request(method, target, headers, self.rfile.read(int(headers.get("content-length", 0))))

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        allow_reuse_address = True

        def finish_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
            super().finish_request(
                tls.wrap_socket(request, server_side=True) if tls else request, client_address
            )

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of clients that hang up."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
