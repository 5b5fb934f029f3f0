"""What every request passes: whose name it asks under, whether it may ask, and what the answer must carry."""

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["POLICY", "AddressCheck", "SecurityHeaders", "TokenCheck", "refuse"]

# The editor's icons are data: addresses.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def refuse(status: int, line: str, **headers: str) -> PlainTextResponse:
    """Say no in one line."""
    return PlainTextResponse(line + "\n", status_code=status, headers=headers)


@dataclass(frozen=True, slots=True)
class SecurityHeaders:
    """Adds to every answer what keeps a browser from trusting it too far."""

    app: ASGIApp
    shared: bool = False  # with other origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                if self.shared:
                    headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            await send(message)

        await self.app(scope, receive, send_with_headers)


@dataclass(frozen=True, slots=True)
class AddressCheck:
    """Answers only under its own names, so that a web page cannot ask by a name of its own (DNS rebinding).

    An address in numbers is always good: no name was looked up to get it.
    """

    app: ASGIApp
    names: Collection[str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse with 421."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        host = _host_name(Headers(scope=scope).get("host", ""))
        if host is None or not (host in self.names or _is_address(host)):
            line = "this server does not answer under that name; allow it with --name"
            await refuse(421, line)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _host_name(host: str) -> str | None:
    try:
        parts = urlsplit(f"//{host}")
        return parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        return None


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class TokenCheck:
    """Lets in who shows the token: as `Bearer`, or as the password of `Basic`, which browsers ask for."""

    app: ASGIApp
    token: str
    open_paths: Collection[str] = ("/health",)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or refuse with 401."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        shown = _shown_token(Headers(scope=scope).get("authorization", ""))
        good = hmac.compare_digest(shown.encode(), self.token.encode())
        if good or scope["path"] in self.open_paths:
            await self.app(scope, receive, send)
            return
        challenge = {"WWW-Authenticate": 'Basic realm="kgraph", Bearer'}
        line = "a token is needed: Authorization: Bearer TOKEN, or TOKEN as the password"
        await refuse(401, line, **challenge)(scope, receive, send)


def _shown_token(header: str) -> str:
    scheme, _, credentials = header.partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(credentials, validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
