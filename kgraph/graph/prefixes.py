"""Which of kgraph's prefixes the triples of a file use: those alone are declared."""

import re
from collections.abc import Callable, Iterator, Mapping

from kgraph.vocab import PREFIXES

__all__ = ["Seen", "namespace_of", "seen_namespaces", "seen_schemes"]

_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"')
_IRI = re.compile(rb"<([^>]*)>")


class Seen:
    """Looks in lines of N-Triples or N-Quads for IRIs that begin as some prefix wants them to.

    `found` is the prefixes for which there was one. A search for the beginning's bytes comes first, so that hardly
    a line is looked at closely.
    """

    def __init__(self, beginnings: Mapping[str, str], belongs: Callable[[str, str], bool]) -> None:
        self._left = dict(beginnings)
        self._belongs = belongs
        self.found: set[str] = set()

    def look(self, block: bytes) -> None:
        """Look in some whole lines."""
        for prefix, beginning in list(self._left.items()):
            lines = _lines_with(b"<" + beginning.encode(), block)
            if any(self._belongs(iri, beginning) for line in lines for iri in _iris(line)):
                self.found.add(prefix)
                del self._left[prefix]


def seen_namespaces() -> Seen:
    """Look for IRIs that a prefix shortens: of its namespace, with no further # or / in them."""
    return Seen(PREFIXES, lambda iri, namespace: namespace_of(iri) == namespace)


def seen_schemes() -> Seen:
    """Look for IRIs whose scheme is a prefix of ours: `geo:44.1,145.9` means something else by its prefix."""
    return Seen({prefix: f"{prefix}:" for prefix in PREFIXES}, str.startswith)


def namespace_of(iri: str) -> str:
    """Give an IRI up to its last # or /."""
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _lines_with(mark: bytes, block: bytes) -> Iterator[bytes]:
    at = block.find(mark)
    while at >= 0:
        end = block.find(b"\n", at) + 1 or len(block)
        yield block[block.rfind(b"\n", 0, at) + 1 : end]
        at = block.find(mark, end)


def _iris(line: bytes) -> list[str]:
    return [iri.decode() for iri in _IRI.findall(_TEXT.sub(b"", line))]
