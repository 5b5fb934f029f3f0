"""What to do with a partition over which the process that read it has died.

It may have been the process, and not the text: a machine that was taken away, a user who ended it. So the partition is
read again as it is. A second death is taken for the text's doing: now its documents are read one by one, and the one at
which the process dies is left out from then on. Other documents are read together as ever, so that a part does not
depend on which of them was found out how.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kgraph.corpus.partition import Partition
from kgraph.errors import KgraphError

__all__ = ["Attempt"]

_TRIES = 2  # with all documents, before one of them is suspected


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A partition as it is to be read next.

    Attributes:
        partition: what to read.
        poisoned: documents that are left out, by their place, and why.
        deaths: how many processes have died over it since the last of them was found out.
        idle: how many have died before they came to any document.
    """

    partition: Partition
    poisoned: Mapping[int, str] = field(default_factory=dict)
    deaths: int = 0
    idle: int = 0

    @property
    def is_careful(self) -> bool:
        """Tell whether documents are to be read one by one (`read_partition` with `before`)."""
        return self.deaths >= _TRIES

    def after_death(self, at: int | None, why: str) -> "Attempt":
        """Give the next attempt.

        Args:
            at: the place of the document that was being read, where that is known: by a careful attempt.
            why: how the process ended.

        Raises:
            KgraphError: it dies whatever it reads.
        """
        if not self.is_careful:
            return replace(self, deaths=self.deaths + 1)
        if at is None:
            if self.idle == _TRIES:
                raise KgraphError(
                    f"the processes that read articles die before they read any ({why});"
                    " is there memory for them? Fewer of them take less"
                )
            return replace(self, idle=self.idle + 1)
        reason = f"not read: the process that read it died over it, time after time ({why})"
        # Were there a second one, the next death would tell no more than the first: it is looked for at once.
        return replace(self, poisoned={**self.poisoned, at: reason}, deaths=_TRIES - 1, idle=0)
