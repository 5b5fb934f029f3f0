"""What a rule reads, told by the sentence that its wording gives as an example."""

import functools
from collections.abc import Mapping

from kgraph.wording_files import package_tables

__all__ = ["examples"]


@functools.cache
def examples() -> Mapping[str, str]:
    """Give the example sentence of each wording that ships with kgraph, by the rule's id."""
    rows = (row for table in package_tables().values() for row in table.get("wording", ()))
    return {row["id"]: row["example"] for row in rows}
