"""How long an endpoint may take and how much it may say."""

import os
from dataclasses import dataclass, replace

from kgraph.errors import GraphError

__all__ = ["Limits", "limits_from_environment"]

TIMEOUT, SIZE = "KGRAPH_ENDPOINT_TIMEOUT", "KGRAPH_ENDPOINT_LIMIT"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that an endpoint gets.

    Attributes:
        connect: seconds until it lets us in.
        silence: seconds until the next bytes come.
        whole: seconds for the whole answer to a query; a copy of a whole graph, or an upload, gets more.
        size: bytes of an answer, unpacked.
    """

    connect: float = 5.0
    silence: float = 60.0
    whole: float = 60.0
    size: int = 1_000 * MEGABYTE  # some seven million triples


def limits_from_environment() -> Limits:
    """Read the limits that a user has set: KGRAPH_ENDPOINT_TIMEOUT in seconds, KGRAPH_ENDPOINT_LIMIT in megabytes.

    Raises:
        GraphError: a value is no number above zero.
    """
    usual = Limits()
    seconds, megabytes = _number(TIMEOUT), _number(SIZE)
    if seconds is not None:
        usual = replace(usual, silence=seconds, whole=seconds)
    return usual if megabytes is None else replace(usual, size=int(megabytes * MEGABYTE))


def _number(name: str) -> float | None:
    text = os.environ.get(name)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value < float("inf"):
        raise GraphError(f"{name} is {text!r}; it must be a number above zero")
    return value
