"""How each document of a store was read, so that it is not read again in vain.

`readings.tsv` has a line for each reading: the document, a digest of its text, its metadata and all settings, and a
digest of what it says in the store. The first tells whether the document would give the same again, the second
whether the store still has that: whatever came between the two files (a kill, a restored copy, a removed document),
a document that is not there as it was read is read again. The last line of a document counts.
"""

import hashlib
import logging
from collections.abc import Iterable
from functools import cached_property
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode

from kgraph.graph import terms
from kgraph.graph.store import Graph

__all__ = ["READINGS", "Readings", "digest_said"]

READINGS = "readings.tsv"
_FIELDS = 3

log = logging.getLogger(__name__)


class Readings:
    """The file of readings of a store."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ends_well = True

    def note(self, lines: Iterable[tuple[str, str, str]]) -> None:
        """Add a line for each document: its name, how it was read, what it says."""
        new = {name: (how, said) for name, how, said in lines}
        self._last.update(new)
        text = "".join(f"{name}\t{how}\t{said}\n" for name, (how, said) in new.items())
        try:
            with self._path.open("a", encoding="ascii", newline="\n") as stream:
                stream.write(text if self._ends_well else "\n" + text)
        except OSError as error:  # the store is whole without it: these are only read again
            log.warning("%s: cannot be written: %s", self._path, error.strerror)
        self._ends_well = True

    def get(self, name: str) -> tuple[str, str] | None:
        """Give how a document was read last, and what it said then."""
        return self._last.get(name)

    def tidy(self, names: Iterable[str]) -> None:
        """Keep one line for each of these documents, and drop all others."""
        kept = {name: self._last[name] for name in sorted(names) if name in self._last}
        draft = self._path.with_suffix(".tmp")
        text = "".join(f"{name}\t{how}\t{said}\n" for name, (how, said) in kept.items())
        draft.write_text(text, encoding="ascii", newline="\n")
        draft.replace(self._path)

    @cached_property
    def _last(self) -> dict[str, tuple[str, str]]:
        try:
            text = self._path.read_text(encoding="ascii", errors="replace")
        except FileNotFoundError:
            return {}
        self._ends_well = text.endswith("\n") or not text
        rows = (line.split("\t") for line in text.split("\n"))  # half a line, of a killed run, is none
        return {row[0]: (row[1], row[2]) for row in rows if len(row) == _FIELDS}


def digest_said(graph: Graph, document: NamedNode) -> str:
    """Digest all that a document says in a graph: its own triples, and those of its evidence."""
    evidence = [t.subject for t in graph.match(None, terms.IN_DOCUMENT, document)]
    about = chain.from_iterable(
        graph.match(one) for one in (document, *evidence) if isinstance(one, NamedNode)
    )
    return hashlib.sha256("\n".join(sorted(map(str, about))).encode()).hexdigest()[:20]
