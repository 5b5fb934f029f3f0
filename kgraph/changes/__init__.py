"""Two graphs compared, and several put together."""

from kgraph.changes.compare import compare
from kgraph.changes.difference import Difference
from kgraph.changes.merge import Merged

__all__ = ["Difference", "Merged", "compare"]
