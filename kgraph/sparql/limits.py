"""How much a query may take, and the walls around the process that answers it."""

import ctypes
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows: the parent's clock is the only limit there
    resource = None  # type: ignore[assignment]

__all__ = ["LIMITS", "Limits", "confine", "end_with_parent", "limit_memory", "start_clock"]

_PR_SET_PDEATHSIG, _CLONE_NEWUSER, _CLONE_NEWNET = 1, 0x1000_0000, 0x4000_0000
_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a query may take.

    Attributes:
        seconds: until it is killed, on the clock; where a graph is opened for one query alone, that included.
        megabytes: of memory beyond what the graph itself takes.
        rows: of the answer; what lies beyond is left out, and the answer says so.
        characters: of all cells of the answer, likewise.
    """

    seconds: float = 60.0
    megabytes: int = 2048
    rows: int = 100_000
    characters: int = 50_000_000

    def __post_init__(self) -> None:
        if min(self.seconds, self.megabytes, self.rows, self.characters) <= 0:
            raise ValueError("limits are above zero")

    def too_long(self) -> str:
        """Say that a query passed its time."""
        return f"no answer within {self.seconds:g} s; narrow the query, or give it more time"

    def too_much(self) -> str:
        """Say that a query passed its memory."""
        return f"the query took more than {self.megabytes} MB of memory; narrow it, or give it more"


LIMITS = Limits()


def confine() -> str:
    """Take the network away from this process, as far as the system can.

    Returns:
        What came of it, for the log.
    """
    if sys.platform != "linux":
        return f"no network namespaces on {sys.platform}: the guard alone keeps queries from the network"
    system = ctypes.CDLL(None, use_errno=True)
    # The first is enough for root; anybody else needs a user namespace, where the system lets them have one.
    if system.unshare(_CLONE_NEWNET) and system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET):
        reason = os.strerror(ctypes.get_errno())
        return f"no network namespace ({reason}): the guard alone keeps queries from the network"
    return "without a network"


def end_with_parent() -> None:
    """Let the system kill this process when its parent dies, where it can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def start_clock(limits: Limits) -> None:
    """Let the system kill this process when the time is up.

    No handler runs in the middle of an engine's work, so the alarm keeps its default: the end of the process.
    """
    if resource is None:
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _limit(resource.RLIMIT_CPU, int(used + limits.seconds) + 1)
    _limit(resource.RLIMIT_CORE, 0)


def limit_memory(limits: Limits) -> None:
    """Limit what this process takes beyond what it has now; only Linux tells how much that is."""
    if resource is not None and sys.platform == "linux":
        _limit(resource.RLIMIT_DATA, _data_bytes() + limits.megabytes * _MEGABYTE)


def _limit(kind: int, value: int) -> None:
    hard = resource.getrlimit(kind)[1]
    soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (soft, hard))


def _data_bytes() -> int:
    """Read how much memory of its own this process has asked for."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("VmData:"))
