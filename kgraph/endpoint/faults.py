"""What can go wrong on the way to a server and back, each in one line."""

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

from kgraph.endpoint.limits import TIMEOUT, Limits
from kgraph.errors import GraphError
from kgraph.text.printable import printable

__all__ = ["TOKEN", "USUAL_ENDING", "RefusedError", "faults_of", "refusal", "too_slow"]

TOKEN = "KGRAPH_ENDPOINT_TOKEN"  # noqa: S105 - the name of the variable, no token

USUAL_ENDING = "the URL of an endpoint often ends in /query or /sparql"

_ADVICE: Mapping[int, str] = MappingProxyType(
    {
        401: f"wants to know who asks: put user:password@ before the host, or a token into {TOKEN}",
        403: "forbids it",
        404: f"has nothing there; {USUAL_ENDING}",
        405: f"does not take that request there; {USUAL_ENDING}",
        413: "takes no request of that size",
        429: "has been asked too often; wait a while",
        503: "is too busy, or shut",
    }
)


class RefusedError(GraphError):
    """The server answered that it will not.

    Attributes:
        status: HTTP's.
        size: of what was sent, in bytes.
        retry_after: after how many seconds it wants to be asked again; None where it does not say.
    """

    def __init__(self, message: str, status: int, size: int) -> None:
        super().__init__(message)
        self.status, self.size = status, size
        self.retry_after: float | None = None


def refusal(name: str, status: int, words: str, size: int) -> RefusedError:
    """Make the error for an answer that is none.

    Args:
        name: of the endpoint.
        status: of HTTP.
        words: the server's own, if any.
        size: of the request's body in bytes.
    """
    what = _ADVICE.get(status, "has failed at it" if status >= 500 else "does not take it")
    said = f": {printable(words)}" if words.strip() else ""
    return RefusedError(f"{name}: the server {what} (HTTP {status}{said})", status, size)


def too_slow(name: str, seconds: float) -> GraphError:
    """Make the error for a server that takes its time."""
    return GraphError(
        f"{name}: no full answer within {seconds:g} s; ask for less, or set {TIMEOUT} (seconds)"
    )


@contextmanager
def faults_of(name: str, limits: Limits) -> Iterator[None]:
    """Turn what httpx raises into one line.

    Args:
        name: of the endpoint.
        limits: those that the request was sent with.

    Raises:
        GraphError: says what is wrong with the connection.
    """
    import httpx  # 0.12 s that files do not need

    try:
        yield
    except httpx.ConnectTimeout as error:
        raise GraphError(
            f"{name}: no connection within {limits.connect:g} s; is the server running?"
        ) from error
    except httpx.TimeoutException as error:
        raise too_slow(name, limits.silence) from error
    except httpx.ConnectError as error:
        raise GraphError(f"{name}: {_why_no_connection(error)}") from error
    except httpx.RemoteProtocolError as error:
        raise GraphError(
            f"{name}: the server broke off, or speaks no HTTP: {printable(str(error))}"
        ) from error
    except httpx.DecodingError as error:
        raise GraphError(f"{name}: the answer cannot be unpacked: {printable(str(error))}") from error
    except httpx.HTTPError as error:
        words = printable(str(error)) or type(error).__name__
        raise GraphError(f"{name}: the connection failed: {words}") from error


def _why_no_connection(error: BaseException) -> str:
    """Find the cause, which httpx keeps under errors of its own."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return "the host's name is not known; is it spelt right, and the network there?"
        if isinstance(cause, ConnectionRefusedError):
            return "nothing listens there; is the server running, and the port right?"
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not to be trusted: {printable(cause.verify_message)}"
        if isinstance(cause, ssl.SSLError):
            return "it speaks no TLS there; is it http:// in place of https://?"
        cause = cause.__cause__ or cause.__context__
    return f"no connection: {printable(str(error))}"
