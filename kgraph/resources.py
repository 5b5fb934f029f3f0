"""Finds the files that come with kgraph: data, queries, ontologies, templates."""

from importlib import resources
from pathlib import Path

__all__ = ["DATA", "ONTOLOGIES", "PACKAGE", "QUERIES"]

PACKAGE = Path(str(resources.files("kgraph")))
DATA = PACKAGE / "data"
QUERIES = PACKAGE / "queries"
# A wheel holds the ontologies inside the package; a checkout keeps them at its top level.
ONTOLOGIES = next(p for p in (PACKAGE / "ontologies", PACKAGE.parent / "ontologies") if p.is_dir())
