"""Complaints on their way to the user: a file with a million wrong lines is not a million messages."""

from collections.abc import Callable

from kgraph.reading.rejection import Rejection

__all__ = ["MOST_NAMED", "Complaints"]

MOST_NAMED = 1_000  # of one file


class Complaints:
    """Hands complaints on, of each file those of its first `MOST_NAMED` lines and then one that counts the others."""

    def __init__(self, on_reject: Callable[[Rejection], None]) -> None:
        self._on_reject = on_reject
        self._where = ""
        self._named = 0
        self._inputs = 0  # left out, beyond those that were named
        self._doubts = 0

    def add(self, complaint: Rejection) -> None:
        """Take the next complaint; those of one file come together."""
        if complaint.where != self._where:
            self.sum_up()
            self._where, self._named = complaint.where, 0
        if complaint.line is None:  # of the file as a whole
            self._on_reject(complaint)
        elif self._named < MOST_NAMED:
            self._named += 1
            self._on_reject(complaint)
        elif complaint.fatal:
            self._inputs += complaint.count
        else:
            self._doubts += 1

    def sum_up(self) -> None:
        """Say what of the last file was not named."""
        left = [f"{self._inputs:,} inputs are left out"] * bool(self._inputs)
        left += [f"{self._doubts:,} are read with a doubt"] * bool(self._doubts)
        if left:
            reason = f"beside the {MOST_NAMED:,} complaints named so far, {' and '.join(left)}"
            self._on_reject(
                Rejection(
                    where=self._where, reason=reason, fatal=self._inputs > 0, count=max(self._inputs, 1)
                )
            )
        self._inputs = self._doubts = 0
