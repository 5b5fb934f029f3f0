"""How long an endpoint may take and how much it may say."""

import os
from dataclasses import dataclass

from kgraph.errors import GraphError

__all__ = ["Limits", "limits_from_environment"]

TIMEOUT, SIZE = "KGRAPH_ENDPOINT_TIMEOUT", "KGRAPH_ENDPOINT_LIMIT"
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds and bytes that are the most an endpoint gets.

    `wait` holds for a silence and for the whole answer to a query; a copy of the whole graph gets `copying` times that.
    """

    connect: float = 5.0
    wait: float = 60.0
    copying: int = 60
    size: int = 1_000 * MEGABYTE  # some seven million triples


def limits_from_environment() -> Limits:
    """Read the limits that a user has set: KGRAPH_ENDPOINT_TIMEOUT in seconds, KGRAPH_ENDPOINT_LIMIT in megabytes.

    Raises:
        GraphError: a value is no number above zero.
    """
    wait, size = _number(TIMEOUT), _number(SIZE)
    usual = Limits()
    return Limits(
        wait=usual.wait if wait is None else wait, size=usual.size if size is None else int(size * MEGABYTE)
    )


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
