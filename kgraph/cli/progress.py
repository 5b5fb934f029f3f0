"""How far a command is, on a terminal only."""

from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kgraph.corpus import PartDone

__all__ = ["progress", "shown", "triples_shown"]

T = TypeVar("T")


def shown(documents: Iterable[T], *, quiet: bool) -> Iterator[T]:
    """Go through documents and show how far it is: of how many, where the documents tell that."""
    from tqdm import tqdm

    with tqdm(documents, unit=" articles", leave=False, disable=True if quiet else None) as bar:
        for document in bar:
            if not (bar.disable or isinstance(documents, Sized)):
                bar.total = getattr(documents, "expected", None)
            yield document


class Reading:
    """Shows how far the reading of articles is.

    Attributes:
        kept: how many articles were read.
        on_expected: hears how many there are; None where nobody sees it.
    """

    def __init__(self, bar: Any) -> None:
        """Take tqdm's bar."""
        self._bar = bar
        self.kept = 0
        self.on_expected = None if bar.disable else self._expect

    def __str__(self) -> str:
        """Give what is shown."""
        return str(self._bar)

    def on_done(self, done: "PartDone") -> None:
        """Hear of a part of the articles that is done."""
        self.kept += done.found
        self._bar.update(done.found)

    def _expect(self, articles: int | None) -> None:
        self._bar.total = articles

    def on_look(self, workers: int, parts: int) -> None:
        """Hear how many workers of a cluster can read, and how many parts they have."""
        self._bar.set_postfix_str(f"workers: {workers}, at parts: {parts}")


@contextmanager
def progress(*, quiet: bool) -> "Iterator[Reading]":
    """Give what is told of the reading of articles; stopped, it says what is kept."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # it takes a thread, and processes are forked
    with tqdm(unit=" articles", leave=False, disable=True if quiet else None) as bar:
        reading = Reading(bar)
        try:
            yield reading
        except KeyboardInterrupt:
            bar.close()
            click.echo(
                f"kgraph: {reading.kept:,} articles are read and kept; the same command goes on from there",
                err=True,
            )
            raise


def triples_shown(triples: "Iterable[Triple]", total: int) -> "Iterable[Triple]":
    """Go through so many triples of an endpoint and show how far it is, on a terminal only."""
    from tqdm import tqdm

    is_hidden = True if click.get_current_context().obj else None  # None: unless on a terminal
    return tqdm(
        triples, total=total, unit=" triples", unit_scale=True, leave=False, delay=1, disable=is_hidden
    )
