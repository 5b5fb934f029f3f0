"""What kgraph knows of the world: states, territories, bodies and instruments, and all their names."""

from kgraph.gazetteer.entries import Entry, Knowledge, Name
from kgraph.gazetteer.lookup import Gazetteer
from kgraph.gazetteer.read import read_knowledge

__all__ = ["Entry", "Gazetteer", "Knowledge", "Name", "read_knowledge"]
