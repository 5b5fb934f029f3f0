"""What a rule reads, told by the sentence that its wording gives as an example."""

import functools
import tomllib
from collections.abc import Mapping

from kgraph.resources import DATA

__all__ = ["examples"]


@functools.cache
def examples() -> Mapping[str, str]:
    """Give the example sentence of each wording that ships with kgraph, by the rule's id."""
    tables = (
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "wordings").glob("*.toml"))
    )
    return {wording["id"]: wording["example"] for table in tables for wording in table.get("wording", ())}
