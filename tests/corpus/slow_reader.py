"""Articles that are read as `plain_reader` reads them, but no quicker than a worker can be killed meanwhile."""

import time

from plain_reader import PlainReader, PlainRecipe

from kgraph.errors import KgraphError

SECONDS = 0.02  # for a document


class SlowReader(PlainReader):
    """Takes its time, and has no room on its disk for some."""

    def suffer(self, text: str) -> None:
        """Come to harm over some words, a moment later."""
        time.sleep(SECONDS)
        if "FILLS" in text:
            raise KgraphError("parts: cannot be written: No space left on device")
        super().suffer(text)


class SlowRecipe(PlainRecipe):
    """Makes a `SlowReader`."""

    fingerprint = "slow"  # type: ignore[assignment]

    def make(self) -> SlowReader:  # type: ignore[override]
        """Make it: nothing is to be loaded."""
        return SlowReader()
