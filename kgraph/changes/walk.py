"""Which triples two graphs do not share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Triple

from kgraph.derive import is_derived
from kgraph.graph.ordered import parse_lines

__all__ = ["Changes", "find_changes", "to_patch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The triples that one graph has and the other has not, each in order; what is derived is only counted."""

    gone: tuple[Triple, ...]
    new: tuple[Triple, ...]
    derived: int  # triples of the derived layer, gone or new

    def __bool__(self) -> bool:
        return bool(self.gone or self.new)


def find_changes(before: Iterable[bytes], after: Iterable[bytes]) -> Changes:
    """Compare the sorted lines of two graphs."""
    lines: dict[bool, list[bytes]] = {False: [], True: []}
    for is_new, line in _walk(iter(before), iter(after)):
        lines[is_new].append(line)
    gone, new = (list(parse_lines(lines[is_new])) for is_new in (False, True))
    return Changes(
        gone=tuple(triple for triple in gone if not is_derived(triple)),
        new=tuple(triple for triple in new if not is_derived(triple)),
        derived=sum(map(is_derived, gone)) + sum(map(is_derived, new)),
    )


def to_patch(changes: Changes) -> str:
    """Write an RDF Patch: `D` for a triple to take out, `A` for one to put in (as Apache Jena reads it)."""
    rows = [*(f"D {triple} ." for triple in changes.gone), *(f"A {triple} ." for triple in changes.new)]
    return "\n".join(["TX .", *rows, "TC .", ""])


def _walk(before: Iterator[bytes], after: Iterator[bytes]) -> Iterator[tuple[bool, bytes]]:
    """Give what only one has, in order, and whether it is the second that has it."""
    one, other = next(before, None), next(after, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(before, None), next(after, None)
        elif other is None or (one is not None and one < other):
            yield False, one or b""
            one = next(before, None)
        else:
            yield True, other
            other = next(after, None)
