"""The connection to a Dask cluster: to one that runs, or to one that is started for a run."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from kgraph.errors import KgraphError

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

__all__ = ["LOCAL", "check_address", "connect"]

LOCAL = "local"  # the address of a cluster that is started for the run, on this machine

_LOCAL_DEATHS = 1  # of workers over a task, after which one more makes it suspected; Dask's default is 3
_CONNECT_SECONDS = 10.0


@contextmanager
def connect(address: str, jobs: int) -> "Iterator[Client]":
    """Connect to a cluster, or start one, and leave it at the end."""
    import distributed  # some tenths of a second, and an extra

    with _muted(), ExitStack() as stack:
        at = stack.enter_context(_start(jobs)) if address == LOCAL else address
        try:
            client = distributed.Client(at, timeout=_CONNECT_SECONDS)
        except (OSError, TimeoutError) as error:
            raise KgraphError(
                f"{address}: no scheduler answers; start one with `dask scheduler`, or give its address"
            ) from error
        except TypeError as error:  # Dask's words: "TLS expects a `ssl_context` argument"
            raise KgraphError(
                f"{address}: no certificate to show: name ca-file and the client's cert and key in Dask's settings"
                " distributed.comm.tls (DASK_DISTRIBUTED__COMM__TLS__CA_FILE and so on)"
            ) from error
        stack.callback(client.close)
        yield client


def check_address(address: str) -> None:
    """See that an address is one.

    Raises:
        KgraphError: it is none.
    """
    scheme, _, rest = address.partition("://")
    host, _, port = rest.rpartition(":")
    is_address = scheme in {"tcp", "tls", "ws", "wss"} and host and port.isdecimal()
    if not (is_address or address == LOCAL):
        raise KgraphError(
            f"{address}: no address of a cluster: give tcp://HOST:PORT, tls://HOST:PORT or {LOCAL}"
        )


@contextmanager
def _start(jobs: int) -> "Iterator[LocalCluster]":
    """Start workers on this machine; encrypted, for whoever can reach a scheduler can run what he likes."""
    import dask
    from distributed import LocalCluster

    with (
        dask.config.set({"distributed.worker.profile.enabled": False}),
        LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            security=True,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={
                "allowed_failures": _LOCAL_DEATHS,
                "dashboard": False,
                "dashboard_address": "127.0.0.1:0",  # of its health page, which there is all the same
            },
        ) as cluster,
    ):
        yield cluster


@contextmanager
def _muted() -> Iterator[None]:
    """Keep Dask from telling in its words what is told here in ours."""
    import warnings

    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="distributed")
            yield
    finally:
        logger.setLevel(level)
