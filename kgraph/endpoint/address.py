"""The URL of an endpoint taken apart: where it is asked, where it is changed, as whom, and how it is called."""

import ipaddress
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.errors import GraphError
from kgraph.resources import DATA
from kgraph.tables import read_rows
from kgraph.text.printable import printable

if TYPE_CHECKING:
    import httpx

__all__ = ["Address", "is_url", "read_address", "show_source"]

CONVENTIONS = DATA / "endpoints.tsv"
COLUMNS = ("query", "update", "graph_store", "server", "source")
MAX_PORT = 65_535
GRAPH_PARAMETER = "default-graph-uri"  # of the SPARQL 1.1 Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where an endpoint is.

    `name` is the URL for messages, without user and password. `updates` and `graph_stores` are the URLs to try one
    after another. `graph` is the named graph that the URL asks for by `default-graph-uri`; None for the default graph.
    """

    name: str
    query: str
    updates: tuple[str, ...]
    graph_stores: tuple[str, ...]
    graph: str | None = None
    user: tuple[str, str] | None = field(default=None, repr=False)
    is_loopback: bool = False
    is_encrypted: bool = False


def is_url(source: object) -> bool:
    """Tell whether what a user names is a URL, and no file."""
    return isinstance(source, str) and re.match(r"\s*[a-z][a-z0-9+.-]*://", source, re.IGNORECASE) is not None


def read_address(url: str, update_url: str | None = None, graph_store_url: str | None = None) -> Address:
    """Take the URL of an endpoint apart.

    Args:
        url: where queries go, taken as it is; a user and password in it are used, and shown nowhere.
        update_url: where updates go; else found by the conventions of `endpoints.tsv`.
        graph_store_url: where the Graph Store Protocol is spoken; else found likewise.

    Raises:
        GraphError: one of them is no http or https URL.
    """
    parsed = _parse(url)
    plain = str(parsed.copy_with(userinfo=b"", fragment=None))
    graphs = parsed.params.get_list(GRAPH_PARAMETER)
    known = list(_find_conventions(str(parsed.copy_with(userinfo=b"", query=None, fragment=None))))
    return Address(
        name=printable(plain),
        query=plain,
        updates=_only(update_url) or tuple(dict.fromkeys(update for update, _ in known)),
        graph_stores=_only(graph_store_url) or tuple(dict.fromkeys(store for _, store in known)),
        graph=graphs[0] if len(graphs) == 1 else None,
        user=(parsed.username, parsed.password) if parsed.userinfo else None,
        is_loopback=_is_loopback(parsed.host),
        is_encrypted=parsed.scheme == "https",
    )


def _only(url: str | None) -> tuple[str, ...]:
    return (str(_parse(url).copy_with(userinfo=b"", fragment=None)),) if url else ()


def _parse(url: str) -> "httpx.URL":
    import httpx  # 0.12 s that files do not need

    shown = show_source(url)
    try:
        parsed = httpx.URL(url.strip())
        host = parsed.host
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise GraphError(f"{shown}: not a URL: {printable(str(error))}") from error
    if parsed.scheme not in ("http", "https"):
        raise GraphError(
            f"{shown}: an endpoint is reached by http:// or https://; a file is named by its path alone"
        )
    if not host or re.search(r"[\s%]", host) or (parsed.port or 0) > MAX_PORT:
        raise GraphError(f"{shown}: not a URL: it names no host, or no port that there is")
    return parsed


def _find_conventions(url: str) -> Iterator[tuple[str, str]]:
    """Find where updates and graphs may go: by the URL's shape, else the URL itself, as a dataset of Fuseki takes."""
    found = False
    for row in read_rows(CONVENTIONS, COLUMNS):
        parts = re.fullmatch(_as_expression(row.need("query")), url)
        if parts is not None:
            found = True
            yield (
                row.need("update").format(**parts.groupdict()),
                row.need("graph_store").format(**parts.groupdict()),
            )
    if not found:
        yield url, url


def _as_expression(pattern: str) -> str:
    return re.escape(pattern).replace(r"\{base\}", "(?P<base>.+)").replace(r"\{name\}", "(?P<name>[^/]+)")


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def show_source(source: object) -> str:
    """Give what a user names as a graph for a message: a URL without the user and password in it."""
    text = str(source)
    return printable(re.sub(r"(?<=://)[^/?#]*@", "", text)) if is_url(text) else text
