"""One line a request: when it is done, with what, and how long it took."""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["RequestLog"]


@dataclass(frozen=True, slots=True)
class RequestLog:
    """Writes method, path, status, milliseconds and, of a query, its digest or its text.

    What comes from outside is written in ASCII without control characters: a line stays a line.
    """

    app: ASGIApp
    write: Callable[[str], None]
    texts: bool = False  # the query's text in place of its digest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, then write."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, start = 500, time.perf_counter()
        state = scope.setdefault("state", {})

        async def send_and_look(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_look)
        finally:
            took = (time.perf_counter() - start) * 1000
            path = scope.get("raw_path", b"").decode("ascii", "backslashreplace")
            words = [scope["method"], _plain(path), str(status), f"{took:.0f} ms", *self._query(state)]
            self.write(" ".join(words))

    def _query(self, state: dict[str, object]) -> list[str]:
        text = state.get("query")
        if not isinstance(text, str):
            return []
        return [json.dumps(" ".join(text.split()))] if self.texts else [f"query {_digest(text)}"]


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() and c.isascii() else "?" for c in text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
