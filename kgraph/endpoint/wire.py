"""Requests to a server that may be down, slow, wrong or hostile, and its answers within limits."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.endpoint.address import Address
from kgraph.endpoint.faults import TOKEN, faults_of, refusal, too_slow
from kgraph.endpoint.limits import MEGABYTE, SIZE, Limits
from kgraph.errors import GraphError
from kgraph.text.printable import printable

if TYPE_CHECKING:
    import httpx

__all__ = ["Answer", "Wire"]

MAX_REDIRECTS = 3
MAX_ERROR_BYTES = 10_000  # of a server's own words on what is wrong
_KEPT_HEADERS = ("accept", "content-type", "content-encoding")
_SAME_REQUEST_AGAIN = frozenset({301, 302, 307, 308})


class Answer:
    """The body of an answer, read piece by piece; an error where it grows too large or takes too long."""

    def __init__(self, response: "httpx.Response", name: str, limits: Limits) -> None:
        self.content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        self._pieces = response.iter_bytes()
        self._name, self._limits = name, limits
        self._until = time.monotonic() + limits.whole
        self._rest, self._received = b"", 0

    def read(self, size: int = -1) -> bytes:
        """Give the next bytes: all for -1, else at most so many; b"" at the end.

        Raises:
            GraphError: too slow, too large, or broken off.
        """
        if size < 0:
            return b"".join(iter(self._next_piece, b""))
        piece = self._rest or self._next_piece()
        self._rest = piece[size:]
        return piece[:size]

    def _next_piece(self) -> bytes:
        with faults_of(self._name, self._limits):
            piece = next(filter(None, self._pieces), b"")
        self._received += len(piece)
        if self._received > self._limits.size:
            most = f"{self._limits.size / MEGABYTE:,g} MB"
            raise GraphError(f"{self._name}: more than {most} of answer; ask for less, or set {SIZE} (MB)")
        if time.monotonic() > self._until:
            raise too_slow(self._name, self._limits.whole)
        return piece


class Wire:
    """Sends requests to one server and no other, with the user's name or token where there is one."""

    def __init__(self, address: Address, limits: Limits, token: str | None) -> None:
        if token and not (address.is_encrypted or address.is_loopback):
            raise GraphError(f"{address.name}: a token is not sent in clear: use https://, or unset {TOKEN}")
        self._address, self._limits, self._token = address, limits, token

    @contextmanager
    def send(
        self,
        method: str,
        url: str,
        *,
        accept: str = "*/*",
        form: Mapping[str, str] | None = None,
        body: bytes | None = None,
        content_type: str | None = None,
        encoding: str | None = None,
        limits: Limits | None = None,
    ) -> Iterator[Answer]:
        """Send a request and give its answer while the connection lasts.

        Args:
            method: of HTTP.
            url: where to.
            accept: the types of answer wanted.
            form: what to send as a form.
            body: what to send as it is.
            content_type: of `body`.
            encoding: how `body` is packed, say "gzip".
            limits: for this request, in place of the usual ones.

        Raises:
            RefusedError: the server says that it will not.
            GraphError: it cannot be reached, is too slow, or breaks off.
        """
        headers = {"accept": accept} | ({"content-type": content_type} if content_type else {})
        headers |= {"content-encoding": encoding} if encoding else {}
        limits = limits or self._limits
        response = self._follow(
            self._client.build_request(
                method, url, data=form, content=body, headers=headers, timeout=_timeout(limits)
            ),
            limits,
        )
        answer = Answer(response, self._address.name, limits)
        try:
            if not response.is_success:
                size = len(response.request.content)
                error = refusal(self._address.name, response.status_code, _first_words(answer), size)
                error.retry_after = _seconds(response.headers.get("retry-after", ""))
                raise error
            yield answer
        finally:
            response.close()

    def close(self) -> None:
        """Give the connections back."""
        if "_client" in self.__dict__:
            self._client.close()

    @cached_property
    def _client(self) -> "httpx.Client":
        """Make the client; what is asked of this very machine goes through no proxy of the environment."""
        import httpx  # 0.12 s that files do not need

        from kgraph import __version__

        headers = {"user-agent": f"kgraph/{__version__}"}
        if self._token:
            headers["authorization"] = f"Bearer {self._token}"
        return httpx.Client(
            headers=headers,
            auth=self._address.user if not self._token else None,
            follow_redirects=False,
            trust_env=not self._address.is_loopback,
        )

    def _follow(self, request: "httpx.Request", limits: Limits) -> "httpx.Response":
        """Send a request, again where the same server says that the place has another name."""
        name = self._address.name
        for _ in range(MAX_REDIRECTS + 1):
            with faults_of(name, limits):
                response = self._client.send(request, stream=True)
            target = response.next_request.url if response.next_request else None
            if target is None or response.status_code not in _SAME_REQUEST_AGAIN:
                return response
            response.close()
            if target.host != request.url.host or target.scheme not in (request.url.scheme, "https"):
                raise GraphError(f"{name}: it points to {printable(str(target))}; name that if you mean it")
            request = self._client.build_request(
                request.method,
                target,
                content=request.read(),
                headers={key: request.headers[key] for key in _KEPT_HEADERS if key in request.headers},
                extensions=request.extensions,
            )
        raise GraphError(f"{name}: it points from one place to another without end")


def _timeout(limits: Limits) -> "httpx.Timeout":
    import httpx

    return httpx.Timeout(limits.silence, connect=limits.connect)


def _seconds(text: str) -> float | None:
    """Read how long a server wants us to wait; None where it gives a date, or nothing."""
    return float(text) if text.strip().isdecimal() else None


def _first_words(answer: Answer) -> str:
    """Read what a server says on what is wrong; nothing where that is a page for a browser, or fails too."""
    if "html" in answer.content_type:
        return ""
    try:
        return answer.read(MAX_ERROR_BYTES).decode(errors="replace")
    except GraphError:
        return ""
