"""Finds the names in a query that nothing bears: why an answer may be empty where the graph says more."""

import re
from collections.abc import Callable, Iterable, Sequence

from kgraph.nearest import suggest
from kgraph.vocab import IDS, KG, local_name

__all__ = ["tell_unknown"]

_NAME = re.compile(r"(?<![\w:.-])(kg|id):([\w-]+)(?![\w%:-])")
_THERE = "SELECT DISTINCT ?thing {{ VALUES ?thing {{ {} }} {{ ?thing ?p ?o }} UNION {{ ?s ?q ?thing }} }}"
_THINGS = "SELECT ?thing { ?thing rdfs:label ?label }"

Ask = Callable[[str], Iterable[Sequence[str]]]
"""Gives the rows of a query of our own as text."""


def tell_unknown(query: str, ask: Ask) -> list[str]:
    """Say of each `kg:` name that the ontology lacks, and each `id:` name that the graph lacks, what is near to it."""
    named = dict.fromkeys(_NAME.findall(query))
    terms = {local_name(term) for term in dir(KG)}
    told = [_complain("kg", name, terms) for prefix, name in named if prefix == "kg" and name not in terms]
    ids = [name for prefix, name in named if prefix == "id"]
    missing = (
        set(ids) - _local(ask(_THERE.format(" ".join(f"<{IDS}{name}>" for name in ids)))) if ids else set()
    )
    things = _local(ask(_THINGS)) if missing else set()
    return told + [_complain("id", name, things) for name in ids if name in missing]


def _local(rows: Iterable[Sequence[str]]) -> set[str]:
    return {row[0].removeprefix(IDS) for row in rows}


def _complain(prefix: str, name: str, known: set[str]) -> str:
    where = "the ontology" if prefix == "kg" else "the graph"
    near = suggest(f"{prefix}:{name}", {f"{prefix}:{each}" for each in known})
    return f"{where} has no {prefix}:{name}{near}"
